import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

const named = z.object({ id: z.string(), name: z.string() })

const unreportedRow = z.object({
  id: z.string(),
  day: z.string().transform(dayFromIso),
  units: z.array(z.string()),
  unitIds: z.array(z.string()),
  attendees: z.array(named),
  rapporteur: named.nullable().transform((it) => it ?? undefined),
})

export type UnreportedVisit = z.output<typeof unreportedRow>

/** Returns the visits that are made and have no final report, the oldest first, with who came and the group's rapporteur. */
export async function listUnreported(tx: ReadTx | Tx, scope: Scope): Promise<readonly UnreportedVisit[]> {
  const { rows } = await tx.execute(sql`
    select v.id, v.day::text as day,
      (select coalesce(jsonb_agg(u.name order by u.name), '[]') from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id) as units,
      (select coalesce(jsonb_agg(vu.unit_id), '[]') from visit_unit vu where vu.visit_id = v.id) as "unitIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
        from attendance a join person p on p.id = a.person_id where a.visit_id = v.id) as attendees,
      (select jsonb_build_object('id', p.id, 'name', p.name) from group_member m join person p on p.id = m.person_id
        where m.group_id = v.group_id and m.is_rapporteur and m.valid_from <= v.day and (m.valid_until is null or m.valid_until > v.day)
        limit 1) as rapporteur
    from visit v
    where v.committee_id = ${scope.committeeId} and v.state = 'held' and v.form = 'visit'
      and not exists (select 1 from report r where r.visit_id = v.id and r.state = 'final')
    order by v.day, v.id`)
  return z.array(unreportedRow).parse(rows)
}
