import {
  answerText,
  describeGuideline,
  type FeeRules,
  type Guideline,
  type Interpretations,
  issuerName,
  statusOn,
  termsOf,
} from '../../engine/index.ts'
import { describeBlocks } from '../../engine/fees/block-kinds.ts'
import { describeFees } from '../../engine/fees/describe.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { type Definition, formatDay } from '../../ui/index.ts'
import { adoptionPath, interpretationPath, reviewPath } from './guidelines.paths.ts'
import { guidelinesTexts } from './guidelines.texts.ts'
import type { ShownFeeRules, ShownGuideline } from './guidelines.views.tsx'

type Presented = {
  readonly versionId: string
  readonly guideline: Guideline
  readonly interpretations: Interpretations
  /** Every version on the shelf, as adopted: what has replaced another is among them. */
  readonly all: readonly Guideline[]
  readonly language: Language
  readonly place: PlaceSlugs
  readonly today: Day
  /** What the one who reads may do. */
  readonly mayInterpret: boolean
  readonly mayAdopt: boolean
}

/** Returns a version as the page shows it: rules read back as they stand today, questions still open, and the document's own data. */
export function presentGuideline(presented: Presented): ShownGuideline {
  const { versionId, guideline, interpretations, all, language, place, today, mayInterpret, mayAdopt } = presented
  const rules = describeGuideline(guideline, language, today, [interpretations])
  const isProposal = guideline.status === 'proposal' && interpretations.adoption === undefined
  return {
    id: versionId,
    title: guideline.title,
    status: shownStatus(all.find(({ id }) => id === guideline.id) ?? guideline, all, today, language),
    about: aboutDocument(guideline, interpretations, language),
    rules,
    open: rules.flatMap(({ id, silent }) =>
      silent.map(({ silence, question }) => ({
        silence,
        question,
        rule: id,
        answerHref: mayInterpret ? interpretationPath(place, versionId, silence) : undefined,
      })),
    ),
    interpretations: interpretations.answers.flatMap((answer) => {
      const silence = guideline.silences.find(({ id }) => id === answer.silence)
      if (silence === undefined) return []
      const { decidedBy, on, paragraph = '' } = answer
      return [
        {
          id: answer.id,
          question: silence.question[language],
          answer: answerText(silence, answer.answer, language),
          rule: silence.rule,
          decision: [decidedBy, formatDay(on, language), paragraph].filter((part) => part !== '').join(', '),
          from: formatDay(answer.from, language),
          invented: answer.invented === true,
        },
      ]
    }),
    adoptHref: isProposal && mayAdopt ? adoptionPath(place, versionId) : undefined,
    reviewHref: !isProposal && mayAdopt ? reviewPath(place, versionId) : undefined,
  }
}

/** Returns fee rules as the page shows them: fees with their amounts, caps and categories, then lost earnings, costs and claims. */
export function presentFeeRules(rules: FeeRules, language: Language): ShownFeeRules {
  const { id, title, status } = rules
  const terms = termsOf([], [rules])
  const described = [...describeFees(rules, language, terms), ...describeBlocks(rules, language, terms)]
  return {
    id,
    title,
    status: guidelinesTexts(language).feeRulesStatus[status],
    lines: described.map(({ sentence, clause }) => (clause === '' ? sentence : `${sentence} (${clause})`)),
  }
}

/** Returns where a version stands on a day, in words. */
export function shownStatus(
  guideline: Guideline,
  all: readonly Guideline[],
  today: Day,
  language: Language,
): ShownGuideline['status'] {
  const texts = guidelinesTexts(language).status
  const status = statusOn(guideline, all, today)
  const { is } = status
  if (is === 'coming') return { is, text: texts.coming(formatDay(status.from, language)) }
  if (is === 'replaced') return { is, text: texts.replaced(status.title, formatDay(status.from, language)) }
  if (is === 'expired') return { is, text: texts.expired(formatDay(status.on, language)) }
  return { is, text: is === 'adopted' && guideline.validity?.trial !== undefined ? texts.trial : texts[is] }
}

function aboutDocument(guideline: Guideline, { adoption }: Interpretations, language: Language): readonly Definition[] {
  const texts = guidelinesTexts(language)
  const { issuer, validity, document } = guideline
  const adopted = adoption ?? guideline.adoption
  const from = adoption?.from ?? validity?.from
  const day = (it: Day) => formatDay(it, language)
  const lines: readonly (readonly [string, string | undefined])[] = [
    [texts.issuer, [issuer.municipality, issuerName(issuer)].filter((it) => it !== undefined).join(', ')],
    [texts.binds, issuer.binds && (issuer.binds === 'all' ? texts.bindsAll : issuer.binds.join(', '))],
    [
      texts.adoptedOn,
      adopted &&
        [day(adopted.on), adopted.paragraph, adoption?.invented ? texts.invented : undefined]
          .filter((it) => it !== undefined)
          .join(', '),
    ],
    [texts.inForceFrom, from && `${day(from)}${validity?.assumed && !adoption ? ` (${texts.assumedDay})` : ''}`],
    [texts.inForceUntil, validity?.until && day(validity.until)],
    [texts.trialEvaluatedBy, validity?.trial && day(validity.trial.evaluateBy ?? validity.until ?? validity.from)],
    [
      texts.registrationNumber,
      adopted && 'registrationNumber' in adopted ? adopted.registrationNumber : document.firstRegistrationNumber,
    ],
    [texts.owner, document.owner],
    [texts.responsible, document.responsible],
    [texts.createdBy, document.createdBy],
    [texts.scope, document.scope],
    [texts.category, document.category?.[language]],
    [texts.firstDecided, document.firstDecided],
    [
      texts.revisions,
      document.revisions
        .map(({ on, paragraph, revised }) =>
          [day(on), paragraph, revised[language]].filter((it) => it !== undefined).join(', '),
        )
        .join('; '),
    ],
    [
      texts.reviewBy,
      [texts.reviewKinds[document.reviewBy.when], document.reviewBy.on && day(document.reviewBy.on)]
        .filter(Boolean)
        .join(' '),
    ],
    [
      texts.reviews,
      document.reviews
        .map(({ on, paragraph, outcome }) => `${[day(on), paragraph].filter(Boolean).join(', ')}: ${outcome}`)
        .join('; '),
    ],
    [texts.disposal, document.disposal?.[language]],
  ]
  return lines.flatMap(([term, description]) => (description ? [{ term, description }] : []))
}
