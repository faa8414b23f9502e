import { addMilliseconds } from '../../kernel/instant.ts'
import type { CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { findTimeouts, holdsARole } from './accounts.store.ts'
import { addSession, endSessionOf, lockAccount } from './sessions.store.ts'
import { browserName, type SignInMethod } from './sessions.rules.ts'

/** A browser that comes in: what it calls itself, and the session it had before, which ends. */
export type ComingIn = { readonly browser: string; readonly earlierToken?: string | undefined }

/**
 * Starts a session for a person who has shown who they are, inside the command that saw it, and returns the new token;
 * undefined when the person is locked or has no role today. Always a new token: one that somebody else put in the
 * browser beforehand is worth nothing afterwards.
 */
export async function startSession(
  { tx, scope, now, note }: CommandContext,
  person: { readonly id: string },
  by: { readonly method: SignInMethod; readonly providerId?: string | undefined } & ComingIn,
): Promise<string | undefined> {
  const isOpen = await lockAccount(tx, person.id)
  if (!isOpen || !(await holdsARole(tx, person.id, scope.today))) {
    note({ type: 'person', id: person.id }, { outcome: isOpen ? 'no-role' : 'locked', by: by.method })
    return undefined
  }
  if (by.earlierToken !== undefined)
    await endSessionOf(tx, hashToken(by.earlierToken), { at: now, because: 'replaced' })
  const { absoluteHours } = await findTimeouts(tx)
  const token = newToken()
  await addSession(tx, {
    id: newId(),
    municipalityId: scope.municipalityId,
    personId: person.id,
    tokenHash: hashToken(token),
    startedAt: now,
    lastSeenAt: now,
    expiresAt: addMilliseconds(now, absoluteHours * 3_600_000),
    method: by.method,
    providerId: by.providerId,
    browser: browserName(by.browser),
  })
  note({ type: 'person', id: person.id }, { outcome: 'signed-in', by: by.method })
  return token
}
