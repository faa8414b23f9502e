import { newId } from '../platform/ids.ts'
import { mailDelivery, outgoingMail } from '../platform/mail.tables.ts'
import type { Inside } from './one-transaction.ts'

/**
 * Notes that all mail of the municipality is kept in its mailbox. What the demonstration writes is never handed to a
 * mail server, not even where there is one: nobody lives at its addresses.
 */
export async function keepMail({ database }: Inside, municipalityId: string): Promise<void> {
  await database.transaction({ municipalityId }, async (tx) => {
    const mails = await tx.select({ mailId: outgoingMail.id, at: outgoingMail.queuedAt }).from(outgoingMail)
    if (mails.length === 0) return
    const rows = mails.map((mail) => ({ ...mail, id: newId(), municipalityId, outcome: 'kept' as const }))
    await tx.insert(mailDelivery).values(rows)
  })
}
