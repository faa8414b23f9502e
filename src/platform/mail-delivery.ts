import { type AnyColumn, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Clock } from './clock.ts'
import type { Database, ReadTx, Tx } from './db/database.ts'
import { hasDied, type MailJob, type MailOutcome } from './mail.ts'
import { mailDelivery, outgoingMail } from './mail.tables.ts'
import type { Settings } from './settings.ts'
import { smtpSender } from './smtp.ts'

/** The worker's part: `deliver` throws when the mail is to be tried again, `giveUp` comes after the last try. */
export type Mailer = {
  readonly deliver: (job: MailJob) => Promise<void>
  readonly giveUp: (job: MailJob) => Promise<void>
}

/**
 * Returns what sends mails to the server of SMTP_URL, or keeps them in the mailbox when there is none, and writes down
 * what became of each.
 *
 * SMTP cannot say whether a mail whose answer was lost has arrived (RFC 1047). A row says `handed-over`; its
 * commit and the dot that ends the mail are written one right after the other. A program that is killed before has sent
 * nothing, and the mail is sent anew; one that is killed after has sent everything, for the system delivers what a
 * program has written even when it is dead. Such a mail is `unsure` and not sent again by itself. When the connection
 * fails while the answer is awaited it is sent again with the same Message-ID (RFC 5321, 4.5.4.1).
 */
export function createMailer(
  database: Database,
  clock: Clock,
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>,
): Mailer {
  const send = settings.smtpUrl === undefined ? undefined : smtpSender(settings.smtpUrl, settings.mailFrom)
  const turn = ({ municipalityId, mailId }: MailJob, outcome: MailOutcome, detail = '') => ({
    municipalityId,
    mailId,
    at: clock.now(),
    outcome,
    detail,
  })
  const write = (job: MailJob, outcome: MailOutcome, detail?: string) =>
    database.transaction(job, async (tx) => {
      await tx.insert(mailDelivery).values(turn(job, outcome, detail))
      if (outcome === 'sent' || outcome === 'unsure' || outcome === 'given-up') await forgetSecrets(tx, job.mailId)
    })

  return {
    deliver: async (job) => {
      const mail = await database.read(job, (tx) => findMail(tx, job.mailId))
      if (mail === undefined) return
      const before = await database.read(job, (tx) => lastOutcome(tx, job.mailId))
      if (before === 'handed-over') return await write(job, 'unsure')
      if (isDealtWith(before)) return
      if (send === undefined) return await write(job, 'kept')
      // Written before the death was known, waiting to be gathered, or asked for again: it stays here.
      const { personId } = mail
      if (personId !== null && (await database.read(job, (tx) => hasDied(tx, personId))))
        return await write(job, 'kept', 'the addressee has died')
      let isOvertaken = false
      const handOver = (letGo: () => void) =>
        database.transaction(job, async (tx) => {
          // Two jobs of one mail, as when somebody asks for it again while it is tried: the first to come here sends it.
          await tx
            .select({ id: outgoingMail.id })
            .from(outgoingMail)
            .where(eq(outgoingMail.id, job.mailId))
            .for('update')
          isOvertaken = isDealtWith(await lastOutcome(tx, job.mailId))
          if (isOvertaken) throw new Error('The mail has been handed over by another job')
          await tx.insert(mailDelivery).values(turn(job, 'handed-over'))
          letGo()
        })
      const answer = await send(mail, handOver).catch(async (error: unknown) => {
        if (isOvertaken) return undefined
        await write(job, 'failed', faultOf(error))
        throw error
      })
      if (answer !== undefined) await write(job, 'sent', answer)
    },
    giveUp: async (job) => {
      const before = await database.read(job, (tx) => lastOutcome(tx, job.mailId))
      if (before === 'handed-over') await write(job, 'unsure')
      else if (!isDealtWith(before)) await write(job, 'given-up')
    },
  }
}

/** Whether nothing more is to be done: it is sent, kept or given up, or on its way. */
function isDealtWith(last: MailOutcome | undefined): boolean {
  return last !== undefined && last !== 'failed' && last !== 'again'
}

/** Returns the fault as it is kept: the library's code, the server's number when it gave one, and the words. */
function faultOf(error: unknown): string {
  const { code = '-', responseCode = '-' } = error as { readonly code?: string; readonly responseCode?: number }
  return `${code} ${responseCode} ${String(error)}`
}

async function findMail(tx: ReadTx, mailId: string): Promise<typeof outgoingMail.$inferSelect | undefined> {
  const [mail] = await tx.select().from(outgoingMail).where(eq(outgoingMail.id, mailId))
  return mail
}

async function lastOutcome(tx: ReadTx, mailId: string): Promise<MailOutcome | undefined> {
  const [last] = await tx
    .select({ outcome: mailDelivery.outcome })
    .from(mailDelivery)
    .where(eq(mailDelivery.mailId, mailId))
    .orderBy(desc(mailDelivery.at), desc(mailDelivery.id))
    .limit(1)
  return last?.outcome
}

/**
 * What lets somebody in is kept no longer than it is needed to send it. A letter with a link that answers once, beside all
 * that it says, is kept as the record of what was written; the token in the link is not.
 */
async function forgetSecrets(tx: Tx, mailId: string): Promise<void> {
  const [mail] = await tx.select({ letsIn: outgoingMail.letsIn }).from(outgoingMail).where(eq(outgoingMail.id, mailId))
  const kept = mail?.letsIn
    ? { text: '', html: null }
    : { text: withoutTokens(outgoingMail.text), html: withoutTokens(outgoingMail.html) }
  await tx.update(outgoingMail).set(kept).where(eq(outgoingMail.id, mailId))
}

/** A part of an address that is long enough to be a token, as in the server's own log. */
function withoutTokens(text: AnyColumn): SQL<string> {
  return sql`regexp_replace(${text}, '/[A-Za-z0-9_-]{40,}', '/…', 'g')`
}
