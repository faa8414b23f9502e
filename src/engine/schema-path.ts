import { z } from 'zod'

/** Keys and positions from the top of a file's data. */
export type Path = readonly (string | number)[]

/** Follows the path through the schema, choosing the option of a union by what the data say; without its wrappers. */
export function schemaAt(schema: z.ZodType, path: Path, data: unknown): z.ZodType | undefined {
  let current = chosen(unwrapped(schema), data)
  let value = data
  for (const step of path) {
    value = valueAt(value, [step])
    if (current instanceof z.ZodObject) {
      const { shape } = current
      current = Object.hasOwn(shape, step) ? unwrapped(shape[String(step)] as z.ZodType) : undefined
    } else if (current instanceof z.ZodArray) current = unwrapped(current.element as z.ZodType)
    else return undefined
    current = chosen(current, value)
  }
  return current
}

/** Returns the value at the path; undefined where the data have no such place. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[String(step)]
        : undefined,
    data,
  )
}

/** Returns the values that tell the options of a union apart, when the path ends in the key that does. */
export function discriminatorsAt(schema: z.ZodType, path: Path, data: unknown): readonly string[] {
  const owner = path.slice(0, -1)
  const union = unionAt(schema, owner, data)
  if (!(union instanceof z.ZodDiscriminatedUnion) || path.at(-1) !== union.def.discriminator) return []
  const options = union.options as unknown as readonly z.ZodObject[]
  return options.flatMap((option) => {
    const literal = option.shape[union.def.discriminator]
    return literal instanceof z.ZodLiteral ? [...literal.values].map(String) : []
  })
}

/** Returns the schema without what only says that a value may be left out, or that it is turned into another. */
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

/** Returns the alternatives of a schema without their wrappers, those within alternatives too; the schema alone when it has none. */
export function alternativesOf(schema: z.ZodType | undefined): readonly z.ZodType[] {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodUnion) return (bare.options as readonly z.ZodType[]).flatMap(alternativesOf)
  return bare === undefined ? [] : [bare]
}

/** The schema at the path before an option of it is chosen. */
function unionAt(schema: z.ZodType, path: Path, data: unknown): z.ZodType | undefined {
  const last = path.at(-1)
  if (last === undefined) return unwrapped(schema)
  const owner = schemaAt(schema, path.slice(0, -1), data)
  if (owner instanceof z.ZodArray) return unwrapped(owner.element as z.ZodType)
  return owner instanceof z.ZodObject ? unwrapped(owner.shape[String(last)] as z.ZodType | undefined) : undefined
}

/** Of alternatives, the one whose telling key the data have; else the one of the data's own form. */
function chosen(schema: z.ZodType | undefined, data: unknown): z.ZodType | undefined {
  if (!(schema instanceof z.ZodUnion)) return schema
  const options = alternativesOf(schema)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def
    return options.find(
      (option) =>
        option instanceof z.ZodObject &&
        (option.shape[discriminator] as z.ZodType | undefined)?.safeParse(valueAt(data, [discriminator])).success ===
          true,
    )
  }
  if (Array.isArray(data)) return options.find((option) => option instanceof z.ZodArray) ?? schema
  if (typeof data === 'object' && data !== null)
    return options.find((option) => option instanceof z.ZodObject) ?? schema
  return schema
}
