import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PersonScope } from '../../platform/scope.ts'
import { attendance, visit } from '../visits/visits.tables.ts'
import { claim } from './claims.tables.ts'

export type Assignment = {
  readonly visitId: string
  readonly claimId: string | null
  readonly day: Day
  /** Minutes from midnight. */
  readonly start: number
  readonly end: number
  readonly travelMinutes: number | null
  readonly lostMinutes: number
  readonly units: readonly string[]
}

/** Returns the visits that the one who asks attended between the days, both included, by day and time. */
export async function listAssignments(
  tx: ReadTx,
  scope: PersonScope,
  from: Day,
  until: Day,
): Promise<readonly Assignment[]> {
  return tx
    .select({
      visitId: visit.id,
      claimId: claim.id,
      day: visit.day,
      start: attendance.startTime,
      end: attendance.endTime,
      travelMinutes: claim.travelMinutes,
      lostMinutes: sql`coalesce((select sum(l.minutes) from claim_loss l where l.claim_id = ${claim.id}), 0)`.mapWith(
        Number,
      ),
      units: sql`(select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu
        join unit u on u.id = vu.unit_id where vu.visit_id = ${visit.id})`.mapWith((value) =>
        z.array(z.string()).parse(value),
      ),
    })
    .from(attendance)
    .innerJoin(visit, eq(visit.id, attendance.visitId))
    .leftJoin(claim, and(eq(claim.visitId, visit.id), eq(claim.personId, attendance.personId)))
    .where(
      and(
        eq(attendance.personId, scope.personId),
        eq(visit.committeeId, scope.committeeId),
        inArray(visit.state, ['held', 'reported']),
        gte(visit.day, from),
        lte(visit.day, until),
      ),
    )
    .orderBy(asc(visit.day), asc(attendance.startTime), asc(visit.id))
}
