import { and, asc, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { type Day, yearPeriod } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { claim, payrollBatch, payrollRow } from './claims.tables.ts'

/** That a claim, or a correction of it, has gone to payroll: in which batch, and when it was paid. */
export type OutRow = {
  readonly claimId: string
  readonly batchId: string
  readonly batchNumber: number
  readonly handedOverAt: Instant
  readonly amount: Ore
  readonly isCorrection: boolean
  /** The day payroll paid it; null until its receipt says so. */
  readonly paidOn: Day | null
}

/** Returns what has gone to payroll for the claims, the earliest first. */
export async function listOut(tx: ReadTx, scope: Scope, claimIds: readonly string[]): Promise<readonly OutRow[]> {
  if (claimIds.length === 0) return []
  return tx
    .select({
      claimId: payrollRow.claimId,
      batchId: payrollRow.batchId,
      batchNumber: payrollBatch.number,
      handedOverAt: payrollBatch.createdAt,
      amount: payrollRow.amount,
      isCorrection: sql<boolean>`${payrollRow.correctionId} is not null`,
      paidOn: payrollRow.paidOn,
    })
    .from(payrollRow)
    .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
    .where(and(eq(payrollBatch.committeeId, scope.committeeId), inArray(payrollRow.claimId, [...claimIds])))
    .orderBy(asc(payrollBatch.number), asc(payrollRow.position))
}

/** Paid time that is not one of this committee's claims: another committee's, or a meeting entered from minutes. */
export type OtherTime = {
  readonly id: string
  readonly day: Day
  readonly startTime: number
  readonly endTime: number
  readonly kind: string
  readonly amount: Ore
  /** What of the time uses caps in hours. */
  readonly paidMinutes: number
  readonly standing: boolean
  readonly body: string
  /** It was entered from these minutes; empty for a claim of another committee. */
  readonly minutesOf: string
}

/** Returns the person's paid time of the year outside the scope's committee, by day and time. */
export async function listOtherTime(
  tx: ReadTx,
  scope: Scope,
  personId: string,
  year: number,
): Promise<readonly OtherTime[]> {
  const { from, until } = yearPeriod(year)
  return (
    tx
      .select({
        id: paidTime.id,
        day: paidTime.day,
        startTime: paidTime.startTime,
        endTime: paidTime.endTime,
        kind: paidTime.kind,
        amount: paidTime.amount,
        paidMinutes: paidTime.paidMinutes,
        standing: paidTime.standing,
        body: paidTime.body,
        minutesOf: paidTime.minutesOf,
      })
      .from(paidTime)
      // Another committee's claim is behind its wall: only one's own is found here.
      .leftJoin(claim, eq(claim.id, paidTime.claimId))
      .where(
        and(
          eq(paidTime.personId, personId),
          gte(paidTime.day, from),
          lt(paidTime.day, until),
          or(isNull(claim.id), ne(claim.committeeId, scope.committeeId)),
        ),
      )
      .orderBy(asc(paidTime.day), asc(paidTime.startTime), asc(paidTime.id))
  )
}
