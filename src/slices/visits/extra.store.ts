import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import type { ExtraMatter } from './extra.rules.ts'
import { extraDecision, extraRequest } from './visits.tables.ts'

/** Writes down who asks for what, and why. */
export async function addRequest(
  tx: Tx,
  scope: Scope,
  row: Omit<typeof extraRequest.$inferInsert, 'id' | 'municipalityId' | 'committeeId'>,
): Promise<void> {
  await tx
    .insert(extraRequest)
    .values({ id: newId(), municipalityId: scope.municipalityId, committeeId: scope.committeeId, ...row })
}

/** Returns for whom a decision about which visit has been asked for, as `visit person`. */
export async function askedFor(tx: ReadTx | Tx, scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ visitId: extraRequest.visitId, personId: extraRequest.personId })
    .from(extraRequest)
    .where(eq(extraRequest.committeeId, scope.committeeId))
  return new Set(rows.map(({ visitId, personId }) => `${visitId} ${personId}`))
}

export type NewDecision = Omit<typeof extraDecision.$inferInsert, 'id' | 'municipalityId' | 'committeeId' | 'number'>

/** Adds a decision with the committee's next number of the calendar year. Returns its id and number. */
export async function addDecision(
  tx: Tx,
  scope: Scope,
  row: NewDecision,
): Promise<{ readonly id: string; readonly number: number }> {
  // Two who decide at once wait for each other here, so that no number is given twice.
  await tx.execute(sql`select from committee where id = ${scope.committeeId} for no key update`)
  const { rows } = await tx.execute(sql`select coalesce(max(number), 0)::int + 1 as number from extra_decision
    where committee_id = ${scope.committeeId}
      and extract(year from decided_on) = extract(year from ${isoFromDay(row.decidedOn)}::date)`)
  const { number } = z.object({ number: z.number() }).parse(rows[0])
  const id = newId()
  const owner = { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
  await tx.insert(extraDecision).values({ id, number, ...owner, ...row })
  return { id, number }
}

/** Returns the delegation that the committee's latest decision about the same matter rests on, or nothing. */
export async function latestDelegation(tx: ReadTx | Tx, scope: Scope, about: ExtraMatter): Promise<string> {
  const [row] = await tx
    .select({ delegation: extraDecision.delegation })
    .from(extraDecision)
    .where(and(eq(extraDecision.committeeId, scope.committeeId), ne(extraDecision.delegation, '')))
    .orderBy(desc(sql`${extraDecision.about} = ${about}`), desc(extraDecision.decidedOn), desc(extraDecision.id))
    .limit(1)
  return row?.delegation ?? ''
}

const decided = z.object({
  id: z.string(),
  number: z.number().nullable(),
  decidedOn: z.string().transform(dayFromIso),
  about: z.enum(['extra-visit', 'extra-fee']),
  granted: z.boolean(),
  person: z.string(),
  decidedBy: z.string(),
  decidedAs: z.string(),
  clause: z.string(),
  delegation: z.string(),
  visitId: z.string(),
  visitDay: z.string().transform(dayFromIso),
  units: z.array(z.string()),
})
/** A decision as it is reported to the committee (anmälan av delegationsbeslut). */
export type ReportedDecision = Readonly<z.infer<typeof decided>>

/** Returns the decisions that are reported at this meeting, in order of number. */
export function listDecisionsAt(
  tx: ReadTx | Tx,
  scope: Scope,
  meetingId: string,
): Promise<readonly ReportedDecision[]> {
  return listDecisions(tx, scope, sql`d.reported_at_id = ${meetingId}`)
}

/** Returns the decisions on delegation that wait for a meeting to be reported at. What the committee decided itself is none. */
export function listUnreportedDecisions(tx: ReadTx | Tx, scope: Scope): Promise<readonly ReportedDecision[]> {
  return listDecisions(tx, scope, sql`d.reported_at_id is null and d.decided_as <> ${ownDecision}`)
}

/** The committee reports to itself what others decide for it, not what it decides. */
const ownDecision = 'committee'

async function listDecisions(tx: ReadTx | Tx, scope: Scope, which: SQL): Promise<readonly ReportedDecision[]> {
  const { rows } = await tx.execute(sql`
    select d.id, d.number, d.decided_on::text as "decidedOn", d.about, d.granted, p.name as person, b.name as "decidedBy",
      d.decided_as as "decidedAs", d.clause, d.delegation, v.id as "visitId", v.day::text as "visitDay",
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units
    from extra_decision d join visit v on v.id = d.visit_id join person p on p.id = d.person_id join person b on b.id = d.decided_by
    where d.committee_id = ${scope.committeeId} and ${which} order by d.decided_on, d.number, d.id`)
  return z.array(decided).parse(rows)
}

/** Puts these decisions on the meeting's list, those that are on none. Returns the ids of those that were put there. */
export async function reportDecisionsAt(
  tx: Tx,
  scope: Scope,
  meetingId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(extraDecision)
    .set({ reportedAtId: meetingId })
    .where(
      and(
        eq(extraDecision.committeeId, scope.committeeId),
        inArray(extraDecision.id, [...ids]),
        isNull(extraDecision.reportedAtId),
      ),
    )
    .returning({ id: extraDecision.id })
  return rows.map(({ id }) => id)
}
