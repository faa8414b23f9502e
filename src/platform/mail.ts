import { and, desc, eq, ne, notExists, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import type { Instant } from '../kernel/instant.ts'
import type { Clock } from './clock.ts'
import type { Database, ReadTx, Tx } from './db/database.ts'
import { newId } from './ids.ts'
import { mailDelivery, outgoingMail } from './mail.tables.ts'
import type { Settings } from './settings.ts'

export type Mail = {
  readonly municipalityId: string
  readonly personId?: string | undefined
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
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
  /** `waiting` until a first attempt has been made. */
  readonly outcome: 'waiting' | 'sent' | 'failed' | 'kept'
}

/** Writes the mail and has it sent once the transaction is committed, or gathered later with others. Returns its id. */
export async function queueMail(tx: Tx, { mayWait, ...mail }: Mail): Promise<string> {
  const id = newId()
  const waits = mayWait === true && mail.personId !== undefined && (await wantsGathered(tx, mail.personId))
  await tx.insert(outgoingMail).values({ ...mail, waits, id })
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
      outcome: sql<MailboxRow['outcome']>`coalesce(${lastOutcome}, 'waiting')`,
    })
    .from(outgoingMail)
    .orderBy(desc(outgoingMail.queuedAt), desc(outgoingMail.id))
    .limit(count)
}

/**
 * Returns the worker's part: sends a mail to the server of SMTP_URL, or keeps it in the mailbox when there is none, and
 * writes down which. Throws when the server fails, so that it is tried again; every attempt carries the same
 * Message-ID, by which the receiver tells a repetition.
 */
export function createMailer(
  database: Database,
  clock: Clock,
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>,
): (job: MailJob) => Promise<void> {
  const send = settings.smtpUrl === undefined ? undefined : smtpSender(settings.smtpUrl, settings.mailFrom)
  return async ({ municipalityId, mailId }) => {
    const mail = await database.read({ municipalityId }, (tx) => findUndelivered(tx, mailId))
    if (mail === undefined) return
    const write = (outcome: Outcome, detail: string) =>
      database.transaction({ municipalityId }, async (tx) => {
        await tx.insert(mailDelivery).values({ municipalityId, mailId, at: clock.now(), outcome, detail })
        if (outcome === 'sent' && mail.letsIn)
          await tx.update(outgoingMail).set({ text: '', html: null }).where(eq(outgoingMail.id, mailId))
      })
    if (send === undefined) return await write('kept', '')
    const answer = await send(mail).catch(async (error: unknown) => {
      await write('failed', String(error))
      throw error
    })
    await write('sent', answer)
  }
}

type MailRow = typeof outgoingMail.$inferSelect
type Outcome = (typeof mailDelivery.$inferSelect)['outcome']

/** Returns the mail, or undefined when it is dealt with or does not exist. */
async function findUndelivered(tx: ReadTx, mailId: string): Promise<MailRow | undefined> {
  const dealtWith = tx
    .select({ one: sql`1` })
    .from(mailDelivery)
    .where(and(eq(mailDelivery.mailId, outgoingMail.id), ne(mailDelivery.outcome, 'failed')))
  const [mail] = await tx
    .select()
    .from(outgoingMail)
    .where(and(eq(outgoingMail.id, mailId), notExists(dealtWith)))
  return mail
}

/** Returns a function that sends one mail and returns the server's answer. */
function smtpSender(smtpUrl: string, from: string): (mail: MailRow) => Promise<string> {
  const patience = 20_000
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return async (mail) => {
    const { response } = await transport.sendMail({
      from,
      to: mail.address,
      subject: mail.subject,
      text: mail.text,
      ...(mail.html !== null && { html: mail.html }),
      messageId: `<${mail.id}@${domain}>`,
      // RFC 3834: keeps absence notices from answering.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return response
  }
}
