import { z } from 'zod'
import { addMilliseconds } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashCode, hashToken, isSameDigest, newCode } from '../../platform/tokens.ts'
import { findByEmail, findPerson, type PersonRow } from '../people/index.ts'
import { codeForm, emailForm } from './accounts.forms.ts'
import { codeMinutes, isCodeOpen } from './accounts.rules.ts'
import { addCode, countAttempt, lockNewestCode, markCodeUsed } from './accounts.store.ts'
import { accountsTexts } from './accounts.texts.ts'
import { liveProviders } from './identities.store.ts'
import { countTry, countWrongCode, queueNothing } from './limits.commands.ts'
import { limitsTexts } from './limits.texts.ts'
import { findPolicy } from './providers.store.ts'
import { startSession } from './sessions.commands.ts'
import { endSessionOf } from './sessions.store.ts'

/** What every way in is told of the browser. */
const comingIn = { browser: z.string().default(''), earlierToken: z.string().optional() }
/** Where a try comes from; empty when nobody knows. */
const trying = { address: z.string().default('') }

/**
 * Sends a one-time code when somebody has the address and signs in with codes. The answer is the same whatever became of
 * it, and so is the work, as far as it can be.
 */
export const requestCode = command({
  name: 'accounts.request-code',
  allow: 'system',
  input: emailForm.extend(trying),
  run: async (context, { email, address }) => {
    const { tx, scope, note } = context
    const isTooMany = await countTry(context, { email, address }, 'ask')
    const found = await findByEmail(tx, email)
    const use = await useOfCodes(tx, found?.id)
    if (!found || isTooMany || use === 'off') {
      const outcome = isTooMany ? 'too-many' : found ? 'codes-off' : 'unknown-address'
      note(found ? { type: 'person', id: found.id } : { type: 'municipality', id: scope.municipalityId }, { outcome })
      await queueNothing(tx, scope.municipalityId)
      return done({ sent: true })
    }
    await sendLetter(context, found, use)
    return done({ sent: true })
  },
})

async function sendLetter(
  { tx, scope, now, note }: CommandContext,
  { id: personId, email: address, language }: PersonRow,
  use: 'on' | { readonly labels: readonly string[] },
): Promise<void> {
  const letter = { municipalityId: scope.municipalityId, personId, address, queuedAt: now }
  if (use !== 'on') {
    const texts = limitsTexts(language)
    const [subject, text] = [texts.providerSubject, texts.providerText(use.labels.join(', '))]
    await queueMail(tx, { ...letter, subject, text })
    return note({ type: 'person', id: personId }, { outcome: 'told-of-provider' })
  }
  const [codeId, code] = [newId(), newCode()]
  const expiresAt = addMilliseconds(now, codeMinutes * 60_000)
  const { municipalityId } = scope
  await addCode(tx, { id: codeId, municipalityId, personId, digest: hashCode(codeId, code), expiresAt }, now)
  const texts = accountsTexts(language)
  const [subject, text] = [texts.codeMailSubject, texts.codeMailText(code, codeMinutes)]
  await queueMail(tx, { ...letter, subject, text, letsIn: true })
  note({ type: 'person', id: personId }, { outcome: 'code-sent' })
}

/** Whether a person signs in with codes, and otherwise by which providers. */
async function useOfCodes(
  tx: ReadTx,
  personId: string | undefined,
): Promise<'on' | 'off' | { readonly labels: readonly string[] }> {
  const { codes } = await findPolicy(tx)
  if (codes !== 'without-provider') return codes === 'nobody' ? 'off' : 'on'
  const labels = await liveProviders(tx, personId)
  return labels.length > 0 ? { labels } : 'on'
}

/**
 * Tries a one-time code. A wrong one is a good outcome of the command, since the attempt must be counted:
 * the value says whether it was right, with the token of the new session.
 */
export const signInWithCode = command({
  name: 'accounts.sign-in-with-code',
  allow: 'system',
  input: codeForm.extend({ ...comingIn, ...trying }),
  run: async (
    context,
    { email, code, address, ...browser },
  ): Promise<Result<{ readonly token: string | undefined }>> => {
    const { tx, scope, now, note } = context
    const isTooMany = await countTry(context, { email, address }, 'type')
    const found = await findByEmail(tx, email)
    const subject = found ? { type: 'person', id: found.id } : { type: 'municipality', id: scope.municipalityId }
    const use = await useOfCodes(tx, found?.id)
    if (isTooMany || use !== 'on') {
      note(subject, { outcome: isTooMany ? 'too-many' : 'codes-off' })
      return done({ token: undefined })
    }
    const open = found && (await lockNewestCode(tx, found.id))
    if (!found || !open || !isCodeOpen(open, now)) {
      await countWrongCode(context, email, found)
      note(subject, { outcome: 'no-open-code' })
      return done({ token: undefined })
    }
    if (!isSameDigest(hashCode(open.id, code), open.digest)) {
      await countAttempt(tx, open.id)
      await countWrongCode(context, email, found)
      note(subject, { outcome: 'wrong-code' })
      return done({ token: undefined })
    }
    await markCodeUsed(tx, open.id, now)
    return done({ token: await startSession(context, found, { method: 'code', ...browser }) })
  },
})

/** Signs in as one of the demonstration's persons. Refused in every municipality that is real. */
export const signInToDemo = command({
  name: 'accounts.sign-in-to-demo',
  allow: 'system',
  input: z.strictObject({ personId: z.uuid(), isDemo: z.boolean(), ...comingIn }),
  run: async (context, { personId, isDemo, ...browser }) => {
    if (!isDemo) return refuse('accounts.not-a-demonstration')
    const found = await findPerson(context.tx, personId)
    const token = found && (await startSession(context, found, { method: 'demonstration', ...browser }))
    return token === undefined ? refuse('accounts.nobody-to-be') : done({ token })
  },
})

/** Ends the session of this token. Ending it twice is no fault. */
export const signOut = command({
  name: 'accounts.sign-out',
  allow: 'system',
  input: z.strictObject({ token: z.string() }),
  run: async ({ tx, scope, now, note }, { token }) => {
    const ended = await endSessionOf(tx, hashToken(token), { at: now, because: 'signed-out' })
    note(ended ? { type: 'session', id: ended } : { type: 'municipality', id: scope.municipalityId }, {
      outcome: ended ? 'signed-out' : 'no-session',
    })
    return done({ ended: ended !== undefined })
  },
})
