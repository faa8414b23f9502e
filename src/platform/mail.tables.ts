import { sql } from 'drizzle-orm'
import { boolean, check, index, text, uuid } from 'drizzle-orm/pg-core'
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
    /** An iCalendar object that goes with it, and the METHOD it carries, which the message's own type repeats (RFC 6047). */
    calendar: text('calendar'),
    calendarMethod: text('calendar_method', { enum: ['REQUEST', 'CANCEL'] }),
    /** The mailbox that an invitation is sent from: its organiser's. Absent for the installation's own. */
    sentFrom: text('sent_from'),
    /** It waits to be gathered with others into one mail, by the person's own choice. */
    waits: boolean('waits').notNull().default(false),
    /** The mail that it was gathered into. */
    gatheredIntoId: uuid('gathered_into_id'),
    /** It carries a code or a link that lets somebody in. */
    letsIn: boolean('lets_in').notNull().default(false),
    queuedAt: instant('queued_at').notNull(),
  },
  (table) => [
    index('outgoing_mail_by_time').on(table.municipalityId, table.queuedAt),
    check('outgoing_mail_calendar', sql`(${table.calendar} is null) = (${table.calendarMethod} is null)`),
    index('outgoing_mail_waiting').on(table.municipalityId, table.personId).where(sql`${table.waits}`),
  ],
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
