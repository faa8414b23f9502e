import { z } from 'zod'
import type { Ask, Localised } from './rules/kind.ts'
import { english, isKnownCode, swedish } from './rules/words.ts'
import { bare, shapeOf } from './schema-walk.ts'
import type { Asks } from './value-text.ts'

/** One key of a file: where it stands, what it asks, what may be written and what holds when it is left out. */
export type ReferenceRow = {
  readonly path: string
  readonly ask: Ask | undefined
  /** In Markdown. */
  readonly allowed: string
  readonly absent: string
}

/** Returns a row for each key of a schema, the keys of a block below the block itself. A block that is told once is not told again. */
export function rowsOf(schema: z.ZodType, asks: Asks): readonly ReferenceRow[] {
  return below(schema, '', { asks, told: new Map() })
}

type Telling = { readonly asks: Asks; readonly told: Map<z.ZodType, string> }

function below(schema: z.ZodType, path: string, telling: Telling): readonly ReferenceRow[] {
  const shape = shapeOf(schema)
  if (shape.is === 'list') return below(shape.of, path, telling)
  if (shape.is === 'either') return once(shape.options.flatMap((option) => below(option, path, telling)))
  if (shape.is !== 'block') return []
  return Object.entries(shape.keys).flatMap(([key, part]) => {
    const inner = path === '' ? key : `${path}.${key}`
    const ask = telling.asks[inner]
    const row = { path: inner, ask, allowed: allowedText(part, ask), absent: absentText(part) }
    const told = toldAt(part, inner, telling)
    if (told !== undefined) return [{ ...row, allowed: `as \`${told}\`` }]
    return [row, ...below(part, inner, telling)]
  })
}

/** Where the same blocks have been told already; noted as told here when they have not. */
function toldAt(schema: z.ZodType, path: string, { told }: Telling): string | undefined {
  const blocks = blocksIn(schema)
  const [known] = blocks.map((block) => told.get(block))
  if (known !== undefined && blocks.every((block) => told.has(block))) return known
  for (const block of blocks) if (!told.has(block)) told.set(block, path)
  return undefined
}

function blocksIn(schema: z.ZodType): readonly z.ZodType[] {
  const shape = shapeOf(schema)
  if (shape.is === 'list') return blocksIn(shape.of)
  if (shape.is === 'either') return shape.options.flatMap(blocksIn)
  return shape.is === 'block' ? [bare(schema)] : []
}

/** Options of a choice between blocks may share keys: each is told once. */
function once(rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  return [...new Map(rows.map((row) => [row.path, row])).values()]
}

function allowedText(schema: z.ZodType, ask: Ask | undefined): string {
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'day':
      return 'a day, `2026-03-25`'
    case 'time':
      return 'a time of day, `"15:00"`'
    case 'ore':
      return 'whole öre'
    case 'boolean':
      return boolean(ask)
    case 'number':
      return `a number${boundsOf(bare(schema))}`
    case 'choice':
      return shape.values.map((code) => codeText(code, ask)).join('<br>')
    case 'literal':
      return shape.values.map((value) => codeText(String(value), ask)).join('<br>')
    case 'code':
      return openText(schema, ask)
    case 'localised':
      return 'text in both languages, `{ sv: …, en: … }`'
    case 'text':
      return textOf(schema)
    case 'list':
      return isOfBlocks(shape.of) ? 'a list of blocks' : `a list of:<br>${allowedText(shape.of, ask)}`
    case 'either':
      return [...new Set(shape.options.map((option) => allowedText(option, ask)))].join('<br>or ')
    case 'block':
      return 'a block of keys'
    default:
      return 'see the schema'
  }
}

function boolean(ask: Ask | undefined): string {
  const words = ask?.choices
  return words === undefined ? '`true` or `false`' : ['true', 'false'].map((code) => codeText(code, ask)).join('<br>')
}

function isOfBlocks(schema: z.ZodType): boolean {
  const shape = shapeOf(schema)
  return shape.is === 'block' || (shape.is === 'either' && shape.options.every(isOfBlocks))
}

/** A code with its words: those of the question, or those of the dictionary. */
function codeText(code: string, ask: Ask | undefined): string {
  const words: Localised | undefined =
    ask?.choices?.[code] ??
    // A word of the dictionary means what it says only where somebody has asked for it.
    (ask !== undefined && isKnownCode(code) ? { sv: swedish.label(code), en: english.label(code) } : undefined)
  return words === undefined ? `\`${code}\`` : `\`${code}\` ${words.sv} / ${words.en}`
}

function openText(schema: z.ZodType, ask: Ask | undefined): string {
  const examples = bare(schema).meta()?.examples
  const known = Array.isArray(examples) ? examples.map((code) => codeText(String(code), ask)) : []
  return known.length === 0 ? 'a code' : [...known, 'or a code of your own'].join('<br>')
}

function textOf(schema: z.ZodType): string {
  const meaning = bare(schema).meta()?.description
  return meaning === undefined ? 'text' : `text: ${meaning}`
}

function boundsOf(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodNumber)) return ''
  const [least, most] = [schema.minValue, schema.maxValue].map((it) =>
    it === null || Math.abs(it ?? 0) >= Number.MAX_SAFE_INTEGER ? undefined : it,
  )
  if (least === undefined) return most === undefined ? '' : `, at most ${most}`
  return most === undefined ? `, at least ${least}` : `, ${least}–${most}`
}

function absentText(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional) return 'nothing is said'
  if (!(schema instanceof z.ZodDefault)) return 'must be written'
  const value: unknown = schema.def.defaultValue
  return Array.isArray(value) && value.length === 0 ? 'none' : `\`${JSON.stringify(value).replaceAll('"', '')}\``
}
