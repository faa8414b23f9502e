import type { FeeLine } from '../../engine/finding.ts'
import { elsewhereOf } from '../../engine/fees/other-paid.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { hasGoneOut } from './claims.rules.ts'

/** A claim with the time that its paid time is told by. */
export type TimedClaim = {
  readonly id: string
  readonly visitId: string
  readonly personId: string
  readonly state: ClaimState
  readonly day: Day
  /** When the visit began, and when the claimant came and went. */
  readonly beganAt: Minutes
  readonly startTime: Minutes
  readonly endTime: Minutes
  /** What the committee is called. */
  readonly body: string
  /** The lines that have gone out, as the latest correction has them. */
  readonly goneOut: readonly Pick<FeeLine, 'feeKind' | 'amount' | 'paid' | 'capMinutes'>[]
}

/** What a claim tells the person's other committees: one row for each kind of line that gives anything. */
export type ToldTime = Omit<TimedClaim, 'id' | 'state' | 'goneOut'> & {
  readonly claimId: string
  readonly kind: string
  readonly amount: Ore
  readonly byItself: Ore
  readonly paidMinutes: number
  readonly standing: boolean
}

/**
 * Returns what the claim tells, by its lines as they count today. What has gone out stands as it went. A claim that is waived or
 * refused gives nothing, and so tells nothing.
 */
export function toldBy(claim: TimedClaim, lines: readonly FeeLine[]): readonly ToldTime[] {
  const { id: claimId, state, goneOut, ...about } = claim
  if (hasGoneOut(state))
    return goneOut.flatMap(({ feeKind, amount, paid, capMinutes = paid }) =>
      feeKind === undefined || amount === 0
        ? []
        : [{ ...about, claimId, kind: feeKind, amount, byItself: amount, paidMinutes: capMinutes, standing: true }],
    )
  if (state === 'waived' || state === 'refused') return []
  return lines.flatMap((line) => {
    const told = elsewhereOf(line)
    if (told === undefined || line.feeKind === undefined) return []
    const byItself = ore(told.amount)
    const amount = told.outdone ? ore(0) : byItself
    return [{ ...about, claimId, kind: line.feeKind, amount, byItself, paidMinutes: told.minutes, standing: false }]
  })
}

/** Whether a row says the same as what is told now. */
export function saysTheSame(row: ToldTime, told: ToldTime): boolean {
  return (
    row.body === told.body &&
    row.standing === told.standing &&
    row.amount === told.amount &&
    row.byItself === told.byItself &&
    row.paidMinutes === told.paidMinutes &&
    row.day === told.day &&
    row.beganAt === told.beganAt &&
    row.startTime === told.startTime &&
    row.endTime === told.endTime
  )
}
