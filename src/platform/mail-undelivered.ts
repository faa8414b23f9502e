import { sql } from 'drizzle-orm'
import { foldLines } from 'ical-generator'
import { z } from 'zod'
import { NotFound } from '../kernel/errors.ts'
import { instantFromIso, type Instant } from '../kernel/instant.ts'
import type { ReadTx, Tx } from './db/database.ts'
import { sendLater } from './mail.ts'
import { mailDelivery, outgoingMail } from './mail.tables.ts'

const undelivered = z.object({
  id: z.string(),
  personId: z.string(),
  address: z.string(),
  subject: z.string(),
  /** It carries a code or a link that lets somebody in, which is not sent again. */
  letsIn: z.boolean(),
  outcome: z.enum(['failed', 'given-up', 'unsure']),
  at: z.string().transform(instantFromIso),
  /** The last fault as `mail-delivery.ts` keeps it; empty when there was none. */
  fault: z.string(),
})
export type UndeliveredMail = Readonly<z.infer<typeof undelivered>>

/**
 * Returns the mails that have not arrived, as far as is known, the latest first: those that are the committee's business,
 * and those of the municipality's own to these persons.
 */
export async function listUndelivered(
  tx: ReadTx | Tx,
  whose: { readonly committeeId: string; readonly personIds: readonly string[] },
  count = 200,
): Promise<readonly UndeliveredMail[]> {
  const { rows } = await tx.execute(sql`
    select m.id, m.person_id as "personId", m.address, m.subject, m.lets_in as "letsIn", last.outcome, to_json(last.at)#>>'{}' as at,
      coalesce((select d.detail from mail_delivery d where d.mail_id = m.id and d.outcome = 'failed' order by d.at desc, d.id desc limit 1), '') as fault
    from outgoing_mail m
    cross join lateral (select d.outcome, d.at from mail_delivery d where d.mail_id = m.id order by d.at desc, d.id desc limit 1) last
    where last.outcome in ('failed', 'given-up', 'unsure') and m.person_id = any(${sql.param([...whose.personIds])}::uuid[])
      and (m.about_committee_id is null or m.about_committee_id = ${whose.committeeId})
    order by last.at desc, m.id desc limit ${count}`)
  return z.array(undelivered).parse(rows)
}

/** Has a mail sent again to the address that is right now, in the entry for the calendar too. Throws `NotFound`. */
export async function sendAgain(
  tx: Tx,
  { municipalityId, mailId, address, at }: { municipalityId: string; mailId: string; address: string; at: Instant },
): Promise<void> {
  const { rows } = await tx.execute<{ address: string; calendar: string | null }>(
    sql`select address, calendar from outgoing_mail where id = ${mailId} for update`,
  )
  const [mail] = rows
  if (mail === undefined) throw new NotFound('mail')
  const calendar = mail.calendar === null ? null : readdressed(mail.calendar, mail.address, address)
  await tx.update(outgoingMail).set({ address, calendar }).where(sql`${outgoingMail.id} = ${mailId}`)
  await tx.insert(mailDelivery).values({ municipalityId, mailId, at, outcome: 'again' })
  await sendLater(tx, { municipalityId, mailId })
}

/** The attendee of an invitation is whoever it is sent to; programs pay no heed to one for somebody else. */
function readdressed(calendar: string, from: string, to: string): string {
  const unfolded = calendar.replaceAll('\r\n ', '')
  const lines = unfolded
    .split('\r\n')
    .map((line) => (line.startsWith('ATTENDEE') ? line.replace(from, () => to) : line))
  return foldLines(lines.join('\r\n'))
}
