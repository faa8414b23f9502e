import {
  type Basis,
  describeGuideline,
  type Finding,
  type Names,
  type Settings,
  sourceTitles,
  termsOf,
} from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { Finding as ShownFinding } from '../../ui/index.ts'
import { type Rulebook, shownFinding } from '../guidelines/index.ts'

/** Why something is said: the rule in plain words and where it stands. */
export type Why = { readonly key: string; readonly clause: string; readonly source: string; readonly text: string }

/** A finding on a page, with its reason. */
export type RuleLine = { readonly key: string; readonly shown: ShownFinding; readonly why: Why }

export type Explainer = {
  readonly linesOf: (findings: readonly Finding[]) => readonly RuleLine[]
  readonly whyOf: (basis: Pick<Basis, 'rule' | 'kind' | 'source' | 'clause'>) => Why
}

/** Returns what turns findings and settings into sentences with their reason, for the guidelines as they stand on a day. */
export function explainer(rules: Rulebook, day: Day, language: Language, names: Names): Explainer {
  const sentences = new Map<string, string>()
  const titleOf = sourceTitles(rules.guidelines)
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const titles = new Map(rules.guidelines.map(({ id, title }) => [id, title]))
  for (const guideline of rules.guidelines) {
    for (const { id, kind, sentence } of describeGuideline(guideline, language, day, rules.interpretations)) {
      sentences.set(`${guideline.id} ${id} ${kind}`, sentence)
    }
  }
  const whyOf: Explainer['whyOf'] = ({ rule, kind, source, clause }) => {
    const key = `${source} ${rule} ${kind}`
    return { key, clause, source: titles.get(source) ?? source, text: sentences.get(key) ?? '' }
  }
  const linesOf: Explainer['linesOf'] = (findings) =>
    findings.map((finding, index) => ({
      key: String(index),
      shown: shownFinding(finding, language, names, titleOf, terms),
      why: whyOf(finding),
    }))
  return { whyOf, linesOf }
}

/** What to know before a visit, in the page's language, each part with the rules that it rests on. */
export type Preparation = {
  readonly principles: Part<string>
  readonly excluded: Part<{ readonly matter: string; readonly referTo: string }>
  readonly referral: Part<{ readonly question: string; readonly turnTo: string }>
  readonly secrecy: Part<string>
  readonly materials: Part<string>
  /** Reading is noted, person by person. */
  readonly readingIsNoted: boolean
  readonly qualityReport: Part<'aid-only' | 'aid'>
}
export type Part<T> = { readonly items: readonly T[]; readonly whys: readonly Why[] }

/** Returns what the settings want known before a visit (HED-10, SNB-02, SNB-10, SNB-11, SNB-12, SOC-04, SOC-08). */
export function preparationOf(settings: Settings, explain: Explainer, language: Language): Preparation {
  const { conversation, use } = settings
  const part = <S extends { readonly basis: Basis }, T>(found: readonly S[], pick: (item: S) => T): Part<T> => ({
    items: found.map(pick),
    whys: distinct(found.map(({ basis }) => explain.whyOf(basis))),
  })
  const { secrecy } = conversation
  const quality = use.qualityReportAsPreparation
  return {
    principles: part(conversation.principles, ({ text }) => text[language]),
    excluded: part(conversation.excludedMatters, ({ matter, referTo }) => ({
      matter: matter[language],
      referTo: referTo[language],
    })),
    referral: part(conversation.referralGuide, ({ question, turnTo }) => ({
      question: question[language],
      turnTo: turnTo[language],
    })),
    secrecy:
      secrecy.value === 'silent'
        ? nothing
        : { items: [secrecy.value.reminder[language]], whys: [explain.whyOf(secrecy.basis)] },
    materials: part(conversation.preparation, ({ material }) => material[language]),
    readingIsNoted: conversation.preparation.some(({ noted }) => noted),
    qualityReport:
      quality.value === 'silent' || !quality.value
        ? nothing
        : {
            items: [use.qualityFollowUp.value === 'not-part' ? 'aid-only' : 'aid'],
            whys: [explain.whyOf(quality.basis)],
          },
  }
}

/** Returns the principles that the guideline wants shown before booking (HED-13). */
export function principlesBeforeBooking(settings: Settings, explain: Explainer, language: Language): Part<string> {
  const shown = settings.conversation.principles.filter(({ shownBefore }) => shownBefore.includes('booking'))
  return {
    items: shown.map(({ text }) => text[language]),
    whys: distinct(shown.map(({ basis }) => explain.whyOf(basis))),
  }
}

/** Returns what limits when a visit can be made, rule by rule: blocked days, how many a unit receives, notice. */
export function limitsOf({ visits }: Settings, explain: Explainer): readonly Why[] {
  return distinct(visits.limits.map(({ basis }) => explain.whyOf(basis)))
}

/** Where the guideline says nothing. */
export const nothing = { items: [], whys: [] } as const

function distinct(whys: readonly Why[]): readonly Why[] {
  return [...new Map(whys.map((why) => [why.key, why])).values()]
}
