import { bookable } from '../../engine/index.ts'
import type { Visit } from '../../engine/programme.ts'
import type { Day } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { type Called, listGroups } from '../appointments/index.ts'
import type { UnitRow } from '../directory/index.ts'
import { judge, rulesInForce, settingsFor } from '../guidelines/index.ts'
import { clashOf } from './clashes.commands.ts'
import { checkClock, checkTimes, type FormTime, timeFields, type VisitTime } from './times.rules.ts'
import { proposeTimes } from './times.commands.ts'
import { calledOn } from './participants.basis.ts'
import { foreseenOf } from './booking-foreseen.rules.ts'
import { askAtBooking } from './extra.commands.ts'
import { unappointedVisits } from './unappointed.basis.ts'
import { checkBooking } from './visits.booking.rules.ts'
import { addVisit, addVisitEvent } from './visits.changes.store.ts'
import { type Booking, bookingForm } from './visits.forms.ts'
import { checkKind, isUnannounced } from './visits.kinds.rules.ts'
import { bookingGuidance } from './visits.guidance.rules.ts'
import { programmeFacts } from './visits.basis.ts'
import { onceEach, previewVisit } from './visits.preview.rules.ts'
import { candidateFor, contactsOf, unitsOf } from './visits.initiating.basis.ts'
import { actsForOthers, firstState } from './visits.rules.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'

/**
 * Books a visit or invites to one, as whom the guideline makes initiator; the secretary on behalf of one, or afterwards.
 * What it would break or need is refused as `visits.read-first` (with the findings) until the form says that it is read.
 */
export const bookVisit = command({
  name: 'visits.book',
  allow: 'visits:initiate',
  input: bookingForm,
  run: async (context, input): Promise<Result<Booked>> => {
    const { tx, scope } = context
    const { afterwards, times } = input
    const initiatorId = await initiatorOf(scope, input)
    if (typeof initiatorId !== 'string') return await beforeInitiator(tx, scope, input, initiatorId)
    if (afterwards && times.length > 1) return refuse('visits.one-time-afterwards', {}, 'afterwards')
    const units = await unitsOf(tx, scope, input.units)
    const checked: CheckedTime[] = []
    for (const time of times) {
      const one = await checkAt(context, { ...input, ...time }, { initiatorId, units, isOnly: times.length === 1 })
      if (!one.ok) return onBehalfFirst(atField(one, time), scope, input)
      checked.push(one.value)
    }
    const [first] = checked
    if (first === undefined) return refuse('visits.day-missing', {}, 'day')
    const unclear = afterwards ? checkClock(input) : checkTimes(times, inStockholm(context.now))
    if (unclear) return unclear

    const id = newId()
    const { byManager, initiatedBy, unannounced } = first
    if (unannounced && times.length > 1) return refuse('visits.one-time-unannounced', {}, 'day')
    const called = [...new Map(checked.flatMap((one) => one.called.map((it) => [it.personId, it]))).values()]
    const invitedIds = called.map(({ personId }) => personId)
    const booking = { id, initiatedBy, initiatorId, invitedIds, called, byManager, unannounced }
    const concern = await concernOf(tx, scope, input, booking)
    if (concern) return concern
    const timesOpen = times.length > 1
    const state = firstState({ byManager: byManager && !timesOpen, afterwards, unannounced })
    await save(context, input, { ...booking, units, state })
    await askAtBooking(context, id, input.extraReason === '' ? input.specialReason : input.extraReason)
    return done({ id, state, afterwards, timesOpen })
  },
})

type Booked = {
  readonly id: string
  readonly state: 'proposed' | 'booked'
  readonly afterwards: boolean
  /** Several times are proposed, and those who are asked say which suit. */
  readonly timesOpen: boolean
}

type CheckedTime = {
  readonly initiatedBy: string
  readonly byManager: boolean
  readonly unannounced: boolean
  readonly called: readonly Called[]
}

