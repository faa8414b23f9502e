import { sql } from 'drizzle-orm'
import { check, index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { report } from './reports.tables.ts'

/**
 * Something that an author handed over instead of reporting it (HED-10, SNB-02, SNB-10): to the managers who are named in
 * `report_hand_over_to`, or to somebody outside the system, whom the author contacts and who is named in words.
 */
export const reportHandOver = tenantTable(
  'report_hand_over',
  {
    committeeId: uuid('committee_id').notNull(),
    reportId: uuid('report_id').notNull(),
    /** Where in the draft it stood. */
    field: text('field').notNull(),
    /** What the guard saw in it, as the guard names it. */
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    /** Whom the author contacts in person, in the guideline's words; empty when it goes to managers in the system. */
    referredTo: text('referred_to').notNull().default(''),
    /** Where the guideline says so; empty when it says nothing. */
    clause: text('clause').notNull().default(''),
    handedOverBy: uuid('handed_over_by').notNull(),
    handedOverAt: instant('handed_over_at').notNull(),
    /** Who registered it for an author who has phoned; absent for one's own. */
    registeredById: uuid('registered_by_id'),
    receivedAt: instant('received_at'),
    receivedBy: uuid('received_by'),
    answer: text('answer').notNull().default(''),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by'),
  },
  (table) => [
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.handedOverBy, person),
    belongsTo(table, table.registeredById, person),
    belongsTo(table, table.receivedBy, person),
    belongsTo(table, table.answeredBy, person),
    check('report_hand_over_received', sql`(${table.receivedAt} is null) = (${table.receivedBy} is null)`),
    check('report_hand_over_answered', sql`(${table.answeredAt} is null) = (${table.answeredBy} is null)`),
    index('report_hand_over_by_report').on(table.reportId),
  ],
)

/** To which manager something was handed over, and when the manager first opened it. */
export const reportHandOverTo = tenantTable(
  'report_hand_over_to',
  {
    handOverId: uuid('hand_over_id').notNull(),
    personId: uuid('person_id').notNull(),
    openedAt: instant('opened_at'),
  },
  (table) => [
    unique('report_hand_over_to_once').on(table.handOverId, table.personId),
    belongsTo(table, table.handOverId, reportHandOver),
    belongsTo(table, table.personId, person),
    index('report_hand_over_to_by_person').on(table.personId),
  ],
)
