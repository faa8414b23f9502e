// A guideline while it is being written: what it says so far, and what keeps it from being a guideline.
import { z } from 'zod'
import type { Language } from '../kernel/language.ts'
import { bearers, forces } from './finding.ts'
import { guidelineSchema, silenceSchema } from './guideline.ts'
import { guidelineAsks, ruleAsks } from './guideline-ask.ts'
import { type Block, isBlock, lineOf, readText, type TextPath } from './guideline-text.ts'
import { loadGuideline, type Problem } from './load.ts'
import { type Question, questionsOf } from './questions.ts'
import { anyRuleSchema, kindsByName, ruleId } from './rule.ts'
import { type Localised, localised } from './rules/kind.ts'
import { type Terms, wordsOf } from './rules/words.ts'
import type { Asks } from './value-text.ts'

/** What sort of mistake it is, where a form can say it better than the file's own message. */
export type ProblemSort =
  | 'missing'
  | 'none-chosen'
  | 'no-choice'
  | 'no-number'
  | 'too-small'
  | 'too-big'
  | 'too-long'
  | 'unknown-key'
  | 'other'

/** A mistake in a draft: the loader's, with its place as keys and positions. */
export type DraftProblem = Problem & {
  readonly at: TextPath
  readonly sort: ProblemSort
  /** The bound, for `too-small`, `too-big` and `too-long`. */
  readonly limit: number | undefined
}

/**
 * Returns every problem of a text, in the order of its lines. A guideline is loaded whole or not at all, and what
 * does not go together is told only when every part is of the right form; here the parts that are of the right form
 * are tried together at once.
 */
export function draftProblems(source: string, file: string, language: Language): readonly DraftProblem[] {
  const loaded = loadGuideline(source, file, language)
  if (loaded.ok) return []
  const read = readText(source)
  if (!read.ok) return loaded.problems.map((problem) => ({ ...problem, at: [], sort: 'other', limit: undefined }))
  const sorts = sortsOf(guidelineSchema.safeParse(read.data), read.data)
  const found = [...loaded.problems, ...problemsBetween(source, read.data, { file, language })].map(
    (problem): DraftProblem => {
      const { sort = 'other', limit } = sorts.get(problem.path) ?? {}
      return { ...problem, at: pathOf(problem.path), sort, limit }
    },
  )
  const once = new Map(found.map((problem) => [`${problem.path} ${problem.message}`, problem]))
  return [...once.values()].sort((one, other) => one.line - other.line || one.column - other.column)
}

/** Returns a rule of a draft in plain words, as it stands without its dated changes; undefined until it has what the sentence needs. */
export function describeDraftRule(rule: unknown, language: Language, terms: unknown): string | undefined {
  if (!isBlock(rule)) return undefined
  const said = describeValues(rule.kind, rule.values, language, terms)
  const more = localised.safeParse(rule.says)
  return said !== undefined && more.success ? `${said} ${more.data[language]}` : said
}

/** Returns what a rule of the kind with these values says; undefined when they are not of the right form. */
export function describeValues(kind: unknown, values: unknown, language: Language, terms: unknown): string | undefined {
  const known = kindsByName.get(String(kind))
  const parsed = known?.values.safeParse(values)
  return parsed?.success === true ? known?.describe(parsed.data, wordsOf(language, termsIn(terms))) : undefined
}

/** A kind of rule as somebody chooses it. */
export type KindChoice = {
  readonly kind: string
  readonly title: Localised
  /** The first thing that must be answered: what such a rule is about. */
  readonly help: Localised | undefined
  /** A guideline has at most one. */
  readonly once: boolean
}

/** Returns every kind of rule that can be written, in order. */
export function kindChoices(): readonly KindChoice[] {
  return [...kindsByName.values()].map(({ kind, title, values, ask, once }) => ({
    kind,
    title: title ?? { sv: kind, en: kind },
    help: firstAsk(values, ask),
    once: once === true,
  }))
}

function firstAsk(values: z.ZodObject, asks: Asks | undefined): Localised | undefined {
  const questions = questionsOf(values, asks)
  return (questions.find(({ optional }) => !optional) ?? questions[0])?.ask
}

/** Returns the words of its own that a draft has so far. */
export function termsIn(terms: unknown): Terms {
  const parsed = z.array(z.unknown()).safeParse(terms)
  return (parsed.data ?? []).flatMap((term) => termSchema.safeParse(term).data ?? [])
}

const termSchema = z.object({ id: z.string(), sv: z.string().min(1), en: z.string().min(1) })

