import { type SQL, sql } from 'drizzle-orm'
import { isoFromDay } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'
import { otherPaidFacts } from './claims.paid-time.store.ts'

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
  // Each claim's decisions are read once: the latest of a kind, and of what has gone out the latest correction.
  const latest = (value: SQL, kinds: SQL) =>
    sql`(array_agg(${value} order by e.at desc, e.id desc) filter (where ${kinds}))[1]`
  const approved = sql`e.kind = 'approved'`
  const out = sql`e.kind in ('exported', 'corrected', 'reversed')`
  const decided = sql`max(e.day) filter (where e.kind = 'confirmed') as confirmed_on, max(e.day) filter (where e.kind = c.state) as closed_on,
    ${latest(sql`e.given`, sql`e.kind = 'confirmed'`)} as given,
    ${latest(sql`e.day`, approved)} as approved_on, ${latest(sql`e.person_id`, approved)} as approved_by,
    ${latest(sql`e.acting_as`, approved)} as acting_as, ${latest(sql`e.delegation_id is not null`, approved)} as by_delegation,
    ${latest(sql`e.day`, out)} as out_on, ${latest(sql`(e.fee_line->>'amount')::bigint`, out)} as out_amount,
    ${latest(sql`e.other_lines`, out)} as out_lines`
  return {
    claims: sql`(select coalesce(json_agg(json_strip_nulls(json_build_object(
      'id', c.id, 'visit', c.visit_id, 'person', c.person_id,
      'confirmed', case when ${confirmedNow} then ${isoFromDay(scope.today)}::date when ${stands} then d.confirmed_on end,
      'fields', case when ${confirmedNow} then ${JSON.stringify(fields)}::jsonb when ${stands} then
        to_jsonb(array(select jsonb_object_keys(d.given))) end,
      'approvals', case when c.state in ('approved', 'exported', 'paid', 'reversed') then
        json_build_array(json_build_object('by', coalesce(d.acting_as, case when exists (${chairOn(sql`c.person_id`, sql`d.approved_on`)}) then 'vice-chair' else 'chair' end),
          'person', d.approved_by, 'on', d.approved_on, 'delegated', d.acting_as is null or d.by_delegation)) end,
      'travelMinutes', c.travel_minutes, 'preparationMinutes', c.preparation_minutes, 'afterWorkMinutes', c.after_work_minutes,
      'journeys', (select json_agg(json_build_object('kilometres', j.kilometres, 'from', j.starts_from, 'distance', j.distance, 'madeAnyway', j.made_anyway) order by j.id)
        from claim_journey j where j.claim_id = c.id),
      'costs', (select json_agg(json_build_object('kind', k.kind, 'amount', k.amount, 'receipt', k.file_id is not null or k.file_disposed) order by k.id)
        from claim_cost k where k.claim_id = c.id),
      'lostEarnings', (select json_agg(json_build_object('as', l.lost_as, 'minutes', l.minutes, 'perHour', l.per_hour, 'yearlyIncome', l.yearly_income,
        'basis', l.basis, 'certificate', l.file_id is not null or l.file_disposed, 'pension', l.pension, 'holiday', l.holiday) order by l.id)
        from claim_loss l where l.claim_id = c.id),
      'exported', case when d.out_on is not null then json_build_object('on', d.out_on, 'amount', d.out_amount) end,
      'exportedLines', case when d.out_lines <> '[]' then (select json_agg(json_build_object('kind', o.kind, 'on', d.out_on, 'amount', o.amount) order by o.kind)
        from (select line->>'feeKind' as kind, sum((line->>'amount')::bigint) as amount from jsonb_array_elements(d.out_lines) line group by 1) o) end,
      'closed', case when c.state in ('waived', 'refused') then json_build_object('as', c.state, 'on', d.closed_on) end)) order by c.id), '[]')
      from claim c cross join lateral (select ${decided} from claim_decision e where e.claim_id = c.id) d where c.committee_id = ${scope.committeeId})`,
    ...otherPaidFacts(scope),
  } satisfies Record<string, SQL>

  function chairOn(person: SQL, day: SQL): SQL {
    return sql`select 1 from role_holding h where h.person_id = ${person} and h.committee_id = ${scope.committeeId}
      and h.role = 'chair' and h.valid_from <= ${day} and (h.valid_until is null or h.valid_until > ${day})`
  }
}
