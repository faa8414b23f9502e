import type { Language } from '../../kernel/language.ts'
import { type Basis, type Settings, topicWeight } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { CheckAsked } from './reports.check.rules.ts'
import type { ReportForm } from './reports.rules.ts'

/** Something the guideline says, with where it says it. */
type Said = { readonly text: string; readonly clause: string }

/** One of the guideline's topics, with the audiences it is for. */
type Topic = {
  /** The name of its text in the report. */
  readonly key: string
  readonly audience: string
  /** The audiences' codes. */
  readonly audiences: readonly string[]
  readonly heading: string
  /** What the guideline itself says to help whoever writes about it. */
  readonly help?: string | undefined
  readonly clause: string
  /** `must` and `should` are to be taken up, as strongly as the guideline says; an example helps. */
  readonly weight: 'must' | 'should' | 'example'
}

/** A matter that stays out of the report, and to whom it is handed over instead. */
type Excluded = { readonly matter: string; readonly referTo: string; readonly clause: string }

/** What the guideline in force on the day of the visit says about its report, in words of one language. */
export type ReportGuide = {
  /** Absent when none was in force. */
  readonly guideline?: { readonly id: string; readonly title: string } | undefined
  readonly forms: readonly ReportForm[]
  readonly by?: string | undefined
  readonly topics: readonly Topic[]
  readonly principles: readonly Said[]
  readonly secrecy: readonly Said[]
  readonly excluded: readonly Excluded[]
  readonly toManager: boolean
  readonly readByOthers: boolean
  readonly oralSummary: boolean
  readonly discussion: boolean
  readonly feeNeedsReport: boolean
  /** Who answers proposals by the guideline: the code that a draft keeps, and what it is called. */
  readonly answerer?: { readonly code: string; readonly label: string } | undefined
  /** The manager sees the report before it circulates. Absent where the guideline does not say so. */
  readonly factualCheck?: CheckAsked | undefined
}

/** Where the guideline does not say in which form a visit is reported, it is written: that can be kept and read. */
const unlessSaid: readonly ReportForm[] = ['written']

/** Returns what the settings of the day say about the report; of a day without a guideline only that it is written. */
export function reportGuide(settings: Settings | undefined, language: Language): ReportGuide {
  if (settings === undefined) return withoutGuideline
  const { conversation, report, fee } = settings
  return {
    guideline: { id: settings.guidelineId, title: settings.title },
    forms: report.forms.value === 'silent' ? unlessSaid : report.forms.value,
    by: report.by.value === 'silent' ? undefined : report.by.value,
    topics: conversation.topics.map((topic) => ({
      key: topicKey(topic.basis, topic.id),
      audience: wordsOf(language, settings.terms).labels(topic.audiences),
      audiences: topic.audiences,
      heading: topic.topic[language],
      help: topic.help?.[language],
      clause: topic.basis.clause,
      weight: topicWeight(topic),
    })),
    principles: conversation.principles
      .filter(({ shownBefore }) => shownBefore.includes('reporting'))
      .map(({ text, basis }) => ({ text: text[language], clause: basis.clause })),
    secrecy:
      conversation.secrecy.value === 'silent'
        ? []
        : [{ text: conversation.secrecy.value.reminder[language], clause: conversation.secrecy.basis.clause }],
    excluded: conversation.excludedMatters.map(({ matter, referTo, basis }) => ({
      matter: matter[language],
      referTo: referTo[language],
      clause: basis.clause,
    })),
    // Where nothing is said the manager gets it too: the report is about the manager's own unit.
    toManager: report.to.value === 'silent' || report.to.value.manager,
    readByOthers: report.othersRead.value !== 'silent',
    oralSummary: report.oralSummary.value !== 'silent',
    discussion: report.discussion.value !== 'silent',
    feeNeedsReport: fee.conditions.value !== 'silent' && fee.conditions.value.includes('report'),
    answerer:
      report.answer.value === 'silent'
        ? undefined
        : {
            code: report.answer.value.by,
            label: wordsOf(language, settings.terms).label(report.answer.value.by),
          },
    factualCheck:
      report.factualCheck.value === 'silent'
        ? undefined
        : {
            ...report.factualCheck.value,
            isDuty: report.factualCheck.basis.force === 'must',
            clause: report.factualCheck.basis.clause,
          },
  }
}

const withoutGuideline: ReportGuide = {
  forms: unlessSaid,
  topics: [],
  principles: [],
  secrecy: [],
  excluded: [],
  toManager: true,
  readByOthers: false,
  oralSummary: false,
  discussion: false,
  feeNeedsReport: false,
}

/** Rule and topic together: stable as long as the guideline keeps both, and free of dots, which part a field's name. */
function topicKey(basis: Basis, id: string): string {
  return keyOf(basis.rule, id)
}

function keyOf(rule: string, id: string): string {
  return `${rule}-${id}`.replace(/[^\p{L}0-9-]/gu, '-')
}

type TopicsRule = {
  readonly topics: readonly { readonly id: string; readonly topic: Readonly<Record<Language, string>> }[]
}
type AnyRule = { readonly id: string; readonly kind: string; readonly values: object }

/** Returns what topics are called in these guidelines, by the name of their text in a report; a later guideline's word goes first. */
export function topicHeadings(
  guidelines: readonly { readonly rules: readonly AnyRule[] }[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(
    guidelines.flatMap(({ rules }) =>
      rules.flatMap((rule) =>
        namesTopics(rule) ? rule.values.topics.map((it) => [keyOf(rule.id, it.id), it.topic[language]] as const) : [],
      ),
    ),
  )
}

function namesTopics(rule: AnyRule): rule is AnyRule & { readonly values: TopicsRule } {
  return rule.kind === 'conversation.topics'
}
