import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../platform/scope.ts'

/** Returns the representatives' part of the programme: everybody with a seat in the committee at any time. */
export function peopleFacts(scope: Scope) {
  return {
    persons: sql`(select coalesce(json_agg(json_strip_nulls(json_build_object(
      'id', p.id, 'name', p.name, 'bloc', coalesce(p.bloc, 'unaligned'), 'party', p.party,
      'seats', (select coalesce(json_agg(json_build_object('kind', s.kind, 'from', s.valid_from, 'until', s.valid_until) order by s.valid_from), '[]')
        from seat s where s.person_id = p.id and s.committee_id = ${scope.committeeId}),
      'roles', (select coalesce(json_agg(json_build_object('role', r.role, 'from', r.valid_from, 'until', r.valid_until) order by r.valid_from), '[]')
        from role_holding r where r.person_id = p.id and r.committee_id = ${scope.committeeId} and r.role <> 'manager'),
      'fixedFees', (select coalesce(json_agg(json_strip_nulls(json_build_object('percent', f.percent, 'committee', f.for_committee_id, 'from', f.valid_from, 'until', f.valid_until)) order by f.valid_from, f.id), '[]')
        from fixed_fee f where f.person_id = p.id),
      'feeGroups', (select coalesce(json_agg(json_build_object('group', g.code, 'from', g.valid_from, 'until', g.valid_until) order by g.valid_from, g.id), '[]')
        from fee_group g where g.person_id = p.id),
      'acknowledged', (select coalesce(json_agg(json_build_object('year', a.year, 'on', a.acknowledged_on) order by a.year), '[]')
        from fee_acknowledgement a where a.person_id = p.id))) order by p.id), '[]')
      from person p where exists (select 1 from seat s where s.person_id = p.id and s.committee_id = ${scope.committeeId}))`,
  } satisfies Record<string, SQL>
}
