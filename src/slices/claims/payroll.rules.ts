import type { FeeLine } from '../../engine/finding.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import type { Ore } from '../../kernel/money.ts'
import type { PayrollRow } from './claims.export.ts'
import { lineRefusal, totalOf } from './claims.rules.ts'

/** An approved claim with all that payroll needs to know. */
export type ApprovedClaim = {
  readonly id: string
  readonly version: number
  readonly visitId: string
  readonly visitDay: Day
  readonly unitIds: readonly string[]
  readonly personId: string
  readonly personName: string
  readonly employmentNumber: string | null
  /** A personal number is registered for payroll, by which the person is known where there is no employment number. */
  readonly hasPersonalNumber?: boolean
  readonly unitNames: readonly string[]
  /** As it was approved. */
  readonly amount: Ore
  readonly line: FeeLine
  /** Lost earnings and costs, as they were approved. */
  readonly others: readonly FeeLine[]
}

export type PayType = {
  readonly feeKind: string
  readonly payType: string
  readonly label: string
  readonly costCentre: string
  readonly project: string
}

/** Why an approved claim cannot leave now. */
export type Obstacle = 'employment-number' | 'pay-type' | 'changed'

/**
 * Returns what keeps the claim from payroll, all of it: no number to know the person by, no pay type for its kind of fee, or
 * another amount today than the one that was approved.
 */
export function obstacles(
  claim: ApprovedClaim,
  payTypes: readonly PayType[],
  now: FeeLine | undefined,
  othersNow: readonly FeeLine[] = [],
): readonly Obstacle[] {
  const found: readonly [boolean, Obstacle][] = [
    [(claim.employmentNumber ?? '').trim() === '' && claim.hasPersonalNumber !== true, 'employment-number'],
    [paidLines(claim).some((line) => payTypeOf(line, payTypes) === undefined), 'pay-type'],
    [lineRefusal('exported', now, othersNow) !== undefined || totalOf(now, othersNow) !== claim.amount, 'changed'],
  ]
  return found.filter(([stands]) => stands).map(([, obstacle]) => obstacle)
}

/** Returns the lines of the claim that give money: each has its pay type. */
export function paidLines({ line, others }: Pick<ApprovedClaim, 'line' | 'others'>): readonly FeeLine[] {
  return [line, ...others].filter(({ amount }) => amount !== 0)
}

/** Returns what payroll calls the line's kind of fee, or undefined when nobody has said. */
export function payTypeOf(line: FeeLine, payTypes: readonly PayType[]): PayType | undefined {
  return payTypes.find((it) => it.feeKind === line.feeKind)
}

export type ClaimRows = { readonly claimId: string; readonly amount: Ore; readonly rows: readonly PayrollRow[] }

/**
 * Returns the rows of each claim, one for each part of its fee, numbered onwards from `firstRowId`. `comment` says the
 * visit in words: unit and day only. Throws for a claim with an obstacle: those are refused before.
 */
export function payrollRowsOf(
  claims: readonly ApprovedClaim[],
  payTypes: readonly PayType[],
  firstRowId: number,
): readonly ClaimRows[] {
  let next = firstRowId
  const visitRefs = new Map<string, string>()
  return claims.map((claim) => {
    const employmentNumber = (claim.employmentNumber ?? '').trim()
    if (employmentNumber === '' && claim.hasPersonalNumber !== true)
      throw new Error(`claim ${claim.id} is not ready for payroll`)
    const visitRef = visitRefs.get(claim.visitId) ?? `besok-${next}`
    visitRefs.set(claim.visitId, visitRef)
    const about = {
      employmentNumber,
      ...(employmentNumber === '' ? { personId: claim.personId } : {}),
      personName: claim.personName,
      day: claim.visitDay,
      comment: `${claim.unitNames.join(', ')} ${isoFromDay(claim.visitDay)}`,
      visitRef,
    }
    const rows = paidLines(claim).flatMap((line) => {
      const payType = payTypeOf(line, payTypes)
      if (payType === undefined) throw new Error(`claim ${claim.id} is not ready for payroll`)
      const { costCentre, project } = payType
      const paidAs = {
        payType: payType.payType,
        label: payType.label,
        ...(costCentre === '' ? {} : { costCentre }),
        ...(project === '' ? {} : { project }),
      }
      return line.parts
        .filter((part) => part.amount !== 0)
        .map(({ quantity, rate, amount }) => ({ ...about, ...paidAs, rowId: next++, quantity, rate, amount }))
    })
    return { claimId: claim.id, amount: claim.amount, rows }
  })
}
