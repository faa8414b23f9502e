import { z } from 'zod'
import { factsUnder } from '../../engine/index.ts'
import { type Role, roles } from '../../kernel/permissions.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Scope } from '../../platform/scope.ts'
import { listUnits, placeOf } from '../directory/index.ts'
import { judge, settingsFor } from '../guidelines/index.ts'
import { unitPath } from '../overview/overview.paths.ts'
import { type Holder, listChoices, listHolders, listPersons, usualMailChoice } from '../people/index.ts'
import { initiativeReminders, type Reminder, visitReminders } from './reminders.rules.ts'
import { noteReminders } from './reminders.store.ts'
import { reminderMail, type ToldReminder } from './reminders.texts.ts'
import { programmeFacts } from './visits.basis.ts'
import { newVisitPath, visitPath } from './visits.paths.ts'
import { listVisits } from './visits.store.ts'

/**
 * Reminds everybody in the committee of what is due today: one mail a person, each thing once. Refuses when there is
 * nothing to tell, such as when another server has just told it.
 */
export const remindOfVisits = command({
  name: 'visits.remind',
  allow: 'system',
  input: z.strictObject({ publicUrl: z.url() }),
  run: async ({ tx, scope, now, note }, { publicUrl }): Promise<Result<{ readonly told: number }>> => {
    const holders = await holdersByRole(tx, scope)
    const people = new Map([...holders.values()].flat().map((holder) => [holder.id, holder]))
    const visits = await listVisits(tx, scope, { states: ['proposed', 'booked'] })
    const wanted = await remindersToday(tx, scope, visits, holders)
    const told = await noteReminders(
      tx,
      scope,
      wanted.filter(({ personId }) => people.has(personId)).map((it) => ({ ...it, kind: keptAs(it), about: it })),
      now,
    )
    if (told.length === 0) return refuse('visits.nothing-to-remind')
    const place = await placeOf(tx, scope)
    const units = new Map((await listUnits(tx, scope)).map(({ id, name }) => [id, name]))
    const addressOf = (path: string) => new URL(path, publicUrl).href
    const toldAs = (it: Reminder): ToldReminder => {
      const visit = visits.find(({ id }) => id === it.subjectId)
      if (visit !== undefined)
        return {
          ...it,
          units: visit.units.map(({ name }) => name).join(', '),
          link: addressOf(visitPath(place, visit.id)),
          visit: { ...visit, daysLeft: visit.day - scope.today },
        }
      const invites = it.kind === 'take-over' || it.as === 'manager'
      const path = invites ? newVisitPath(place, { unit: it.subjectId }) : unitPath(place, it.subjectId)
      return { ...it, units: units.get(it.subjectId) ?? '', link: addressOf(path) }
    }
    for (const [personId, reminders] of Map.groupBy(told, (it) => it.personId)) {
      const person = people.get(personId)
      if (person === undefined) continue
      await queueMail(tx, {
        municipalityId: scope.municipalityId,
        aboutCommitteeId: scope.committeeId,
        personId,
        address: person.email,
        ...reminderMail(
          person.language,
          reminders.map(({ about }) => toldAs(about)),
        ),
        queuedAt: now,
      })
    }
    const content = told.map(({ personId, kind, subjectId }) => ({ personId, kind, subjectId }))
    note({ type: 'committee', id: scope.committeeId }, { told: content })
    return done({ told: told.length })
  },
})

/** The kind as it is kept: one for each number of days before a visit. */
function keptAs({ kind, daysBefore }: Reminder): string {
  return daysBefore === undefined ? kind : `${kind}-${daysBefore}`
}

type Holders = ReadonlyMap<Role, readonly Holder[]>

/** Those who hold a role today and may sign in: somebody who has left, or is locked, is told nothing. */
async function holdersByRole(tx: Tx, scope: Scope): Promise<Holders> {
  const locked = new Set((await listPersons(tx, scope)).filter((it) => it.lockedAt !== null).map(({ id }) => id))
  const held: (readonly [Role, readonly Holder[]])[] = []
  for (const role of roles) held.push([role, (await listHolders(tx, scope, role)).filter(({ id }) => !locked.has(id))])
  return new Map(held)
}

async function remindersToday(
  tx: Tx,
  scope: Scope,
  visits: Awaited<ReturnType<typeof listVisits>>,
  holders: Holders,
): Promise<readonly Reminder[]> {
  const choices = await listChoices(tx)
  const idsOf = (role: Role) => [...new Set((holders.get(role) ?? []).map(({ id }) => id))]
  const managersOf = (unitId: string) =>
    (holders.get('manager') ?? []).filter((it) => it.unitId === unitId).map(({ id }) => id)
  const { evaluation, programme, rules } = await judge(tx, scope, programmeFacts(scope))
  const basis = {
    evaluation,
    settings: await settingsFor(tx, scope, scope.today),
    facts: factsUnder(rules, programme, scope.today),
  }
  return [
    ...visitReminders(visits, scope.today, {
      managersOf,
      daysFor: (personId) => (choices.get(personId) ?? usualMailChoice).visitReminders,
    }),
    ...initiativeReminders(basis, scope.today, {
      managersOf,
      secretaries: idsOf('secretary'),
      chairs: idsOf('chair'),
    }),
  ]
}
