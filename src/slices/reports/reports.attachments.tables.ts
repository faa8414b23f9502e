import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { attachmentKinds } from '../../kernel/attachment.ts'
import { belongsTo, bytes, instant, tenantTable } from '../../platform/db/columns.ts'
import { person } from '../people/people.tables.ts'
import { report } from './reports.tables.ts'

/** What the municipality lets reports carry: the kinds of file, none at first. One row a municipality. */
export const attachmentRule = tenantTable(
  'attachment_rule',
  {
    /** Media types, as `attachmentKinds` has them. */
    kinds: jsonb('kinds').notNull(),
    setAt: instant('set_at').notNull(),
    setById: uuid('set_by_id').notNull(),
  },
  (table) => [belongsTo(table, table.setById, person), unique('attachment_rule_once').on(table.municipalityId)],
)

/** A file (bilaga) that goes with a report, without what a camera writes into it. Frozen with the report. */
export const reportAttachment = tenantTable(
  'report_attachment',
  {
    reportId: uuid('report_id').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type', { enum: attachmentKinds }).notNull(),
    content: bytes('content').notNull(),
    size: integer('size').notNull(),
    /** Of the content as it is kept, lower-case hex (FIPS 180-4). */
    sha256: text('sha256').notNull(),
    addedAt: instant('added_at').notNull(),
    addedById: uuid('added_by_id').notNull(),
  },
  (table) => [
    belongsTo(table, table.reportId, report),
    belongsTo(table, table.addedById, person),
    unique('report_attachment_once').on(table.reportId, table.sha256),
    check('report_attachment_size', sql`${table.size} = octet_length(${table.content})`),
    index('report_attachment_by_report').on(table.reportId),
  ],
)
