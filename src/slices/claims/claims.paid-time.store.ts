import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import { ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { amongIds, insertMany } from '../../platform/db/many.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { claimStates } from '../../kernel/claim-steps.ts'
import { seat } from '../people/people.tables.ts'
import type { TimedClaim, ToldTime } from './claims.paid-time.rules.ts'
import { paidTime } from './claims.paid-time.tables.ts'
import { claim } from './claims.tables.ts'

/** A person's claims of a year. */
export type PersonYear = { readonly personId: string; readonly year: number }

const aMinute = z.number().transform((count): Minutes => minutes(count))
const outLine = z.object({
  feeKind: z.string().optional(),
  amount: z.number().transform((amount) => ore(amount)),
  paid: aMinute,
  capMinutes: aMinute.optional(),
})
const timedClaim = z.object({
  id: z.string(),
  visitId: z.string(),
  personId: z.string(),
  state: z.enum(claimStates),
  day: z.string().transform((text): Day => dayFromIso(text)),
  beganAt: aMinute,
  startTime: aMinute,
  endTime: aMinute,
  body: z.string(),
  goneOut: z.array(outLine),
})

/** Returns the committee's claims of these persons and years, each with its time and what has gone out for it. */
export async function listTold(
  tx: ReadTx | Tx,
  scope: Scope,
  of: readonly PersonYear[],
): Promise<readonly TimedClaim[]> {
  const { rows } = await tx.execute(sql`
    select c.id, c.visit_id as "visitId", c.person_id as "personId", c.state, v.day::text as day, v.start_time as "beganAt",
      coalesce(a.start_time, v.start_time) as "startTime", coalesce(a.end_time, v.end_time) as "endTime",
      (select k.name from committee k where k.id = ${scope.committeeId}) as body,
      coalesce((select jsonb_build_array(d.fee_line) || d.other_lines from claim_decision d
        where d.claim_id = c.id and d.kind in ('exported', 'corrected', 'reversed') and c.state in ('exported', 'paid', 'reversed')
        order by d.at desc, d.id desc limit 1), '[]') as "goneOut"
    from claim c
    -- One claim at a time, by the key: the planner thinks that there are few of them, and would read all visits for each.
    join lateral (select w.day, w.start_time, w.end_time from visit w where w.id = c.visit_id offset 0) v on true
    left join lateral (select t.start_time, t.end_time from attendance t
      where t.visit_id = c.visit_id and t.person_id = c.person_id offset 0) a on true
    join jsonb_to_recordset(${JSON.stringify(of)}::jsonb) w ("personId" uuid, year integer)
      on w."personId" = c.person_id and extract(year from v.day) = w.year
    where c.committee_id = ${scope.committeeId}
    order by c.id`)
  return z.array(timedClaim).parse(rows)
}

export type PaidTimeRow = typeof paidTime.$inferSelect

/** Returns the rows that the committee's claims have told, of these claims. */
export async function listRowsOf(
  tx: ReadTx | Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<readonly PaidTimeRow[]> {
  if (claimIds.length === 0) return []
  const rows = await tx
    .select({ row: paidTime })
    .from(paidTime)
    .innerJoin(claim, and(eq(claim.id, paidTime.claimId), eq(claim.committeeId, scope.committeeId)))
    .where(amongIds(paidTime.claimId, claimIds))
  return rows.map(({ row }) => row)
}

/** Writes what the claims tell now, and takes away what they no longer tell. */
export async function writeTold(
  tx: Tx,
  scope: Scope,
  changes: {
    readonly removed: readonly string[]
    readonly told: readonly ToldTime[]
    readonly at: Instant
  },
): Promise<void> {
  const { removed, told, at } = changes
  if (removed.length > 0) await tx.delete(paidTime).where(amongIds(paidTime.id, removed))
  const rows = told.map(({ paidMinutes, ...it }) => ({
    ...it,
    id: newId(),
    municipalityId: scope.municipalityId,
    paidMinutes: minutes(paidMinutes),
    enteredAt: at,
  }))
  await insertMany(tx, paidTime, rows)
}

/** Returns the other committees in which each of the persons has a seat, or has had one. */
export async function otherCommittees(
  tx: ReadTx | Tx,
  scope: Scope,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly committeeId: string }[]> {
  if (personIds.length === 0) return []
  return tx
    .selectDistinct({ personId: seat.personId, committeeId: seat.committeeId })
    .from(seat)
    .where(and(amongIds(seat.personId, personIds), sql`${seat.committeeId} <> ${scope.committeeId}`))
    .orderBy(seat.personId, seat.committeeId)
}

/**
 * Returns the other paid time of everybody with a seat in the committee, for the programme: what their claims in other committees
 * give, and the meetings that were entered.
 */
export function otherPaidFacts(scope: Scope) {
  const clock = (column: string) => sql`to_char(make_interval(mins => ${sql.raw(column)}::int), 'HH24:MI')`
  return {
    otherPaid: sql`(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('person', t.person_id, 'day', t.day,
      'start', ${clock('t.began_at')}, 'end', ${clock('t.end_time')}, 'kind', t.kind, 'minutes', t.paid_minutes, 'id', t.visit_id,
      'amount', t.by_itself, 'state', case when t.standing then 'paid' else 'expected' end)) order by t.day, t.began_at, t.id), '[]')
      from paid_time t where exists (select 1 from seat s where s.person_id = t.person_id and s.committee_id = ${scope.committeeId})
        and not exists (select 1 from claim c where c.id = t.claim_id and c.committee_id = ${scope.committeeId}))`,
  }
}
