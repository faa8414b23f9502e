import { bookable } from '../../engine/index.ts'
import type { Visit } from '../../engine/programme.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointedUnitsOf, listContactsOfUnit, listGroups } from '../appointments/index.ts'
import { getUnit, type UnitRow } from '../directory/index.ts'
import { judge, rulesInForce, settingsFor } from '../guidelines/index.ts'
import { getPerson, listHolders, listRepresentatives } from '../people/index.ts'
import { checkBooking } from './visits.booking.rules.ts'
import { addVisit, addVisitEvent, lockPersons } from './visits.changes.store.ts'
import { type Booking, bookingForm } from './visits.forms.ts'
import { bookingGuidance } from './visits.guidance.rules.ts'
import { programmeFacts } from './visits.basis.ts'
import { previewVisit } from './visits.preview.rules.ts'
import { actsForOthers, type Candidate, firstState } from './visits.rules.ts'
import { findClashes } from './visits.store.ts'
import { registerForVisit } from './visits-on-behalf.commands.ts'

/**
 * Books a visit or invites to one, as whom the guideline makes initiator; the secretary on behalf of one, or afterwards.
 * What it would break or need is refused as `visits.read-first` (with the findings) until the form says that it is read.
 */
export const bookVisit = command({
  name: 'visits.book',
  allow: 'visits:initiate',
  input: bookingForm,
  run: async (
    context,
    input,
  ): Promise<Result<{ readonly id: string; readonly state: 'proposed' | 'booked'; readonly afterwards: boolean }>> => {
    const { tx, scope, now } = context
    const rules = await rulesInForce(tx, scope)
    const guideline = bookable(rules.guidelines, input.day, rules.interpretations)
    const settings = await settingsFor(tx, scope, input.day)
    if (!guideline.ok || settings === undefined) return notBookable(guideline, input.day)
    const initiatorId = await initiatorOf(scope, input)
    if (typeof initiatorId !== 'string') return initiatorId

    const units = await unitsOf(tx, scope, input.units)
    const group =
      input.group === undefined
        ? undefined
        : (await listGroups(tx, scope, input.day)).find(({ id }) => id === input.group)
    if (input.group !== undefined && group === undefined) return refuse('visits.group-missing', {}, 'group')
    const members = group?.members.map(({ personId }) => personId)
    const candidate = await candidateFor(tx, scope, initiatorId, { units, day: input.day, members })
    const checked = checkBooking({
      ...input,
      guidance: bookingGuidance(settings),
      now: inStockholm(now),
      units,
      groupId: input.group,
      initiator: candidate,
      registered: input.onBehalfOf !== undefined && actsForOthers(scope),
      asRole: input.onBehalfOf !== undefined && 'role' in input.onBehalfOf ? input.onBehalfOf.role : undefined,
      contactUnitIds: candidate.contactUnitIds,
    })
    if (!checked.ok) return onBehalfFirst(checked, scope, input)

    const invitedIds = members ?? (await contactsOf(tx, scope, units, input.day))
    const clash = await clashOf(tx, scope, invitedIds, input)
    if (clash) return clash
    const id = newId()
    const byManager = candidate.isManagerOfAll
    const booking = { id, initiatedBy: checked.initiatedBy, initiatorId, invitedIds, byManager }
    const concern = await concernOf(tx, scope, input, booking)
    if (concern) return concern
    const state = firstState({ byManager, afterwards: input.afterwards })
    await save(context, input, { ...booking, units, state })
    return done({ id, state, afterwards: input.afterwards })
  },
})

type MadeBooking = {
  readonly id: string
  readonly initiatedBy: string
  readonly initiatorId: string
  readonly invitedIds: readonly string[]
  readonly byManager: boolean
}

/** A manager who invites has agreed by inviting; afterwards the secretary says whether there was an agreement. */
function agreedOn(scope: Scope, input: Booking, byManager: boolean): Day | undefined {
  if (input.afterwards) return input.agreedWithManager ? input.day : undefined
  return byManager ? scope.today : undefined
}

async function save(
  context: CommandContext,
  input: Booking,
  made: MadeBooking & { readonly state: 'proposed' | 'booked'; readonly units: readonly UnitRow[] },
): Promise<void> {
  const { tx, scope, now, note, announce } = context
  const { id, initiatedBy, initiatorId, invitedIds, byManager, state } = made
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
      day: input.day,
      startTime: input.start,
      endTime: input.end,
      place: input.place,
      withRelativesCouncil: input.withRelativesCouncil,
      specialReason: input.specialReason,
      confirmedOn: confirmedOn ?? null,
    },
    {
      unitIds: input.units,
      invitations: invitedIds.map((personId) => ({
        personId,
        sentAt: now,
        acceptedAt: personId === initiatorId ? now : undefined,
      })),
    },
  )
  const kind = input.afterwards ? 'registered-afterwards' : state
  const onBehalf = initiatorId !== scope.personId
  await addVisitEvent(tx, scope, {
    visitId: id,
    kind,
    at: now,
    onBehalf,
    ...(onBehalf ? { concernsId: initiatorId } : {}),
  })
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
  announce({ name: `visits.${kind}`, ids: { visitId: id } })
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

