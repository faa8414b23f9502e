import { sql } from 'drizzle-orm'
import { boolean, check, index, text, uuid } from 'drizzle-orm/pg-core'
import { belongsTo, instant, tenantTable } from './db/columns.ts'

/** A mail, written in the transaction of what it tells about. Never changed, but for what lets somebody in: that goes when it is sent. */
export const outgoingMail = tenantTable(
  'outgoing_mail',
  {
    /** Whom it is to, when that is a person in the municipality. */
    personId: uuid('person_id'),
    /** The committee whose business it is, when it is one's: another committee does not see it among what did not arrive. */
    aboutCommitteeId: uuid('about_committee_id'),
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

/**
 * What can become of a mail, the newest counts:
 * - `handed-over`: all of it has gone to the mail server but for the dot that ends it; the server's answer is awaited;
 * - `sent`: the server has taken it; `failed`: it has not, and it is tried again; `given-up`: after the last try;
 * - `unsure`: the program ended while the answer was awaited, so that sending it again could make two of it;
 * - `kept`: there is no mail server, or the addressee has died, and it stays in the mailbox; `again`: somebody has asked for it to be sent again.
 */
export const mailOutcomes = ['handed-over', 'sent', 'failed', 'given-up', 'unsure', 'kept', 'again'] as const

/** What became of a mail, one row for each turn. */
export const mailDelivery = tenantTable(
  'mail_delivery',
  {
    mailId: uuid('mail_id').notNull(),
    at: instant('at').notNull(),
    outcome: text('outcome', { enum: mailOutcomes }).notNull(),
    detail: text('detail').notNull().default(''),
  },
  (table) => [
    belongsTo(table, table.mailId, outgoingMail),
    index('mail_delivery_by_mail').on(table.municipalityId, table.mailId),
  ],
)
