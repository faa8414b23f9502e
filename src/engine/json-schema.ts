import { z } from 'zod'
import { feeRulesSchema } from './fee-rules.ts'
import { feeRulesAsks } from './fee-rules-asks.ts'
import { interpretationsAsks, programmeAsks } from './file-asks.ts'
import { guidelineSchema } from './guideline.ts'
import { guidelineAsks, ruleAsks } from './guideline-ask.ts'
import { interpretationsSchema } from './interpretations.ts'
import { programmeSchema } from './programme.ts'
import { kindsByName } from './rule.ts'
import type { Ask, Localised, RuleKind } from './rules/kind.ts'
import { english, isKnownCode, swedish } from './rules/words.ts'
import { shareParts } from './schema-sharing.ts'
import type { Asks } from './value-text.ts'

/** A part of a schema while it is explained. */
type JsonSchema = { [key: string]: unknown }

/** The kinds of file that have a schema. */
export const fileKinds = ['guideline', 'fee-rules', 'interpretations', 'programme'] as const
export type FileKind = (typeof fileKinds)[number]

/** Where files of data lie, and of which kind they are. */
export const dataFolders: readonly { readonly folder: string; readonly kind: FileKind }[] = [
  { folder: 'guidelines', kind: 'guideline' },
  { folder: 'fee-rules', kind: 'fee-rules' },
  { folder: 'interpretations', kind: 'interpretations' },
  { folder: 'examples', kind: 'programme' },
  { folder: 'examples/proposals', kind: 'guideline' },
]

/** Returns the first line of a file of data in a folder, by which an editor finds its schema. */
export function modeline({ folder, kind }: (typeof dataFolders)[number]): string {
  const up = folder.split('/').map(() => '..')
  return `# yaml-language-server: $schema=${up.join('/')}/schemas/${kind}.schema.json`
}

const files: Readonly<
  Record<FileKind, { readonly schema: z.ZodType; readonly asks: Asks; readonly title: Localised }>
> = {
  guideline: {
    schema: guidelineSchema,
    asks: guidelineAsks,
    title: { sv: 'Riktlinje för kontaktpolitiker', en: 'Guideline for contact politicians' },
  },
  'fee-rules': {
    schema: feeRulesSchema,
    asks: feeRulesAsks,
    title: { sv: 'Arvodesreglemente', en: 'Fee rules' },
  },
  interpretations: {
    schema: interpretationsSchema,
    asks: interpretationsAsks,
    title: { sv: 'Lokala tolkningar av en riktlinje', en: 'Local interpretations of a guideline' },
  },
  programme: {
    schema: programmeSchema,
    asks: programmeAsks,
    title: { sv: 'Nämndens program', en: "The committee's programme" },
  },
}

/**
 * Returns the JSON Schema (draft 2020-12) of what a kind of file may hold as it is written, explained in Swedish and English, so that an
 * editor completes keys and choices and says what they mean. What several keys must fulfil together is not in it.
 */
export function jsonSchemaOf(kind: FileKind): Readonly<Record<string, unknown>> {
  const { schema, asks, title } = files[kind]
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  explain(json, '', (path) => asks[path])
  return shareParts({ $schema, title: both(title), ...json })
}

type Parts = { [key: string]: JsonSchema }

function both({ sv, en }: Localised): string {
  return `${sv} / ${en}`
}

/** Finds the question about a value by its path. */
type Find = (path: string) => Ask | undefined

/** Explains every key below a part of a schema by its path; items of a list share the path of their list. */
function explain(json: JsonSchema, path: string, find: Find): void {
  delete json.open
  for (const [key, part] of Object.entries((json.properties ?? {}) as Parts)) {
    const inner = path === '' ? key : `${path}.${key}`
    describe(part, find(inner))
    explain(part, inner, find)
  }
  if (json.items !== undefined) explain(json.items as JsonSchema, path, find)
  for (const option of alternatives(json)) {
    const kind = kindsByName.get(String((option.properties as Parts | undefined)?.kind?.const))
    if (kind === undefined) explain(option, path, find)
    else explainRule(option, kind)
  }
}

/** Each kind of rule is called by its name and explains its own values, also those that change on a day. */
function explainRule(rule: JsonSchema, { ask = {}, title }: RuleKind): void {
  explain(rule, '', (path) => {
    const value = /^(?:changes\.)?values\.(.+)$/.exec(path)?.[1]
    return value === undefined ? (ruleAsks as Asks)[path] : ask[value]
  })
  if (title === undefined) return
  rule.title = both(title)
  const kind = (rule.properties as Parts).kind
  if (kind !== undefined) kind.description = both(title)
}

function alternatives(json: JsonSchema): readonly JsonSchema[] {
  return [json.anyOf, json.oneOf].flatMap((options) => (options ?? []) as readonly JsonSchema[])
}

/** The question in both languages, with help and what each choice means; then what the form of the value is. */
function describe(json: JsonSchema, ask: Ask | undefined): void {
  const form = typeof json.description === 'string' ? [json.description] : []
  const question = ask === undefined ? [] : [ask.sv, ask.en]
  const help = ask?.help === undefined ? [] : [ask.help.sv, ask.help.en]
  // A word of the dictionary means what it says only where somebody has asked for it.
  const codes = ask === undefined ? [] : codesIn(json)
  const choices = codes.flatMap((code) => {
    const meaning = ask?.choices?.[code] ?? wordsFor(code)
    return meaning === undefined ? [] : [`- \`${code}\`: ${both(meaning)}`]
  })
  const lines = [...question, ...help, ...choices, ...form]
  if (lines.length > 0) json.description = lines.join('\n')
}

function wordsFor(code: string): Localised | undefined {
  return isKnownCode(code) ? { sv: swedish.label(code), en: english.label(code) } : undefined
}

/** The choices of a value or of a list's items, and the known codes of an open list. */
function codesIn(json: JsonSchema): readonly string[] {
  const own = [json.enum, json.examples].flatMap((codes) => (Array.isArray(codes) ? codes.map(String) : []))
  const literal = typeof json.const === 'string' ? [json.const] : []
  const items = json.items === undefined ? [] : codesIn(json.items as JsonSchema)
  return [...new Set([...own, ...literal, ...items, ...alternatives(json).flatMap(codesIn)])]
}
