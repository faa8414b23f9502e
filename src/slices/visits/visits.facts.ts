import { type SQL, sql } from 'drizzle-orm'
import { isoFromDay } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'
import { seesWholeCommittee } from './visits.rules.ts'

/** Returns the visits' parts of the programme: visits with all that hangs on them, and the decisions about extra ones. */
export function visitsFacts(scope: Scope) {
  const ours = sql`committee_id = ${scope.committeeId}`
  // Whoever belongs to a unit learns nothing of an unannounced visit before its day, by no sum of anything either.
  const known = seesWholeCommittee(scope) ? sql`true` : sql`(not v.unannounced or v.day <= ${isoFromDay(scope.today)})`
  return {
    visits: sql`(select coalesce(json_agg(json_strip_nulls(json_build_object(
      'id', v.id, 'form', v.form, 'series', v.series, 'capacity', v.capacity, 'group', v.group_id, 'day', v.day, 'start', ${time(sql`v.start_time`)}, 'end', ${time(sql`v.end_time`)}, 'state', v.state,
      'units', (select coalesce(json_agg(vu.unit_id order by vu.unit_id), '[]') from visit_unit vu where vu.visit_id = v.id),
      'initiated', json_build_object('by', v.initiated_by, 'person', v.initiated_by_person_id, 'on', v.initiated_on, 'consulted', to_jsonb(v.consulted)),
      'notice', case when v.notice_on is null then null else json_build_object('on', v.notice_on, 'says', to_jsonb(v.notice_says)) end,
      'declined', case when v.declined_on is null then null else json_build_object('on', v.declined_on, 'reason', v.declined_reason) end,
      'invitations', (select coalesce(json_agg(json_build_object('person', i.person_id, 'on', ${dayOf(sql`i.sent_at`)}, 'answer', i.answer,
        'answeredOn', ${dayOf(sql`i.answered_at`)}) order by i.person_id), '[]') from invitation i where i.visit_id = v.id and i.withdrawn_at is null),
      'planned', case when v.planned_on is null then null else json_build_object('by', v.planned_by, 'on', v.planned_on) end,
      'confirmed', case when v.confirmed_on is null then null else json_build_object('on', v.confirmed_on) end,
      'withRelativesCouncil', v.with_relatives_council,
      'prepared', (select coalesce(json_agg(json_build_object('person', p.person_id, 'on', p.day) order by p.person_id), '[]') from preparation p where p.visit_id = v.id),
      'specialReason', nullif(v.special_reason, ''),
      'attendance', (select coalesce(json_agg(json_build_object('person', a.person_id, 'start', ${time(sql`a.start_time`)}, 'end', ${time(sql`a.end_time`)}, 'serving', ${serving(sql`a`, scope)}, 'withinPaidWork', nullif(a.within_paid_work, false)) order by a.person_id), '[]')
        from attendance a where a.visit_id = v.id),
      'met', (select coalesce(json_agg(json_build_object('audience', m.audience, 'met', m.met, 'count', m.count, 'explanation', nullif(m.explanation, '')) order by m.audience), '[]')
        from audience_met m where m.visit_id = v.id))) order by v.day, v.start_time, v.id), '[]') from visit v where v.${ours} and ${known})`,
    decisions: sql`(select coalesce(json_agg(json_strip_nulls(json_build_object(
      'id', id, 'about', about, 'person', person_id, 'visit', visit_id, 'on', decided_on, 'by', decided_by, 'granted', granted,
      'delegation', nullif(delegation, ''))) order by id), '[]') from extra_decision where ${ours})`,
  } satisfies Record<string, SQL>
}

/** Whether one served: known of a substitute on the day of visit `v`, who is asked; of others when they did. */
function serving(row: SQL, scope: Scope): SQL {
  return sql`case when ${row}.serving or exists (select from seat s where s.person_id = ${row}.person_id and s.kind = 'substitute'
    and s.committee_id = ${scope.committeeId} and s.valid_from <= v.day and (s.valid_until is null or s.valid_until > v.day)) then ${row}.serving end`
}

/** Minutes from midnight as HH:MM; an interval, so that the end of the day is 24:00. */
function time(column: SQL): SQL {
  return sql`to_char(make_interval(mins => ${column}::int), 'HH24:MI')`
}

function dayOf(column: SQL): SQL {
  return sql`(${column} at time zone 'Europe/Stockholm')::date`
}
