import { z } from 'zod'
import { addMilliseconds } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashCode, hashToken, isSameDigest, newCode } from '../../platform/tokens.ts'
import { findByEmail, findPerson } from '../people/index.ts'
import { codeForm, emailForm } from './accounts.forms.ts'
import { codeMinutes, isCodeOpen } from './accounts.rules.ts'
import { addCode, countAttempt, lockNewestCode, markCodeUsed } from './accounts.store.ts'
import { accountsTexts } from './accounts.texts.ts'
import { startSession } from './sessions.commands.ts'
import { endSessionOf } from './sessions.store.ts'

/** What every way in is told of the browser. */
const comingIn = { browser: z.string().default(''), earlierToken: z.string().optional() }

/** Sends a one-time code when somebody has the address. The answer is the same when nobody has. */
export const requestCode = command({
  name: 'accounts.request-code',
  allow: 'system',
  input: emailForm,
  run: async ({ tx, scope, now, note }, { email }) => {
    const found = await findByEmail(tx, email)
    if (!found) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'unknown-address' })
      return done({ sent: true })
    }
    const [codeId, code] = [newId(), newCode()]
    await addCode(tx, {
      id: codeId,
      municipalityId: scope.municipalityId,
      personId: found.id,
      digest: hashCode(codeId, code),
      expiresAt: addMilliseconds(now, codeMinutes * 60_000),
    })
    const texts = accountsTexts(found.language)
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      personId: found.id,
      address: found.email,
      subject: texts.codeMailSubject,
      text: texts.codeMailText(code, codeMinutes),
      queuedAt: now,
    })
    note({ type: 'person', id: found.id }, { outcome: 'code-sent' })
    return done({ sent: true })
  },
})

/**
 * Tries a one-time code. A wrong one is a good outcome of the command, since the attempt must be counted:
 * the value says whether it was right, with the token of the new session.
 */
export const signInWithCode = command({
  name: 'accounts.sign-in-with-code',
  allow: 'system',
  input: codeForm.extend(comingIn),
  run: async (context, { email, code, ...browser }): Promise<Result<{ readonly token: string | undefined }>> => {
    const { tx, scope, now, note } = context
    const found = await findByEmail(tx, email)
    const open = found && (await lockNewestCode(tx, found.id))
    if (!found || !open || !isCodeOpen(open, now)) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'no-open-code' })
      return done({ token: undefined })
    }
    if (!isSameDigest(hashCode(open.id, code), open.digest)) {
      await countAttempt(tx, open.id)
      note({ type: 'person', id: found.id }, { outcome: 'wrong-code' })
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
