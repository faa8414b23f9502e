import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { capacities, declineReasons, initiators, visitStates } from '../../engine/programme.ts'
import { belongsTo, day, instant, tenantTable, timeOfDay } from '../../platform/db/columns.ts'
import { visitGroup } from '../appointments/appointments.tables.ts'
import { area, committee, meeting, unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** A visit (verksamhetsbesök) on one day to one or several units. */
export const visit = tenantTable(
  'visit',
  {
    committeeId: uuid('committee_id').notNull(),
    groupId: uuid('group_id'),
    /** A form that the product or the guideline names. */
    form: text('form').notNull().default('visit'),
    /** The series of the guideline that it is of, where several have the same form. */
    series: text('series'),
    /** In which capacity it is made; only what is made for the committee counts and is paid. */
    capacity: text('capacity', { enum: capacities }).notNull().default('committee'),
    day: day('day').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
    place: text('place').notNull().default(''),
    /** Follows the timeline's last transition; kept here so that lists need no replay. */
    state: text('state', { enum: visitStates }).notNull(),
    /**
     * How many times what was invited to has changed: iCalendar's SEQUENCE (RFC 5545, 3.8.7.4). An answer holds for the
     * sequence it was given to.
     */
    sequence: integer('sequence').notNull().default(0),
    /** Several times are proposed and none is chosen yet: day and times are those of the first of them. */
    timesOpen: boolean('times_open').notNull().default(false),
    /** An initiator of the product, or a role that the guideline names. */
    initiatedBy: text('initiated_by').notNull(),
    initiatedByPersonId: uuid('initiated_by_person_id').notNull(),
    /** Who registered it for the one who initiated it; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    initiatedOn: day('initiated_on').notNull(),
    /** Initiators who were consulted first. */
    consulted: text('consulted').array().notNull().default(sql`'{}'`),
    /** The unit was given notice of it, and what the notice says. */
    noticeOn: day('notice_on'),
    noticeSays: text('notice_says').array().notNull().default(sql`'{}'`),
    plannedBy: text('planned_by', { enum: initiators }),
    plannedOn: day('planned_on'),
    programme: text('programme').notNull().default(''),
    /** Where it is received, for example the residents' council, and whom the visit is to meet: kinds, never names. */
    forum: text('forum').notNull().default(''),
    toMeet: text('to_meet').notNull().default(''),
    confirmedOn: day('confirmed_on'),
    /** Who said no, and whether the unit lacked the capacity; absent for one that was not declined. */
    declinedReason: text('declined_reason', { enum: declineReasons }),
    declinedOn: day('declined_on'),
    /** It began, and was broken off before its end. */
    brokenOff: boolean('broken_off').notNull().default(false),
    withRelativesCouncil: boolean('with_relatives_council').notNull().default(false),
    /** The guideline has such visits unannounced: the unit knows nothing of it before its day. */
    unannounced: boolean('unannounced').notNull().default(false),
    specialReason: text('special_reason').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.groupId, visitGroup),
    belongsTo(table, table.initiatedByPersonId, person),
    belongsTo(table, table.registeredById, person),
    check('visit_times', sql`${table.startTime} < ${table.endTime}`),
    check('visit_declined', sql`(${table.declinedReason} is null) = (${table.declinedOn} is null)`),
    check('visit_times_open', sql`not ${table.timesOpen} or ${table.state} = 'proposed'`),
    index('visit_by_committee_day').on(table.committeeId, table.day),
  ],
)

export const visitUnit = tenantTable(
  'visit_unit',
  { visitId: uuid('visit_id').notNull(), unitId: uuid('unit_id').notNull() },
  (table) => [
    unique('visit_unit_once').on(table.visitId, table.unitId),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.unitId, unit),
    index('visit_unit_by_unit').on(table.unitId),
  ],
)

/** A proposed time. All of one sequence were proposed together; those of an earlier one are kept as the record. */
export const visitTime = tenantTable(
  'visit_time',
  {
    visitId: uuid('visit_id').notNull(),
    sequence: integer('sequence').notNull(),
    day: day('day').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
    proposedById: uuid('proposed_by_id').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.proposedById, person),
    unique('visit_time_once').on(table.visitId, table.sequence, table.day, table.startTime, table.endTime),
    check('visit_time_order', sql`${table.startTime} < ${table.endTime}`),
    index('visit_time_by_visit').on(table.visitId, table.sequence),
  ],
)

/** What one person has said to one proposed time. */
export const timeAnswers = ['yes', 'if-need-be', 'no'] as const
export const timeAnswer = tenantTable(
  'time_answer',
  {
    visitTimeId: uuid('visit_time_id').notNull(),
    personId: uuid('person_id').notNull(),
    answer: text('answer', { enum: timeAnswers }).notNull(),
    answeredAt: instant('answered_at').notNull(),
    /** Who registered it for the one asked; absent for one's own. */
    registeredById: uuid('registered_by_id'),
  },
  (table) => [
    belongsTo(table, table.visitTimeId, visitTime),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
    unique('time_answer_once').on(table.visitTimeId, table.personId),
  ],
)

