import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { languages } from '../../kernel/language.ts'
import { roles } from '../../kernel/permissions.ts'
import { done } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { addPersons, addRoles, addSeats, setLanguage } from './people.store.ts'

const day = z.custom<Day>((value) => Number.isSafeInteger(value))
const period = { validFrom: day, validUntil: day.optional() }

/** Registers persons with their seats and roles in the scope's committee. Returns the ids by e-mail address. */
export const registerPersons = command({
  name: 'people.register',
  allow: 'system',
  input: z.strictObject({
    persons: z.array(
      z.strictObject({
        name: z.string().min(1).max(200),
        email: z.email(),
        employmentNumber: z.string().max(20).optional(),
        bloc: z.enum(['majority', 'opposition', 'unaligned']).optional(),
        party: z.string().max(100).optional(),
        seats: z.array(z.strictObject({ kind: z.enum(['member', 'substitute']), ...period })).default([]),
        roles: z
          .array(
            z.strictObject({
              role: z.enum(roles),
              title: z.string().max(100).optional(),
              unitId: z.uuid().optional(),
              ...period,
            }),
          )
          .default([]),
      }),
    ),
  }),
  run: async ({ tx, scope, note }, input) => {
    const place = { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
    const persons = input.persons.map((person) => ({ ...person, id: newId(), email: person.email.toLowerCase() }))
    await addPersons(
      tx,
      persons.map(({ seats: _seats, roles: _roles, ...person }) => ({
        ...person,
        municipalityId: scope.municipalityId,
      })),
    )
    await addSeats(
      tx,
      persons.flatMap(({ id, seats }) => seats.map((seat) => ({ ...seat, ...place, personId: id }))),
    )
    await addRoles(
      tx,
      persons.flatMap(({ id, roles: held }) => held.map((role) => ({ ...role, ...place, personId: id }))),
    )
    for (const { id } of persons) note({ type: 'person', id })
    return done({ ids: new Map(persons.map(({ email, id }) => [email, id])) })
  },
})

/** Remembers the language a person has chosen, for letters and documents. */
export const chooseLanguage = command({
  name: 'people.choose-language',
  allow: 'system',
  input: z.strictObject({ personId: z.uuid(), language: z.enum(languages) }),
  run: async ({ tx, note }, { personId, language }) => {
    await setLanguage(tx, personId, language)
    note({ type: 'person', id: personId }, { language })
    return done({ language })
  },
})
