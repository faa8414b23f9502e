import { boolean, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { meeting } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { report } from '../reports/reports.tables.ts'

/** A report in the papers of a meeting, or given, summed up or discussed there. */
export const meetingItem = tenantTable(
  'meeting_item',
  {
    meetingId: uuid('meeting_id').notNull(),
    reportId: uuid('report_id').notNull(),
    kind: text('kind', { enum: ['paper', 'oral-report', 'oral-summary', 'discussion'] }).notNull(),
    addedAt: instant('added_at').notNull(),
    /** Who speaks, for what is oral. */
    speakerId: uuid('speaker_id'),
    /** When it was given at the meeting; absent while it is only planned. */
    doneAt: instant('done_at'),
    paragraph: text('paragraph'),
    /** When the secretary noted that it was given orally at a meeting that has been held, and who noted it. */
    givenAt: instant('given_at'),
    givenNotedById: uuid('given_noted_by_id'),
    /** What was said there, in a line. */
    line: text('line').notNull().default(''),
    /** The committee talked about it there. */
    wasDiscussed: boolean('was_discussed').notNull().default(false),
    note: text('note').notNull().default(''),
    /** The report's version as it went to the meeting. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    belongsTo(table, table.meetingId, meeting),
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.speakerId, person),
    belongsTo(table, table.givenNotedById, person),
    unique('meeting_item_once').on(table.meetingId, table.reportId, table.kind),
  ],
)
