import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** A guideline tried out (prövning): what it would have meant for visits that were made, or for a made-up year. Nothing rests on it. */
export const guidelineTrial = tenantTable(
  'guideline_trial',
  {
    committeeId: uuid('committee_id').notNull(),
    /** The guideline that is tried as its text was when it was started: drafts change and versions are many. */
    title: text('title').notNull(),
    source: text('source').notNull(),
    over: text('over', { enum: ['past', 'synthetic'] }).notNull(),
    /** Whole calendar years. */
    fromYear: integer('from_year').notNull(),
    toYear: integer('to_year').notNull(),
    /** The day that everything is judged on: the day it was started. */
    day: day('day').notNull(),
    state: text('state', { enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull(),
    result: jsonb('result'),
    /** Why it failed. */
    problem: text('problem', { enum: ['unreadable', 'fault'] }),
    startedBy: uuid('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    /** When its state or progress was last written. */
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.startedBy, person),
    check('guideline_trial_years', sql`${table.fromYear} <= ${table.toYear}`),
    check('guideline_trial_result', sql`(${table.state} = 'done') = (${table.result} is not null)`),
    index('guideline_trial_by_committee').on(table.committeeId, table.startedAt),
  ],
)
