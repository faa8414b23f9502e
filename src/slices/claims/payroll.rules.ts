import type { FeeLine } from '../../engine/finding.ts'
import { civilFromDay, type Day, dayOf, isoFromDay } from '../../kernel/date.ts'
import { type Ore, ore, sumOre } from '../../kernel/money.ts'
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
  /** The claimant has died: payroll pays the estate. */
  readonly diedOn?: Day | null | undefined
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
export type Obstacle = 'employment-number' | 'pay-type' | 'changed' | 'stopped'

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
    [lacksNumber(claim), 'employment-number'],
    [kindsWithoutPayType(claim, payTypes).length > 0, 'pay-type'],
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

/** What leaves of one claim, or of one correction of it. `amount` is what the rows add up to. */
export type ClaimRows = {
  readonly claimId: string
  readonly correctionId?: string | undefined
  readonly amount: Ore
  readonly rows: readonly PayrollRow[]
}

/** A correction that has been decided and has not left. */
export type PendingCorrection = Omit<ApprovedClaim, 'amount' | 'version'> & {
  readonly claimId: string
  /** What had gone out, with earlier corrections, and what it is to be. `line` and `others` are what it is to be. */
  readonly from: Ore
  readonly to: Ore
  /** The rows that have gone out and count: counter-rows and what they took back are left out. */
  readonly standing: readonly PayrollRow[]
}

/** Gives rows their numbers and visits their references through a whole batch. */
export type Numbering = { readonly rowId: () => number; readonly visitRef: (visitId: string) => string }

/** Returns a numbering that gives `firstRowId` first. */
export function numberingFrom(firstRowId: number): Numbering {
  let next = firstRowId
  const visitRefs = new Map<string, string>()
  return {
    rowId: () => next++,
    visitRef: (visitId) => {
      const known = visitRefs.get(visitId) ?? `besok-${next}`
      visitRefs.set(visitId, known)
      return known
    },
  }
}

/**
 * Returns the rows of each claim, one for each part of its fee, earnings and costs, in the order of the claims. The comment
 * says the visit in words: unit and day only. Throws for a claim with an obstacle: those are refused before.
 */
export function payrollRowsOf(
  claims: readonly ApprovedClaim[],
  payTypes: readonly PayType[],
  numbering: Numbering,
): readonly ClaimRows[] {
  return claims.map((claim) => {
    const rows = rowsOf(claim, (line) => payTypeOf(line, payTypes), numbering)
    return { claimId: claim.id, amount: claim.amount, rows }
  })
}

/**
 * Returns the counter-rows of each correction: every row that counts taken back, with its own pay type, and then what is to be
 * paid instead, each kind with the pay type that it had. The name is today's: it may be protected by now.
 */
export function counterRowsOf(
  corrections: readonly PendingCorrection[],
  payTypes: readonly PayType[],
  numbering: Numbering,
): readonly ClaimRows[] {
  return corrections.map((correction) => {
    const { standing } = correction
    const personName = payeeName(correction)
    const back = standing.map((row) => ({
      ...row,
      personName,
      rowId: numbering.rowId(),
      amount: ore(-row.amount),
      counters: row.rowId,
    }))
    const rows = [...back, ...rowsOf(correction, (line) => payTypeThen(line, standing, payTypes), numbering)]
    return {
      claimId: correction.claimId,
      correctionId: correction.id,
      amount: sumOre(rows.map(({ amount }) => amount)),
      rows,
    }
  })
}

/** Returns what keeps a correction from payroll: no number to know the person by, or no pay type for a kind that is new. */
export function correctionObstacles(
  correction: PendingCorrection,
  payTypes: readonly PayType[],
): readonly Extract<Obstacle, 'employment-number' | 'pay-type'>[] {
  return [
    ...(paidLines(correction).length > 0 && lacksNumber(correction) ? ['employment-number' as const] : []),
    ...(kindsWithoutPayType(correction, payTypes).length > 0 ? ['pay-type' as const] : []),
  ]
}

/** Returns the kinds that the claim, or the correction of it, pays and that payroll has no name for. */
export function kindsWithoutPayType(
  claim: ApprovedClaim | PendingCorrection,
  payTypes: readonly PayType[],
): readonly string[] {
  const standing = 'standing' in claim ? claim.standing : []
  return paidLines(claim)
    .filter((line) => payTypeThen(line, standing, payTypes) === undefined)
    .map(({ feeKind }) => feeKind ?? '')
}

