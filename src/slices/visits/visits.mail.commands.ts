import { z } from 'zod'
import { done, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { listHolders, listPersons } from '../people/index.ts'
import { recipientsOf, tidings } from './visits.mail.rules.ts'
import { visitMail } from './visits-mail.texts.ts'
import { getVisit, listVisitEvents } from './visits.store.ts'

/**
 * Queues the mails about something that happened to a visit: each in the reader's language, with the unit, the day and
 * the link, and nothing about persons. Whoever did it is not told.
 */
export const tellAboutVisit = command({
  name: 'visits.tell',
  allow: 'system',
  input: z.strictObject({ visitId: z.uuid(), tiding: z.enum(tidings), link: z.url(), personId: z.uuid().optional() }),
  run: async (
    { tx, scope, now, note },
    { visitId, tiding, link, personId },
  ): Promise<Result<{ readonly told: number }>> => {
    const visit = await getVisit(tx, scope, visitId)
    const managers = await listHolders(tx, scope, 'manager', { unitIds: visit.units.map(({ id }) => id) })
    const managerIds = managers.map(({ id }) => id)
    const persons = new Map((await listPersons(tx, scope)).map((person) => [person.id, person]))
    const doneBy = (await listVisitEvents(tx, scope, visitId)).findLast(({ kind }) => kind === tiding)?.personId
    const told = recipientsOf(tiding, visit, { managerIds, concernedId: personId })
      .filter(({ id }) => id !== doneBy)
      .flatMap(({ id, as }) => {
        const person = persons.get(id)
        return person === undefined ? [] : [{ person, as }]
      })
    for (const { person, as } of told) {
      const { subject, text } = visitMail(person.language, tiding, { visit, as, link })
      await queueMail(tx, {
        municipalityId: scope.municipalityId,
        personId: person.id,
        address: person.email,
        subject,
        text,
        queuedAt: now,
      })
    }
    note({ type: 'visit', id: visitId }, { tiding, told: told.map(({ person }) => person.id) })
    return done({ told: told.length })
  },
})
