import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { addMilliseconds } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import {
  askForNewPasskey,
  askForPasskey,
  passkeyNamedIn,
  provePasskey,
  readNewPasskey,
  relyingParty,
} from '../../platform/sign-in/passkeys.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { findPerson, type PersonRow } from '../people/index.ts'
import { addAttempt } from './external.store.ts'
import { newPasskeyForm, passkeyLabelForm } from './passkeys.forms.ts'
import { isQuestionOpen, mostPasskeys, questionMinutes } from './passkeys.rules.ts'
import {
  addPasskeyRow,
  allowsPasskeys,
  countPasskeys,
  endPasskey,
  listPasskeys,
  lockPasskey,
  lockQuestion,
  markPasskeyUsed,
  setPasskeyLabel,
  useQuestion,
} from './passkeys.store.ts'
import { passkeysTexts } from './passkeys.texts.ts'
import { startSession } from './sessions.commands.ts'

/** What the page's script asks the device, and the handle of the question, which the browser sends back. */
export type AskedPasskey = { readonly options: string; readonly handle: string }

const publicUrl = z.string()

/** Asks the person's device for a new passkey. Refused with `passkeys.off` and `passkeys.too-many`. */
export const beginPasskey = command({
  name: 'accounts.begin-passkey',
  allow: 'account:own',
  input: z.strictObject({ publicUrl, service: z.string() }),
  run: async (context, input): Promise<Result<AskedPasskey>> => {
    const { tx } = context
    const [party, owner] = [relyingParty(input.publicUrl), await ownerOf(context)]
    if (!party || !(await allowsPasskeys(tx))) return refuse('passkeys.off')
    const known = await listPasskeys(tx, owner.id)
    if (known.length >= mostPasskeys) return refuse('passkeys.too-many')
    const { options, challenge } = await askForNewPasskey(party, {
      handle: owner.id,
      name: owner.email,
      displayName: owner.name,
      service: input.service,
      known,
    })
    context.note({ type: 'person', id: owner.id }, { outcome: 'asked-for-passkey' })
    return done({ options, handle: await ask(context, 'passkey-registration', challenge, owner.id) })
  },
})

/**
 * Keeps the passkey that answers. An answer that does not prove itself is a good outcome, since the question is used up
 * and the log tells it: `because` then says why nothing was kept.
 */
export const addPasskey = command({
  name: 'accounts.add-passkey',
  allow: 'account:own',
  input: newPasskeyForm.extend({ publicUrl }),
  run: async (context, input): Promise<Result<{ readonly because?: 'passkeys.stale' | 'passkeys.refused' }>> => {
    const { tx, now, note } = context
    const [party, owner] = [relyingParty(input.publicUrl), await ownerOf(context)]
    if (!party || !(await allowsPasskeys(tx))) return refuse('passkeys.off')
    if ((await countPasskeys(tx, owner.id)) >= mostPasskeys) return refuse('passkeys.too-many')
    const challenge = await answered(context, 'passkey-registration', input.attempt, owner.id)
    if (challenge === undefined) {
      note({ type: 'person', id: owner.id }, { outcome: 'passkeys.stale' })
      return done({ because: 'passkeys.stale' })
    }
    const made = await readNewPasskey(party, challenge, input.answer)
    const id = newId()
    const isKept =
      made.ok &&
      (await addPasskeyRow(tx, {
        id,
        municipalityId: context.scope.municipalityId,
        personId: owner.id,
        credentialId: made.value.credentialId,
        publicKey: Buffer.from(made.value.publicKey),
        counter: made.value.counter,
        transports: [...made.value.transports],
        label: input.label,
        madeAt: now,
      }))
    if (!isKept) {
      note({ type: 'person', id: owner.id }, { outcome: made.ok ? 'passkey.known' : made.code })
      return done({ because: 'passkeys.refused' })
    }
    note({ type: 'passkey', id }, { outcome: 'added', label: input.label })
    await tell(context, owner, 'added', input.label)
    return done({})
  },
})

/** Calls one of the person's passkeys something else. Throws `NotFound` for anybody else's. */
export const renamePasskey = command({
  name: 'accounts.rename-passkey',
  allow: 'account:own',
  input: passkeyLabelForm.extend({ id: z.uuid() }),
  run: async ({ tx, scope, note }, { id, label }) => {
    if (!(await setPasskeyLabel(tx, scope.personId ?? '', id, label))) throw new NotFound('passkey')
    note({ type: 'passkey', id }, { outcome: 'renamed', label })
    return done({ id })
  },
})

/** Ends one of the person's passkeys. Throws `NotFound` for anybody else's. */
export const removePasskey = command({
  name: 'accounts.remove-passkey',
  allow: 'account:own',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context, { id }) => {
    const owner = await ownerOf(context)
    const label = await endPasskey(context.tx, owner.id, id, context.now)
    if (label === undefined) throw new NotFound('passkey')
    context.note({ type: 'passkey', id }, { outcome: 'removed', label })
    await tell(context, owner, 'removed', label)
    return done({ id })
  },
})

