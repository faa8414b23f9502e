import { z } from 'zod'
import { addMilliseconds } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import type { ForeignAnswer, ForeignIdentity } from '../../platform/sign-in/foreign-identity.ts'
import { hashToken, isSameDigest, newToken } from '../../platform/tokens.ts'
import { findPerson, type PersonRow } from '../people/index.ts'
import {
  addAttempt,
  type Attempt,
  bindIdentity,
  changeAttempt,
  findOpenInvitation,
  findTraces,
  isBoundAt,
  lockAsked,
  lockBegun,
  lockInvited,
  markIdentityUsed,
  markInvitationUsed,
} from './external.store.ts'
import { externalTexts } from './external.texts.ts'
import { type Match, matchPerson, withoutPersonalNumbers } from './matching.rules.ts'
import { attemptMinutes } from './providers.rules.ts'
import { getProvider, lockProvider, markTested, settingsFingerprint } from './providers.store.ts'
import { startSession } from './sessions.commands.ts'

const beginning = {
  providerId: z.uuid(),
  requestId: z.string(),
  handle: z.string(),
  /** What the protocol remembers until the answer comes. */
  secret: z.string(),
  returnTo: z.string().regex(/^\/(?![/\\])/),
}

/** Remembers a sign-in that a browser goes away with. Refuses when the provider is not on. */
export const beginForeignSignIn = command({
  name: 'accounts.begin-sign-in-elsewhere',
  allow: 'system',
  input: z.strictObject({ ...beginning, invitationToken: z.string().optional() }),
  run: async (context, { invitationToken, ...begun }) => {
    const { tx, now } = context
    if ((await getProvider(tx, begun.providerId)).state === 'off') return refuse('accounts.provider-off')
    const invitationId =
      invitationToken === undefined ? undefined : await findOpenInvitation(tx, hashToken(invitationToken), now)
    return remember(context, { ...begun, purpose: 'sign-in', invitationId })
  },
})

/** Remembers an administrator's test of a provider's settings, on or off. */
export const beginTest = command({
  name: 'accounts.begin-provider-test',
  allow: 'sign-in:configure',
  input: z.strictObject(beginning),
  run: (context, begun) => remember(context, { ...begun, purpose: 'test', personId: context.scope.personId }),
})

type Begun = z.output<z.ZodObject<typeof beginning>> & {
  readonly purpose: 'sign-in' | 'test'
  readonly invitationId?: string | undefined
  readonly personId?: string | undefined
}

async function remember({ tx, scope, now, note }: CommandContext, begun: Begun): Promise<Result<object>> {
  const { handle, secret, ...row } = begun
  const fingerprint = (await settingsFingerprint(tx, row.providerId)) ?? ''
  const attempt = {
    ...row,
    id: newId(),
    municipalityId: scope.municipalityId,
    handleHash: hashToken(handle),
    sealedState: tx.seal(JSON.stringify({ secret, fingerprint } satisfies Waiting)),
    expiresAt: addMilliseconds(now, attemptMinutes * 60_000),
  }
  await addAttempt(tx, attempt, now)
  note({ type: 'identity-provider', id: row.providerId }, { outcome: 'begun', purpose: row.purpose })
  return done({})
}

type Waiting = { readonly secret: string; readonly fingerprint: string }

/**
 * Takes the attempt that an answer names out of those that wait, so that no second answer finds it. `handle` is what the
 * browser brings; a post from the provider's own page brings none, and the browser that began finishes it. An answer
 * that fits nothing is a good outcome, since it must stand in the log: the value is then undefined.
 */
export const takeAnswer = command({
  name: 'accounts.take-answer',
  allow: 'system',
  input: z.strictObject({
    providerId: z.uuid(),
    requestId: z.string().optional(),
    handle: z.string().optional(),
    isFinishedLater: z.boolean(),
  }),
  run: async ({ tx, now, note }, { providerId, requestId, ...browser }): Promise<Result<Taken | undefined>> => {
    const subject = { type: 'identity-provider', id: providerId }
    const attempt = requestId === undefined ? undefined : await lockAsked(tx, { providerId, requestId })
    const fault = misfit(attempt, browser, now)
    if (!attempt || fault) {
      note(subject, { outcome: fault ?? 'unknown-request' })
      return done(undefined)
    }
    await changeAttempt(tx, attempt.id, { answeredAt: now })
    const { secret, fingerprint } = JSON.parse(tx.unseal(attempt.sealedState)) as Waiting
    note(subject, { outcome: 'answered', purpose: attempt.purpose })
    return done({ attemptId: attempt.id, requestId: requestId ?? '', secret, fingerprint })
  },
})

