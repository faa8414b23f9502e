import { z } from 'zod'
import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { clashOf } from './clashes.commands.ts'
import { declineForm } from './planning.forms.ts'
import { checkStays } from './participants.basis.ts'
import { checkAsked } from './times.rules.ts'
import { carryTimes } from './times.store.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'
import {
  addPreparation,
  addVisitEvent,
  changeVisit,
  keepAnswers,
  saveAnswer,
  type VisitChange,
} from './visits.changes.store.ts'
import { answerForm, planForm, preparationForm, reasonForm } from './visits.forms.ts'
import {
  attempt,
  type Concerned,
  mayAnswerFor,
  mayCancel,
  mayNoteAttendance,
  mayPlan,
  nextState,
  managesAny,
} from './visits.rules.ts'
import { lockVisit, type VisitRow } from './visits.store.ts'

export { bookVisit } from './visits.booking.commands.ts'

/** Notes an invited person's yes or no. It can be given and changed through the visit's own day, until the attendance is noted. */
export const answerInvitation = command({
  name: 'visits.answer',
  allow: 'visits:answer',
  input: answerForm,
  run: async (context, { visit: id, person, sequence, answer, message }): Promise<Result<undefined>> => {
    const { tx, scope, now, note, announce } = context
    const visit = await lockVisit(tx, scope, id)
    if (!mayAnswerFor(scope, concernedBy(visit), person)) throw new NotAllowed('visits.answer')
    if (visit.state !== 'proposed' && visit.state !== 'booked')
      return refuse('visits.not-possible', { state: visit.state, action: 'answer' })
    const unasked = checkAsked(visit, sequence)
    if (unasked) return unasked
    if (inStockholm(now).day > visit.day) return refuse('visits.already-over', { day: visit.day })
    const left = await checkStays(tx, scope, visit, person)
    if (left) return left
    if (answer === 'accepted') {
      const clash = await clashOf(tx, scope, [person], { ...visit, visitId: id }, 'answer')
      if (clash) return clash
    }
    const onBehalf = person !== scope.personId
    const registeredById = onBehalf && scope.personId !== undefined ? scope.personId : null
    await saveAnswer(tx, { visitId: id, personId: person }, { answer, answeredAt: now, message, registeredById })
    await addVisitEvent(tx, scope, {
      visitId: id,
      kind: answer === 'accepted' ? 'accepted' : 'declined-invitation',
      at: now,
      concernsId: person,
      onBehalf,
    })
    if (onBehalf) await registerForVisit(context, visit, { personId: person, kind: 'answer' })
    note({ type: 'visit', id }, { answer, person, onBehalf }, onBehalf ? person : undefined)
    announce({ name: 'visits.answered', ids: { visitId: id, personId: person } })
    return done(undefined)
  },
})

/** Saves the programme and the place, and confirms a proposed visit when that is asked for. */
export const planVisit = command({
  name: 'visits.plan',
  allow: 'visits:plan',
  input: planForm,
  run: async (
    { tx, scope, now, note, announce },
    { visit: id, version, programme, place, forum, toMeet, intent },
  ): Promise<Result<{ readonly confirmed: boolean }>> => {
    const visit = await lockVisit(tx, scope, id)
    if (!mayPlan(scope, concernedBy(visit))) throw new NotAllowed('visits.plan')
    if (visit.version !== version) return refuse('visits.stale')
    const confirmed = intent === 'confirm' && visit.state === 'proposed'
    const next = attempt(confirmed ? 'confirm' : 'plan', visit, inStockholm(now))
    if (!next.ok) return next
    if (confirmed && programme === '') return refuse('visits.programme-missing', {}, 'programme')
    // Nothing is in a calendar while times are open; after that a new place is a change of what is in it (RFC 5546, 2.1.4).
    const isElsewhere = place !== visit.place && !visit.timesOpen
    const sequence = isElsewhere ? visit.sequence + 1 : visit.sequence
    if (isElsewhere) await keepAnswers(tx, id, sequence)
    await changeVisit(tx, scope, id, {
      state: next.value,
      sequence,
      programme,
      place,
      forum,
      toMeet,
      // An emptied programme is no plan; the first plan's day stands.
      ...(programme === '' ? {} : { plannedBy: 'manager' as const, plannedOn: visit.plannedOn ?? scope.today }),
      ...(confirmed ? { confirmedOn: scope.today } : {}),
    })
    const kind = confirmed ? 'confirmed' : 'planned'
    const onBehalf = !managesAny(scope, unitIdsOf(visit))
    if (isElsewhere) await addVisitEvent(tx, scope, { visitId: id, kind: 'place-changed', at: now, onBehalf })
    await addVisitEvent(tx, scope, { visitId: id, kind, at: now, onBehalf })
    note({ type: 'visit', id }, { kind })
    announce({ name: `visits.${kind}`, ids: { visitId: id } })
    // Who is told that the visit is confirmed sees where it is.
    if (isElsewhere && !confirmed) announce({ name: 'visits.place-changed', ids: { visitId: id } })
    return done({ confirmed })
  },
})

