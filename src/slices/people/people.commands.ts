import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { addMilliseconds } from '../../kernel/instant.ts'
import { languages } from '../../kernel/language.ts'
import { roles } from '../../kernel/permissions.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashCode, hashToken, isSameDigest, newCode, newToken } from '../../platform/tokens.ts'
import { codeForm, emailForm } from './people.forms.ts'
import { codeMinutes, isCodeOpen, sessionHours } from './people.rules.ts'
import {
  addCode,
  addPersons,
  addRoles,
  addSeats,
  addSession,
  countAttempt,
  endSession,
  findByEmail,
  lockNewestCode,
  markCodeUsed,
  setLanguage,
} from './people.store.ts'
import { peopleTexts } from './people.texts.ts'

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

/** Sends a one-time code when somebody has the address. The answer is the same when nobody has. */
export const requestCode = command({
  name: 'people.request-code',
  allow: 'system',
  input: emailForm,
  run: async ({ tx, scope, now, note }, { email }) => {
    const found = await findByEmail(tx, email)
    if (!found) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'unknown-address' })
      return done({ sent: true })
    }
    const [codeId, code] = [newId(), newCode()]
    await addCode(tx, {
      id: codeId,
      municipalityId: scope.municipalityId,
      personId: found.id,
      digest: hashCode(codeId, code),
      expiresAt: addMilliseconds(now, codeMinutes * 60_000),
    })
    const texts = peopleTexts(found.language)
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      personId: found.id,
      address: found.email,
      subject: texts.codeMailSubject,
      text: texts.codeMailText(code, codeMinutes),
      queuedAt: now,
    })
    note({ type: 'person', id: found.id }, { outcome: 'code-sent' })
    return done({ sent: true })
  },
})

/**
 * Tries a one-time code. A wrong one is a good outcome of the command, since the attempt must be counted:
 * the value says whether it was right, with the token of the new session.
 */
export const signInWithCode = command({
  name: 'people.sign-in-with-code',
  allow: 'system',
  input: codeForm,
  run: async ({ tx, scope, now, note }, { email, code }): Promise<Result<{ readonly token: string | undefined }>> => {
    const found = await findByEmail(tx, email)
    const open = found && (await lockNewestCode(tx, found.id))
    if (!found || !open || !isCodeOpen(open, now)) {
      note({ type: 'municipality', id: scope.municipalityId }, { outcome: 'no-open-code' })
      return done({ token: undefined })
    }
    if (!isSameDigest(hashCode(open.id, code), open.digest)) {
      await countAttempt(tx, open.id)
      note({ type: 'person', id: found.id }, { outcome: 'wrong-code' })
      return done({ token: undefined })
    }
    await markCodeUsed(tx, open.id, now)
    const token = newToken()
    await addSession(tx, {
      municipalityId: scope.municipalityId,
      personId: found.id,
      tokenHash: hashToken(token),
      startedAt: now,
      expiresAt: addMilliseconds(now, sessionHours * 3_600_000),
    })
    note({ type: 'person', id: found.id }, { outcome: 'signed-in', by: 'code' })
    return done({ token })
  },
})

/** Signs in as one of the demonstration's persons. Refused in every municipality that is real. */
export const signInToDemo = command({
  name: 'people.sign-in-to-demo',
  allow: 'system',
  input: z.strictObject({ personId: z.uuid(), isDemo: z.boolean() }),
  run: async ({ tx, scope, now, note }, { personId, isDemo }) => {
    if (!isDemo) return refuse('people.not-a-demonstration')
    const token = newToken()
    await addSession(tx, {
      municipalityId: scope.municipalityId,
      personId,
      tokenHash: hashToken(token),
      startedAt: now,
      expiresAt: addMilliseconds(now, sessionHours * 3_600_000),
    })
    note({ type: 'person', id: personId }, { outcome: 'signed-in', by: 'demonstration' })
    return done({ token })
  },
})

/** Ends the session of this token. Ending it twice is no fault. */
export const signOut = command({
  name: 'people.sign-out',
  allow: 'system',
  input: z.strictObject({ token: z.string() }),
  run: async ({ tx, scope, now, note }, { token }) => {
    const ended = await endSession(tx, hashToken(token), now)
    note(ended ? { type: 'session', id: ended } : { type: 'municipality', id: scope.municipalityId }, {
      outcome: ended ? 'signed-out' : 'no-session',
    })
    return done({ ended: ended !== undefined })
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