type Taken = {
  readonly attemptId: string
  readonly requestId: string
  readonly secret: string
  readonly fingerprint: string
}

type Browser = { readonly handle?: string | undefined; readonly isFinishedLater: boolean }

function misfit(attempt: Attempt | undefined, browser: Browser, now: number): string | undefined {
  if (!attempt) return 'unknown-request'
  const isSame = browser.handle !== undefined && hashToken(browser.handle) === attempt.handleHash
  if (!isSame && !browser.isFinishedLater) return 'another-browser'
  if (attempt.answeredAt !== null) return 'answered-before'
  return attempt.expiresAt > now ? undefined : 'too-late'
}

const answer = z.custom<ForeignAnswer>((value) => typeof value === 'object' && value !== null)

/**
 * Keeps what the provider answered; a no is kept in the log, and for the one who tests. Returns the ticket to finish with,
 * which is for the browser that brought the answer and stands nowhere else: it must be the one that began. Otherwise
 * somebody could begin, let another person answer, and finish as that person.
 */
export const keepAnswer = command({
  name: 'accounts.keep-answer',
  allow: 'system',
  input: z.strictObject({
    providerId: z.uuid(),
    attemptId: z.uuid(),
    fingerprint: z.string(),
    answer: answer.optional(),
    refusal: z.strictObject({ code: z.string(), reason: z.unknown() }).optional(),
  }),
  run: async ({ tx, now, note }, { providerId, attemptId, fingerprint, ...came }) => {
    const ticket = newToken()
    const kept: Came = { ...came, fingerprint, ticketHash: hashToken(ticket) }
    await changeAttempt(tx, attemptId, { sealedState: tx.seal(JSON.stringify(kept)) })
    const { refusal } = came
    // Only the settings that were tried are tested by it, not what somebody has made of them meanwhile.
    const isGood = !refusal && (await markTested(tx, providerId, now, fingerprint))
    note(
      { type: 'identity-provider', id: providerId },
      refusal ? { outcome: 'refused', ...refusal } : { outcome: 'vouched', tested: isGood },
    )
    return done({ ticket })
  },
})

type Came = {
  readonly answer?: ForeignAnswer | undefined
  readonly refusal?: { readonly code: string } | undefined
  readonly fingerprint: string
  readonly ticketHash: string
}

/** Writes down that somebody could not even be sent to the provider. */
export const noteFault = command({
  name: 'accounts.note-provider-fault',
  allow: 'system',
  input: z.strictObject({ providerId: z.uuid(), code: z.string(), reason: z.unknown() }),
  run: async ({ note }, { providerId, code, reason }) => {
    note({ type: 'identity-provider', id: providerId }, { outcome: 'not-begun', code, reason })
    return done({})
  },
})

/** Returns what came of an attempt that was answered, opened. One whose answer is being read still has no ticket. */
export function readAnswer(tx: { readonly unseal: (sealed: Buffer) => string }, attempt: Attempt): Came {
  const came = JSON.parse(tx.unseal(attempt.sealedState)) as Omit<Came, 'ticketHash'> & Partial<Came>
  return { ...came, ticketHash: came.ticketHash ?? '' }
}

export type Finished =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly returnTo: string }
  | { readonly outcome: 'tested'; readonly returnTo: string }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'nobody' | 'barred' | 'no-attempt' }

/**
 * Lets in the person whom the provider vouched for, in the browser that began and nowhere else. Whatever hinders it is a
 * good outcome of the command, since it must stand in the log.
 */
