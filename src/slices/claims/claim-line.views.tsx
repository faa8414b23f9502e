import { explain, type Names } from '../../engine/explain.ts'
import type { FeeLine, FeePart, Finding } from '../../engine/finding.ts'
import { type Terms, wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  DefinitionList,
  FindingList,
  type Finding as ShownFinding,
  Money,
  Table,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { feeKindName } from './claims.asked.rules.ts'
import { claimsTexts } from './claims.texts.ts'

/** A question that the guideline leaves open, with where its answer is registered. */
export type Question = {
  readonly source: string
  readonly rule: string
  readonly parameter: string
  readonly versionId: string
  readonly silenceId: string
  readonly question: string
}

/** What it takes to say a fee line in words. */
export type LineContext = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly names: Names
  /** Titles of guidelines and fee rules, by file id. */
  readonly titles: ReadonlyMap<string, string>
  /** The words of guideline and fee rules for their own codes. */
  readonly terms: Terms
  /** Who decides about what is beyond the usual number of visits, on a day, in words. */
  readonly decider: (day: Day) => string
  readonly questions: readonly Question[]
  readonly mayInterpret: boolean
  readonly mayDecideExtra: boolean
}

export type ShownPart = {
  readonly key: string
  readonly name: string
  readonly sum: string
  readonly amount: Ore
  readonly clause: string
}
export type ShownLine = {
  readonly outcome: { readonly tone: Tone; readonly label: string }
  readonly feeKind: string | undefined
  readonly attended: string
  readonly paid: string
  readonly parts: readonly ShownPart[]
  readonly amount: Ore | undefined
  /** What it will be when what is missing is there. */
  readonly expected: Ore | undefined
  readonly reasons: readonly ShownFinding[]
}

const outcomeTones = {
  payable: 'good',
  'not-payable': 'neutral',
  waiting: 'info',
  'needs-decision': 'warning',
  'cannot-tell': 'warning',
} as const

/** Returns the line in words: each part as a sum, every reason with its clause, and who must do what. */
export function shownLine(line: FeeLine, context: LineContext): ShownLine {
  const texts = claimsTexts(context.language)
  const words = wordsOf(context.language)
  return {
    outcome: { tone: outcomeTones[line.outcome], label: texts.lineOutcomes[line.outcome] },
    feeKind: line.feeKind === undefined ? undefined : feeKindName(line.feeKind, { ...context, known: texts.feeKinds }),
    attended: words.duration(line.attended),
    paid:
      line.paid > 0 && line.paid < line.attended
        ? texts.paidOf(words.duration(line.paid), words.duration(line.attended))
        : words.duration(line.paid),
    parts: line.parts.map((part, index) => shownPart(part, index, context)),
    amount: line.outcome === 'payable' ? line.amount : undefined,
    expected: line.expected,
    reasons: line.reasons.map((reason) => shownReason(reason, context)),
  }
}

function shownPart(part: FeePart, index: number, context: LineContext): ShownPart {
  const { language, titles } = context
  const texts = claimsTexts(language)
  const duration = wordsOf(language).duration(part.minutes)
  const sum = [quantityText(part, language), formatKronor(part.rate), formatKronor(part.amount)] as const
  return {
    key: `${index} ${part.kind}`,
    name: texts.partKinds[part.kind] ?? feeKindName(part.kind, { ...context, known: texts.feeKinds }),
    sum: part.minutes > 0 ? texts.partSum(duration, ...sum) : texts.flatSum(...sum),
    amount: part.amount,
    clause: texts.clauseOf(titles.get(part.source) ?? part.source, part.clause),
  }
}

const quantities = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }),
}

function quantityText({ quantity }: FeePart, language: Language): string {
  return quantities[language].format(quantity.numerator / quantity.denominator)
}

const reasonTones = {
  satisfied: 'neutral',
  breached: 'danger',
  deviates: 'warning',
  'needs-decision': 'warning',
  due: 'info',
  'cannot-tell': 'warning',
} as const

function shownReason(reason: Finding, { language, names, titles, terms }: LineContext): ShownFinding {
  const texts = claimsTexts(language)
  const clause = texts.clauseOf(titles.get(reason.source) ?? reason.source, reason.clause)
  return {
    tone: reasonTones[reason.outcome],
    label: texts.findingOutcomes[reason.outcome],
    text: explain(reason, language, names, terms),
    clause: clause === '' ? undefined : clause,
    detail: reason.interpretations === undefined ? undefined : texts.interpreted,
  }
}

/** How a claim's amount came about, and what stands in the way. */
export function ClaimLine({ language, line }: { readonly language: Language; readonly line: ShownLine }) {
  const texts = claimsTexts(language)
  return (
    <>
      <DefinitionList
        items={[
          { term: texts.attended, description: line.attended },
          ...(line.amount === undefined ? [] : [{ term: texts.paidTime, description: line.paid }]),
          ...(line.feeKind === undefined ? [] : [{ term: texts.kind, description: line.feeKind }]),
        ]}
      />
      {line.parts.length > 0 && <LineParts language={language} line={line} />}
      <FindingList items={line.reasons} />
    </>
  )
}

/** How an amount came about: each part as a sum with its clause, and all of them together. */
export function LineParts({ language, line }: { readonly language: Language; readonly line: ShownLine }) {
  const texts = claimsTexts(language)
  return (
    <Table
      caption={texts.partsCaption}
      hideCaption
      rows={line.parts}
      rowKey={(part) => part.key}
      columns={[
        { heading: texts.part, cell: (part) => part.name, rowHeading: true },
        { heading: texts.calculation, cell: (part) => part.sum },
        { heading: texts.clause, cell: (part) => part.clause },
        { heading: texts.amount, cell: (part) => <Money amount={part.amount} />, align: 'number' },
      ]}
      footer={[texts.total, '', '', <Money key="total" amount={line.amount ?? ore(0)} />]}
    />
  )
}

/** The amount, or in a few words why there is none. */
export function LineAmount({ language, line }: { readonly language: Language; readonly line: ShownLine }) {
  const texts = claimsTexts(language)
  if (line.amount !== undefined) return <Money amount={line.amount} />
  if (line.expected !== undefined) return <span>{texts.expected(formatKronor(line.expected))}</span>
  return <Tag tone={line.outcome.tone}>{line.outcome.label}</Tag>
}
