import { type SQL, sql } from 'drizzle-orm'
import { isoFromDay } from '../../kernel/date.ts'
import { electionsAround } from '../../kernel/elections.ts'
import type { Scope } from '../../platform/scope.ts'

/** Returns the directory's parts of the programme: municipality, committee, term, areas, units and meetings, and the general elections around today. */
export function directoryFacts(scope: Scope) {
  const ours = sql`committee_id = ${scope.committeeId}`
  return {
    municipality: sql`(select jsonb_build_object('name', name) from municipality where id = ${scope.municipalityId})`,
    committee: sql`(select jsonb_build_object('id', id, 'name', name) from committee where id = ${scope.committeeId})`,
    term: sql`(select jsonb_build_object('from', term_from, 'until', term_until) from committee where id = ${scope.committeeId})`,
    elections: sql`(select ${JSON.stringify(electionsAround(scope.today).map(isoFromDay))}::jsonb)`,
    areas: sql`(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id), '[]') from area where ${ours})`,
    units: sql`(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', id, 'name', name, 'kind', kind, 'area', area_id, 'operatedBy', operated_by,
      'consent', case when consent_on is null then null else jsonb_build_object('on', consent_on) end,
      'agreement', case when agreement_from is null then null else jsonb_build_object('from', agreement_from, 'until', agreement_until) end,
      'blocked', (select coalesce(jsonb_agg(jsonb_build_object('from', b.valid_from, 'until', b.valid_until, 'reason', nullif(b.reason, '')) order by b.valid_from), '[]')
        from unit_blocked b where b.unit_id = unit.id),
      'relativesCouncil', relatives_council, 'missionDescription', nullif(mission_description, ''),
      'from', valid_from, 'until', valid_until)) order by id), '[]') from unit where ${ours})`,
    meetings: sql`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'day', day, 'papersDeadline', papers_deadline) order by day), '[]') from meeting where ${ours})`,
  } satisfies Record<string, SQL>
}