/** Tries one time: what the guideline of that day says, who is appointed then, and who and what is taken. */
async function checkAt(
  { tx, scope, now }: CommandContext,
  input: Booking & VisitTime,
  about: { readonly initiatorId: string; readonly units: readonly UnitRow[]; readonly isOnly: boolean },
): Promise<Result<CheckedTime>> {
  const { initiatorId, units, isOnly } = about
  const rules = await rulesInForce(tx, scope)
  const guideline = bookable(rules.guidelines, input.day, rules.interpretations)
  const settings = await settingsFor(tx, scope, input.day)
  if (!guideline.ok || settings === undefined) return notBookable(guideline, input.day)
  const group =
    input.group === undefined
      ? undefined
      : (await listGroups(tx, scope, input.day)).find(({ id }) => id === input.group)
  if (input.group !== undefined && group === undefined) return refuse('visits.group-missing', {}, 'group')
  const members = group?.members.map(({ personId }) => personId)
  const candidate = await candidateFor(tx, scope, initiatorId, { units, day: input.day, members })
  const isOutside = units.some(({ id }) => !candidate.contactUnitIds.includes(id))
  const { day, form } = input
  const unappointed =
    isOutside && candidate.isPolitician
      ? await unappointedVisits(tx, scope, settings, { personId: initiatorId, day, form })
      : undefined
  const checked = checkBooking({
    ...input,
    guidance: bookingGuidance(settings, input.form),
    now: inStockholm(now),
    units,
    groupId: input.group,
    initiator: candidate,
    registered: input.onBehalfOf !== undefined && actsForOthers(scope),
    asRole: input.onBehalfOf !== undefined && 'role' in input.onBehalfOf ? input.onBehalfOf.role : undefined,
    contactUnitIds: candidate.contactUnitIds,
    unappointed,
  })
  if (!checked.ok) return checked
  const unknown = checkKind(settings, input)
  if (unknown) return unknown
  const appointed = members ?? (await contactsOf(tx, scope, units, input.day))
  // One who visits without an appointment is on the visit too.
  const isExtra =
    unappointed?.may === true && ofPoliticians.has(checked.initiatedBy) && !appointed.includes(initiatorId)
  const wouldBe = isExtra ? [...appointed, initiatorId] : appointed
  const called = await calledOn(tx, scope, wouldBe, { ...input, initiatorId })
  if (!called.ok) return called
  const invitedIds = called.called.map(({ personId }) => personId)
  // Where times are proposed, those asked say themselves when they cannot come; the one who proposes can.
  const expected = isOnly ? invitedIds : invitedIds.filter((id) => id === initiatorId)
  const unitIds = input.afterwards ? undefined : input.units
  const clash = await clashOf(tx, scope, expected, { ...input, unitIds })
  if (clash) return clash
  const { initiatedBy } = checked
  const unannounced = isUnannounced(settings, form) && !input.afterwards && !candidate.isManagerOfAll
  return done({ initiatedBy, byManager: candidate.isManagerOfAll, unannounced, called: called.called })
}

const ofPoliticians: ReadonlySet<string> = new Set(['politician', 'group', 'chair'])

/** The refusal at the field of the time that it is about. */
function atField(refusal: Refusal, { index }: FormTime): Refusal {
  const { field } = refusal
  if (field !== 'day' && field !== 'start' && field !== 'end') return refusal
  return { ...refusal, field: timeFields(index)[field] }
}

/** A day without a guideline is said before who may book. */
async function beforeInitiator(tx: Tx, scope: Scope, { day }: Booking, refusal: Refusal): Promise<Refusal> {
  const rules = await rulesInForce(tx, scope)
  const guideline = bookable(rules.guidelines, day, rules.interpretations)
  return guideline.ok ? refusal : notBookable(guideline, day)
}

type MadeBooking = {
  readonly unannounced: boolean
  readonly id: string
  readonly initiatedBy: string
  readonly initiatorId: string
  readonly invitedIds: readonly string[]
  readonly called: readonly Called[]
  readonly byManager: boolean
}

/** A manager who invites has agreed by inviting; afterwards the secretary says whether there was an agreement. */
function agreedOn(scope: Scope, input: Booking, byManager: boolean): Day | undefined {
  if (input.afterwards) return input.agreedWithManager ? input.day : undefined
  return byManager && input.times.length === 1 ? scope.today : undefined
}

