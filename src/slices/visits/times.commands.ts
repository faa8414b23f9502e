import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listHolders } from '../people/index.ts'
import { clashOf } from './clashes.commands.ts'
import { checkStays } from './participants.basis.ts'
import { answerTimesForm, chooseTimeForm } from './times.forms.ts'
import { carriedOver, hasPassed, mayAnswerTimes, mayChooseTime, unitsAgree, type VisitTime } from './times.rules.ts'
import { addTimes, answerFromTime, askAgain, carryTimes, saveTimeAnswers } from './times.store.ts'
import { addVisitEvent, changeVisit } from './visits.changes.store.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'
import { actsForOthers, attempt, managesAny } from './visits.rules.ts'
import { lockVisit, type VisitRow } from './visits.store.ts'

/** Puts forward the times of one sequence. The one who does it has said yes to them all, when asked like the others. */
export async function proposeTimes(
  { tx, scope, now }: Pick<CommandContext, 'tx' | 'scope' | 'now'>,
  visit: {
    readonly id: string
    readonly sequence: number
    readonly unitIds: readonly string[]
    readonly invitedIds: readonly string[]
  },
  times: readonly VisitTime[],
  byId: string,
): Promise<void> {
  const managers = await listHolders(tx, scope, 'manager', { unitIds: visit.unitIds })
  const isAsked = [...visit.invitedIds, ...managers.map(({ id }) => id)].includes(byId)
  await addTimes(tx, scope, { visitId: visit.id, sequence: visit.sequence, proposedAt: now }, times, {
    proposedById: byId,
    answeredById: isAsked ? byId : undefined,
    registeredById: byId === scope.personId ? undefined : scope.personId,
  })
}

/** Returns all who are asked which of the times suits, each once: the invited first, then the managers of the units. */
export async function askedAboutTimes(tx: ReadTx | Tx, scope: Scope, visit: VisitRow): Promise<readonly string[]> {
  const managers = await listHolders(tx, scope, 'manager', { unitIds: visit.units.map(({ id }) => id) })
  return [...new Set([...visit.invitations.map(({ personId }) => personId), ...managers.map(({ id }) => id)])]
}

/** Notes what one who is asked says to each of the proposed times, all at once; a later answer takes the place of the earlier. */
export const answerTimes = command({
  name: 'visits.answer-times',
  // Whoever is asked: the politicians and the managers alike, and the secretary for one who phones in.
  allow: 'visits:attend',
  input: answerTimesForm,
  run: async (context, { visit: id, person, sequence, answers }): Promise<Result<undefined>> => {
    const { tx, scope, now, note, announce } = context
    const visit = await lockVisit(tx, scope, id)
    const askedIds = await askedAboutTimes(tx, scope, visit)
    if (!mayAnswerTimes(scope, { askedIds }, person)) throw new NotAllowed('visits.answer-times')
    if (visit.sequence !== sequence || !visit.timesOpen) return refuse('visits.old-invitation')
    const left = await checkStays(tx, scope, visit, person, '')
    if (left) return left
    const given: { readonly timeId: string; readonly answer: 'yes' | 'if-need-be' | 'no' }[] = []
    for (const time of visit.times) {
      const answer = answers[time.id]
      if (answer === undefined && !hasPassed(time, inStockholm(now)))
        return refuse('visits.time-answer-missing', {}, time.id)
      if (answer === undefined) continue
      const before = time.answers.find(({ personId }) => personId === person)?.answer
      if (answer === 'yes' && before !== 'yes') {
        const clash = await clashOf(tx, scope, [person], { ...time, visitId: id }, time.id)
        if (clash) return clash
      }
      given.push({ timeId: time.id, answer })
    }
    if (given.length === 0) return refuse('visits.times-passed')
    const onBehalf = person !== scope.personId
    const registeredById = onBehalf ? scope.personId : undefined
    await saveTimeAnswers(tx, scope, given, { personId: person, answeredAt: now, registeredById })
    await addVisitEvent(tx, scope, { visitId: id, kind: 'times-answered', at: now, concernsId: person, onBehalf })
    if (onBehalf) await registerForVisit(context, visit, { personId: person, kind: 'answer' })
    note({ type: 'visit', id }, { kind: 'times-answered', person, onBehalf }, onBehalf ? person : undefined)
    announce({ name: 'visits.answered', ids: { visitId: id, personId: person } })
    return done(undefined)
  },
})

/**
 * Settles which of the proposed times it will be. What each has said to it is the answer to the invitation. The visit is
 * booked when the units agree: by the manager's own choice, or by what the manager has answered.
 */
export const chooseTime = command({
  name: 'visits.choose-time',
  allow: 'visits:initiate',
  input: chooseTimeForm,
  run: async (
    { tx, scope, now, note, announce },
    { visit: id, version, time: timeId },
  ): Promise<Result<{ readonly booked: boolean }>> => {
    const visit = await lockVisit(tx, scope, id)
    const unitIds = visit.units.map((unit) => unit.id)
    const { initiatedByPersonId, invitations, sequence } = visit
    const invitedIds = invitations.map(({ personId }) => personId)
    if (!mayChooseTime(scope, { unitIds, invitedIds, initiatedByPersonId })) throw new NotAllowed('visits.choose-time')
    if (visit.version !== version) return refuse('visits.stale')
    const next = attempt('choose', visit, inStockholm(now))
    if (!next.ok) return next
    const time = visit.times.find((it) => it.id === timeId)
    if (!visit.timesOpen || time === undefined) return refuse('visits.old-invitation')
    if (hasPassed(time, inStockholm(now))) return refuse('visits.in-the-past', {}, 'time')
    const said = new Map(time.answers.map((answer) => [answer.personId, answer]))
    const coming = invitedIds.filter((personId) => (said.get(personId)?.answer ?? 'no') !== 'no')
    const clash = await clashOf(tx, scope, coming, { ...time, visitId: id, unitIds }, 'time')
    if (clash) return clash

    const booked = unitsAgree(scope, unitIds, await listHolders(tx, scope, 'manager', { unitIds }), time.answers)
    // Nothing was in anybody's calendar before the first choice; after a change, what is sent now comes after it.
    const chosenSequence = sequence === 0 ? 0 : sequence + 1
    if (chosenSequence !== sequence) await carryTimes(tx, id, sequence, chosenSequence)
    await askAgain(tx, id, chosenSequence, now)
    for (const personId of invitedIds) {
      const answer = said.get(personId)
      if (answer === undefined) continue
      const { answeredAt, registeredById } = answer
      const given = { answer: carriedOver(answer.answer), answeredAt, registeredById }
      await answerFromTime(tx, { visitId: id, personId }, given)
    }
    await changeVisit(tx, scope, id, {
      state: booked ? 'booked' : next.value,
      ...{ day: time.day, startTime: time.start, endTime: time.end },
      ...{ timesOpen: false, sequence: chosenSequence },
      ...(booked ? { confirmedOn: scope.today } : {}),
    })
    const onBehalf = actsForOthers(scope) && !managesAny(scope, unitIds) && scope.personId !== initiatedByPersonId
    await addVisitEvent(tx, scope, { visitId: id, kind: 'time-chosen', at: now, onBehalf, time })
    if (booked) await addVisitEvent(tx, scope, { visitId: id, kind: 'confirmed', at: now, onBehalf })
    note({ type: 'visit', id }, { kind: 'time-chosen', time: timeId, booked })
    announce({ name: 'visits.time-chosen', ids: { visitId: id } })
    return done({ booked })
  },
})
