import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { initiators, visitStates } from '../../engine/programme.ts'
import { belongsTo, day, instant, tenantTable, timeOfDay } from '../../platform/db/columns.ts'
import { visitGroup } from '../appointments/appointments.tables.ts'
import { committee, unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** A visit (verksamhetsbesök) on one day to one or several units. */
export const visit = tenantTable(
  'visit',
  {
    committeeId: uuid('committee_id').notNull(),
    groupId: uuid('group_id'),
    /** A form that the product or the guideline names. */
    form: text('form').notNull().default('visit'),
    day: day('day').notNull(),
    startTime: timeOfDay('start_time').notNull(),
    endTime: timeOfDay('end_time').notNull(),
    place: text('place').notNull().default(''),
    /** Follows the timeline's last transition; kept here so that lists need no replay. */
    state: text('state', { enum: visitStates }).notNull(),
    /** An initiator of the product, or a role that the guideline names. */
    initiatedBy: text('initiated_by').notNull(),
    initiatedByPersonId: uuid('initiated_by_person_id').notNull(),
    /** Who registered it for the one who initiated it; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    initiatedOn: day('initiated_on').notNull(),
    plannedBy: text('planned_by', { enum: initiators }),
    plannedOn: day('planned_on'),
    programme: text('programme').notNull().default(''),
    confirmedOn: day('confirmed_on'),
    withRelativesCouncil: boolean('with_relatives_council').notNull().default(false),
    specialReason: text('special_reason').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.groupId, visitGroup),
    belongsTo(table, table.initiatedByPersonId, person),
    belongsTo(table, table.registeredById, person),
    check('visit_times', sql`${table.startTime} < ${table.endTime}`),
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

/** An invitation (kallelse) to one person, with the answer. */
export const invitation = tenantTable(
  'invitation',
  {
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    sentAt: instant('sent_at').notNull(),
    answer: text('answer', { enum: ['accepted', 'declined'] }),
    answeredAt: instant('answered_at'),
    /** Who registered the answer for the one invited; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    message: text('message').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
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
  'accepted',
  'declined-invitation',
  'planned',
  'confirmed',
  'prepared',
  'extra-granted',
  'extra-refused',
  'held',
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
    note: text('note').notNull().default(''),
  },
  (table) => [
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

/** Whether the visit reached one kind of people: kinds, never names. */
export const audienceMet = tenantTable(
  'audience_met',
  {
    visitId: uuid('visit_id').notNull(),
    audience: text('audience').notNull(),
    met: boolean('met').notNull(),
    explanation: text('explanation').notNull().default(''),
  },
  (table) => [unique('audience_met_once').on(table.visitId, table.audience), belongsTo(table, table.visitId, visit)],
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
    granted: boolean('granted').notNull(),
    delegation: text('delegation').notNull().default(''),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.visitId, visit),
    belongsTo(table, table.decidedBy, person),
    unique('extra_decision_once').on(table.visitId, table.personId, table.about),
    check('extra_decision_not_own', sql`${table.decidedBy} <> ${table.personId}`),
  ],
)