/** Asks whosoever is at the browser for their passkey. Refused with `passkeys.off`. */
export const beginPasskeySignIn = command({
  name: 'accounts.begin-passkey-sign-in',
  allow: 'system',
  input: z.strictObject({ publicUrl }),
  run: async (context, input): Promise<Result<AskedPasskey>> => {
    const party = relyingParty(input.publicUrl)
    if (!party || !(await allowsPasskeys(context.tx))) return refuse('passkeys.off')
    const { options, challenge } = await askForPasskey(party)
    context.note({ type: 'municipality', id: context.scope.municipalityId }, { outcome: 'asked-for-passkey' })
    return done({ options, handle: await ask(context, 'passkey', challenge) })
  },
})

/** What became of a passkey's answer: a new session's token, or why there is none. */
export type PasskeySignIn =
  | { readonly token: string }
  | { readonly token?: undefined; readonly because: 'passkeys.stale' | 'passkeys.unknown' | 'passkeys.barred' }

/**
 * Signs in with a passkey. An answer that leads nowhere is a good outcome, since the question is used up and the log tells
 * why. The one who asks is told no more than that it did not work, or whom to write to.
 */
export const signInWithPasskey = command({
  name: 'accounts.sign-in-with-passkey',
  allow: 'system',
  input: z.strictObject({
    handle: z.string().optional(),
    answer: z.string(),
    publicUrl,
    browser: z.string(),
    earlierToken: z.string().optional(),
  }),
  run: async (context, { handle, answer, publicUrl: address, ...browser }): Promise<Result<PasskeySignIn>> => {
    const { tx, scope, now, note } = context
    const party = relyingParty(address)
    if (!party || !(await allowsPasskeys(tx))) return refuse('passkeys.off')
    const town = { type: 'municipality', id: scope.municipalityId }
    const challenge = handle === undefined ? undefined : await answered(context, 'passkey', handle)
    if (challenge === undefined) {
      note(town, { outcome: 'passkeys.stale' })
      return done({ because: 'passkeys.stale' })
    }
    const named = passkeyNamedIn(answer)
    const found = named === undefined ? undefined : await lockPasskey(tx, named)
    if (!found || found.endedAt !== null) {
      note(found ? { type: 'passkey', id: found.id } : town, { outcome: found ? 'passkey.removed' : 'passkey.unknown' })
      return done({ because: 'passkeys.unknown' })
    }
    const proven = await provePasskey(party, challenge, answer, { ...found, handle: found.personId })
    if (!proven.ok) {
      note({ type: 'passkey', id: found.id }, { outcome: proven.code })
      return done({ because: 'passkeys.unknown' })
    }
    await markPasskeyUsed(tx, found.id, proven.value.counter, now)
    note({ type: 'passkey', id: found.id }, { outcome: 'proven' })
    const person = await findPerson(tx, found.personId)
    const token = person && (await startSession(context, person, { method: 'passkey', ...browser }))
    return done(token === undefined ? { because: 'passkeys.barred' } : { token })
  },
})

/** Writes down the question and returns its handle, which the browser alone has. */
async function ask(
  { tx, scope, now }: CommandContext,
  purpose: 'passkey' | 'passkey-registration',
  challenge: string,
  personId?: string,
): Promise<string> {
  const handle = newToken()
  const question = {
    municipalityId: scope.municipalityId,
    purpose,
    handleHash: hashToken(handle),
    sealedState: tx.seal(challenge),
    personId,
    expiresAt: addMilliseconds(now, questionMinutes * 60_000),
  }
  await addAttempt(tx, question, now)
  return handle
}

/** Uses up the question and returns its challenge; undefined when it is not open, or another person's. */
async function answered(
  { tx, now }: CommandContext,
  purpose: 'passkey' | 'passkey-registration',
  handle: string,
  personId: string | null = null,
): Promise<string | undefined> {
  const question = await lockQuestion(tx, purpose, hashToken(handle))
  if (!question || !isQuestionOpen(question, now) || question.personId !== personId) return undefined
  await useQuestion(tx, question.id, now)
  return tx.unseal(question.sealedState)
}

async function ownerOf({ tx, scope }: CommandContext): Promise<PersonRow> {
  const owner = scope.personId === undefined ? undefined : await findPerson(tx, scope.personId)
  if (!owner) throw new NotFound('person')
  return owner
}

/** Whoever changes the ways into somebody's account, its owner hears of it. */
async function tell({ tx, scope, now }: CommandContext, owner: PersonRow, what: 'added' | 'removed', label: string) {
  const { mail } = passkeysTexts(owner.language)
  await queueMail(tx, {
    municipalityId: scope.municipalityId,
    personId: owner.id,
    address: owner.email,
    subject: mail[what].subject,
    text: mail[what].text(label),
    queuedAt: now,
  })
}
