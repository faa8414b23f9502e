import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PersonScope } from '../../platform/scope.ts'
import type { OwnDataPart } from './own-data.rules.ts'

/** One row of a part: what it says by name, as the JSON file has it. */
export type OwnRow = Readonly<Record<string, string | number | boolean | null>>

const rowSchema = z.object({
  row: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** What the queries read; the masked personal number is put in by the page. */
type Read = Exclude<OwnDataPart, 'personal-number'>

/** Returns everything that is kept about the one who asks in this committee and in the own account, by part. */
export async function readOwnData(tx: ReadTx, scope: PersonScope): Promise<ReadonlyMap<Read, readonly OwnRow[]>> {
  const found = new Map<Read, readonly OwnRow[]>()
  const queries = queriesFor(scope)
  for (const part of Object.keys(queries) as Read[]) {
    const { rows } = await tx.execute(sql`select row_to_json(x) as row from (${queries[part]}) x`)
    found.set(
      part,
      z
        .array(rowSchema)
        .parse(rows)
        .map(({ row }) => row),
    )
  }
  return found
}

const units = sql`(select string_agg(u.name, ', ' order by u.name) from visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id)`
const nameOf = (id: SQL) => sql`(select p.name from person p where p.id = ${id})`

/**
 * What hangs on a visit is joined with it: the visit is what belongs to a committee, and its policy leaves the other
 * committees' out.
 */
function queriesFor({ personId, committeeId }: PersonScope): { readonly [P in Read]: SQL } {
  const me = sql`${personId}::uuid`
  const ours = sql`${committeeId}::uuid`
  const visit = sql`v.committee_id = ${ours}`
  return {
    register: sql`select name, email, employment_number, bloc, party, language, locked_at,
      protected_since, died_on, exists (select from protected_identity i where i.person_id = person.id) as real_name_sealed
      from person where id = ${me}`,
    seats: sql`select kind as seat, valid_from, valid_until from seat
      where person_id = ${me} and committee_id = ${ours} order by valid_from, id`,
    roles: sql`select r.role, r.title, u.name as unit, r.valid_from, r.valid_until from role_holding r left join unit u on u.id = r.unit_id
      where r.person_id = ${me} and r.committee_id = ${ours} order by r.valid_from, r.id`,
    'fee-terms': sql`select f.percent as fixed_fee_percent, k.name as for_committee, null as fee_group, null::integer as acknowledged_year, f.valid_from, f.valid_until, null::date as acknowledged_on
        from fixed_fee f left join committee k on k.id = f.for_committee_id where f.person_id = ${me}
      union all select null, null, g.code, null, g.valid_from, g.valid_until, null from fee_group g where g.person_id = ${me}
      union all select null, null, null, q.year, null, null, q.acknowledged_on from fee_acknowledgement q where q.person_id = ${me}
      order by valid_from, acknowledged_on`,
    appointments: sql`select u.name as unit, a.name as area, x.decided_on, x.paragraph, x.valid_from, x.valid_until
      from appointment x left join unit u on u.id = x.unit_id left join area a on a.id = x.area_id
      where x.person_id = ${me} and x.committee_id = ${ours} order by x.valid_from, x.id`,
    groups: sql`select g.name as visit_group, m.is_rapporteur, m.valid_from, m.valid_until from group_member m join visit_group g on g.id = m.group_id
      where m.person_id = ${me} and g.committee_id = ${ours} order by m.valid_from, m.id`,
    relations: sql`select u.name as unit, a.name as area, x.kind as relation, x.declared_at, x.valid_from, x.valid_until
      from relation x left join unit u on u.id = x.unit_id left join area a on a.id = x.area_id
      where x.person_id = ${me} and x.committee_id = ${ours} order by x.valid_from, x.id`,
    leaves: sql`select ${nameOf(sql`l.person_id`)} as on_leave, ${nameOf(sql`l.stand_in_id`)} as stand_in, l.valid_from, l.valid_until
      from leave l where (l.person_id = ${me} or l.stand_in_id = ${me}) and l.committee_id = ${ours} order by l.valid_from, l.id`,
    // Of somebody who came in the person's place it is said who, not what they answered.
    invitations: sql`select ${units} as unit, v.day as visit_day, i.sent_at, i.answer, i.answered_at, i.message, ${nameOf(sql`i.registered_by_id`)} as registered_by,
        i.withdrawn_at, ${nameOf(sql`i.stands_in_for_id`)} as stands_in_for, null as stand_in
      from invitation i join visit v on v.id = i.visit_id where i.person_id = ${me} and ${visit}
      union all select ${units}, v.day, i.sent_at, null, null, '', null, i.withdrawn_at, null, ${nameOf(sql`i.person_id`)}
      from invitation i join visit v on v.id = i.visit_id where i.stands_in_for_id = ${me} and ${visit} order by visit_day, sent_at`,
    'time-answers': sql`select ${units} as unit, t.day as proposed_day, t.start_time as start_minutes, t.end_time as end_minutes, n.answer as time_answer,
        n.answered_at, ${nameOf(sql`n.registered_by_id`)} as registered_by
      from time_answer n join visit_time t on t.id = n.visit_time_id join visit v on v.id = t.visit_id
      where n.person_id = ${me} and ${visit} order by t.day, t.start_time, n.id`,
    visits: sql`select ${units} as unit, v.day as visit_day, v.state as visit_state, v.initiated_on, v.special_reason, ${nameOf(sql`v.registered_by_id`)} as registered_by
      from visit v where v.initiated_by_person_id = ${me} and ${visit} order by v.day, v.id`,
    attendance: sql`select ${units} as unit, v.day as visit_day, a.start_time as start_minutes, a.end_time as end_minutes, nullif(a.serving, false) as serving,
        nullif(a.within_paid_work, false) as within_paid_work, ${nameOf(sql`a.registered_by_id`)} as registered_by
      from attendance a join visit v on v.id = a.visit_id where a.person_id = ${me} and ${visit} order by v.day, a.id`,
    preparations: sql`select ${units} as unit, v.day as visit_day, p.day as read_on
      from preparation p join visit v on v.id = p.visit_id where p.person_id = ${me} and ${visit} order by v.day, p.id`,
    'outside-contacts': sql`select coalesce(u.name, a.name) as unit, c.day as contact_day, c.kind as contact_kind, c.subject as contact_subject, c.referred_to, c.taken_at
      from outside_contact c left join unit u on u.id = c.unit_id left join area a on a.id = c.area_id
      where c.person_id = ${me} and c.committee_id = ${ours} order by c.day, c.id`,
    // A note that is another's matter is theirs: it is not handed to whoever wrote it down.
    'visit-events': sql`select ${units} as unit, v.day as visit_day, e.at as happened_at, e.kind as event, e.on_behalf,
        case when e.concerns_id = ${me} or e.concerns_id is null then e.note else '' end as note
      from visit_event e join visit v on v.id = e.visit_id
      where (e.person_id = ${me} or e.concerns_id = ${me}) and ${visit} order by e.at, e.id`,
    'extra-requests': sql`select ${units} as unit, v.day as visit_day, r.about, r.asked_at, ${nameOf(sql`r.asked_by_id`)} as asked_by, r.reason
      from extra_request r join visit v on v.id = r.visit_id where r.person_id = ${me} and r.committee_id = ${ours} order by r.asked_at, r.id`,
    'extra-decisions': sql`select ${units} as unit, v.day as visit_day, d.number as decision_number, d.about, d.granted, d.decided_on, ${nameOf(sql`d.decided_by`)} as decided_by, nullif(d.decided_as, '') as decided_as, nullif(d.clause, '') as clause, d.delegation, d.reason,
        (select m.day from meeting m where m.id = d.reported_at_id) as reported_on
      from extra_decision d join visit v on v.id = d.visit_id where d.person_id = ${me} and d.committee_id = ${ours} order by d.decided_on, d.id`,
    reports: sql`select ${units} as unit, v.day as visit_day, r.form as report_form, r.state as report_state, r.registration_number, r.final_day,
        a.signed_at, ${nameOf(sql`a.registered_by_id`)} as registered_by, a.called_on, r.final_by = ${me} as made_final_by_me,
        (select string_agg(f.name, ', ' order by f.added_at, f.id) from report_attachment f where f.report_id = r.id and f.added_by_id = ${me}) as attachments
      from report r join visit v on v.id = r.visit_id left join report_author a on a.report_id = r.id and a.person_id = ${me}
      where (a.person_id is not null or r.final_by = ${me}) and r.committee_id = ${ours} order by v.day, r.id`,
    'oral-reports': sql`select m.day as meeting_day, i.kind as meeting_item, i.given_at, i.line, i.done_at, i.paragraph, i.note
      from meeting_item i join meeting m on m.id = i.meeting_id where i.speaker_id = ${me} and m.committee_id = ${ours} order by m.day, i.id`,
    'report-readings': sql`select r.registration_number, x.day as read_on, x.received_on from (
        select report_id, day, null::date as received_on from report_reading where person_id = ${me}
        union all select report_id, null, delivered_day from report_delivery where person_id = ${me}) x
      join report r on r.id = x.report_id where r.committee_id = ${ours} order by r.registration_number`,
    // Why the person chose that words of a draft stay: the words themselves are nowhere.
    'kept-words': sql`select ${units} as unit, v.day as visit_day, g.decided_at, g.reason, ${nameOf(sql`g.registered_by_id`)} as registered_by
      from report_guard_decision g join report r on r.id = g.report_id join visit v on v.id = r.visit_id
      where g.decided_by = ${me} and g.decision = 'kept' and ${visit} order by g.decided_at, g.id`,
    // It is between sender and receivers, and each of them is shown what stands in it.
    'hand-overs': sql`select ${units} as unit, v.day as visit_day, h.handed_over_at, h.text as handed_over, nullif(h.referred_to, '') as referred_to,
        case when h.handed_over_by <> ${me} then ${nameOf(sql`h.handed_over_by`)} end as handed_over_by, t.opened_at, h.received_at, ${nameOf(sql`h.received_by`)} as received_by, nullif(h.answer, '') as answer, h.answered_at
      from report_hand_over h join report r on r.id = h.report_id join visit v on v.id = r.visit_id
      left join report_hand_over_to t on t.hand_over_id = h.id and t.person_id = ${me}
      where (h.handed_over_by = ${me} or t.person_id is not null) and h.committee_id = ${ours} order by h.handed_over_at, h.id`,
    claims: sql`select ${units} as unit, v.day as visit_day, c.state as claim_state, c.made_at
      from claim c join visit v on v.id = c.visit_id where c.person_id = ${me} and c.committee_id = ${ours} order by v.day, c.id`,
    'claim-additions': sql`select ${units} as unit, v.day as visit_day, a.addition, a.cost_kind, a.kilometres, a.distance_km, a.lost_as,
        a.amount_ore, a.per_hour_ore, a.yearly_income_ore, a.lost_minutes, a.travel_minutes, a.preparation_minutes, a.after_work_minutes
      from (
        select id, claim_id, 'journey' as addition, null::text as cost_kind, kilometres, distance as distance_km, null::text as lost_as, null::bigint as amount_ore,
          null::bigint as per_hour_ore, null::bigint as yearly_income_ore, null::smallint as lost_minutes, null::smallint as travel_minutes,
          null::smallint as preparation_minutes, null::smallint as after_work_minutes from claim_journey
        union all select id, claim_id, 'cost', kind, null, null, null, amount, null, null, null, null, null, null from claim_cost
        union all select id, claim_id, 'loss', null, null, null, lost_as, null, per_hour, yearly_income, minutes, null, null, null from claim_loss
        union all select id, id, 'time', null, null, null, null, null, null, null, null, travel_minutes, preparation_minutes, after_work_minutes
          from claim where coalesce(travel_minutes, preparation_minutes, after_work_minutes) is not null
      ) a join claim c on c.id = a.claim_id join visit v on v.id = c.visit_id
      where c.person_id = ${me} and c.committee_id = ${ours} order by v.day, a.id`,
    // Receipts go with a claim of a committee; a certificate is the person's own and serves in all of them.
    'claim-files': sql`select f.name as file_name, f.kind as file_kind, f.media_type, f.size as bytes, f.added_at, f.sha256 from claim_file f
      where f.person_id = ${me} and (f.kind = 'certificate' or exists (select from claim_cost k join claim c on c.id = k.claim_id
        where k.file_id = f.id and c.committee_id = ${ours})) order by f.added_at, f.id`,
    // What was decided about the own claims. Decisions about others' stand among the own acts, without their amounts.
    'claim-steps': sql`select ${units} as unit, v.day as visit_day, d.kind as step, d.at as happened_at, d.amount as amount_ore, d.reason, d.given::text as filled_in,
        ${nameOf(sql`d.person_id`)} as decided_by, nullif(d.acting_as, '') as acting_as, ${nameOf(sql`d.registered_by_id`)} as registered_by, d.called_on
      from claim_decision d join claim c on c.id = d.claim_id join visit v on v.id = c.visit_id
      where d.claimant_id = ${me} and c.committee_id = ${ours} order by d.at, d.id`,
    delegations: sql`select g.role as acting_as, ${nameOf(sql`g.from_person_id`)} as given_by, ${nameOf(sql`g.to_person_id`)} as given_to, g.valid_from, g.valid_until,
        g.decided_on, nullif(g.paragraph, '') as paragraph, g.ended_at, ${nameOf(sql`g.registered_by_id`)} as registered_by
      from approval_delegation g where (g.from_person_id = ${me} or g.to_person_id = ${me}) and g.committee_id = ${ours} order by g.valid_from, g.id`,
    payments: sql`select ${units} as unit, v.day as visit_day, b.number as batch_number, b.created_at as exported_at, r.amount as amount_ore
      from payroll_row r join payroll_batch b on b.id = r.batch_id join claim c on c.id = r.claim_id join visit v on v.id = c.visit_id
      where c.person_id = ${me} and b.committee_id = ${ours} order by b.number, r.position`,
    'paid-time': sql`select t.body as paid_by_body, t.day as paid_day, t.start_time as start_minutes, t.end_time as end_minutes, t.amount as amount_ore,
        t.standing as already_paid, nullif(t.minutes_of, '') as from_minutes, t.entered_at
      from paid_time t where t.person_id = ${me} order by t.day, t.start_time, t.id`,
    // A letter that leads to another committee is that committee's.
    letters: sql`select l.queued_at as sent_at, l.address, l.subject, l.text from outgoing_mail l
      where l.person_id = ${me} and not exists (select from committee k join municipality m on m.id = k.municipality_id
        where k.id <> ${ours} and position('/' || m.slug || '/' || k.slug || '/' in l.text) > 0) order by l.queued_at, l.id`,
    'mail-choice': sql`select gathered, array_to_string(visit_reminders, ', ') as days_before, report_reminder from mail_choice where person_id = ${me}`,
    'calendar-feed': sql`select made_at, last_fetched_at from calendar_feed where person_id = ${me}`,
    'reply-links': sql`select ${units} as unit, v.day as visit_day, k.made_at, k.expires_at, k.used_at
      from reply_link k join visit v on v.id = k.visit_id where k.person_id = ${me} and ${visit} order by k.made_at, k.id`,
    reminders: sql`select regexp_replace(n.kind, '^visit-\\d+$', 'visit') as reminded_of, n.told_at from reminder n where n.person_id = ${me} and n.committee_id = ${ours} order by n.told_at, n.id`,
    'registered-for-me': sql`select f.kind as registered, f.about, f.about_day, f.called_on, f.registered_at, ${nameOf(sql`f.registered_by_id`)} as registered_by, f.is_right, f.said
      from registered_for f where f.person_id = ${me} and f.committee_id = ${ours} order by f.registered_at, f.id`,
    corrections: sql`select q.asked_at, q.wrong, q.should, q.outcome, q.answer, q.handled_at, ${nameOf(sql`q.handled_by_id`)} as handled_by
      from correction_request q where q.person_id = ${me} and q.committee_id = ${ours} order by q.asked_at, q.id`,
    sessions: sql`select started_at, last_seen_at, expires_at, ended_at, method, browser, ended_because from session where person_id = ${me} order by started_at, id`,
    identities: sql`select p.label as provider, e.subject, e.bound_by, e.bound_at, e.last_used_at, e.ended_at
      from external_identity e join identity_provider p on p.id = e.provider_id where e.person_id = ${me} order by e.bound_at, e.id`,
    passkeys: sql`select label, made_at, last_used_at, ended_at from passkey where person_id = ${me} order by made_at, id`,
    'emergency-login': sql`select confirmed_at, last_used_at, ended_at from emergency_login where person_id = ${me} order by id`,
    'invitations-in': sql`select sent_at, expires_at, used_at, ended_at from account_invitation where person_id = ${me} order by sent_at, id`,
    'sign-in-codes': sql`select expires_at, attempts, used_at from sign_in_code where person_id = ${me} order by expires_at, id`,
    'sign-in-attempts': sql`select purpose, expires_at, answered_at, used_at from sign_in_attempt where person_id = ${me} order by expires_at, id`,
    // Rows about the person: done with the person's own row, done for them, or somebody reading their restricted report or
    // opening a paper of a claim of theirs.
    'log-about-me': sql`select e.at as happened_at, e.command, ${nameOf(sql`e.actor_id`)} as who
      from audit_entry e where (e.committee_id = ${ours} or e.committee_id is null) and e.actor_id is distinct from ${me}
        and (e.on_behalf_of_id = ${me} or (e.subject_type = 'person' and e.subject_id = ${me}) or (e.command = 'reports.read-restricted'
          and exists (select from report_author a join report r on r.id = a.report_id
            where a.person_id = ${me} and r.committee_id = ${ours} and e.subject_id = r.id))
          or (e.command = 'claims.read-file' and exists (select from claim c
            where c.person_id = ${me} and c.committee_id = ${ours} and e.subject_id = c.id))) order by e.seq`,
    'my-acts': sql`select e.at as happened_at, e.command, e.subject_type from audit_entry e
      where e.actor_id = ${me} and (e.committee_id = ${ours} or e.committee_id is null) order by e.seq`,
  }
}
