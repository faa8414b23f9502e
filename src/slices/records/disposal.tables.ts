import { sql } from 'drizzle-orm'
import { check, index, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { retentionRule } from './retention.tables.ts'

/** A proposal to dispose of documents, and once approved the record of what was disposed of (gallringsprotokoll). */
export const disposalRun = tenantTable(
  'disposal_run',
  {
    committeeId: uuid('committee_id').notNull(),
    state: text('state', { enum: ['proposed', 'done', 'withdrawn'] }).notNull(),
    /** The day that due dates are counted on. */
    day: day('day').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.proposedBy, person),
    belongsTo(table, table.decidedBy, person),
    check('disposal_run_decided', sql`(${table.state} = 'proposed') = (${table.decidedAt} is null)`),
    check('disposal_run_by_two', sql`${table.state} <> 'done' or ${table.decidedBy} <> ${table.proposedBy}`),
    index('disposal_run_by_committee').on(table.committeeId, table.proposedAt),
  ],
)

/** One document of a run, named without telling what stood in it. Stays when the document is gone. */
export const disposalItem = tenantTable(
  'disposal_item',
  {
    committeeId: uuid('committee_id').notNull(),
    runId: uuid('run_id').notNull(),
    ruleId: uuid('rule_id').notNull(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    title: text('title').notNull(),
    /** The day of the event that the time is counted from. */
    day: day('day').notNull(),
  },
  (table) => [
    belongsTo(table, table.runId, disposalRun),
    belongsTo(table, table.ruleId, retentionRule),
    unique('disposal_item_once').on(table.runId, table.kind, table.subjectId),
    index('disposal_item_by_subject').on(table.committeeId, table.kind, table.subjectId),
  ],
)
