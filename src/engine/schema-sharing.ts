/** Plain data: a schema or a part of one. */
type Plain = Readonly<Record<string, unknown>>

/** Shorter parts are easier to read where they stand. */
const worthSharing = 200

/**
 * Returns the schema with each part that stands in several places written once, under `$defs`. What it allows and
 * explains is the same; it is a fraction of the size.
 */
export function shareParts(schema: Plain): Plain {
  const counts = new Map<string, number>()
  count(Object.values(schema), counts)
  const sharing: Sharing = { counts, names: new Map(), definitions: {} }
  const shared = shareKeys(schema, sharing)
  if (sharing.names.size === 0) return shared
  return withSinglesBack({ ...shared, $defs: sharing.definitions })
}

type Sharing = {
  readonly counts: ReadonlyMap<string, number>
  readonly names: Map<string, string>
  readonly definitions: Record<string, unknown>
}

/** Data of a schema (a default, an example, a list of names) is no part of it. */
function isPart(value: unknown): value is Plain {
  return isPlain(value) && ['type', 'anyOf', 'oneOf', 'allOf'].some((key) => key in value)
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function count(values: readonly unknown[], counts: Map<string, number>): void {
  for (const value of values) {
    if (isPart(value)) {
      const text = JSON.stringify(value)
      if (text.length >= worthSharing) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    if (typeof value === 'object' && value !== null) count(Object.values(value), counts)
  }
}

function share(value: unknown, sharing: Sharing): unknown {
  if (Array.isArray(value)) return value.map((item) => share(item, sharing))
  if (!isPlain(value)) return value
  const text = isPart(value) ? JSON.stringify(value) : ''
  if ((sharing.counts.get(text) ?? 0) < 2) return shareKeys(value, sharing)
  const known = sharing.names.get(text)
  if (known !== undefined) return refer(known)
  const name = `part-${sharing.names.size + 1}`
  sharing.names.set(text, name)
  sharing.definitions[name] = shareKeys(value, sharing)
  return refer(name)
}

function shareKeys(value: Plain, sharing: Sharing): Plain {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, share(inner, sharing)]))
}

function refer(name: string): Plain {
  return { $ref: `#/$defs/${name}` }
}

/** A part that stood in several places only because what is around it did is put back. */
function withSinglesBack(schema: Plain & { readonly $defs: Plain }): Plain {
  const text = JSON.stringify(schema)
  const singles = new Set(Object.keys(schema.$defs).filter((name) => text.split(`"#/$defs/${name}"`).length === 2))
  const back = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(back)
    if (!isPlain(value)) return value
    const name = typeof value.$ref === 'string' ? value.$ref.replace('#/$defs/', '') : ''
    if (singles.has(name)) return back(schema.$defs[name])
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, back(inner)]))
  }
  const kept = Object.entries(schema.$defs).filter(([name]) => !singles.has(name))
  return {
    ...(back({ ...schema, $defs: {} }) as Plain),
    $defs: Object.fromEntries(kept.map(([name, part]) => [name, back(part)])),
  }
}
