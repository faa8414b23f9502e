import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, tenantPolicies } from './db/columns.ts'

/** An event that a handler has dealt with, written in the handler's own transaction: a second delivery does nothing. */
export const handledEvent = pgTable(
  'handled_event',
  {
    ...tenant(),
    eventId: uuid('event_id').notNull(),
    handler: text('handler').notNull(),
    handledAt: instant('handled_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.handler] }), ...tenantPolicies()],
)