/** An invitation (kallelse) to one person, with the answer. */
export const invitation = tenantTable(
  'invitation',
  {
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** The sequence of the visit that the person is asked about: asked again when what was invited to changes. */
    sequence: integer('sequence').notNull().default(0),
    /** When the person was last asked again; absent while the first asking stands. */
    askedAgainAt: instant('asked_again_at'),
    answer: text('answer', { enum: ['accepted', 'declined'] }),
    answeredAt: instant('answered_at'),
    /** Who registered the answer for the one invited; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    message: text('message').notNull().default(''),
    /** The one in whose place the person serves: a substitute who steps in. */
    standsInForId: uuid('stands_in_for_id'),
    /** When the person was taken off the visit; the row is kept as the record that they were asked. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
    belongsTo(table, table.standsInForId, person),
    unique('invitation_once').on(table.visitId, table.personId),
    check('invitation_answered', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    index('invitation_by_person').on(table.personId),
  ],
)

/** Everything that can happen to a visit. */
export const visitEventKinds = [
  'proposed',
  'booked',
  'registered-afterwards',
  'times-proposed',
  'times-answered',
  'time-chosen',
  'moved',
  'postponed',
  'invited',
  'removed',
  'accepted',
  'declined-invitation',
  'planned',
  'place-changed',
  'confirmed',
  'prepared',
  'extra-asked',
  'extra-granted',
  'extra-refused',
  'held',
  'broken-off',
  'attendance-corrected',
  'declined',
  'cancelled',
  'missed',
  'reported',
] as const
export type VisitEventKind = (typeof visitEventKinds)[number]

/** One thing that happened to a visit. The timeline is never changed. */
export const visitEvent = tenantTable(
  'visit_event',
  {
    visitId: uuid('visit_id').notNull(),
    kind: text('kind', { enum: visitEventKinds }).notNull(),
    at: instant('at').notNull(),
    /** Who did it; absent for background work. */
    personId: uuid('person_id'),
    /** Whose matter it is when that is one person's: an answer, a decision about a fee. */
    concernsId: uuid('concerns_id'),
    /** Done for the one whom it concerns, or for the one who should have done it, by the secretary. */
    onBehalf: boolean('on_behalf').notNull().default(false),
    /** Done through the link in a letter, without signing in. */
    byLink: boolean('by_link').notNull().default(false),
    note: text('note').notNull().default(''),
    /** The time that it is about, for what sets or changes the time. */
    day: day('day'),
    startTime: timeOfDay('start_time'),
    endTime: timeOfDay('end_time'),
  },
  (table) => [
    check('visit_event_time', sql`num_nonnulls(${table.day}, ${table.startTime}, ${table.endTime}) in (0, 3)`),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.concernsId, person),
    index('visit_event_by_visit').on(table.visitId, table.at),
  ],
)

export const attendance = tenantTable(
  'attendance',
  {
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
    /** Who registered it for the one who came and has phoned in; absent otherwise. */
    registeredById: uuid('registered_by_id'),
    /** A substitute who came in a member's place. */
    serving: boolean('serving').notNull().default(false),
    /** The time is paid by an employer as work. */
    withinPaidWork: boolean('within_paid_work').notNull().default(false),
  },
  (table) => [
    unique('attendance_once').on(table.visitId, table.personId),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
    check('attendance_times', sql`${table.startTime} < ${table.endTime}`),
    index('attendance_by_person').on(table.personId),
  ],
)

/** Whether the visit reached one kind of people, and how many of them: kinds and numbers, never names. */
export const audienceMet = tenantTable(
  'audience_met',
  {
    visitId: uuid('visit_id').notNull(),
    audience: text('audience').notNull(),
    met: boolean('met').notNull(),
    /** How many, where it was counted. */
    count: smallint('count'),
    explanation: text('explanation').notNull().default(''),
  },
  (table) => [
    unique('audience_met_once').on(table.visitId, table.audience),
    belongsTo(table, table.visitId, visit),
    check('audience_met_count', sql`${table.count} is null or (${table.met} and ${table.count} between 1 and 9999)`),
  ],
)

/** A person has read what the guideline wants read before the visit. */
export const preparation = tenantTable(
  'preparation',
  { visitId: uuid('visit_id').notNull(), personId: uuid('person_id').notNull(), day: day('day').notNull() },
  (table) => [
    unique('preparation_once').on(table.visitId, table.personId),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
  ],
)

/** Somebody asks for a visit beyond the usual number, or for the fee of one, with the reason. */
export const extraRequest = tenantTable(
  'extra_request',
  {
    committeeId: uuid('committee_id').notNull(),
    about: text('about', { enum: ['extra-visit', 'extra-fee'] }).notNull(),
    personId: uuid('person_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    askedById: uuid('asked_by_id').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.askedById, person),
    unique('extra_request_once').on(table.visitId, table.personId, table.about),
  ],
)

/** A decision about an extra visit, or only about its fee, with the delegation it rests on. */
export const extraDecision = tenantTable(
  'extra_decision',
  {
    committeeId: uuid('committee_id').notNull(),
    about: text('about', { enum: ['extra-visit', 'extra-fee'] }).notNull(),
    personId: uuid('person_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    decidedOn: day('decided_on').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    /** The role that the guideline gives the decision to and in whose name the secretary registered it; empty for one's own. */
    decidedAs: text('decided_as').notNull().default(''),
    granted: boolean('granted').notNull(),
    /** The committee's own number of it in the calendar year of the decision; absent for one from before they were numbered. */
    number: integer('number'),
    /** The clause of the guideline that asks for it. */
    clause: text('clause').notNull().default(''),
    delegation: text('delegation').notNull().default(''),
    reason: text('reason').notNull().default(''),
    /** The meeting at which the decision is reported to the committee (kommunallagen 6 kap. 40 §). */
    reportedAtId: uuid('reported_at_id'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.decidedBy, person),
    belongsTo(table, table.reportedAtId, meeting),
    unique('extra_decision_once').on(table.visitId, table.personId, table.about),
    uniqueIndex('extra_decision_number').on(
      table.committeeId,
      sql`extract(year from ${table.decidedOn})`,
      table.number,
    ),
    index('extra_decision_by_meeting').on(table.reportedAtId),
    check('extra_decision_not_own', sql`${table.decidedBy} <> ${table.personId}`),
  ],
)

/** Users, relatives or an organisation have been in touch with a contact politician, outside any visit (SNB-01). Never who. */
const outsideContactKinds = ['user', 'relative', 'organisation', 'other'] as const
export const outsideContact = tenantTable(
  'outside_contact',
  {
    committeeId: uuid('committee_id').notNull(),
    /** The contact politician who was contacted. */
    personId: uuid('person_id').notNull(),
    unitId: uuid('unit_id'),
    areaId: uuid('area_id'),
    day: day('day').notNull(),
    kind: text('kind', { enum: outsideContactKinds }).notNull(),
    subject: text('subject').notNull(),
    /** Where the one who was in touch was referred. */
    referredTo: text('referred_to').notNull().default(''),
    notedAt: instant('noted_at').notNull(),
    /** When it was taken into a report; it is not changed after that. */
    takenAt: instant('taken_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.unitId, unit),
    belongsTo(table, table.areaId, area),
    check('outside_contact_one_object', sql`num_nonnulls(${table.unitId}, ${table.areaId}) <= 1`),
    index('outside_contact_by_committee').on(table.committeeId, table.day),
  ],
)

/** Whom to turn to in which question (SNB-11): the committee's own list, beside what the guideline says. */
export const referral = tenantTable(
  'referral',
  {
    committeeId: uuid('committee_id').notNull(),
    position: smallint('position').notNull(),
    question: text('question').notNull(),
    turnTo: text('turn_to').notNull(),
    /** A function's telephone number or address, never a private one. */
    reachedBy: text('reached_by').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    unique('referral_position').on(table.committeeId, table.position),
  ],
)

/** What is going on in the committee, in the secretary's words, for those who prepare a visit. */
export const committeeNews = tenantTable(
  'committee_news',
  {
    committeeId: uuid('committee_id').notNull(),
    text: text('text').notNull(),
    writtenById: uuid('written_by_id').notNull(),
    writtenAt: instant('written_at').notNull(),
    validFrom: day('valid_from').notNull(),
    /** The first day on which it is no longer shown. */
    validUntil: day('valid_until').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.writtenById, person),
    check('committee_news_period', sql`${table.validFrom} < ${table.validUntil}`),
  ],
)

/** A link by which one invited person answers without signing in. Works once, and for the sequence it was sent with. */
export const replyLink = tenantTable(
  'reply_link',
  {
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    sequence: integer('sequence').notNull(),
    /** SHA-256 of the token, lower-case hex; the token itself is in the mail alone. */
    tokenHash: text('token_hash').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    unique('reply_link_token').on(table.tokenHash),
    index('reply_link_by_visit').on(table.visitId, table.personId),
  ],
)

/** Something that a person has been told once: a reminder, or that it is their turn. What is here is not told again. */
export const reminder = tenantTable(
  'reminder',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** What about: `visit-14`, `visit-1`, `report-due`, `take-over`, `no-invitation`. */
    kind: text('kind').notNull(),
    /** The visit or the unit. */
    subjectId: uuid('subject_id').notNull(),
    /** What makes it new again: the sequence of the visit, or the year. */
    occasion: text('occasion').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    unique('reminder_once').on(table.personId, table.kind, table.subjectId, table.occasion),
  ],
)

/** A person's own read-only calendar (iCalendar by a secret address). A new one takes the old one's place. */
export const calendarFeed = tenantTable(
  'calendar_feed',
  {
    personId: uuid('person_id').notNull(),
    /** SHA-256 of the secret, lower-case hex. */
    tokenHash: text('token_hash').notNull(),
    madeAt: instant('made_at').notNull(),
    lastFetchedAt: instant('last_fetched_at'),
  },
  (table) => [
    belongsTo(table, table.personId, person),
    unique('calendar_feed_once').on(table.personId),
    unique('calendar_feed_token').on(table.tokenHash),
  ],
)
