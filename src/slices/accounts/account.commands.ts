import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { endIdentity } from './identities.store.ts'
import { endAllSessions, endOwnSession } from './sessions.store.ts'

/** Ends one of the own sessions. Somebody else's is not found; one that is over already is. */
export const endMySession = command({
  name: 'accounts.end-own-session',
  allow: 'account:own',
  input: z.strictObject({ sessionId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { sessionId }) => {
    const personId = scope.personId ?? ''
    if (!(await endOwnSession(tx, { personId, sessionId }, { at: now, because: 'revoked' })))
      throw new NotFound('session')
    note({ type: 'session', id: sessionId }, { outcome: 'revoked' })
    return done({})
  },
})

/** Ends all the own sessions, this one among them. */
export const signOutEverywhere = command({
  name: 'accounts.sign-out-everywhere',
  allow: 'account:own',
  input: z.strictObject({}),
  run: async ({ tx, scope, now, note }) => {
    const personId = scope.personId ?? ''
    const ended = await endAllSessions(tx, { personId }, { at: now, because: 'signed-out-everywhere' })
    note({ type: 'person', id: personId }, { outcome: 'signed-out-everywhere', sessions: ended })
    return done({ ended })
  },
})

/**
 * Unbinds an own identity at a provider and ends the sessions it began, but for the one that asks. Somebody else's
 * identity is not found.
 */
export const unbindOwn = command({
  name: 'accounts.unbind-own-identity',
  allow: 'account:own',
  input: z.strictObject({ identityId: z.uuid(), sessionId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { identityId, sessionId }) => {
    const personId = scope.personId ?? ''
    const providerId = await endIdentity(tx, { personId, identityId }, now)
    if (providerId === undefined) throw new NotFound('identity')
    await endAllSessions(tx, { personId, providerId, except: sessionId }, { at: now, because: 'revoked' })
    note({ type: 'person', id: personId }, { outcome: 'unbound', providerId })
    return done({})
  },
})
