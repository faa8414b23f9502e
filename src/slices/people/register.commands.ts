import { done, type Refusal, refuse, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { violation } from '../../platform/db/violation.ts'
import { newId } from '../../platform/ids.ts'
import { listUnits } from '../directory/index.ts'
import { addPersons, addRoles } from './people.store.ts'
import { resealName } from './protection.store.ts'
import { endRoleForm, newPersonForm, personForm, type RoleFields, roleForm } from './register.forms.ts'
import {
  changePerson,
  endHolding,
  getHolding,
  isBeyondReach,
  listHoldings,
  lockAdministrators,
  lockByEmail,
  lockPerson,
} from './register.store.ts'
import { administersStill, overlaps, somebodyAdministers } from './roles.rules.ts'

/**
 * Registers a person in the committee with a first role. Somebody who is in the municipality's register already, by the
 * same address, is taken in as they are: nothing of what was typed changes them, and nothing of theirs is told.
 */
export const registerPerson = command({
  name: 'people.register-person',
  allow: 'people:administer',
  input: newPersonForm,
  run: async (context, { name, email, employmentNumber, ...role }) => {
    const { tx, scope, note } = context
    const known = await lockByEmail(tx, email)
    if (!known && name === '') return refuse('name-missing', {}, 'name')
    const id = known?.id ?? newId()
    const row = { id, municipalityId: scope.municipalityId, name, email, employmentNumber }
    const taken = known ? undefined : await written(() => addPersons(tx, [row]))
    if (taken) return taken
    const refusal = await addRole(context, { ...role, personId: id })
    if (refusal) return refusal
    note({ type: 'person', id }, { outcome: known ? 'taken-in' : 'registered' })
    return done({ id, isKnown: known !== undefined })
  },
})

/** Changes name, address and employment number. What stays empty of a protected person stays as it is. */
export const editPerson = command({
  name: 'people.edit',
  allow: 'people:administer',
  input: personForm,
  run: async ({ tx, scope, note }, { personId, version, ...typed }): Promise<Result<object>> => {
    const person = await lockPerson(tx, scope, personId)
    if (person.version !== version) return refuse('people.changed-meanwhile')
    if (await isBeyondReach(tx, scope, personId)) return refuse('people.also-elsewhere')
    const isProtected = person.protectedSince !== null
    if (!isProtected && typed.name === '') return refuse('name-missing', {}, 'name')
    if (!isProtected && typed.email === '') return refuse('email-form', {}, 'email')
    if (isProtected && typed.name !== '') await resealName(tx, personId, typed.name)
    const change = {
      name: isProtected ? person.name : typed.name,
      email: typed.email === '' ? person.email : typed.email,
      employmentNumber: typed.employmentNumber ?? null,
    }
    const taken = await written(() => changePerson(tx, personId, change))
    if (taken) return taken
    // Which fields, not what stood in them: names and addresses of protected persons are among them.
    const changed = [
      ...(typed.name !== '' && typed.name !== person.name ? ['name'] : []),
      ...(change.email === person.email ? [] : ['email']),
      ...(change.employmentNumber === person.employmentNumber ? [] : ['employmentNumber']),
    ]
    note({ type: 'person', id: personId }, { changed })
    return done({})
  },
})

/** Gives a person a role in the committee for a period. */
export const giveRole = command({
  name: 'people.give-role',
  allow: 'people:administer',
  input: roleForm,
  run: async (context, role): Promise<Result<object>> => {
    const { tx, scope, note } = context
    await lockPerson(tx, scope, role.personId)
    const refusal = await addRole(context, role)
    if (refusal) return refusal
    await changePerson(tx, role.personId)
    note({ type: 'person', id: role.personId }, { role: role.role, from: role.validFrom, until: role.lastDay ?? null })
    return done({})
  },
})

/** Ends a role, or moves the day it ends. Nobody takes away their own last role as administrator, nor the committee's. */
export const endRole = command({
  name: 'people.end-role',
  allow: 'people:administer',
  input: endRoleForm,
  run: async ({ tx, scope, note }, { personId, holdingId, version, lastDay: until }): Promise<Result<object>> => {
    const person = await lockPerson(tx, scope, personId)
    const holding = await getHolding(tx, scope, personId, holdingId)
    if (person.version !== version) return refuse('people.changed-meanwhile')
    if (until <= holding.validFrom) return refuse('people.ends-before-start', {}, 'lastDay')
    const others = (await listHoldings(tx, scope, personId)).filter(({ id }) => id !== holdingId)
    if (others.some((other) => overlaps(other, { ...holding, validUntil: until })))
      return refuse('people.role-overlaps', {}, 'lastDay')
    if (holding.role === 'administrator') {
      const administrators = await lockAdministrators(tx, scope)
      if (personId === scope.personId && !administersStill(administrators, personId, until, holdingId))
        return refuse('people.own-last-administrator')
      if (!somebodyAdministers(administrators, until, { holdingId })) return refuse('people.last-administrator')
    }
    await endHolding(tx, holdingId, until)
    await changePerson(tx, personId)
    note({ type: 'person', id: personId }, { role: holding.role, until })
    return done({})
  },
})

/** Adds the role, or returns why it cannot be. The person must be locked: nobody else gives them one meanwhile. */
async function addRole({ tx, scope }: CommandContext, fields: RoleFields): Promise<Refusal | undefined> {
  const { personId, role, title, unitId, validFrom, lastDay } = fields
  // Chosen for another role than a manager's it means nothing, but it is one of ours all the same.
  const isNamed = role === 'manager' || unitId !== ''
  if (isNamed && !(await hasUnit(tx, scope, unitId))) return refuse('unit-missing', {}, 'unitId')
  if (lastDay !== undefined && lastDay <= validFrom) return refuse('people.ends-before-start', {}, 'lastDay')
  const wanted = {
    role,
    unitId: role === 'manager' ? unitId : null,
    validFrom,
    validUntil: lastDay ?? null,
  }
  const held = await listHoldings(tx, scope, personId)
  if (held.some((it) => overlaps(it, wanted))) return refuse('people.role-overlaps', {}, 'role')
  const { municipalityId, committeeId } = scope
  await addRoles(tx, [{ ...wanted, title, personId, municipalityId, committeeId }])
  return undefined
}

async function hasUnit(tx: Tx, scope: CommandContext['scope'], unitId: string): Promise<boolean> {
  return (await listUnits(tx, scope)).some(({ id }) => id === unitId)
}

const takenFields: Readonly<Record<string, string>> = {
  person_email: 'email',
  person_employment_number: 'employmentNumber',
}

/** Returns the refusal when somebody else in the municipality has the address or the number. */
async function written(write: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    const field = takenFields[violation(error)?.constraint ?? '']
    if (field === undefined) throw error
    return refuse(field === 'email' ? 'people.email-taken' : 'people.employment-number-taken', {}, field)
  }
}
