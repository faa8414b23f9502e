import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { formatInstant, inStockholm } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { acceptPassword, hashPassword, isPassword } from '../../platform/sign-in/passwords.ts'
import { checkTotp, newTotpSecret } from '../../platform/sign-in/totp.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { findByEmail, findPerson, type PersonRow } from '../people/index.ts'
import { emergencyCodeForm, emergencyForm, newEmergencyForm } from './emergency.forms.ts'
import { emergencyTries, isHeldThroughout, isLocked, withWrongTry } from './emergency.rules.ts'
import {
  addEmergency,
  administratorPeriods,
  committeeNames,
  confirmEmergencyRow,
  type EmergencyRow,
  endEmergencyOf,
  findEmergency,
  listAdministrators,
  lockEmergency,
  lockTries,
  markEmergencyUsed,
  saveTries,
} from './emergency.store.ts'
import { emergencyTexts } from './emergency.texts.ts'
import { forgetOldTallies } from './limits.store.ts'
import { startSession } from './sessions.commands.ts'

/** Begins an emergency login with its password; it is good for nothing until a code has confirmed it. */
export const beginEmergency = command({
  name: 'accounts.begin-emergency-login',
  allow: 'sign-in:configure',
  input: newEmergencyForm,
  run: async (context, { password }) => {
    const { tx, scope, now, note } = context
    const owner = await ownerOf(context)
    if ((await findEmergency(tx, owner.id))?.confirmedAt != null) return refuse('emergency.already')
    const town = await getMunicipality(tx, scope.municipalityId)
    const ownWords = [town.name, town.slug, ...(await committeeNames(tx)), owner.name, owner.email]
    const accepted = acceptPassword(password, ownWords)
    if (!accepted.ok) return refuse(accepted.code, {}, 'password')
    await endEmergencyOf(tx, owner.id, now)
    await addEmergency(tx, {
      municipalityId: scope.municipalityId,
      personId: owner.id,
      passwordHash: await hashPassword(accepted.value),
      sealedTotp: tx.seal(newTotpSecret()),
    })
    note({ type: 'person', id: owner.id }, { outcome: 'emergency-login-begun' })
    return done({ begun: true })
  },
})

/** Makes the emergency login good when the code shows that the app has its secret. All administrators hear of it. */
export const confirmEmergency = command({
  name: 'accounts.confirm-emergency-login',
  allow: 'sign-in:configure',
  input: emergencyCodeForm,
  run: async (context, { code }) => {
    const { tx, now, note } = context
    const owner = await ownerOf(context)
    const begun = await lockEmergency(tx, owner.id)
    if (!begun || begun.confirmedAt !== null) return refuse('emergency.not-begun')
    const checked = checkTotp(tx.unseal(begun.sealedTotp), code, { now })
    if (!checked.ok) return refuse(checked.code, {}, 'code')
    await confirmEmergencyRow(tx, begun.id, checked.value.step, now)
    note({ type: 'person', id: owner.id }, { outcome: 'emergency-login-confirmed' })
    await tellAdministrators(context, 'made', owner)
    return done({ confirmed: true })
  },
})

/** Takes the own emergency login away, confirmed or not. Taking it away twice is no fault. */
export const removeEmergency = command({
  name: 'accounts.remove-emergency-login',
  allow: 'sign-in:configure',
  input: z.strictObject({}),
  run: async (context) => {
    const owner = await ownerOf(context)
    const ended = await endEmergencyOf(context.tx, owner.id, context.now)
    context.note(
      { type: 'person', id: owner.id },
      { outcome: ended ? 'emergency-login-removed' : 'no-emergency-login' },
    )
    if (ended) await tellAdministrators(context, 'removed', owner)
    return done({ removed: ended !== undefined })
  },
})

/** A new session's token; or that the person's account is locked; or that nothing more is said. */
export type EmergencySignIn =
  | { readonly token: string }
  | { readonly token?: undefined; readonly because: 'emergency.refused' | 'emergency.barred' }

