import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../platform/scope.ts'

/** Returns the appointments' parts of the programme: groups, appointments and relations, past ones too. */
export function appointmentsFacts(scope: Scope) {
  const ours = sql`committee_id = ${scope.committeeId}`
  return {
    groups: sql`select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', g.id, 'name', g.name, 'from', g.valid_from, 'until', g.valid_until,
      'rapporteur', (select m.person_id from group_member m where m.group_id = g.id and m.is_rapporteur order by m.valid_from desc limit 1),
      'members', (select coalesce(jsonb_agg(jsonb_build_object('person', m.person_id, 'from', m.valid_from, 'until', m.valid_until)
        order by m.person_id, m.valid_from), '[]') from group_member m where m.group_id = g.id))) order by g.id), '[]')
      from visit_group g where g.committee_id = ${scope.committeeId}`,
    appointments: sql`select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', id, 'person', person_id, 'unit', unit_id, 'area', area_id,
      'decided', jsonb_build_object('on', decided_on, 'paragraph', nullif(paragraph, '')),
      'from', valid_from, 'until', valid_until)) order by id), '[]') from appointment where ${ours}`,
    relations: sql`select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'person', person_id, 'unit', unit_id, 'area', area_id, 'kind', kind,
      'from', valid_from, 'until', valid_until)) order by id), '[]') from relation where ${ours}`,
  } satisfies Record<string, SQL>
}
