import { type SQL, sql } from 'drizzle-orm'
import { isoFromDay } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'

/**
 * Returns the claims' part of the programme: the day the claimant confirmed, while the claim stands confirmed, what
 * has been exported, and what was refrained from or refused. A returned claim must be confirmed again. With `confirming` that claim counts as confirmed today:
 * what a confirmation freezes is the fee line as it is once confirmed.
 */
export function claimsFacts(scope: Scope, trying: { readonly confirming?: string } = {}) {
  const confirmedNow = trying.confirming === undefined ? sql`false` : sql`c.id = ${trying.confirming}`
  return {
    claims: sql`(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', c.id, 'visit', c.visit_id, 'person', c.person_id,
      'confirmed', case when ${confirmedNow} then ${isoFromDay(scope.today)}::date when c.state in ('confirmed', 'checked', 'approved', 'exported') then
        (select max(d.day) from claim_decision d where d.claim_id = c.id and d.kind = 'confirmed') end,
      'exported', (select jsonb_build_object('on', d.day, 'amount', d.amount)
        from claim_decision d where d.claim_id = c.id and d.kind = 'exported'),
      'closed', case when c.state in ('waived', 'refused') then (select jsonb_build_object('as', c.state, 'on', max(d.day))
        from claim_decision d where d.claim_id = c.id and d.kind = c.state) end)) order by c.id), '[]')
      from claim c where c.committee_id = ${scope.committeeId})`,
  } satisfies Record<string, SQL>
}
