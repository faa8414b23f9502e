import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { ore } from '../../kernel/money.ts'
import { z } from 'zod'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { amongIds } from '../../platform/db/many.ts'
import type { Scope } from '../../platform/scope.ts'
import { report, reportDocument } from '../reports/reports.tables.ts'
import { attendance, visit } from '../visits/visits.tables.ts'
import { claim } from './claims.tables.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import type { PaidElsewhere, Span } from './claims.stops.rules.ts'
import { unitIdsOf, unitNamesOf } from './claims.store.ts'

/** Whose time of which days is asked for. */
export type DaysOf = { readonly personIds: readonly string[]; readonly days: readonly Day[] }

export type TimedClaim = Span & {
  readonly id: string
  readonly visitId: string
  readonly personId: string
  readonly state: ClaimState
  readonly unitIds: readonly string[]
  readonly unitNames: readonly string[]
}

/** Returns the committee's claims of these persons on these days, with the time that each of them was there. */
export async function listTimedClaims(
  tx: ReadTx | Tx,
  scope: Scope,
  { personIds, days }: DaysOf,
): Promise<readonly TimedClaim[]> {
  if (personIds.length === 0) return []
  return tx
    .select({
      id: claim.id,
      visitId: claim.visitId,
      personId: claim.personId,
      state: claim.state,
      day: visit.day,
      start: attendance.startTime,
      end: attendance.endTime,
      unitIds: unitIdsOf(claim.visitId),
      unitNames: unitNamesOf(claim.visitId),
    })
    .from(claim)
    .innerJoin(visit, eq(visit.id, claim.visitId))
    .innerJoin(attendance, and(eq(attendance.visitId, claim.visitId), eq(attendance.personId, claim.personId)))
    .where(
      and(eq(claim.committeeId, scope.committeeId), amongIds(claim.personId, personIds), inArray(visit.day, [...days])),
    )
    .orderBy(asc(visit.day), asc(attendance.startTime), asc(claim.id))
}

/**
 * Returns what these persons are paid for on these days beside this committee's claims, each time once, whatever it is paid by. Where
 * another kind of fee is kept that day nothing is paid. Claims of others are seen by their ids alone.
 */
export async function listPaidElsewhere(
  tx: ReadTx | Tx,
  scope: Scope,
  { personIds, days }: DaysOf,
): Promise<readonly (PaidElsewhere & { readonly personId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectDistinctOn([paidTime.day, paidTime.startTime, sql`coalesce(${paidTime.claimId}, ${paidTime.id})`], {
      id: paidTime.id,
      personId: paidTime.personId,
      day: paidTime.day,
      start: paidTime.startTime,
      end: paidTime.endTime,
      body: paidTime.body,
      claimId: paidTime.claimId,
      standing: paidTime.standing,
    })
    .from(paidTime)
    .leftJoin(claim, and(eq(claim.id, paidTime.claimId), eq(claim.committeeId, scope.committeeId)))
    .where(
      and(
        isNull(claim.id),
        or(gt(paidTime.amount, ore(0)), eq(paidTime.byItself, ore(0))),
        amongIds(paidTime.personId, personIds),
        inArray(paidTime.day, [...days]),
      ),
    )
    .orderBy(
      asc(paidTime.day),
      asc(paidTime.startTime),
      sql`coalesce(${paidTime.claimId}, ${paidTime.id})`,
      asc(paidTime.id),
    )
  return rows.map((row) => ({ ...row, claimId: row.claimId ?? undefined }))
}

const minute = z.number().int()
const frozenTimes = z.object({
  visit: z.object({ day: z.string().transform(dayFromIso), start: minute, end: minute }),
  participants: z.array(z.object({ personId: z.string(), start: minute.optional(), end: minute.optional() })),
})

/** The times that a final report keeps: of the visit, and of each who came where they were noted. */
export type ReportTimes = z.output<typeof frozenTimes>

/** Returns what the latest version of each visit's final report says of times; `undefined` for one that keeps none. */
export async function reportTimesOf(
  tx: ReadTx | Tx,
  scope: Scope,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, ReportTimes | undefined>> {
  if (visitIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([report.visitId], { visitId: report.visitId, frozen: reportDocument.frozen })
    .from(report)
    .leftJoin(reportDocument, eq(reportDocument.reportId, report.id))
    .where(
      and(eq(report.committeeId, scope.committeeId), eq(report.state, 'final'), amongIds(report.visitId, visitIds)),
    )
    .orderBy(report.visitId, desc(reportDocument.version))
  return new Map(rows.map(({ visitId, frozen }) => [visitId, frozenTimes.safeParse(frozen).data]))
}
