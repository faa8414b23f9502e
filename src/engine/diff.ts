import type { Day } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { type BothWords, type ChangedPoint, metadataPoints, rulePoints } from './diff-points.ts'
import { type DescribedRule, describeGuideline } from './explain.ts'
import type { Guideline, Silence } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { blockKindOf } from './fees/block-kinds.ts'
import { kindOf, kindsByName, type Rule } from './rule.ts'
import { type Words, wordsOf } from './rules/words.ts'
import { bare } from './schema-walk.ts'
import { valueText } from './value-text.ts'

/** A rule that only one of the versions has. */
export type DiffedRule = Pick<DescribedRule, 'id' | 'kind' | 'clause' | 'force' | 'bearer' | 'sentence'> & {
  /** What the kind of rule is called; its code while it has no title. */
  readonly title: string
}

/** A rule that both versions have and say otherwise. */
export type ChangedRule = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly sentence: { readonly before: string; readonly after: string }
  readonly points: readonly ChangedPoint[]
}

/** A question that a version leaves open. */
export type DiffedSilence = {
  readonly id: string
  readonly rule: string
  readonly parameter: string
  readonly question: string
}

/** What differs between two versions of a guideline, in one language. Plain data: nothing else is needed to show it. */
export type GuidelineDiff = {
  readonly before: { readonly id: string; readonly title: string }
  readonly after: { readonly id: string; readonly title: string }
  /** What the guideline says about itself: title, issuer, validity, document, terms. */
  readonly metadata: readonly ChangedPoint[]
  readonly added: readonly DiffedRule[]
  readonly removed: readonly DiffedRule[]
  readonly changed: readonly ChangedRule[]
  /** How many rules say the same in both. */
  readonly unchanged: number
  readonly silences: {
    readonly added: readonly DiffedSilence[]
    readonly removed: readonly DiffedSilence[]
    /** Asked otherwise, or with other choices. */
    readonly reworded: readonly { readonly before: DiffedSilence; readonly after: DiffedSilence }[]
    /** Left open before, said by the rule itself now. */
    readonly answered: readonly (DiffedSilence & { readonly answer: string })[]
  }
}

export type DiffInput = {
  readonly before: Guideline
  readonly after: Guideline
  readonly language: Language
  /** The sentences are as they stand on this day; without it, on the first day of each version. */
  readonly day?: Day | undefined
  /** Local answers that the sentences are read with. */
  readonly interpretations?: readonly Interpretations[] | undefined
}

/**
 * Returns what differs between two versions of a guideline, rule by rule. Rules are the same when id and kind are: a
 * rule that has only changed its id is one removed and one added. Each list is in the order of its version.
 */
export function diffGuidelines(input: DiffInput): GuidelineDiff {
  const [old, now] = [sideOf(input.before, input), sideOf(input.after, input)]
  const both: BothWords = { old: old.words, now: now.words }
  const shared = input.after.rules.flatMap((rule) => {
    const earlier = old.rules.get(keyOf(rule))
    return earlier === undefined ? [] : [{ rule, points: rulePoints(earlier, rule, both) }]
  })
  const changed = shared.filter(({ points }) => points.length > 0)
  return {
    before: { id: input.before.id, title: input.before.title },
    after: { id: input.after.id, title: input.after.title },
    metadata: metadataPoints(input.before, input.after, both),
    added: onlyIn(now, old),
    removed: onlyIn(old, now),
    changed: changed.map(({ rule, points }) => ({
      id: rule.id,
      kind: rule.kind,
      title: kindTitle(rule.kind, input.language),
      sentence: { before: sentenceOf(rule, old), after: sentenceOf(rule, now) },
      points,
    })),
    unchanged: shared.length - changed.length,
    silences: silencesOf(old, now),
  }
}

type Side = {
  readonly version: Guideline
  readonly words: Words
  readonly rules: ReadonlyMap<string, Rule>
  readonly described: ReadonlyMap<string, DescribedRule>
}

function sideOf(version: Guideline, { language, day, interpretations = [] }: DiffInput): Side {
  const described = describeGuideline(version, language, day ?? version.validity?.from ?? beforeAll, interpretations)
  return {
    version,
    words: wordsOf(language, version.terms),
    rules: new Map(version.rules.map((rule) => [keyOf(rule), rule])),
    described: new Map(described.map((rule) => [keyOf(rule), rule])),
  }
}

/** A version without a first day is read before any of its dated changes. */
const beforeAll = Number.MIN_SAFE_INTEGER as Day

function keyOf(rule: { readonly id: string; readonly kind: string }): string {
  return `${rule.id} ${rule.kind}`
}

/** Returns what a kind of rule, or a block of the fee rules, is called; its code while it has no title. */
export function kindTitle(kind: string, language: Language): string {
  const known = kindsByName.get(kind) ?? blockKindOf(kind)
  return known?.title?.[language] ?? kind
}

function sentenceOf(rule: Rule, side: Side): string {
  return side.described.get(keyOf(rule))?.sentence ?? ''
}

function onlyIn(side: Side, other: Side): readonly DiffedRule[] {
  return [...side.described]
    .filter(([key]) => !other.rules.has(key))
    .map(([, { id, kind, clause, force, bearer, sentence }]) => {
      const title = kindTitle(kind, side.words.language)
      return { id, kind, title, clause, force, bearer, sentence }
    })
}

/** A question is the same when it asks about the same value of the same rule, whatever it is called. */
function silencesOf(old: Side, now: Side): GuidelineDiff['silences'] {
  const [before, after] = [byValue(old.version.silences), byValue(now.version.silences)]
  const { language } = now.words
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, silence]) => silence)
  const answers = gone.map((silence) => ({ silence, answer: answerIn(now, silence) }))
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, silence]) => diffed(silence, language)),
    removed: answers.filter(({ answer }) => answer === undefined).map(({ silence }) => diffed(silence, language)),
    reworded: [...after].flatMap(([key, silence]) => {
      const earlier = before.get(key)
      return earlier === undefined || JSON.stringify(earlier) === JSON.stringify(silence)
        ? []
        : [{ before: diffed(earlier, language), after: diffed(silence, language) }]
    }),
    answered: answers.flatMap(({ silence, answer }) =>
      answer === undefined ? [] : [{ ...diffed(silence, language), answer }],
    ),
  }
}

function byValue(silences: readonly Silence[]): ReadonlyMap<string, Silence> {
  return new Map(silences.map((silence) => [`${silence.rule} ${silence.parameter}`, silence]))
}

function diffed({ id, rule, parameter, question }: Silence, language: Language): DiffedSilence {
  return { id, rule, parameter, question: question[language] }
}

/** What the rule says now in place of the question: a choice of the old question in its words, or the value. */
function answerIn({ version, words }: Side, { rule, parameter, choices }: Silence): string | undefined {
  for (const { id, kind, values } of version.rules) {
    const { values: schema, ask: asks = {} } = kindOf(kind)
    const part = schema.shape[parameter]
    const value = values[parameter]
    if (id !== rule || part === undefined || value === undefined || value === 'silent') continue
    const chosen = choices?.find((choice) => choice.value === value)
    return chosen?.label[words.language] ?? valueText(value, { schema: bare(part), path: parameter, asks, words })
  }
  return undefined
}
