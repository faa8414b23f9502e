import { z } from 'zod'

export type Path = readonly (string | number)[]

/** A problem by its place in the data, before line and column are known. */
export type PlacedProblem = {
  readonly path: Path
  readonly message: string
  readonly mend: string
  readonly atKey?: boolean
}

/** Returns what is wrong and what to write instead, for one issue of a schema; a problem for each unknown key. */
export function mendOf(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown): readonly PlacedProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(chosen(schemaAt(schema, path, data), valueAt(data, path)))
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      message: `"${key}" is not a key here`,
      mend: suggestion(key, known, 'the keys here are'),
    }))
  }
  const given = valueAt(data, path)
  const name = path.findLast((step) => typeof step === 'string') ?? 'the file'
  if (issue.code === 'invalid_union') return [unionProblem(path, given, discriminatorsAt(schema, path, data))]
  if (given === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [{ path, message: `"${name}" is missing`, mend: missingMend(name, issue, schemaAt(schema, path, data)) }]
  }
  if (issue.code === 'invalid_value') {
    return [
      {
        path,
        message: `"${shown(given)}" is not allowed for "${name}"`,
        mend: suggestion(String(given), issue.values.map(String), 'write one of'),
      },
    ]
  }
  if (issue.code === 'invalid_type')
    return [
      {
        path,
        message: `"${name}" is ${kindOfValue(given)}, and ${expectedText(issue.expected)} is expected`,
        mend: typeMend(issue.expected, given, schemaAt(schema, path, data)),
      },
    ]
  if (issue.code === 'too_small' || issue.code === 'too_big') return [{ path, ...boundText(issue, name, given) }]
  const [message = issue.message, mend] = issue.message.split(/; /, 2)
  return [
    {
      path,
      message: issue.code === 'custom' ? message : `"${name}": ${message}`,
      mend: mend ?? `rewrite "${name}" in that way`,
    },
  ]
}

function typeMend(expected: string, given: unknown, schema: z.ZodType | undefined): string {
  if (schema instanceof z.ZodObject) return `write a block of keys: ${Object.keys(schema.shape).join(', ')}`
  if (expected !== 'string') return `write ${expectedText(expected)}`
  const meant = schema?.meta()?.description
  return meant === undefined ? `write text in quotes, for example "${shown(given)}"` : `write it in quotes: ${meant}`
}

type Bound = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

/** A list too short or long, a text too short or long, a number outside its bounds. */
function boundText(issue: Bound, name: string, given: unknown): { readonly message: string; readonly mend: string } {
  const limit = issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`
  if (Array.isArray(given)) {
    const items = limit.endsWith(' 1') ? `${limit} item is` : `${limit} items are`
    return { message: `"${name}" has ${given.length} items, and ${items} expected`, mend: `write ${limit}` }
  }
  if (typeof given !== 'string')
    return { message: `"${name}" is ${shown(given)}, and ${limit} is expected`, mend: `write a number of ${limit}` }
  return given === ''
    ? { message: `"${name}" is empty`, mend: `write something, or take "${name}" away where it may be left out` }
    : {
        message: `"${name}" has ${given.length} characters, and ${limit} are expected`,
        mend: `write ${limit} characters`,
      }
}

/** Returns the candidate nearest to what was written, when near enough to be a slip. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(written.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance <= Math.max(2, Math.floor(written.length / 3)) ? best.candidate : undefined
}

function suggestion(written: string, known: readonly string[], lead: string): string {
  const near = nearest(written, known)
  const all = known.length === 0 ? 'take it away' : `${lead} ${known.join(', ')}`
  return near === undefined ? all : `write "${near}" (${all})`
}

function unionProblem(path: Path, given: unknown, options: readonly string[]): PlacedProblem {
  const name = String(path[path.length - 1] ?? 'value')
  if (options.length > 0) {
    if (given === undefined)
      return { path, message: `"${name}" is missing`, mend: `write one of ${options.join(', ')}` }
    return {
      path,
      message: `"${shown(given)}" is not a known ${name}`,
      mend: suggestion(String(given), options, 'write one of'),
    }
  }
  return {
    path,
    message: `"${shown(given)}" is not allowed for "${name}"`,
    mend: 'write a text, a whole number, true or false',
  }
}

function missingMend(name: string, issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  const inner = unwrapped(schema)
  if (issue.code === 'invalid_value') return `add ${name}: ${issue.values.map(String).join(' | ')}`
  if (inner instanceof z.ZodObject) return `add ${name}: with ${Object.keys(inner.shape).join(', ')}`
  if (inner instanceof z.ZodArray) return `add ${name}: with a list, one item a line beginning with "- "`
  return `add ${name}: and ${issue.code === 'invalid_type' ? expectedText(issue.expected) : 'a value'}`
}

/** Follows the path through the schema, choosing the kind of a union by what the data say. */
function schemaAt(schema: z.ZodType, path: Path, data: unknown): z.ZodType | undefined {
  let current = unwrapped(schema)
  let value = data
  for (const step of path) {
    current = chosen(current, value)
    value = valueAt(value, [step])
    if (current instanceof z.ZodObject) current = unwrapped(current.shape[String(step)] as z.ZodType | undefined)
    else if (current instanceof z.ZodArray) current = unwrapped(current.element as z.ZodType)
    else return undefined
  }
  return current
}

/** Returns the values that tell the options of a union apart, when the path ends in the key that does. */
function discriminatorsAt(schema: z.ZodType, path: Path, data: unknown): readonly string[] {
  const union = schemaAt(schema, path.slice(0, -1), data)
  if (!(union instanceof z.ZodDiscriminatedUnion)) return []
  const options = union.options as unknown as readonly z.ZodObject[]
  return options.flatMap((option) => {
    const literal = option.shape[union.def.discriminator]
    return literal instanceof z.ZodLiteral ? [...literal.values].map(String) : []
  })
}

function chosen(schema: z.ZodType | undefined, data: unknown): z.ZodType | undefined {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema
  const discriminator = schema.def.discriminator
  const options = schema.options as unknown as readonly z.ZodObject[]
  return options.find(
    (option) =>
      (option.shape[discriminator] as z.ZodType | undefined)?.safeParse(valueAt(data, [discriminator])).success ===
      true,
  )
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current: unknown = schema
  while (
    current instanceof z.ZodDefault ||
    current instanceof z.ZodOptional ||
    current instanceof z.ZodNullable ||
    current instanceof z.ZodPipe
  ) {
    current = current instanceof z.ZodPipe ? current.in : current.unwrap()
  }
  return current as z.ZodType | undefined
}

function keysOf(schema: z.ZodType | undefined): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[String(step)] : undefined,
    data,
  )
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return (
    { string: 'text', number: 'a number', boolean: 'true or false', object: 'a block of keys' }[
      typeof value as 'string'
    ] ?? typeof value
  )
}

function expectedText(expected: string): string {
  const texts: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'a block of keys',
    array: 'a list',
  }
  return texts[expected] ?? expected
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? kindOfValue(value) : String(value)
}

/** Levenshtein distance; the words are short. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
