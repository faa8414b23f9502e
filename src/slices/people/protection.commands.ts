import { z } from 'zod'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { forgetSealedName, openName, sealName } from './protection.store.ts'
import { changePerson, isBeyondReach, lockPerson } from './register.store.ts'

const whom = z.strictObject({ personId: z.uuid() })

/**
 * Protects a person's identity (skyddade personuppgifter): the name is sealed away and an alias stands in its place
 * everywhere. What was written with the name before is not changed.
 */
export const protectIdentity = command({
  name: 'people.protect-identity',
  allow: 'protected-identity:see',
  input: whom,
  run: async ({ tx, scope, now, note }, { personId }) => {
    const person = await lockPerson(tx, scope, personId)
    if (person.protectedSince !== null) return refuse('people.protected-already')
    const alias = await sealName(tx, { municipalityId: scope.municipalityId, personId, name: person.name })
    await changePerson(tx, personId, { name: alias, protectedSince: now })
    note({ type: 'person', id: personId }, { alias })
    return done({ alias })
  },
})

/** Ends the protection: the name stands where the alias stood. */
export const liftProtection = command({
  name: 'people.lift-protection',
  allow: 'protected-identity:see',
  input: whom,
  run: async ({ tx, scope, note }, { personId }) => {
    const person = await lockPerson(tx, scope, personId)
    const name = await openName(tx, personId)
    if (person.protectedSince === null || name === undefined) return refuse('people.not-protected')
    if (await isBeyondReach(tx, scope, personId)) return refuse('people.also-elsewhere')
    await forgetSealedName(tx, personId)
    await changePerson(tx, personId, { name, protectedSince: null })
    note({ type: 'person', id: personId }, { alias: person.name })
    return done({})
  },
})

/** Returns the real name and address of a person whose identity is protected. That somebody looked stands in the log. */
export const seeProtectedIdentity = command({
  name: 'people.see-protected-identity',
  allow: 'protected-identity:see',
  input: whom,
  run: async ({ tx, scope, note }, { personId }) => {
    const { email, protectedSince } = await lockPerson(tx, scope, personId)
    const name = await openName(tx, personId)
    if (protectedSince === null || name === undefined) return refuse('people.not-protected')
    note({ type: 'person', id: personId })
    return done({ name, email })
  },
})
