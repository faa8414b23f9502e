import type { CommandContext } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Instant } from '../../kernel/instant.ts'
import { newId } from '../../platform/ids.ts'
import { type MailJob, queueMail } from '../../platform/mail.ts'
import { getMunicipality } from '../municipalities/index.ts'
import type { PersonRow } from '../people/index.ts'
import { clientTries, codesClosed, codesSent, wrongCodes } from './limits.rules.ts'
import { isTallyUsedUp, tally, tallyKey } from './limits.store.ts'
import { limitsTexts } from './limits.texts.ts'

/** Who tries: the address that was typed, and the network that the browser is in; empty when nobody knows. */
export type Trying = { readonly email: string; readonly address: string }

const keys = {
  sent: (tx: Pick<ReadTx, 'digest'>, email: string) => tallyKey(tx, 'codes-sent', email),
  wrong: (tx: Pick<ReadTx, 'digest'>, email: string) => tallyKey(tx, 'codes-wrong', email),
  closed: (tx: Pick<ReadTx, 'digest'>, email: string) => tallyKey(tx, 'codes-closed', email),
  client: (tx: Pick<ReadTx, 'digest'>, address: string) => tallyKey(tx, 'client', address),
}

/**
 * Whether nothing more is sent to the account or tried by the client for a while. Asked before anything is written: what
 * is tried beyond the limits leaves no rows behind, however much it is.
 */
export async function isRefusedUnread(tx: ReadTx, { email, address }: Trying, now: Instant): Promise<boolean> {
  const byClient = address !== '' && (await isTallyUsedUp(tx, keys.client(tx, address), clientTries, now))
  return byClient || (await isTallyUsedUp(tx, keys.closed(tx, email), codesClosed, now))
}

/** Whether the account has been sent all the codes that it may be for now. */
export async function hasEnoughCodes(tx: ReadTx, email: string, now: Instant): Promise<boolean> {
  return isTallyUsedUp(tx, keys.sent(tx, email), codesSent, now)
}

/** Counts a try by the client, and a code for the account when one is asked for; returns whether either is too many. */
export async function countTry(
  { tx, scope, now }: CommandContext,
  { email, address }: Trying,
  what: 'ask' | 'type',
): Promise<boolean> {
  const { municipalityId } = scope
  const ofClient =
    address !== '' && (await tally(tx, { municipalityId, key: keys.client(tx, address), limit: clientTries, now }))
  const ofAccount =
    what === 'ask' && (await tally(tx, { municipalityId, key: keys.sent(tx, email), limit: codesSent, now }))
  return ofClient || ofAccount || (await isTallyUsedUp(tx, keys.closed(tx, email), codesClosed, now))
}

/**
 * Counts a wrong code. The last that is let pass closes codes for the account, and a letter tells the owner. Addresses
 * that nobody has are counted too: nothing differs that can be seen from outside.
 */
export async function countWrongCode(
  { tx, scope, now, note }: CommandContext,
  email: string,
  owner: PersonRow | undefined,
): Promise<void> {
  const { municipalityId } = scope
  const key = keys.wrong(tx, email)
  await tally(tx, { municipalityId, key, limit: wrongCodes, now })
  if (!(await isTallyUsedUp(tx, key, wrongCodes, now))) return
  await tally(tx, { municipalityId, key: keys.closed(tx, email), limit: codesClosed, now })
  if (!owner) {
    note({ type: 'municipality', id: municipalityId }, { outcome: 'codes-closed' })
    return queueNothing(tx, municipalityId)
  }
  const { functionAddress } = await getMunicipality(tx, municipalityId)
  const texts = limitsTexts(owner.language)
  await queueMail(tx, {
    municipalityId,
    personId: owner.id,
    address: owner.email,
    subject: texts.closedSubject,
    text: texts.closedText(functionAddress),
    queuedAt: now,
  })
  note({ type: 'person', id: owner.id }, { outcome: 'codes-closed' })
}

/** Puts a letter that does not exist in the queue: the work of an answer tells nobody whether an account is there. */
export async function queueNothing(tx: Pick<CommandContext['tx'], 'enqueue'>, municipalityId: string): Promise<void> {
  const job: MailJob = { municipalityId, mailId: newId() }
  await tx.enqueue('mail', job)
}