const frameSchema = z.strictObject({
  id: ruleId,
  clause: z.string().min(1).max(300),
  force: z.enum(forces),
  bearer: z.enum(bearers),
  says: localised.optional(),
})

/** What every rule is asked, of whatever kind: its name, where it stands, how strong it is and whose duty. */
export const frameQuestions: readonly Question[] = questionsOf(frameSchema, ruleAsks)

/** Returns the questions about the values of a kind of rule; none when there is no such kind. */
export function ruleQuestions(kind: string, options?: { readonly change?: boolean }): readonly Question[] {
  const known = kindsByName.get(kind)
  return known === undefined ? [] : questionsOf(known.values, known.ask, options)
}

/** What a guideline is asked about itself. What the product settles (name of the file, status, adoption) is not asked. */
export const aboutQuestions: readonly Question[] = questionsOf(guidelineSchema, guidelineAsks).filter(
  ({ key }) => !['format', 'id', 'status', 'adoption', 'rules', 'silences'].includes(key),
)

type Sorted = { readonly sort: ProblemSort; readonly limit: number | undefined }

function sortsOf(parsed: z.ZodSafeParseResult<unknown>, data: Block): ReadonlyMap<string, Sorted> {
  const sorts = new Map<string, Sorted>()
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) sorts.set(pathText([...path, key]), { sort: 'unknown-key', limit: undefined })
    } else sorts.set(pathText(path), sortOf(issue, valueAt(data, path)))
  }
  return sorts
}

function sortOf(issue: z.core.$ZodIssue, given: unknown): Sorted {
  const plain = (sort: ProblemSort) => ({ sort, limit: undefined })
  if (issue.code !== 'custom' && (given === undefined || given === null || given === '')) return plain('missing')
  switch (issue.code) {
    case 'invalid_value':
      return plain('no-choice')
    case 'invalid_type':
      return plain(['number', 'int'].includes(issue.expected) ? 'no-number' : 'other')
    case 'too_small':
      return Array.isArray(given) ? plain('none-chosen') : { sort: 'too-small', limit: Number(issue.minimum) }
    case 'too_big':
      return { sort: typeof given === 'string' ? 'too-long' : 'too-big', limit: Number(issue.maximum) }
    default:
      return plain('other')
  }
}

/** What does not go together among the parts that are each of the right form, while others are not yet. */
function problemsBetween(
  source: string,
  data: Block,
  { file, language }: { readonly file: string; readonly language: Language },
): readonly Problem[] {
  const rules = listAt(data, 'rules')
  const whole = rules.flatMap((rule, index) => (anyRuleSchema.safeParse(rule).success ? [index] : []))
  const unready = new Set(rules.flatMap((rule, index) => (whole.includes(index) || !isBlock(rule) ? [] : [rule.id])))
  const silences = listAt(data, 'silences')
  const asked = silences.flatMap((silence, index) =>
    silenceSchema.safeParse(silence).success && !unready.has((silence as Block).rule) ? [index] : [],
  )
  const ready = {
    ...skeleton,
    terms: termsIn(data.terms).map(({ id, sv, en }) => ({ id, sv, en })),
    rules: whole.map((index) => rules[index]),
    silences: asked.map((index) => silences[index]),
  }
  const loaded = loadGuideline(JSON.stringify(ready), file, language)
  if (loaded.ok) return []
  const places: Readonly<Record<string, readonly number[]>> = { rules: whole, silences: asked }
  return loaded.problems.flatMap((problem) => {
    const [list, index, ...rest] = pathOf(problem.path)
    const place = places[String(list)]?.[Number(index)]
    if (place === undefined) return []
    const at = [String(list), place, ...rest]
    return [{ ...problem, path: pathText(at), line: lineOf(source, at), column: 1 }]
  })
}

const skeleton = {
  format: 'namndkontakt/guideline@1',
  id: 'utkast',
  title: 'Utkast',
  issuer: { committee: 'Nämnden' },
  status: 'proposal',
  document: { reviewBy: { when: 'none' } },
}

function listAt(data: Block, key: string): readonly unknown[] {
  const value = data[key]
  return Array.isArray(value) ? value : []
}

function valueAt(data: unknown, path: TextPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Block)[String(step)] : undefined),
    data,
  )
}

/** `rules[2].values.blocs` as keys and positions; the loader's own way of writing a place. */
function pathOf(text: string): TextPath {
  return [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, position]) =>
    key === undefined ? Number(position) : key,
  )
}

function pathText(path: TextPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${step}`),
    '',
  )
}
