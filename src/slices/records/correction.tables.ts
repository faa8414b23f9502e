import { sql } from 'drizzle-orm'
import { check, index, text, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from '../../platform/db/columns.ts'
import { committee } from '../directory/directory.tables.ts'
import { registeredFor } from '../people/on-behalf.tables.ts'
import { person } from '../people/people.tables.ts'

/** A person asks for a fault in what is kept about them to be corrected (rättelse, GDPR art. 16). */
export const correctionRequest = tenantTable(
  'correction_request',
  {
    committeeId: uuid('committee_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** What was registered for the person and is wrong, when it is about that. */
    registeredForId: uuid('registered_for_id'),
    wrong: text('wrong').notNull(),
    should: text('should').notNull().default(''),
    askedAt: instant('asked_at').notNull(),
    outcome: text('outcome', { enum: ['corrected', 'refused'] }),
    answer: text('answer').notNull().default(''),
    handledAt: instant('handled_at'),
    handledById: uuid('handled_by_id'),
  },
  (table) => [
    belongsTo(table, table.committeeId, committee),
    belongsTo(table, table.personId, person),
    belongsTo(table, table.registeredForId, registeredFor),
    belongsTo(table, table.handledById, person),
    check(
      'correction_request_handled',
      sql`(${table.outcome} is null) = (${table.handledAt} is null) and (${table.outcome} is null) = (${table.handledById} is null)`,
    ),
    index('correction_request_by_person').on(table.personId),
  ],
)
