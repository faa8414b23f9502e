import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { report } from './reports.tables.ts'

/** A draft that was sent to the managers of the visited units before it circulates (sakgranskning), as it was sent. */
export const reportCheck = tenantTable(
  'report_check',
  {
    committeeId: uuid('committee_id').notNull(),
    reportId: uuid('report_id').notNull(),
    /** `check`: what is wrong, item by item; `comment`: one comment on the whole. */
    means: text('means', { enum: ['check', 'comment'] }).notNull(),
    sentAt: instant('sent_at').notNull(),
    sentDay: day('sent_day').notNull(),
    sentBy: uuid('sent_by').notNull(),
    /** The last day to answer; the report goes on after it. */
    lastDay: day('last_day').notNull(),
    /** It left the authority, to a private provider, which made what was sent an official document (TF 2 kap. 10 §). */
    outside: boolean('outside').notNull(),
    /** What was sent. Never changed. */
    sent: jsonb('sent').notNull(),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: uuid('taken_back_by'),
  },
  (table) => [
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.sentBy, person),
    belongsTo(table, table.takenBackBy, person),
    uniqueIndex('report_check_one').on(table.reportId).where(sql`${table.takenBackAt} is null`),
    check('report_check_days', sql`${table.lastDay} > ${table.sentDay}`),
    check('report_check_taken_back', sql`(${table.takenBackAt} is null) = (${table.takenBackBy} is null)`),
    index('report_check_by_committee').on(table.committeeId, table.reportId),
  ],
)

/** A visited unit whose manager has the draft, and the manager's answer. */
export const reportCheckUnit = tenantTable(
  'report_check_unit',
  {
    checkId: uuid('check_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    outside: boolean('outside').notNull(),
    comment: text('comment').notNull().default(''),
    answeredAt: instant('answered_at'),
    answeredDay: day('answered_day'),
    answeredBy: uuid('answered_by'),
    /** Who registered the answer, and on which day the manager phoned; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    calledOn: day('called_on'),
    /** Goes up by one at every save; a stale page is refused. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.checkId, reportCheck),
    belongsTo(table, table.unitId, unit),
    belongsTo(table, table.answeredBy, person),
    belongsTo(table, table.registeredById, person),
    unique('report_check_unit_once').on(table.checkId, table.unitId),
    check(
      'report_check_unit_answered',
      sql`(${table.answeredAt} is null) = (${table.answeredBy} is null) and (${table.answeredAt} is null) = (${table.answeredDay} is null)`,
    ),
    check('report_check_unit_registered', sql`(${table.registeredById} is null) = (${table.calledOn} is null)`),
    index('report_check_unit_by_unit').on(table.unitId),
  ],
)

/** What the manager says of one text: that it is right, or what is wrong. */
export const reportCheckAnswer = tenantTable(
  'report_check_answer',
  {
    checkUnitId: uuid('check_unit_id').notNull(),
    /** The field's name in what was sent. */
    field: text('field').notNull(),
    verdict: text('verdict', { enum: ['agrees', 'wrong'] }).notNull(),
    text: text('text').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.checkUnitId, reportCheckUnit),
    unique('report_check_answer_once').on(table.checkUnitId, table.field),
  ],
)
