import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { capacities, declineReasons, initiators, visitStates } from '../../engine/programme.ts'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Day, dayFromIso, isoFromDay, yearPeriod } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { seesWholeCommittee } from './visits.rules.ts'
import { timeAnswers, visitEventKinds } from './visits.tables.ts'

const day = z.string().transform(dayFromIso)
const time = z.number().transform((value): Minutes => minutes(value))
const instant = z.string().transform(instantFromIso)

const visitRow = z.object({
  id: z.string(),
  state: z.enum(visitStates),
  form: z.string(),
  series: z.string().nullable(),
  capacity: z.enum(capacities),
  sequence: z.number(),
  timesOpen: z.boolean(),
  day,
  start: time,
  end: time,
  place: z.string(),
  group: z.object({ id: z.string(), name: z.string() }).nullable(),
  units: z.array(z.object({ id: z.string(), name: z.string(), areaId: z.string().nullable() })),
  initiatedBy: z.string(),
  initiatedByPersonId: z.string(),
  registeredById: z.string().nullish(),
  initiatedOn: day,
  consulted: z.array(z.string()),
  noticeOn: day.nullable(),
  noticeSays: z.array(z.string()),
  plannedBy: z.enum(initiators).nullable(),
  plannedOn: day.nullable(),
  programme: z.string(),
  forum: z.string(),
  toMeet: z.string(),
  confirmedOn: day.nullable(),
  declinedReason: z.enum(declineReasons).nullable(),
  declinedOn: day.nullable(),
  brokenOff: z.boolean(),
  unannounced: z.boolean(),
  withRelativesCouncil: z.boolean(),
  specialReason: z.string(),
  version: z.number(),
  /** The times proposed in the present sequence, with what each person has said to each. */
  times: z.array(
    z.object({
      id: z.string(),
      day,
      start: time,
      end: time,
      proposedById: z.string(),
      proposedAt: instant,
      answers: z.array(
        z.object({
          personId: z.string(),
          answer: z.enum(timeAnswers),
          answeredAt: instant,
          registeredById: z.string().optional(),
        }),
      ),
    }),
  ),
  /** Those who are asked now; who was taken off stands in the timeline. */
  invitations: z.array(
    z.object({
      personId: z.string(),
      sentAt: instant,
      sequence: z.number(),
      askedAgainAt: instant.nullable(),
      standsInForId: z.string().nullable(),
      answer: z.enum(['accepted', 'declined']).nullable(),
      answeredAt: instant.nullable(),
      message: z.string(),
      registeredById: z.string().optional(),
    }),
  ),
  attendance: z.array(
    z.object({
      personId: z.string(),
      start: time,
      end: time,
      registeredById: z.string().optional(),
      serving: z.boolean(),
      withinPaidWork: z.boolean(),
    }),
  ),
  met: z.array(
    z.object({ audience: z.string(), met: z.boolean(), count: z.number().nullable(), explanation: z.string() }),
  ),
  prepared: z.array(z.object({ personId: z.string(), day })),
  decisions: z.array(
    z.object({
      id: z.string(),
      about: z.enum(['extra-visit', 'extra-fee']),
      personId: z.string(),
      decidedBy: z.string(),
      decidedAs: z.string(),
      decidedOn: day,
      granted: z.boolean(),
      number: z.number().nullable(),
      clause: z.string(),
      delegation: z.string(),
      reason: z.string(),
      reportedAtId: z.string().nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      id: z.string(),
      about: z.enum(['extra-visit', 'extra-fee']),
      personId: z.string(),
      askedById: z.string(),
      askedAt: instant,
      reason: z.string(),
    }),
  ),
})

/** A visit with everything that hangs on it, as plain data. */
export type VisitRow = Readonly<z.infer<typeof visitRow>>