/**
 * Tries an emergency login. What is wrong is a good outcome, since the try is counted and logged, and is told nobody:
 * unknown address, wrong password, wrong code and lock look alike. Five wrong tries lock the address for a quarter of
 * an hour. Every use is told all administrators. The login of somebody who administers no longer ends here.
 */
export const signInWithEmergency = command({
  name: 'accounts.sign-in-with-emergency-login',
  allow: 'system',
  input: emergencyForm.extend({ browser: z.string(), earlierToken: z.string().optional() }),
  run: async (context, { email, password, code, ...browser }): Promise<Result<EmergencySignIn>> => {
    const { tx, scope, now, note } = context
    const refused = done({ because: 'emergency.refused' } as const)
    const key = tx.digest(`emergency:${email}`).toString('base64url')
    const tries = await lockTries(tx, key, scope.municipalityId, now)
    const person = await findByEmail(tx, email)
    const subject = person ? { type: 'person', id: person.id } : { type: 'municipality', id: scope.municipalityId }
    if (isLocked(tries, now)) {
      note(subject, { outcome: 'emergency-login-locked' })
      return refused
    }
    const login = person && (await usableLogin(context, person))
    const fault = await faultOf(context, login, { password, code })
    if (person === undefined || login === undefined || 'code' in fault) {
      const after = withWrongTry(tries, now)
      await saveTries(tx, key, after)
      if (after.count === 1) await forgetOldTallies(tx, now)
      note(subject, { outcome: 'code' in fault ? fault.code : 'unknown', tries: after.count })
      if (person && login && after.count === emergencyTries) await tellAdministrators(context, 'locked', person)
      return refused
    }
    await saveTries(tx, key, { startedAt: now, count: 0 })
    await markEmergencyUsed(tx, login.id, fault.step, now)
    await tellAdministrators(context, 'used', person)
    const token = await startSession(context, person, { method: 'emergency', ...browser })
    return done(token === undefined ? { because: 'emergency.barred' } : { token })
  },
})

/** Returns the person's confirmed login; one whose owner has not administered ever since is taken away on the spot. */
async function usableLogin({ tx, scope, now, note }: CommandContext, { id }: PersonRow) {
  const login = await lockEmergency(tx, id)
  if (login === undefined || login.confirmedAt === null) return undefined
  const confirmed = inStockholm(login.confirmedAt).day
  if (isHeldThroughout(await administratorPeriods(tx, id), confirmed, scope.today)) return login
  await endEmergencyOf(tx, id, now)
  note({ type: 'person', id }, { outcome: 'emergency-login-ended-with-role' })
  return undefined
}

/** Returns the code's step, or what is wrong. The password costs the same work whether there is a login or not. */
async function faultOf(
  { tx, now }: CommandContext,
  login: EmergencyRow | undefined,
  typed: { readonly password: string; readonly code: string },
): Promise<{ readonly code: string } | { readonly step: number }> {
  const isRight = await isPassword(login?.passwordHash, typed.password)
  if (login === undefined) return { code: 'emergency.none' }
  if (!isRight) return { code: 'password.wrong' }
  const checked = checkTotp(tx.unseal(login.sealedTotp), typed.code, { now, usedStep: login.lastStep ?? undefined })
  return checked.ok ? checked.value : { code: checked.code }
}

async function ownerOf({ tx, scope }: CommandContext): Promise<PersonRow> {
  const owner = scope.personId === undefined ? undefined : await findPerson(tx, scope.personId)
  if (!owner) throw new NotFound('person')
  return owner
}

/** The owner is one of them, unless the role has ended. */
async function tellAdministrators(
  { tx, scope, now }: CommandContext,
  what: 'made' | 'removed' | 'used' | 'locked',
  owner: PersonRow,
): Promise<void> {
  for (const to of await listAdministrators(tx, scope.today)) {
    const { subject, text } = emergencyTexts(to.language).mail[what]
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      personId: to.id,
      address: to.email,
      subject,
      text: text(owner.name, formatInstant(now, to.language)),
      queuedAt: now,
    })
  }
}