async function save(
  context: CommandContext,
  input: Booking,
  made: MadeBooking & { readonly state: 'proposed' | 'booked'; readonly units: readonly UnitRow[] },
): Promise<void> {
  const { tx, scope, now, note, announce } = context
  const { id, initiatedBy, initiatorId, invitedIds, called, byManager, state } = made
  const confirmedOn = agreedOn(scope, input, byManager)
  await addVisit(
    tx,
    scope,
    {
      id,
      state,
      initiatedBy,
      initiatedByPersonId: initiatorId,
      registeredById: initiatorId === scope.personId ? null : (scope.personId ?? null),
      initiatedOn: input.afterwards ? input.day : scope.today,
      groupId: input.group ?? null,
      form: input.form,
      series: input.series ?? null,
      capacity: input.capacity,
      unannounced: made.unannounced,
      day: input.day,
      startTime: input.start,
      endTime: input.end,
      timesOpen: input.times.length > 1,
      place: input.place,
      withRelativesCouncil: input.withRelativesCouncil,
      specialReason: input.specialReason,
      consulted: [...input.consulted],
      confirmedOn: confirmedOn ?? null,
    },
    {
      unitIds: input.units,
      invitations: called.map(({ personId, standsInForId }) => ({
        personId,
        standsInForId,
        sentAt: now,
        acceptedAt: personId === initiatorId && input.times.length === 1 ? now : undefined,
      })),
    },
  )
  const isOpen = input.times.length > 1
  if (isOpen)
    await proposeTimes(context, { id, sequence: 0, unitIds: input.units, invitedIds }, input.times, initiatorId)
  const kind = input.afterwards ? 'registered-afterwards' : state
  const onBehalf = initiatorId !== scope.personId
  await addVisitEvent(tx, scope, {
    visitId: id,
    kind,
    at: now,
    onBehalf,
    time: input,
    ...(onBehalf ? { concernsId: initiatorId } : {}),
  })
  if (isOpen) await addVisitEvent(tx, scope, { visitId: id, kind: 'times-proposed', at: now })
  if (onBehalf)
    await registerForVisit(
      context,
      { id, day: input.day, units: made.units },
      { personId: initiatorId, kind: 'booking' },
    )
  note(
    { type: 'visit', id },
    { kind, initiatedBy, initiator: initiatorId, units: input.units, invited: invitedIds },
    onBehalf ? initiatorId : undefined,
  )
  announce({ name: `visits.${isOpen ? 'times-proposed' : kind}`, ids: { visitId: id } })
}

function notBookable(guideline: Result<unknown>, day: Day): Refusal {
  if (guideline.ok || guideline.code !== 'engine.booking.only-proposal')
    return refuse('visits.none-in-force', { day }, 'day')
  return refuse('visits.only-proposed', { clause: guideline.facts.clause, rule: guideline.facts.rule })
}

/** The one whose booking it is: oneself, or for the secretary the one who has been in touch. */
async function initiatorOf(scope: Scope, input: Booking): Promise<string | Refusal> {
  const { onBehalfOf } = input
  const other = onBehalfOf !== undefined && 'person' in onBehalfOf ? onBehalfOf.person : undefined
  const isOwn = onBehalfOf === undefined || other === scope.personId
  if (!isOwn && !actsForOthers(scope)) return refuse('visits.not-for-others', {}, 'onBehalfOf')
  if (input.afterwards && !actsForOthers(scope)) return refuse('visits.in-the-past', {}, 'day')
  return other ?? scope.personId ?? refuse('visits.not-for-others')
}

/** A secretary who is not the initiator by the guideline is asked for whom it is. */
function onBehalfFirst(refusal: Refusal, scope: Scope, input: Booking): Refusal {
  const asked = refusal.code === 'visits.not-initiator' && actsForOthers(scope) && input.onBehalfOf === undefined
  return asked ? refuse('visits.on-behalf-missing', {}, 'onBehalfOf') : refusal
}

/** What the guideline says about any of the times, each thing once. */
async function concernOf(tx: Tx, scope: Scope, input: Booking, made: MadeBooking): Promise<Refusal | undefined> {
  const { programme, rules } = await judge(tx, scope, programmeFacts(scope))
  const previews = input.times.map((time) =>
    previewVisit(rules, programme, asVisit(scope, { ...input, ...time }, made), scope.today),
  )
  const later = foreseenOf(rules, programme, asVisit(scope, input, made), scope.today)
  const concerns = onceEach([...previews.flatMap((it) => it.concerns), ...later.concerns])
  const findings = onceEach([...concerns, ...later.fees])
  if (previews.some(({ lacksReason }) => lacksReason))
    return refuse('visits.special-reason-needed', { findings }, 'specialReason')
  if (concerns.length > 0 && !input.seen) return refuse('visits.read-first', { findings }, 'seen')
  return undefined
}

/** The booking as the engine sees it. */
function asVisit(scope: Scope, input: Booking, made: MadeBooking): Visit {
  const confirmedOn = agreedOn(scope, input, made.byManager)
  return {
    id: made.id,
    form: input.form,
    capacity: input.capacity,
    units: [...input.units],
    day: input.day,
    start: input.start,
    end: input.end,
    state: firstState({ ...made, afterwards: input.afterwards }),
    initiated: { by: made.initiatedBy, person: made.initiatorId, on: scope.today, consulted: [...input.consulted] },
    invitations: made.invitedIds.map((person) => ({ person, on: scope.today })),
    withRelativesCouncil: input.withRelativesCouncil,
    prepared: [],
    attendance: [],
    met: [],
    ...(input.series === undefined ? {} : { series: input.series }),
    ...(input.group === undefined ? {} : { group: input.group }),
    ...(confirmedOn === undefined ? {} : { confirmed: { on: confirmedOn } }),
    ...(input.specialReason === '' ? {} : { specialReason: input.specialReason }),
  }
}
