import { boolean, index, text, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from './db/columns.ts'

/** A mail, written in the transaction of what it tells about. Never changed, but for what lets somebody in: that goes when it is sent. */
export const outgoingMail = tenantTable(
  'outgoing_mail',
  {
    /** Whom it is to, when that is a person in the municipality. */
    personId: uuid('person_id'),
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html'),
    /** It carries a code or a link that lets somebody in. */
    letsIn: boolean('lets_in').notNull().default(false),
    queuedAt: instant('queued_at').notNull(),
  },
  (table) => [index('outgoing_mail_by_time').on(table.municipalityId, table.queuedAt)],
)

/** What became of a mail: one row for each attempt, `kept` when there is no mail server and it stays in the mailbox. */
export const mailDelivery = tenantTable(
  'mail_delivery',
  {
    mailId: uuid('mail_id').notNull(),
    at: instant('at').notNull(),
    outcome: text('outcome', { enum: ['sent', 'failed', 'kept'] }).notNull(),
    detail: text('detail').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.mailId, outgoingMail),
    index('mail_delivery_by_mail').on(table.municipalityId, table.mailId),
  ],
)
