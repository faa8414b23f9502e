import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { lineKey } from './claims.rules.ts'

/** What some of a claim's time has been paid as: another claim, or a meeting that was entered from minutes. */
export type PaidBesides = { readonly body: string; readonly start: number; readonly end: number }

const row = z.object({
  visit: z.string(),
  person: z.string(),
  body: z.string(),
  start: z.number().int(),
  end: z.number().int(),
})

/**
 * Returns the committee's claims that have gone to payroll and give way to other paid time that runs into theirs, by visit and
 * person. Of two claims that have both been paid the later gives way, as before payroll; one that has been taken back gives way to
 * any, and all of them to a meeting from minutes, which is no claim that could.
 */
export async function listGivingWay(tx: ReadTx | Tx, scope: Scope): Promise<ReadonlyMap<string, PaidBesides>> {
  // Attendance may have been corrected a moment ago; that of other committees is known by what they have told.
  const { rows } = await tx.execute(sql`
    select c.visit_id as visit, c.person_id as person, p.body, t.start_time as start, t.end_time as "end"
    from claim c join visit v on v.id = c.visit_id
      join attendance a on a.visit_id = c.visit_id and a.person_id = c.person_id
      join paid_time p on p.person_id = c.person_id and p.day = v.day and p.standing and p.amount > 0 and p.paid_minutes > 0
        and p.claim_id is distinct from c.id
      left join attendance other on other.visit_id = p.visit_id and other.person_id = p.person_id
      cross join lateral (select coalesce(other.start_time, p.start_time) as start_time, coalesce(other.end_time, p.end_time) as end_time) t
    where c.committee_id = ${scope.committeeId} and c.state in ('exported', 'paid', 'reversed')
      and a.start_time < t.end_time and t.start_time < a.end_time
      and (p.claim_id is null or (t.start_time, p.claim_id) < (a.start_time, c.id) or not exists (
        select 1 from paid_time own where own.claim_id = c.id and own.standing and own.amount > 0 and own.paid_minutes > 0))
    order by t.start_time desc, p.id`)
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ visit, person, ...paid }) => [lineKey({ visit, person }), paid]),
  )
}