/** The manager cannot receive the visit, and says why. */
export const declineVisit = command({
  name: 'visits.decline',
  allow: 'visits:plan',
  input: declineForm,
  run: (context, input) =>
    end(context, input, 'decline', mayPlan, { declinedReason: input.cause, declinedOn: context.scope.today }),
})

/** The visit is called off before it begins. */
export const cancelVisit = command({
  name: 'visits.cancel',
  allow: 'visits:initiate',
  input: reasonForm,
  run: (context, input) => end(context, input, 'cancel', mayCancel),
})

/** The visit's time has come and it did not take place. */
export const missVisit = command({
  name: 'visits.miss',
  allow: 'visits:attend',
  input: reasonForm,
  run: (context, input) => end(context, input, 'miss', mayNoteAttendance),
})

const endings = { decline: 'declined', cancel: 'cancelled', miss: 'missed' } as const

async function end(
  { tx, scope, now, note, announce }: CommandContext,
  { visit: id, version, reason }: z.output<typeof reasonForm>,
  action: keyof typeof endings,
  may: (viewer: CommandContext['scope'], visit: Concerned) => boolean,
  change: VisitChange = {},
): Promise<Result<undefined>> {
  const visit = await lockVisit(tx, scope, id)
  if (!may(scope, concernedBy(visit))) throw new NotAllowed(`visits.${action}`)
  // Whoever calls off what somebody else has called off just before is told that, rather than that the page is old.
  const possible = nextState(visit.state, action)
  if (!possible.ok) return possible
  if (visit.version !== version) return refuse('visits.stale')
  const next = attempt(action, visit, inStockholm(now))
  if (!next.ok) return next
  const kind = endings[action]
  // What calls it off comes after every invitation to it (RFC 5546, 2.1.4); a missed one was not called off.
  const sequence = kind === 'missed' ? visit.sequence : visit.sequence + 1
  if (sequence !== visit.sequence) await carryTimes(tx, id, visit.sequence, sequence)
  await changeVisit(tx, scope, id, { ...change, state: next.value, timesOpen: false, sequence })
  await addVisitEvent(tx, scope, { visitId: id, kind, at: now, note: reason })
  note({ type: 'visit', id }, { kind })
  announce({ name: `visits.${kind}`, ids: { visitId: id } })
  return done(undefined)
}

/** Notes that the one who asks has read what the guideline wants read before the visit. */
export const notePreparation = command({
  name: 'visits.prepare',
  allow: 'visits:answer',
  input: preparationForm,
  run: async ({ tx, scope, now, note }, { visit: id }): Promise<Result<undefined>> => {
    const visit = await lockVisit(tx, scope, id)
    const { personId } = scope
    if (personId === undefined || !concernedBy(visit).invitedIds.includes(personId))
      throw new NotAllowed('visits.prepare')
    if (visit.state !== 'proposed' && visit.state !== 'booked')
      return refuse('visits.not-possible', { state: visit.state, action: 'prepare' })
    const isNew = await addPreparation(tx, scope, { visitId: id, personId, day: scope.today })
    if (isNew) await addVisitEvent(tx, scope, { visitId: id, kind: 'prepared', at: now })
    note({ type: 'visit', id }, { kind: 'prepared', isNew })
    return done(undefined)
  },
})

/** Follows the report: a held visit with a finished report is reported. Doing it again changes nothing. */
export const markReported = command({
  name: 'visits.mark-reported',
  allow: 'system',
  input: z.strictObject({ visit: z.uuid() }),
  run: async ({ tx, scope, now, note }, { visit: id }): Promise<Result<undefined>> => {
    const visit = await lockVisit(tx, scope, id)
    const next = nextState(visit.state, 'report')
    if (!next.ok) return next
    note({ type: 'visit', id }, { kind: 'reported' })
    if (visit.state === next.value) return done(undefined)
    await changeVisit(tx, scope, id, { state: next.value })
    await addVisitEvent(tx, scope, { visitId: id, kind: 'reported', at: now })
    return done(undefined)
  },
})

/** Follows an oral report that was noted by mistake and taken back: the visit waits for its report again. */
export const markUnreported = command({
  name: 'visits.mark-unreported',
  allow: 'system',
  input: z.strictObject({ visit: z.uuid() }),
  run: async ({ tx, scope, note }, { visit: id }): Promise<Result<undefined>> => {
    const visit = await lockVisit(tx, scope, id)
    const next = nextState(visit.state, 'unreport')
    if (!next.ok) return next
    note({ type: 'visit', id }, { kind: 'unreported' })
    if (visit.state !== next.value) await changeVisit(tx, scope, id, { state: next.value })
    return done(undefined)
  },
})

/** Returns what the rules about who may do what ask of a visit. */
export function concernedBy(visit: VisitRow): Concerned {
  return {
    unitIds: unitIdsOf(visit),
    invitedIds: visit.invitations.map(({ personId }) => personId),
    initiatedBy: visit.initiatedBy,
  }
}

function unitIdsOf(visit: VisitRow): readonly string[] {
  return visit.units.map(({ id }) => id)
}
