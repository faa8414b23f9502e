import { sql } from 'drizzle-orm'
import { check, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** One version of how long a kind of document is kept in a committee, with the decision it rests on. Never changed. */
export const retentionRule = tenantTable(
  'retention_rule',
  {
    committeeId: uuid('committee_id').notNull(),
    /** One of the kinds in `retention.rules.ts`. */
    kind: text('kind').notNull(),
    action: text('action', { enum: ['keep', 'at-event', 'after-years'] }).notNull(),
    years: integer('years'),
    countedFrom: text('counted_from', { enum: ['event', 'year-end'] })
      .notNull()
      .default('event'),
    /** The document management plan (dokumenthanteringsplan), or what else was decided. */
    plan: text('plan').notNull(),
    decidedOn: day('decided_on').notNull(),
    paragraph: text('paragraph').notNull(),
    validFrom: day('valid_from').notNull(),
    registeredAt: instant('registered_at').notNull(),
    registeredBy: uuid('registered_by').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.registeredBy, person),
    unique('retention_rule_from').on(table.committeeId, table.kind, table.validFrom),
    check('retention_rule_years', sql`(${table.action} = 'after-years') = (${table.years} is not null)`),
    check('retention_rule_some_years', sql`${table.years} between 1 and 100`),
  ],
)

/** An exception from disposal (undantag från gallring): a kind of document, or one document, is kept for now. */
export const retentionHold = tenantTable(
  'retention_hold',
  {
    committeeId: uuid('committee_id').notNull(),
    kind: text('kind').notNull(),
    /** Absent when the whole kind is kept. */
    subjectId: uuid('subject_id'),
    title: text('title').notNull().default(''),
    reason: text('reason').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: uuid('set_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.setBy, person),
    belongsTo(table, table.endedBy, person),
    index('retention_hold_by_committee').on(table.committeeId, table.kind),
  ],
)
