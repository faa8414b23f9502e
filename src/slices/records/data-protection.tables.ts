import { integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'

/** One version of what the committee has written in its record of processing or impact assessment. Never changed. */
export const dataProtectionVersion = tenantTable(
  'data_protection_version',
  {
    committeeId: uuid('committee_id').notNull(),
    document: text('document', { enum: ['record', 'assessment'] }).notNull(),
    version: integer('version').notNull(),
    answers: jsonb('answers').$type<Readonly<Record<string, string>>>().notNull(),
    savedAt: instant('saved_at').notNull(),
    savedById: uuid('saved_by_id').notNull(),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.savedById, person),
    unique('data_protection_version_number').on(table.committeeId, table.document, table.version),
  ],
)