/** Which visits a list holds. `upcoming` is what is ahead from today, `past` what lies before it. */
export type VisitFilter = {
  readonly ids?: readonly string[] | undefined
  /** On these days, or with an open proposal for one of them: from the first, before the second. */
  readonly within?: { readonly from: Day; readonly until: Day } | undefined
  readonly year?: number | undefined
  readonly when?: 'upcoming' | 'past' | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly groupId?: string | undefined
  /** Invited or attending. */
  readonly personId?: string | undefined
  readonly states?: readonly VisitRow['state'][] | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** Returns the visit. Throws `NotFound` when there is none or the one who asks may not see it. */
export async function getVisit(tx: ReadTx | Tx, scope: Scope, id: string): Promise<VisitRow> {
  const [row] = await select(tx, sql`where v.id = ${id} and ${visible(scope)}`)
  if (row === undefined) throw new NotFound('visit')
  return row
}

/** Returns the visit and locks it to the end of the transaction. Throws `NotFound` like `getVisit`. */
export async function lockVisit(tx: Tx, scope: Scope, id: string): Promise<VisitRow> {
  // Locked first and read after: a read that waits for the lock would show children from before the wait.
  await tx.execute(sql`select from visit v where v.id = ${id} and ${visible(scope)} for update`)
  return getVisit(tx, scope, id)
}

/** Returns visits in order of start: the next one first among those ahead, otherwise the latest first. */
export async function listVisits(
  tx: ReadTx | Tx,
  scope: Scope,
  filter: VisitFilter = {},
): Promise<readonly VisitRow[]> {
  const order =
    filter.when === 'upcoming' ? sql`v.day, v.start_time, v.id` : sql`v.day desc, v.start_time desc, v.id desc`
  const page = sql`limit ${filter.limit ?? null} offset ${filter.offset ?? 0}`
  return select(tx, sql`where ${conditions(scope, filter)} order by ${order} ${page}`)
}

/** Returns how many visits the filter matches, whatever its limit and offset. */
export async function countVisits(tx: ReadTx | Tx, scope: Scope, filter: VisitFilter = {}): Promise<number> {
  const { rows } = await tx.execute(sql`select count(*)::int as count from visit v where ${conditions(scope, filter)}`)
  return z.object({ count: z.number() }).parse(rows[0]).count
}

/** Returns the years that have visits, the latest first. */
export async function listVisitYears(tx: ReadTx | Tx, scope: Scope): Promise<readonly number[]> {
  const { rows } = await tx.execute(
    sql`select distinct extract(year from v.day)::int as year from visit v where ${visible(scope)} order by year desc`,
  )
  return z
    .array(z.object({ year: z.number() }))
    .parse(rows)
    .map(({ year }) => year)
}

const eventRow = z.object({
  id: z.string(),
  kind: z.enum(visitEventKinds),
  at: instant,
  personId: z.string().nullable(),
  concernsId: z.string().nullable(),
  onBehalf: z.boolean(),
  byLink: z.boolean(),
  note: z.string(),
  day: day.nullable(),
  start: time.nullable(),
  end: time.nullable(),
})
export type VisitEventRow = Readonly<z.infer<typeof eventRow>>

/** Returns what has happened to the visit, in order. Throws `NotFound` like `getVisit`. */
export async function listVisitEvents(
  tx: ReadTx | Tx,
  scope: Scope,
  visitId: string,
): Promise<readonly VisitEventRow[]> {
  const { rows } = await tx.execute(sql`
    select e.id, e.kind, to_json(e.at)#>>'{}' as at, e.person_id as "personId", e.concerns_id as "concernsId",
      e.on_behalf as "onBehalf", e.by_link as "byLink", e.note, to_json(e.day)#>>'{}' as day, e.start_time as start, e.end_time as "end"
    from visit_event e join visit v on v.id = e.visit_id
    where e.visit_id = ${visitId} and ${visible(scope)} order by e.at, e.id`)
  return z.array(eventRow).parse(rows)
}

const clashRow = z.object({ personId: z.string(), visitId: z.string(), start: time, end: time })
export type Clash = Readonly<z.infer<typeof clashRow>>

/**
 * Returns where these persons are already expected, or were, in the same hours of the day, in any committee.
 * One who has said no is not expected, and a visit whose time is still to be chosen holds nobody. Lock the persons first
 * (`lockPersons`) to keep the answer true.
 */
export async function findClashes(
  tx: ReadTx | Tx,
  at: {
    readonly personIds: readonly string[]
    readonly day: Day
    readonly start: Minutes
    readonly end: Minutes
    readonly exceptVisitId?: string | undefined
  },
): Promise<readonly Clash[]> {
  const { rows } = await tx.execute(sql`
    select i.person_id as "personId", v.id as "visitId", v.start_time as start, v.end_time as end
    from visit v join invitation i on i.visit_id = v.id
    where v.day = ${isoFromDay(at.day)} and v.state in ('proposed', 'booked') and not v.times_open and i.answer is distinct from 'declined' and i.withdrawn_at is null
      and i.person_id = any(${sql.param([...at.personIds])}::uuid[])
      and v.start_time < ${at.end} and v.end_time > ${at.start} and v.id is distinct from ${at.exceptVisitId ?? null}::uuid
    union all
    select a.person_id, v.id, a.start_time, a.end_time
    from visit v join attendance a on a.visit_id = v.id
    where v.day = ${isoFromDay(at.day)} and v.state in ('held', 'reported')
      and a.person_id = any(${sql.param([...at.personIds])}::uuid[])
      and a.start_time < ${at.end} and a.end_time > ${at.start} and v.id is distinct from ${at.exceptVisitId ?? null}::uuid
    order by 1, 2`)
  return z.array(clashRow).parse(rows)
}

/** Returns the SQL condition for visits `v` that the one who asks may see. The predicate `maySee` says the same. */
function visible(scope: Scope): SQL {
  const ours = sql`v.committee_id = ${scope.committeeId}`
  if (seesWholeCommittee(scope)) return ours
  const own = scope.roles.includes('manager') ? [...scope.managedUnitIds] : []
  return sql`${ours} and (not v.unannounced or v.day <= ${isoFromDay(scope.today)}) and exists (select from visit_unit vu where vu.visit_id = v.id and vu.unit_id = any(${sql.param(own)}::uuid[]))`
}

function conditions(scope: Scope, filter: VisitFilter): SQL {
  const parts = [visible(scope)]
  if (filter.year !== undefined) {
    const { from, until } = yearPeriod(filter.year)
    parts.push(sql`v.day >= ${isoFromDay(from)} and v.day < ${isoFromDay(until)}`)
  }
  if (filter.within !== undefined) {
    const [from, until] = [isoFromDay(filter.within.from), isoFromDay(filter.within.until)]
    parts.push(sql`((v.day >= ${from} and v.day < ${until}) or (v.times_open and exists (
      select from visit_time t where t.visit_id = v.id and t.sequence = v.sequence and t.day >= ${from} and t.day < ${until})))`)
  }
  const today = isoFromDay(scope.today)
  if (filter.when === 'upcoming') parts.push(sql`v.day >= ${today}`)
  if (filter.when === 'past') parts.push(sql`v.day < ${today}`)
  if (filter.ids !== undefined) parts.push(sql`v.id = any(${sql.param([...filter.ids])}::uuid[])`)
  if (filter.groupId !== undefined) parts.push(sql`v.group_id = ${filter.groupId}`)
  if (filter.states !== undefined) parts.push(sql`v.state = any(${sql.param([...filter.states])}::text[])`)
  if (filter.unitIds !== undefined) {
    parts.push(
      sql`exists (select from visit_unit vu where vu.visit_id = v.id and vu.unit_id = any(${sql.param([...filter.unitIds])}::uuid[]))`,
    )
  }
  if (filter.personId !== undefined) {
    parts.push(sql`(exists (select from invitation i where i.visit_id = v.id and i.person_id = ${filter.personId} and i.withdrawn_at is null)
      or exists (select from attendance a where a.visit_id = v.id and a.person_id = ${filter.personId}))`)
  }
  return sql.join(parts, sql` and `)
}

/** One statement for the visits and all that hangs on them. */
async function select(tx: ReadTx | Tx, rest: SQL): Promise<readonly VisitRow[]> {
  const { rows } = await tx.execute(sql`
    select v.id, v.state, v.form, v.series, v.capacity, v.sequence, v.times_open as "timesOpen", to_json(v.day)#>>'{}' as day, v.start_time as start, v.end_time as end, v.place,
      (select jsonb_build_object('id', g.id, 'name', g.name) from visit_group g where g.id = v.group_id) as "group",
      v.initiated_by as "initiatedBy", v.initiated_by_person_id as "initiatedByPersonId", v.registered_by_id as "registeredById",
      to_json(v.initiated_on)#>>'{}' as "initiatedOn", v.consulted, to_json(v.notice_on)#>>'{}' as "noticeOn", v.notice_says as "noticeSays", v.planned_by as "plannedBy", to_json(v.planned_on)#>>'{}' as "plannedOn",
      v.programme, v.forum, v.to_meet as "toMeet", v.declined_reason as "declinedReason", to_json(v.declined_on)#>>'{}' as "declinedOn",
      v.broken_off as "brokenOff", v.unannounced, to_json(v.confirmed_on)#>>'{}' as "confirmedOn", v.with_relatives_council as "withRelativesCouncil",
      v.special_reason as "specialReason", v.version,
      ${list(sql`jsonb_build_object('id', u.id, 'name', u.name, 'areaId', u.area_id) order by u.name collate "sv-x-icu", u.id`, sql`visit_unit vu join unit u on u.id = vu.unit_id where vu.visit_id = v.id`)} as units,
      ${list(sql`jsonb_build_object('id', t.id, 'day', t.day, 'start', t.start_time, 'end', t.end_time, 'proposedById', t.proposed_by_id, 'proposedAt', t.proposed_at, 'answers', ${list(sql`jsonb_build_object('personId', n.person_id, 'answer', n.answer, 'answeredAt', n.answered_at) || ${registrar(sql`n.registered_by_id`)} order by n.id`, sql`time_answer n where n.visit_time_id = t.id`)}) order by t.day, t.start_time, t.id`, sql`visit_time t where t.visit_id = v.id and t.sequence = v.sequence`)} as times,
      ${list(sql`jsonb_build_object('personId', i.person_id, 'sentAt', i.sent_at, 'sequence', i.sequence, 'askedAgainAt', i.asked_again_at, 'standsInForId', i.stands_in_for_id, 'answer', i.answer, 'answeredAt', i.answered_at, 'message', i.message) || ${registrar(sql`i.registered_by_id`)} order by i.id`, sql`invitation i where i.visit_id = v.id and i.withdrawn_at is null`)} as invitations,
      ${list(sql`jsonb_build_object('personId', a.person_id, 'start', a.start_time, 'end', a.end_time, 'serving', a.serving, 'withinPaidWork', a.within_paid_work) || ${registrar(sql`a.registered_by_id`)} order by a.person_id`, sql`attendance a where a.visit_id = v.id`)} as attendance,
      ${list(sql`jsonb_build_object('audience', m.audience, 'met', m.met, 'count', m.count, 'explanation', m.explanation) order by m.audience`, sql`audience_met m where m.visit_id = v.id`)} as met,
      ${list(sql`jsonb_build_object('personId', p.person_id, 'day', p.day) order by p.person_id`, sql`preparation p where p.visit_id = v.id`)} as prepared,
      ${list(sql`jsonb_build_object('id', d.id, 'about', d.about, 'personId', d.person_id, 'decidedBy', d.decided_by, 'decidedAs', d.decided_as, 'decidedOn', d.decided_on, 'granted', d.granted, 'number', d.number, 'clause', d.clause, 'delegation', d.delegation, 'reason', d.reason, 'reportedAtId', d.reported_at_id) order by d.id`, sql`extra_decision d where d.visit_id = v.id`)} as decisions,
      ${list(sql`jsonb_build_object('id', r.id, 'about', r.about, 'personId', r.person_id, 'askedById', r.asked_by_id, 'askedAt', r.asked_at, 'reason', r.reason) order by r.id`, sql`extra_request r where r.visit_id = v.id`)} as requests
    from visit v ${rest}`)
  return z.array(visitRow).parse(rows)
}

/** Who registered it for another; no key at all for what somebody did themselves. */
function registrar(id: SQL): SQL {
  return sql`jsonb_strip_nulls(jsonb_build_object('registeredById', ${id}))`
}

function list(item: SQL, from: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(${item}), '[]') from ${from})`
}
