import { desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/instant.ts'
import type { ReadTx, Tx } from './db/database.ts'
import { newId } from './ids.ts'
import { mailDelivery, type mailOutcomes, outgoingMail } from './mail.tables.ts'

export type Mail = {
  readonly municipalityId: string
  readonly personId?: string | undefined
  /** The committee whose business it is; absent for what is the municipality's, such as signing in. */
  readonly aboutCommitteeId?: string | undefined
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** An iCalendar object with the METHOD that stands in it. What carries one never waits. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string } | undefined
  /** The mailbox that it is sent from, as `Name <address>`: an invitation's organiser. Otherwise the installation's own. */
  readonly sentFrom?: string | undefined
  /** It carries a code or a link that lets somebody in: its text is not kept once it is sent. */
  readonly letsIn?: boolean | undefined
  /** It only informs: it waits to be gathered with others where the person has chosen so. */
  readonly mayWait?: true | undefined
  readonly queuedAt: Instant
}

/** What lies in the queue: ids only. */
export type MailJob = { readonly municipalityId: string; readonly mailId: string }

export type MailboxRow = {
  readonly id: string
  readonly personId: string | null
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly queuedAt: Instant
  /** What the entry for the calendar that goes with it does; null for a mail without one. */
  readonly calendarMethod: 'REQUEST' | 'CANCEL' | null
  /** `waiting` until a first attempt has been made. */
  readonly outcome: 'waiting' | MailOutcome
}

export type MailOutcome = (typeof mailOutcomes)[number]

/**
 * Writes the mail and has it sent once the transaction is committed, or gathered later with others. Returns its id. Nothing
 * is written to somebody who has died: the id is then of no mail.
 */
export async function queueMail(tx: Tx, { mayWait, calendar, ...mail }: Mail): Promise<string> {
  const id = newId()
  if (mail.personId !== undefined && (await hasDied(tx, mail.personId))) return id
  const comesAtOnce = !mayWait || calendar !== undefined || mail.letsIn
  const waits = !comesAtOnce && mail.personId !== undefined && (await wantsGathered(tx, mail.personId))
  await tx
    .insert(outgoingMail)
    .values({ ...mail, calendar: calendar?.text, calendarMethod: calendar?.method, waits, id })
  if (!waits) await sendLater(tx, { municipalityId: mail.municipalityId, mailId: id })
  return id
}

/** Has a mail that is written sent once the transaction is committed. */
export async function sendLater(tx: Tx, job: MailJob): Promise<void> {
  await tx.enqueue('mail', job)
}

/** The person's own choice, kept with the person (`mail_choice`). Asked here, so that nobody who writes a mail forgets to. */
async function wantsGathered(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from mail_choice where person_id = ${personId}::uuid and gathered <> 'each'`,
  )
  return rows.length > 0
}

/** Whether the person is known to have died (`person.died_on`). Asked here and at delivery, so that no letter reaches the home. */
export async function hasDied(tx: ReadTx | Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from person where id = ${personId}::uuid and died_on is not null`)
  return rows.length > 0
}

/** Returns the municipality's latest mails, newest first, with what became of each. */
export async function listMailbox(tx: ReadTx, count = 200): Promise<readonly MailboxRow[]> {
  const lastOutcome = tx
    .select({ outcome: mailDelivery.outcome })
    .from(mailDelivery)
    .where(eq(mailDelivery.mailId, outgoingMail.id))
    .orderBy(desc(mailDelivery.at), desc(mailDelivery.id))
    .limit(1)
  return await tx
    .select({
      id: outgoingMail.id,
      personId: outgoingMail.personId,
      address: outgoingMail.address,
      subject: outgoingMail.subject,
      text: outgoingMail.text,
      queuedAt: outgoingMail.queuedAt,
      calendarMethod: outgoingMail.calendarMethod,
      outcome: sql<MailboxRow['outcome']>`coalesce(${lastOutcome}, 'waiting')`,
    })
    .from(outgoingMail)
    .orderBy(desc(outgoingMail.queuedAt), desc(outgoingMail.id))
    .limit(count)
}

/** Returns the iCalendar object that goes with a mail, and whom it is to; undefined where there is none. */
export async function findMailCalendar(
  tx: ReadTx,
  mailId: string,
): Promise<{ readonly personId: string | null; readonly text: string } | undefined> {
  const [mail] = await tx
    .select({ personId: outgoingMail.personId, text: outgoingMail.calendar })
    .from(outgoingMail)
    .where(eq(outgoingMail.id, mailId))
  return mail === undefined || mail.text === null ? undefined : { ...mail, text: mail.text }
}