async function unitsOf(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly UnitRow[]> {
  const units: UnitRow[] = []
  for (const id of ids) units.push(await getUnit(tx, scope, id))
  return units
}

/** Returns what the person is on the day and with regard to these units. Throws `NotFound` for one outside the committee. */
async function candidateFor(
  tx: Tx,
  scope: Scope,
  personId: string,
  about: { readonly units: readonly UnitRow[]; readonly day: Day; readonly members: readonly string[] | undefined },
): Promise<
  Candidate & { readonly name: string; readonly hasOffice: boolean; readonly contactUnitIds: readonly string[] }
> {
  const { name } = await getPerson(tx, scope, personId)
  const unitIds = about.units.map(({ id }) => id)
  const managed = (await listHolders(tx, scope, 'manager', { unitIds })).filter(({ id }) => id === personId)
  const holds = async (role: 'chair' | 'secretary') =>
    (await listHolders(tx, scope, role)).some(({ id }) => id === personId)
  const isPolitician = (await listRepresentatives(tx, scope)).some(({ id }) => id === personId)
  const [isChair, isSecretary] = [await holds('chair'), await holds('secretary')]
  const contactUnitIds = about.members?.includes(personId)
    ? unitIds
    : (await appointedUnitsOf(tx, scope, personId, about.day)).map(({ id }) => id)
  return {
    personId,
    name,
    isManagerOfAll: unitIds.every((id) => managed.some(({ unitId }) => unitId === id)),
    isPolitician,
    isContact: contactUnitIds.length > 0,
    isChair,
    isSecretary,
    // One who has left could still have made a visit that is registered afterwards.
    hasOffice: isPolitician || isChair || isSecretary || managed.length > 0 || contactUnitIds.length > 0,
    contactUnitIds,
  }
}

/** Returns all who are appointed to any of the units on the day, each once. */
async function contactsOf(tx: Tx, scope: Scope, units: readonly UnitRow[], day: Day): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const unit of units)
    for (const { personId } of await listContactsOfUnit(tx, scope, unit.id, day)) found.add(personId)
  return [...found]
}

/** Locks those who are invited and refuses when one of them is taken that hour. */
export async function clashOf(
  tx: Tx,
  scope: Scope,
  personIds: readonly string[],
  at: { readonly day: Day; readonly start: Minutes; readonly end: Minutes; readonly visitId?: string | undefined },
  field = 'start',
): Promise<Refusal | undefined> {
  await lockPersons(tx, personIds)
  const [clash] = await findClashes(tx, { ...at, personIds, exceptVisitId: at.visitId })
  if (clash === undefined) return undefined
  const { name } = await getPerson(tx, scope, clash.personId)
  return refuse('visits.clash', { name, day: at.day, start: clash.start, end: clash.end }, field)
}

async function concernOf(tx: Tx, scope: Scope, input: Booking, made: MadeBooking): Promise<Refusal | undefined> {
  const { programme, rules } = await judge(tx, scope, programmeFacts(scope))
  const { concerns, lacksReason } = previewVisit(rules, programme, asVisit(scope, input, made), scope.today)
  if (lacksReason) return refuse('visits.special-reason-needed', { findings: concerns }, 'specialReason')
  if (concerns.length > 0 && !input.seen) return refuse('visits.read-first', { findings: concerns }, 'seen')
  return undefined
}

/** The booking as the engine sees it. */
function asVisit(scope: Scope, input: Booking, made: MadeBooking): Visit {
  const confirmedOn = agreedOn(scope, input, made.byManager)
  return {
    id: made.id,
    form: input.form,
    capacity: 'committee',
    units: [...input.units],
    day: input.day,
    start: input.start,
    end: input.end,
    state: firstState({ byManager: made.byManager, afterwards: input.afterwards }),
    initiated: { by: made.initiatedBy, person: made.initiatorId, on: scope.today, consulted: [] },
    invitations: made.invitedIds.map((person) => ({ person, on: scope.today })),
    withRelativesCouncil: input.withRelativesCouncil,
    prepared: [],
    attendance: [],
    met: [],
    ...(input.group === undefined ? {} : { group: input.group }),
    ...(confirmedOn === undefined ? {} : { confirmed: { on: confirmedOn } }),
    ...(input.specialReason === '' ? {} : { specialReason: input.specialReason }),
  }
}
