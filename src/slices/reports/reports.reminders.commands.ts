import { z } from 'zod'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts, placeOf } from '../directory/index.ts'
import { judge, programmeNames, settingsFor } from '../guidelines/index.ts'
import { listChoices, listHolders, listPersons, peopleFacts, usualMailChoice } from '../people/index.ts'
import { type LaterFacts, noteReminders, visitsFacts } from '../visits/index.ts'
import { reportsFacts } from './reports.facts.ts'
import { visitReportPath } from './reports.paths.ts'
import { reportReminders } from './reports.reminders.rules.ts'
import { reportReminderMail } from './reports.reminders.texts.ts'

/**
 * Returns the command that reminds everybody in the committee of reports that are due or late: one mail a person, each
 * report once for each. It is judged with the facts of the meetings too, where reports are given. Refuses when there is
 * nothing to tell.
 */
export function remindOfReports(later: LaterFacts) {
  return command({
    name: 'reports.remind',
    allow: 'system',
    input: z.strictObject({ publicUrl: z.url() }),
    run: async ({ tx, scope, now, note }, { publicUrl }): Promise<Result<{ readonly told: number }>> => {
      const facts = {
        ...directoryFacts(scope),
        ...peopleFacts(scope),
        ...appointmentsFacts(scope),
        ...visitsFacts(scope),
        ...reportsFacts(scope),
        ...later(scope),
      }
      const { evaluation, programme } = await judge(tx, scope, facts)
      const settings = await settingsFor(tx, scope, scope.today)
      const managers = await listHolders(tx, scope, 'manager')
      const secretaries = await listHolders(tx, scope, 'secretary')
      const wanted = reportReminders({ evaluation, programme, settings }, scope.today, {
        managersOf: (unit) => managers.filter(({ unitId }) => unitId === unit).map(({ id }) => id),
        secretaries: secretaries.map(({ id }) => id),
      })
      const choices = await listChoices(tx)
      const asked = wanted.filter(({ personId }) => (choices.get(personId) ?? usualMailChoice).reportReminder)
      const persons = new Map(
        (await listPersons(tx, scope)).filter((it) => it.lockedAt === null).map((it) => [it.id, it]),
      )
      const told = await noteReminders(
        tx,
        scope,
        asked.filter(({ personId }) => persons.has(personId)),
        now,
      )
      if (told.length === 0) return refuse('reports.nothing-to-remind')
      const place = await placeOf(tx, scope)
      const nameOf = programmeNames(programme)
      const visits = new Map(programme.visits.map((visit) => [visit.id, visit]))
      for (const [personId, reminders] of Map.groupBy(told, (it) => it.personId)) {
        const person = persons.get(personId)
        if (person === undefined) continue
        const items = reminders.flatMap(({ kind, subjectId, deadline }) => {
          const day = visits.get(subjectId)?.day
          const link = new URL(visitReportPath(place, subjectId), publicUrl).href
          return day === undefined
            ? []
            : [{ kind, deadline, units: nameOf({ type: 'visit', id: subjectId }), day, link }]
        })
        await queueMail(tx, {
          municipalityId: scope.municipalityId,
          aboutCommitteeId: scope.committeeId,
          personId,
          address: person.email,
          ...reportReminderMail(person.language, items),
          queuedAt: now,
        })
      }
      const content = told.map(({ personId, kind, subjectId }) => ({ personId, kind, subjectId }))
      note({ type: 'committee', id: scope.committeeId }, { told: content })
      return done({ told: told.length })
    },
  })
}
