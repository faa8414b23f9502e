import type { Day } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor, ore } from '../kernel/money.ts'
import type { Bearer, Finding, Force, Subject } from './finding.ts'
import { collisionSentences } from './collisions.ts'
import { compile, type CompileInput } from './compile.ts'
import type { FeeRules } from './fee-rules.ts'
import { blockKindOf } from './fees/block-kinds.ts'
import { feeReasons } from './fees/periods.ts'
import { feeSentences } from './fees/sentences.ts'
import { type Guideline, kindOf, type Silence } from './guideline.ts'
import type { Answer, Interpretations } from './interpretations.ts'
import { issuerKey } from './issuer.ts'
import type { Say, Sentences } from './rules/kind.ts'
import { isKnownCode, type Terms, wordsOf } from './rules/words.ts'

/** Gives the name of a person, unit, group …, as the caller may show it. */
export type Names = (subject: Subject) => string

/** Returns the words that guidelines and fee rules add to those of the product. */
export function termsOf(guidelines: readonly Guideline[], feeRules: readonly FeeRules[] = []): Terms {
  return [...guidelines.flatMap((guideline) => guideline.terms), ...feeRules.flatMap(feeTerms)]
}

/** What fee rules call their kinds of fee and cost and their roles; where the product has a word for it, that one stands. */
function feeTerms({ fees, costs = [], approval }: FeeRules): Terms {
  const roles = [approval?.by, approval?.ownBy].filter((it) => it !== undefined)
  const titled = [
    ...[...fees, ...costs].map(({ kind, title }) => ({ id: kind, ...title })),
    ...roles.map(({ role, title }) => ({ id: role, ...title })),
  ]
  return titled.filter(({ id }) => !isKnownCode(id))
}

/** Gives the title of the guideline that a finding names as its source, where it needs saying. */
export type SourceTitle = (finding: Pick<Finding, 'source'>) => string | undefined

/** Returns the titles of sources where guidelines of several issuers bind; where one does, it goes without saying. */
export function sourceTitles(guidelines: readonly Guideline[]): SourceTitle {
  if (new Set(guidelines.map(({ issuer }) => issuerKey(issuer))).size < 2) return () => undefined
  const titles = new Map(guidelines.map(({ id, title }) => [id, title]))
  return ({ source }) => titles.get(source)
}

/** Returns the sentence that says a finding, in plain words. Names are given by the caller; without them ids stand. */
export function explain(
  finding: Finding,
  language: Language,
  names: Names = (subject) => subject.id,
  terms: Terms = [],
): string {
  const sentences = sentencesOf[finding.kind] ?? (blockKindOf(finding.kind) ?? kindOf(finding.kind)).sentences
  const sentence = (sentences[language] as Sentences)[finding.code]
  if (sentence === undefined) throw new Error(`no sentence for ${finding.kind} ${finding.code}`)
  return sentence(sayingOf(finding, language, names, terms))
}

/** Returns a sentence for each pair of rules from different sources that hold on the day and cannot both be followed. */
export function describeCollisions(input: CompileInput, language: Language, day: Day): readonly string[] {
  return [...compile(input).at(day).collisions.values()].flat().map(({ rule, values }) => {
    const subject = { type: 'guideline', id: rule.source } as const
    return explain({ ...rule, rule: rule.id, outcome: 'needs-decision', code: 'collide', subject, values }, language)
  })
}

/** A rule of a guideline read back, with what it is silent on and what has been answered. */
export type DescribedRule = {
  readonly id: string
  readonly kind: string
  readonly clause: string
  readonly force: Force
  readonly bearer: Bearer
  readonly sentence: string
  /** Questions that nobody has answered. */
  readonly silent: readonly { readonly silence: string; readonly parameter: string; readonly question: string }[]
  /** Local interpretations that hold on the day. */
  readonly interpretations: readonly { readonly question: string; readonly answer: string; readonly given: Answer }[]
}

