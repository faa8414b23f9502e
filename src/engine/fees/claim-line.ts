import type { Minutes } from '../../kernel/clock-time.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import type { Day } from '../../kernel/date.ts'
import type { Facts, VisitFacts } from '../facts.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { ComputedLine, FeeComponent, FeeLine, FeePart } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type DayMaxima, earningsIn, kindsUnder, type Use, use } from './maxima.ts'
import { type Draft, draftFor, weigh } from './reasons.ts'

/** What the lines of one claim are worked out with. */
export type ClaimSetting = {
  readonly facts: Facts
  readonly feeRules: readonly FeeRules[]
  readonly today: Day
  readonly maxima: DayMaxima
  readonly visit: VisitFacts
  readonly person: string
  readonly claim: Claim
  readonly attended: Minutes
  /** The fee of the same person for the same visit. */
  readonly fee: FeeLine | undefined
}

/** What a line pays for: its component, and the kind that payroll tells it by. */
export type LineKind = { readonly component: FeeComponent; readonly feeKind: string }

/** What a block gives for a claim; `uses` is what it takes of the day's maxima once it is payable. */
export type Given = { readonly parts: readonly FeePart[]; readonly uses: readonly Use[]; readonly paid?: Minutes }

export const nothing: Given = { parts: [], uses: [] }

/** Returns a draft of a line: payable until a reason says otherwise. */
export function draftOf({ visit, person }: ClaimSetting): Draft {
  return draftFor(visit, person)
}

/**
 * Returns the finished line. What has gone to payroll stands: the day's maximum is lent back to the line while it is
 * worked out again, and where the facts no longer give the same somebody decides about a correction.
 */
export function lineFrom(
  setting: ClaimSetting,
  { component, feeKind }: LineKind,
  draft: Draft,
  rule: CompiledRule<object>,
  work: () => Given,
): FeeLine {
  const { visit, person, claim, attended, maxima } = setting
  const whose = { day: visit.day, person }
  const exported = claim.exportedLines.find((it) => it.kind === feeKind)
  const held = kindsUnder(feeKind, earningsIn(claim)).map((kind) => ({ kind, amount: exported?.amount ?? 0 }))
  for (const it of held) use(maxima, whose, { ...it, amount: -it.amount })
  const given = draft.outcome === 'not-payable' ? nothing : work()
  if (draft.outcome === 'payable' && given.parts.length === 0) draft.outcome = 'not-payable'
  const total = sumOre(given.parts.map((it) => it.amount))
  const computed = draft.outcome === 'payable' ? total : ore(0)
  let expected = total
  let standing: ComputedLine | undefined
  if (exported !== undefined) {
    const values = { exportedOre: exported.amount, exportedOn: exported.on }
    if (exported.amount === computed) weigh(draft, draft.outcome, rule, 'exported', values)
    else {
      const { outcome } = draft
      const gives = outcome === 'payable'
      standing = { outcome, paid: gives ? (given.paid ?? minutes(0)) : minutes(0), parts: gives ? given.parts : [] }
      weigh(draft, 'needs-decision', rule, 'exported-differs', { ...values, computedOre: computed })
      draft.outcome = 'needs-decision'
      expected = computed
    }
  }
  const payable = draft.outcome === 'payable'
  for (const it of payable ? given.uses : held) use(maxima, whose, it)
  return {
    visit: visit.id,
    person,
    day: visit.day,
    component,
    feeKind,
    outcome: draft.outcome,
    attended,
    paid: payable ? (given.paid ?? minutes(0)) : minutes(0),
    parts: payable ? given.parts : [],
    amount: payable ? total : ore(0),
    reasons: draft.reasons,
    ...(standing === undefined ? {} : { computed: standing }),
    ...(payable || draft.outcome === 'not-payable' || given.parts.length === 0 ? {} : { expected }),
  }
}

/** Returns a part: a quantity of a rate, in whole öre. */
export function partOf(
  rule: CompiledRule<object>,
  kind: string,
  { time = 0, numerator = 1, denominator = 1 }: { time?: number; numerator?: number; denominator?: number },
  rate: number,
  amount: number,
): FeePart {
  return {
    kind,
    minutes: minutes(time),
    quantity: { numerator, denominator },
    rate: ore(rate),
    amount: ore(amount),
    source: rule.source,
    clause: rule.clause,
  }
}
