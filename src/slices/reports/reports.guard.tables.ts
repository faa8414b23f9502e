import { integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, bytes, instant, tenantTable } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { report } from './reports.tables.ts'

/** What can be decided about something that the guard has seen in a draft. */
export const guardDecisions = ['kept', 'taken-away', 'handed-over'] as const

/**
 * What an author has decided about flagged words in one field of a draft, without the words: the digest can be made by this
 * installation alone, and tells nothing but that the same words stand there again.
 */
export const reportGuardDecision = tenantTable(
  'report_guard_decision',
  {
    reportId: uuid('report_id').notNull(),
    field: text('field').notNull(),
    /** What kind of words they are, as the guard names it. */
    kind: text('kind').notNull(),
    digest: bytes('digest').notNull(),
    decision: text('decision', { enum: guardDecisions }).notNull(),
    /** Why the words stay; empty for what was taken away or handed over. */
    reason: text('reason').notNull().default(''),
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
    /** Who registered it for an author who has phoned; absent for one's own. */
    registeredById: uuid('registered_by_id'),
  },
  (table) => [
    unique('report_guard_decision_once').on(table.reportId, table.field, table.kind, table.digest),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.decidedBy, person),
    belongsTo(table, table.registeredById, person),
  ],
)

/** What an author last took away from a draft at the guard's word, so that it can be put back. Gone when the report is final. */
export const reportTakenAway = tenantTable(
  'report_taken_away',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    field: text('field').notNull(),
    /** The sentence as it stood before anything was taken out of it. */
    text: text('text').notNull(),
    /** What stands in its place; empty when all of it went. */
    left: text('left').notNull(),
    /** Where in the field it stood, in UTF-16 units. */
    start: integer('start').notNull(),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [
    unique('report_taken_away_once').on(table.reportId, table.personId),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.personId, person),
  ],
)