/** Returns the guideline's rules in order, read back in plain words as they stand on a day, whether or not it is adopted. */
export function describeGuideline(
  guideline: Guideline,
  language: Language,
  day: Day,
  interpretations: readonly Interpretations[] = [],
): readonly DescribedRule[] {
  // Read back alone and without its period: a proposal and an ended version can be read too.
  const { validity: _, ...timeless } = guideline
  const answersAlone = interpretations.map((it) => ({ ...it, adoption: undefined }))
  const epoch = compile({ guidelines: [timeless], interpretations: answersAlone, tryProposals: true }).at(day)
  const answers = interpretations.filter((it) => it.guideline === guideline.id).flatMap((it) => it.answers)
  const words = wordsOf(language, guideline.terms)
  return epoch.rules.map((rule) => {
    const kind = kindOf(rule.kind)
    const asked = guideline.silences.filter((it) => it.rule === rule.id && it.parameter in rule.values)
    const used = answers.filter((answer) => rule.interpretations.includes(answer.id))
    return {
      id: rule.id,
      kind: rule.kind,
      clause: rule.clause,
      force: rule.force,
      bearer: rule.bearer,
      sentence:
        rule.says === undefined
          ? kind.describe(rule.values, words)
          : `${kind.describe(rule.values, words)} ${rule.says[language]}`,
      silent: asked
        .filter((it) => rule.values[it.parameter] === 'silent')
        .map((it) => ({ silence: it.id, parameter: it.parameter, question: it.question[language] })),
      interpretations: used.flatMap((answer) => {
        const silence = asked.find((it) => it.id === answer.silence)
        return silence === undefined
          ? []
          : [
              {
                question: silence.question[language],
                answer: answerText(silence, answer.answer, language),
                given: answer,
              },
            ]
      }),
    }
  })
}

/** Returns an answer in words: its choice's label, or the value itself. */
export function answerText(silence: Silence, answer: string | number | boolean, language: Language): string {
  return silence.choices?.find((it) => it.value === answer)?.label[language] ?? wordsOf(language).label(String(answer))
}

const inForceSentences: { readonly sv: Sentences; readonly en: Sentences } = {
  sv: {
    'none-in-force': () => 'Ingen riktlinje som finns här gällde den dagen, så besöket kan inte prövas.',
    'fee-unmentioned': () => 'Ingen regel i riktlinjen handlar om arvode, så arvodet kan inte bestämmas.',
  },
  en: {
    'none-in-force': () => 'No guideline known here was in force on that day, so the visit cannot be judged.',
    'fee-unmentioned': () => 'No rule of the guideline speaks of a fee, so the fee cannot be told.',
  },
}

/** The sentences of findings that stand in no rule. */
const sentencesOf: Readonly<Record<string, { readonly sv: Sentences; readonly en: Sentences }>> = {
  'in-force': inForceSentences,
  sources: collisionSentences,
  [feeReasons]: feeSentences,
}

function sayingOf(finding: Finding, language: Language, names: Names, terms: Terms): Say {
  const words = wordsOf(language, terms)
  const value = (key: string) => finding.values[key]
  const many = (key: string): readonly string[] => {
    const found = value(key)
    return Array.isArray(found) ? (found as readonly string[]) : found === undefined ? [] : [String(found)]
  }
  const number = (key: string) => Number(value(key) ?? 0)
  return {
    finding,
    words,
    number,
    subject: names(finding.subject),
    text: (key) => words.list(many(key)),
    day: (key) => (value(key) === undefined ? '–' : words.day(number(key))),
    duration: (key) => words.duration(number(key)),
    kronor: (key) => formatKronor(ore(number(key))),
    labels: (key) => words.labels(many(key)),
    name: (type, key) => names({ type, id: String(value(key) ?? '') }),
    names: (type, key) => words.list(many(key).map((id) => names({ type, id }))),
  }
}