export const finishForeignSignIn = command({
  name: 'accounts.finish-sign-in-elsewhere',
  allow: 'system',
  input: z.strictObject({
    handle: z.string().optional(),
    ticket: z.string().optional(),
    browser: z.string(),
    earlierToken: z.string().optional(),
  }),
  run: async (context, { handle, ticket = '', ...browser }): Promise<Result<Finished>> => {
    const { tx, scope, now, note } = context
    const attempt = handle === undefined ? undefined : await lockBegun(tx, hashToken(handle))
    const providerId = attempt?.providerId ?? undefined
    if (!attempt || !providerId || attempt.answeredAt === null || attempt.usedAt !== null || attempt.expiresAt <= now) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'no-attempt' })
      return done({ outcome: 'no-attempt' })
    }
    const provider = { type: 'identity-provider', id: providerId }
    const { answer: came, refusal, fingerprint, ticketHash } = readAnswer(tx, attempt)
    if (!isSameDigest(hashToken(ticket), ticketHash)) {
      note(provider, { outcome: 'another-browser' })
      return done({ outcome: 'no-attempt' })
    }
    await changeAttempt(tx, attempt.id, { usedAt: now })
    if (attempt.purpose === 'test') {
      note(provider, { outcome: 'tested' })
      return done({ outcome: 'tested', returnTo: attempt.returnTo })
    }
    // Sign-ins by one provider go one after another, so that nobody is bound twice, and none slips past its being closed.
    const { kind, state, label } = await lockProvider(tx, providerId)
    if (state === 'off' || came === undefined) {
      const code = state === 'off' ? 'accounts.provider-off' : (refusal?.code ?? 'accounts.no-answer')
      note(provider, { outcome: 'refused', code })
      return done({ outcome: 'refused', code })
    }
    // Vouched for under other settings than those that hold now.
    if (fingerprint !== (await settingsFingerprint(tx, providerId))) {
      note(provider, { outcome: 'refused', code: 'accounts.provider-changed' })
      return done({ outcome: 'refused', code: 'accounts.provider-changed' })
    }
    const { identity } = came
    const match = await matchOf(context, providerId, identity, attempt)
    if (match.outcome !== 'found') {
      note(provider, { outcome: match.outcome, employmentNumber: shownNumber(identity.employmentNumber) })
      return done({ outcome: 'nobody' })
    }
    const found = await findPerson(tx, match.personId)
    const token = found && (await startSession(context, found, { method: kind, providerId, ...browser }))
    if (!found || token === undefined) return done({ outcome: 'barred' })
    await remembered(context, providerId, identity.subject, match, attempt)
    if (match.bindBy !== undefined) await tellOfBinding(context, found, label)
    return done({ outcome: 'signed-in', token, returnTo: attempt.returnTo })
  },
})

async function matchOf(
  { tx, now }: CommandContext,
  providerId: string,
  identity: ForeignIdentity,
  { invitationId }: Attempt,
): Promise<Match> {
  const invited = invitationId === null ? undefined : await lockInvited(tx, invitationId, now)
  // An invitation leads in somebody new; it does not move an account from one identity to another.
  const isNew = invited !== undefined && !(await isBoundAt(tx, providerId, invited))
  return matchPerson({ ...(await findTraces(tx, providerId, identity)), invited: isNew ? invited : undefined })
}

async function remembered(
  { tx, scope, now, note }: CommandContext,
  providerId: string,
  subject: string,
  { personId, bindBy }: Extract<Match, { readonly outcome: 'found' }>,
  { invitationId }: Attempt,
): Promise<void> {
  if (bindBy === undefined) return markIdentityUsed(tx, providerId, subject, now)
  const { municipalityId } = scope
  await bindIdentity(tx, { municipalityId, providerId, subject, personId, boundBy: bindBy, at: now })
  note({ type: 'person', id: personId }, { outcome: 'bound', providerId, by: bindBy })
  const isInvited = invitationId !== null && (await lockInvited(tx, invitationId, now)) === personId
  if (isInvited) await markInvitationUsed(tx, invitationId, now)
}

/** Whoever comes in by it: the owner hears that a new way into the account has been opened. */
async function tellOfBinding({ tx, scope, now }: CommandContext, owner: PersonRow, label: string): Promise<void> {
  const texts = externalTexts(owner.language)
  await queueMail(tx, {
    municipalityId: scope.municipalityId,
    personId: owner.id,
    address: owner.email,
    subject: texts.boundSubject,
    text: texts.boundText(label),
    queuedAt: now,
  })
}

function shownNumber(number: string | undefined): string | null {
  return number === undefined ? null : withoutPersonalNumbers(number)
}
