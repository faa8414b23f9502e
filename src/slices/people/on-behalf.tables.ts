import { sql } from 'drizzle-orm'
import { boolean, check, index, text, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, day, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from './people.tables.ts'

/** What can be registered for somebody who phones in. Never a decision: nobody approves or decides for another. */
export const registeredKinds = [
  'answer',
  'booking',
  'attendance',
  'report-draft',
  'report-signature',
  'oral-report',
  'check-answer',
  'claim-confirmation',
  'claim-additions',
] as const
export type RegisteredKind = (typeof registeredKinds)[number]

/** One thing that the secretary registered for a person after a phone call, and what the person said of it. */
export const registeredFor = tenantTable(
  'registered_for',
  {
    committeeId: uuid('committee_id').notNull(),
    /** Whose matter it is. */
    personId: uuid('person_id').notNull(),
    registeredById: uuid('registered_by_id').notNull(),
    kind: text('kind', { enum: registeredKinds }).notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Which visit it is about, in words that stand however the visit is changed: its units and its day. */
    about: text('about').notNull(),
    aboutDay: day('about_day').notNull(),
    calledOn: day('called_on').notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** What the person said: right or wrong. */
    right: boolean('is_right'),
    saidAt: instant('said_at'),
    said: text('said').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredById, person),
    check('registered_for_another', sql`${table.personId} <> ${table.registeredById}`),
    check('registered_for_said', sql`(${table.right} is null) = (${table.saidAt} is null)`),
    index('registered_for_by_person').on(table.personId, table.registeredAt),
  ],
)
