import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/instant.ts'
import type { ReadTx, Tx } from './db/database.ts'
import { sendLater } from './mail.ts'
import { outgoingMail } from './mail.tables.ts'

export type WaitingMail = {
  readonly id: string
  /** The committee whose business it is; null for what is the municipality's. */
  readonly aboutCommitteeId: string | null
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly queuedAt: Instant
}

/** Returns for whom mails wait in the municipality of the transaction, and since when. */
export async function listWaiting(
  tx: ReadTx | Tx,
): Promise<readonly { readonly personId: string; readonly oldestQueuedAt: Instant }[]> {
  const oldest = sql<Instant>`min(${outgoingMail.queuedAt})`.mapWith(outgoingMail.queuedAt)
  const rows = await tx
    .select({ personId: outgoingMail.personId, oldestQueuedAt: oldest })
    .from(outgoingMail)
    .where(eq(outgoingMail.waits, true))
    .groupBy(outgoingMail.personId)
    .orderBy(asc(outgoingMail.personId))
  return rows.flatMap(({ personId, ...since }) => (personId === null ? [] : [{ personId, ...since }]))
}

/** Returns the mails that wait for the person, the oldest first, and locks them: who gathers at the same time finds none. */
export async function lockWaiting(tx: Tx, personId: string): Promise<readonly WaitingMail[]> {
  return tx
    .select({
      id: outgoingMail.id,
      aboutCommitteeId: outgoingMail.aboutCommitteeId,
      address: outgoingMail.address,
      subject: outgoingMail.subject,
      text: outgoingMail.text,
      queuedAt: outgoingMail.queuedAt,
    })
    .from(outgoingMail)
    .where(and(eq(outgoingMail.personId, personId), eq(outgoingMail.waits, true)))
    .orderBy(asc(outgoingMail.id))
    .for('update')
}

/** Notes that these mails have gone into another and are not sent by themselves. */
export async function gatherInto(tx: Tx, mailIds: readonly string[], gatheredIntoId: string): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({ waits: false, gatheredIntoId })
    .where(inArray(outgoingMail.id, [...mailIds]))
}

/** Has a mail that has waited sent as it is. */
export async function sendWaiting(tx: Tx, at: { readonly municipalityId: string }, mailId: string): Promise<void> {
  await tx.update(outgoingMail).set({ waits: false }).where(eq(outgoingMail.id, mailId))
  await sendLater(tx, { municipalityId: at.municipalityId, mailId })
}
