import { type SQL, sql } from 'drizzle-orm'
import { isoFromDay } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'

/** What is tried before it is done: that claim counts as confirmed today, with these fields filled in. */
export type Trying = { readonly confirming?: string; readonly fields?: readonly string[] }

/**
 * Returns the claims' part of the programme: what the claimant added, the day the claimant confirmed, while the claim stands confirmed, with the
 * fields that were filled in then, who has approved it, what has been exported, and what was refrained from or refused.
 * A returned claim must be confirmed again. An approval is by the role and the person that the decision names; decisions from
 * before that was kept were made by the chair, and by the vice chair for the chair's own. With `confirming` that claim counts as
 * confirmed today: what a confirmation freezes is the fee line as it is once confirmed.
 */
export function claimsFacts(scope: Scope, { confirming, fields = [] }: Trying = {}) {
  const confirmedNow = confirming === undefined ? sql`false` : sql`c.id = ${confirming}`
  const stands = sql`c.state in ('confirmed', 'checked', 'approved', 'exported', 'paid', 'reversed')`
  // What has gone out, as the latest correction has it.
  const goneOut = sql`(select * from claim_decision g where g.claim_id = c.id and g.kind in ('exported', 'corrected', 'reversed')
    order by g.at desc, g.id desc limit 1) d`
  return {
    claims: sql`(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', c.id, 'visit', c.visit_id, 'person', c.person_id,
      'confirmed', case when ${confirmedNow} then ${isoFromDay(scope.today)}::date when ${stands} then
        (select max(d.day) from claim_decision d where d.claim_id = c.id and d.kind = 'confirmed') end,
      'fields', case when ${confirmedNow} then ${JSON.stringify(fields)}::jsonb when ${stands} then
        (select to_jsonb(array(select jsonb_object_keys(d.given))) from claim_decision d where d.claim_id = c.id and d.kind = 'confirmed'
          order by d.at desc, d.id desc limit 1) end,
      'approvals', case when c.state in ('approved', 'exported', 'paid', 'reversed') then
        (select jsonb_agg(jsonb_build_object('by', coalesce(d.acting_as, case when exists (${chairOn(sql`c.person_id`, sql`d.day`)}) then 'vice-chair' else 'chair' end),
          'person', d.person_id, 'on', d.day, 'delegated', d.acting_as is null or d.delegation_id is not null))
          from (select * from claim_decision a where a.claim_id = c.id and a.kind = 'approved' order by a.at desc, a.id desc limit 1) d) end,
      'travelMinutes', c.travel_minutes, 'preparationMinutes', c.preparation_minutes, 'afterWorkMinutes', c.after_work_minutes,
      'journeys', (select jsonb_agg(jsonb_build_object('kilometres', j.kilometres, 'from', j.starts_from, 'distance', j.distance, 'madeAnyway', j.made_anyway) order by j.id)
        from claim_journey j where j.claim_id = c.id),
      'costs', (select jsonb_agg(jsonb_build_object('kind', k.kind, 'amount', k.amount, 'receipt', k.file_id is not null or k.file_disposed) order by k.id)
        from claim_cost k where k.claim_id = c.id),
      'lostEarnings', (select jsonb_agg(jsonb_build_object('as', l.lost_as, 'minutes', l.minutes, 'perHour', l.per_hour, 'yearlyIncome', l.yearly_income,
        'basis', l.basis, 'certificate', l.file_id is not null or l.file_disposed, 'pension', l.pension, 'holiday', l.holiday) order by l.id)
        from claim_loss l where l.claim_id = c.id),
      'exported', (select jsonb_build_object('on', d.day, 'amount', (d.fee_line->>'amount')::bigint) from ${goneOut}),
      'exportedLines', (select (select jsonb_agg(jsonb_build_object('kind', o.kind, 'on', d.day, 'amount', o.amount) order by o.kind)
        from (select line->>'feeKind' as kind, sum((line->>'amount')::bigint) as amount from jsonb_array_elements(d.other_lines) line group by 1) o) from ${goneOut}),
      'closed', case when c.state in ('waived', 'refused') then (select jsonb_build_object('as', c.state, 'on', max(d.day))
        from claim_decision d where d.claim_id = c.id and d.kind = c.state) end)) order by c.id), '[]')
      from claim c where c.committee_id = ${scope.committeeId})`,
  } satisfies Record<string, SQL>

  function chairOn(person: SQL, day: SQL): SQL {
    return sql`select 1 from role_holding h where h.person_id = ${person} and h.committee_id = ${scope.committeeId}
      and h.role = 'chair' and h.valid_from <= ${day} and (h.valid_until is null or h.valid_until > ${day})`
  }
}
