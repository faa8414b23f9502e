import { z } from 'zod'
import { done, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { parsePersonalNumber, personalNumberNeeds } from './personal-numbers.rules.ts'
import { putNumber, removeNumber } from './personal-numbers.store.ts'
import { changePerson, isBeyondReach, lockPerson } from './register.store.ts'

/** Registers a person's number for signing in, payroll or both, sealed. The log tells that it was done, never the number. */
export const registerPersonalNumber = command({
  name: 'people.register-personal-number',
  allow: 'personal-numbers:register',
  input: z.object({
    personId: z.uuid(),
    number: z.string().max(50, 'personal-number-form'),
    neededFor: z.enum(personalNumberNeeds, { error: 'need-missing' }),
  }),
  run: async ({ tx, scope, now, note }, { personId, number, neededFor }) => {
    const digits = parsePersonalNumber(number, scope.today)
    if (digits === undefined) return refuse('personal-number-form', {}, 'number')
    await lockPerson(tx, scope, personId)
    if (await isBeyondReach(tx, scope, personId)) return refuse('people.also-elsewhere')
    const { municipalityId } = scope
    if (!(await putNumber(tx, { municipalityId, personId, digits, neededFor, at: now })))
      return refuse('people.personal-number-taken', {}, 'number')
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { neededFor })
    return done({})
  },
})

/** Removes a person's number. Removing what is not there is no fault. */
export const removePersonalNumber = command({
  name: 'people.remove-personal-number',
  allow: 'personal-numbers:register',
  input: z.strictObject({ personId: z.uuid() }),
  run: async ({ tx, scope, note }, { personId }) => {
    await lockPerson(tx, scope, personId)
    const removed = await removeNumber(tx, personId)
    if (removed) await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { removed })
    return done({})
  },
})
