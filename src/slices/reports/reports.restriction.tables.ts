import { sql } from 'drizzle-orm'
import { check, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { report } from './reports.tables.ts'

/** A secrecy mark (sekretessmarkering, OSL 5 kap. 5 §) on a report or a passage of it: on what ground, why, by whom, and until when it stood. */
export const reportRestriction = tenantTable(
  'report_restriction',
  {
    committeeId: uuid('committee_id').notNull(),
    reportId: uuid('report_id').notNull(),
    /** The words that are secret, as they stand in the report; absent when the whole report is marked. */
    passage: text('passage'),
    legalGround: text('legal_ground').notNull(),
    reason: text('reason').notNull(),
    restrictedAt: instant('restricted_at').notNull(),
    restrictedBy: uuid('restricted_by').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: uuid('lifted_by'),
  },
  (table) => [
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.restrictedBy, person),
    belongsTo(table, table.liftedBy, person),
    uniqueIndex('report_restriction_one')
      .on(table.reportId)
      .where(sql`${table.liftedAt} is null and ${table.passage} is null`),
    check('report_restriction_lifted', sql`(${table.liftedAt} is null) = (${table.liftedBy} is null)`),
  ],
)
