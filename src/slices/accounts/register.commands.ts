import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { done, refuse, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { changePerson, isBeyondReach, lockAdministrators, lockPerson, somebodyAdministers } from '../people/index.ts'
import { endIdentity } from './identities.store.ts'
import { endInvitations } from './invitations.store.ts'
import { lockForm } from './register.forms.ts'
import { endAllSessions } from './sessions.store.ts'

/**
 * Locks a person out of everything in the municipality, and ends every session at once. Nobody locks themself, and somebody
 * is always left who can unlock.
 */
export const lockOut = command({
  name: 'accounts.lock',
  allow: 'people:administer',
  input: lockForm,
  run: async ({ tx, scope, now, note }, { personId, reason }): Promise<Result<object>> => {
    if (personId === scope.personId) return refuse('accounts.own-lock')
    const person = await lockPerson(tx, scope, personId)
    if (person.lockedAt !== null) return refuse('accounts.locked-already')
    const administrators = await lockAdministrators(tx, scope)
    if (!somebodyAdministers(administrators, scope.today, { personId })) return refuse('people.last-administrator')
    await changePerson(tx, personId, { lockedAt: now, lockedBecause: reason })
    const sessions = await endAllSessions(tx, { personId }, { at: now, because: 'locked' })
    const invitations = await endInvitations(tx, personId, now)
    note({ type: 'person', id: personId }, { reason, sessions, invitations })
    return done({})
  },
})

/** Lets a person in again. Sessions that were ended stay ended. */
export const unlock = command({
  name: 'accounts.unlock',
  allow: 'people:administer',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ tx, scope, note }, { personId }): Promise<Result<object>> => {
    const person = await lockPerson(tx, scope, personId)
    if (person.lockedAt === null) return refuse('accounts.not-locked')
    await changePerson(tx, personId, { lockedAt: null, lockedBecause: null })
    note({ type: 'person', id: personId })
    return done({})
  },
})

/** Unbinds a person's identity at a provider, and ends the sessions that it began. */
export const unbindIdentity = command({
  name: 'accounts.unbind-identity',
  allow: 'people:administer',
  input: z.strictObject({ personId: z.uuid(), identityId: z.uuid() }),
  run: async ({ tx, scope, now, note }, { personId, identityId }): Promise<Result<object>> => {
    await lockPerson(tx, scope, personId)
    if (await isBeyondReach(tx, scope, personId)) return refuse('people.also-elsewhere')
    const providerId = await endIdentity(tx, { personId, identityId }, now)
    if (providerId === undefined) throw new NotFound('identity')
    await endAllSessions(tx, { personId, providerId }, { at: now, because: 'revoked' })
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { outcome: 'unbound', providerId })
    return done({})
  },
})
