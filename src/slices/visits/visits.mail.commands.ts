import { z } from 'zod'
import { done, type Result } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { addressIn } from '../../platform/smtp.ts'
import { getCommittee } from '../directory/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { listHolders, listPersons } from '../people/index.ts'
import { calendarInvitation } from './calendar.invitation.ts'
import { doerOf, recipientsOf, tidings } from './visits.mail.rules.ts'
import { makeReplyLink } from './reply-link.commands.ts'
import { visitMail } from './visits-letter.texts.ts'
import { getVisit, listVisitEvents } from './visits.store.ts'

/**
 * Queues the mails about something that happened to a visit: each in the reader's language, with the unit, the time and
 * the link, and nothing about persons; and the entry for the reader's calendar, from the municipality's function
 * address, which is its organiser. `installation` is the sender that the installation's own mail has.
 */
export const tellAboutVisit = command({
  name: 'visits.tell',
  allow: 'system',
  input: z.strictObject({
    visitId: z.uuid(),
    tiding: z.enum(tidings),
    link: z.url(),
    personId: z.uuid().optional(),
    installation: z.string().optional(),
  }),
  run: async (
    { tx, scope, now, note },
    { visitId, tiding, link, personId, installation },
  ): Promise<Result<{ readonly told: number }>> => {
    const visit = await getVisit(tx, scope, visitId)
    // An unannounced visit is told to nobody at the unit before its day.
    const unitIds = visit.unannounced && scope.today < visit.day ? [] : visit.units.map(({ id }) => id)
    const managers = await listHolders(tx, scope, 'manager', { unitIds })
    const persons = new Map((await listPersons(tx, scope)).map((person) => [person.id, person]))
    const municipality = await getMunicipality(tx, scope.municipalityId)
    const { functionAddress } = municipality
    const { name } = await getCommittee(tx, scope)
    const sentBy = installation === undefined ? functionAddress : addressIn(installation)
    const organizer = {
      name,
      address: functionAddress,
      ...(sentBy !== functionAddress.toLowerCase() && { sentBy }),
    }
    const events = await listVisitEvents(tx, scope, visitId)
    const told: string[] = []
    for (const recipient of recipientsOf(tiding, visit, {
      managerIds: managers.map(({ id }) => id),
      concernedId: personId,
      events,
    })) {
      const person = persons.get(recipient.id)
      if (person === undefined) continue
      const { id, language, email: address } = person
      const receiver = { id, address, language }
      const calendar =
        recipient.calendar && calendarInvitation(recipient.calendar, { visit, receiver, organizer, link, now })
      const isOwn = person.id === doerOf(tiding, events)
      const isAsked = visit.invitations.some((it) => it.personId === id && it.answer === null)
      // Several times are answered one by one, after signing in.
      const replyHref =
        isAsked && !isOwn && !visit.timesOpen && calendar?.method === 'REQUEST'
          ? await makeReplyLink(tx, { municipality, visit, personId: id, publicUrl: link, now })
          : undefined
      const letter = visitMail(language, { ...recipient, isOwn, carries: calendar?.method }, { visit, link, replyHref })
      await queueMail(tx, {
        ...letter,
        municipalityId: scope.municipalityId,
        aboutCommitteeId: scope.committeeId,
        personId: id,
        address,
        calendar,
        sentFrom: `"${name.replaceAll('"', '')}" <${functionAddress}>`,
        // A decision about oneself does not wait, nor one that somebody waits for.
        mayWait: tiding === 'extra-decided' || tiding === 'extra-asked' ? undefined : true,
        queuedAt: now,
      })
      told.push(id)
    }
    note({ type: 'visit', id: visitId }, { tiding, told })
    return done({ told: told.length })
  },
})
