import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { done, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { newId } from '../../platform/ids.ts'
import { addRegisteredFor, getRegisteredFor, type RegisteredRow } from './on-behalf.store.ts'
import { onBehalfTexts } from './on-behalf.texts.ts'
import { getPerson } from './people.store.ts'

export type ToRegister = {
  readonly personId: string
  readonly kind: RegisteredRow['kind']
  readonly subject: { readonly type: string; readonly id: string }
  /** The visit's units and day. */
  readonly about: string
  readonly aboutDay: Day
  /** When the person phoned; today unless given. */
  readonly calledOn?: Day | undefined
}

/**
 * Writes down what the one who asks registers for another person of the committee, and has that person told at once.
 * Throws `NotFound` for a person outside the committee.
 */
export async function registerFor({ tx, scope, now, announce }: CommandContext, what: ToRegister): Promise<void> {
  const { personId, kind, subject, about, aboutDay, calledOn = scope.today } = what
  const { id: known } = await getPerson(tx, scope, personId)
  if (scope.personId === undefined || known === scope.personId)
    throw new Error('what one does for oneself is not done for another')
  const id = newId()
  await addRegisteredFor(tx, {
    id,
    municipalityId: scope.municipalityId,
    committeeId: scope.committeeId,
    personId,
    registeredById: scope.personId,
    kind,
    subjectType: subject.type,
    subjectId: subject.id,
    about,
    aboutDay,
    calledOn,
    registeredAt: now,
  })
  announce({ name: 'people.registered-for', ids: { registeredForId: id, personId } })
}

/** Queues the letter to the one for whom something was registered: what, by whom, and how to say that it is wrong. */
export const tellRegisteredFor = command({
  name: 'people.tell-registered-for',
  allow: 'system',
  input: z.strictObject({ id: z.uuid(), link: z.url() }),
  run: async ({ tx, scope, now, note }, { id, link }): Promise<Result<undefined>> => {
    const row = await getRegisteredFor(tx, scope, id)
    const concerned = await getPerson(tx, scope, row.personId)
    const by = await getPerson(tx, scope, row.registeredById)
    const texts = onBehalfTexts(concerned.language)
    const what = texts.kinds[row.kind]
    const parts = { about: row.about, day: row.aboutDay, by: by.name, calledOn: row.calledOn, link }
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      personId: concerned.id,
      address: concerned.email,
      subject: texts.mailSubject,
      text: texts.mailText({ ...parts, what: what.charAt(0).toUpperCase() + what.slice(1) }),
      queuedAt: now,
    })
    note({ type: row.subjectType, id: row.subjectId }, { registeredFor: id, told: concerned.id }, concerned.id)
    return done(undefined)
  },
})