/** Returns the rows that count of all that have gone out for a claim. */
export function standingRows(rows: readonly PayrollRow[]): readonly PayrollRow[] {
  const takenBack = new Set(rows.flatMap(({ counters }) => counters ?? []))
  return rows.filter(({ rowId, counters }) => counters === undefined && !takenBack.has(rowId))
}

/** What follows the name where payroll pays an estate. */
export const estateMark = ', dödsbo'

/** Returns the name that payroll is told: of somebody who has died it is the estate that is paid (the file is Swedish). */
export function payeeName({ personName, diedOn }: Pick<ApprovedClaim, 'personName' | 'diedOn'>): string {
  return diedOn === undefined || diedOn === null ? personName : `${personName}${estateMark}`
}

/** Returns the pay type that the kind of fee left with the last time, or else today's. */
export function payTypeThen(
  line: FeeLine,
  standing: readonly PayrollRow[],
  payTypes: readonly PayType[],
): Omit<PayType, 'feeKind'> | undefined {
  const then = standing.find(({ feeKind }) => feeKind !== undefined && feeKind === line.feeKind)
  if (then === undefined) return payTypeOf(line, payTypes)
  return { payType: then.payType, label: then.label, costCentre: then.costCentre ?? '', project: then.project ?? '' }
}

type Payee = Omit<ApprovedClaim, 'amount' | 'version'>

function rowsOf(
  claim: Payee,
  payTypeFor: (line: FeeLine) => Omit<PayType, 'feeKind'> | undefined,
  numbering: Numbering,
): readonly PayrollRow[] {
  const lines = paidLines(claim)
  if (lines.length > 0 && lacksNumber(claim)) throw new Error(`claim ${claim.id} is not ready for payroll`)
  const employmentNumber = (claim.employmentNumber ?? '').trim()
  const visitRef = numbering.visitRef(claim.visitId)
  const about = {
    employmentNumber,
    ...(employmentNumber === '' ? { personId: claim.personId } : {}),
    personName: payeeName(claim),
    day: claim.visitDay,
    comment: `${claim.unitNames.join(', ')} ${isoFromDay(claim.visitDay)}`,
    visitRef,
  }
  return lines.flatMap((line) => {
    const payType = payTypeFor(line)
    if (payType === undefined) throw new Error(`claim ${claim.id} is not ready for payroll`)
    const { costCentre, project } = payType
    const paidAs = {
      payType: payType.payType,
      label: payType.label,
      ...(costCentre === '' ? {} : { costCentre }),
      ...(project === '' ? {} : { project }),
      ...(line.feeKind === undefined ? {} : { feeKind: line.feeKind }),
    }
    return line.parts
      .filter((part) => part.amount !== 0)
      .map(({ quantity, rate, amount }) => ({ ...about, ...paidAs, rowId: numbering.rowId(), quantity, rate, amount }))
  })
}

function lacksNumber({ employmentNumber, hasPersonalNumber }: Payee): boolean {
  return (employmentNumber ?? '').trim() === '' && hasPersonalNumber !== true
}

/**
 * Returns the first day of the month whose payroll the lines fall in by the fee rules (the engine says it of each payable line),
 * or undefined where the rules have no cut-off day.
 */
export function payrollMonthOf(
  lines: readonly FeeLine[],
): { readonly month: Day; readonly cutOff: number } | undefined {
  const found = lines.flatMap(({ reasons }) =>
    reasons.flatMap(({ code, values: { payrollDay, cutOff } }) =>
      code === 'payroll-month' && typeof payrollDay === 'number' && typeof cutOff === 'number'
        ? [{ month: payrollDay as Day, cutOff }]
        : [],
    ),
  )
  return found.reduce<(typeof found)[number] | undefined>(
    (latest, it) => (latest === undefined || it.month > latest.month ? it : latest),
    undefined,
  )
}

/** Whether what falls in that month's payroll leaves in this month's; without a cut-off day everything does. */
export function isForThisPayroll(month: Day | undefined, today: Day): boolean {
  return month === undefined || month <= today
}

/** Returns the cut-off of the month that the day lies in: in a shorter month its last day. */
export function cutOffOn(today: Day, cutOffDay: number): Day {
  const { year, month } = civilFromDay(today)
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return (Math.min(dayOf(year, month, 1) + cutOffDay, next) - 1) as Day
}
