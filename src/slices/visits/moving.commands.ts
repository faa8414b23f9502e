import { bookable } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { listGroups } from '../appointments/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { clashOf } from './clashes.commands.ts'
import { proposeTimes } from './times.commands.ts'
import { moveForm } from './times.forms.ts'
import { checkTimes, type FormTime, isSame, timeFields } from './times.rules.ts'
import { answerFromTime, askAgain } from './times.store.ts'
import { addVisitEvent, changeVisit } from './visits.changes.store.ts'
import { concernedBy } from './visits.commands.ts'
import { candidateFor, contactsOf, unitsOf } from './visits.initiating.basis.ts'
import { attempt, mayCancel } from './visits.rules.ts'
import { lockVisit, type VisitRow } from './visits.store.ts'

/**
 * Moves a visit that has not begun to another time, or puts it off and proposes several times to choose among. Everybody
 * is asked anew. A manager of all its units who moves it has agreed to the time; otherwise it waits for the manager.
 */
export const moveVisit = command({
  name: 'visits.move',
  allow: 'visits:initiate',
  input: moveForm,
  run: async (
    context,
    { visit: id, version, reason, times },
  ): Promise<Result<{ readonly state: 'proposed' | 'booked'; readonly timesOpen: boolean }>> => {
    const { tx, scope, now, note, announce } = context
    const visit = await lockVisit(tx, scope, id)
    if (!mayCancel(scope, concernedBy(visit))) throw new NotAllowed('visits.move')
    if (visit.version !== version) return refuse('visits.stale')
    const [first] = times
    if (first === undefined) return refuse('visits.day-missing', {}, 'day')
    const timesOpen = times.length > 1
    const next = attempt(timesOpen ? 'postpone' : 'move', visit, inStockholm(now))
    if (!next.ok) return next
    if (!timesOpen && !visit.timesOpen && isSame(first, visit)) return refuse('visits.same-as-now', {}, 'day')
    const fault = checkTimes(times, inStockholm(now)) ?? (await checkPlaces(context, visit, times))
    if (fault) return fault
    const mover = scope.personId
    const invitedIds = visit.invitations.map(({ personId }) => personId)
    const unitIds = visit.units.map((unit) => unit.id)
    for (const time of times) {
      // Where times are proposed, those asked say themselves when they cannot come; the one who proposes can.
      const expected = timesOpen ? invitedIds.filter((personId) => personId === mover) : invitedIds
      const clash = await clashOf(tx, scope, expected, { ...time, visitId: id, unitIds }, timeFields(time.index).start)
      if (clash) return clash
    }

    const sequence = visit.sequence + 1
    const isManager = unitIds.every(
      (unitId) => scope.roles.includes('manager') && scope.managedUnitIds.includes(unitId),
    )
    if (visit.unannounced && timesOpen) return refuse('visits.one-time-unannounced', {}, 'day')
    // Of an unannounced visit nobody at the unit has to agree to the new time either.
    const booked = (isManager || visit.unannounced) && !timesOpen
    await askAgain(tx, id, sequence, now)
    await changeVisit(tx, scope, id, {
      state: booked ? 'booked' : 'proposed',
      ...{ day: first.day, startTime: first.start, endTime: first.end },
      ...{ timesOpen, sequence, confirmedOn: isManager && booked ? scope.today : null },
    })
    const kind = timesOpen ? 'postponed' : 'moved'
    await addVisitEvent(tx, scope, { visitId: id, kind, at: now, note: reason, time: first })
    if (timesOpen) {
      await proposeTimes(context, { id, sequence, unitIds, invitedIds }, times, mover ?? visit.initiatedByPersonId)
      await addVisitEvent(tx, scope, { visitId: id, kind: 'times-proposed', at: now })
    } else if (mover !== undefined && invitedIds.includes(mover)) {
      const given = { answer: 'accepted' as const, answeredAt: now, registeredById: undefined }
      await answerFromTime(tx, { visitId: id, personId: mover }, given)
    }
    if (booked) await addVisitEvent(tx, scope, { visitId: id, kind: isManager ? 'confirmed' : 'booked', at: now })
    note({ type: 'visit', id }, { kind, sequence, times: times.map(({ day, start, end }) => ({ day, start, end })) })
    announce({ name: timesOpen ? 'visits.times-proposed' : 'visits.moved', ids: { visitId: id } })
    return done({ state: booked ? 'booked' : 'proposed', timesOpen })
  },
})

/**
 * Refuses a day without a guideline, one on which a unit is not there or a politician is not appointed to it, and to move
 * a visit of somebody who has left the committee.
 */
async function checkPlaces(
  { tx, scope }: CommandContext,
  visit: VisitRow,
  times: readonly FormTime[],
): Promise<Refusal | undefined> {
  const rules = await rulesInForce(tx, scope)
  const units = await unitsOf(
    tx,
    scope,
    visit.units.map(({ id }) => id),
  )
  const appointedOn = async (day: Day) => {
    const group = visit.group && (await listGroups(tx, scope, day)).find(({ id }) => id === visit.group?.id)
    return group?.members.map(({ personId }) => personId) ?? (await contactsOf(tx, scope, units, day))
  }
  const before = await appointedOn(visit.day)
  const expected = visit.invitations.filter(({ answer }) => answer !== 'declined')
  for (const { day, index } of times) {
    const field = timeFields(index).day
    const guideline = bookable(rules.guidelines, day, rules.interpretations)
    if (!guideline.ok) return refuse('visits.none-in-force', { day }, field)
    const closed = units.find((unit) => day < unit.validFrom || (unit.validUntil !== null && day >= unit.validUntil))
    if (closed) return refuse('visits.unit-closed', { unit: closed.name, day }, field)
    const appointed = await appointedOn(day)
    for (const { personId } of expected) {
      const { name, hasOffice } = await candidateFor(tx, scope, personId, { units, day, members: appointed })
      if (!hasOffice) return refuse('visits.person-left', { name, day }, field)
      // One who was invited beside those appointed, such as a substitute, is no reason not to move it.
      if (before.includes(personId) && !appointed.includes(personId))
        return refuse('visits.outside-appointment', { name, unit: units[0]?.name ?? '', day }, field)
    }
  }
  return undefined
}
