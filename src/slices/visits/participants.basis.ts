import type { Day } from '../../kernel/date.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import {
  type Called,
  callInstead,
  hasLeft,
  leaveOn,
  listAppointments,
  listGroups,
  listLeaves,
  readStanding,
} from '../appointments/index.ts'
import { getPerson, listRepresentatives } from '../people/index.ts'
import { type Unavailable, unavailableAt } from './participants.rules.ts'
import { listVisits, type VisitRow } from './visits.store.ts'

/** Somebody who can be invited to a visit: a contact politician, or a substitute who serves. */
export type Choosable = { readonly id: string; readonly name: string; readonly as: 'contact' | 'substitute' }

/** Returns who can be invited to the visit too: those in office that day who are not invited and not on leave, by id. */
export async function choosableFor(tx: ReadTx | Tx, scope: Scope, visit: VisitRow): Promise<readonly Choosable[]> {
  const thatDay = { ...scope, today: visit.day }
  const seated = await listRepresentatives(tx, thatDay)
  const leaves = await listLeaves(tx, scope, visit.day)
  const appointed = await listAppointments(tx, scope, visit.day)
  const groups = await listGroups(tx, scope, visit.day)
  const contacts = new Set([...appointed, ...groups.flatMap(({ members }) => members)].map(({ personId }) => personId))
  const taken = new Set(visit.invitations.map(({ personId }) => personId))
  return seated
    .filter(({ id }) => !taken.has(id) && leaveOn(leaves, id, visit.day) === undefined)
    .flatMap(({ id, name, seatKind }): Choosable[] => {
      if (contacts.has(id)) return [{ id, name, as: 'contact' }]
      return seatKind === 'substitute' ? [{ id, name, as: 'substitute' }] : []
    })
}

/**
 * Returns who is invited on the day when these would be: stand-ins in the place of those on leave. The one whose visit it is
 * cannot be on leave then (`visits.on-leave`), but for a visit that has already been made.
 */
export async function calledOn(
  tx: Tx,
  scope: Scope,
  personIds: readonly string[],
  about: { readonly day: Day; readonly initiatorId: string; readonly afterwards: boolean },
): Promise<{ readonly ok: true; readonly called: readonly Called[] } | Refusal> {
  const { day, initiatorId, afterwards } = about
  const leaves = await listLeaves(tx, scope, day)
  if (!afterwards && personIds.includes(initiatorId) && leaveOn(leaves, initiatorId, day) !== undefined) {
    const { name } = await getPerson(tx, scope, initiatorId)
    return refuse('visits.on-leave', { name, day }, 'day')
  }
  const others = leaves.filter(({ personId }) => personId !== initiatorId)
  return { ok: true, called: callInstead(personIds, others, day) }
}

/** Refuses an answer from somebody who has left the committee or the appointment since they were invited. */
export async function checkStays(
  tx: Tx,
  scope: Scope,
  visit: VisitRow,
  personId: string,
  field = 'answer',
): Promise<Refusal | undefined> {
  const { day, units, group, invitations } = visit
  const standsIn = invitations.some((it) => it.personId === personId && it.standsInForId !== null)
  const left = hasLeft(await readStanding(tx, scope), { personId, day, units, groupId: group?.id, standsIn })
  return left && refuse('visits.has-left', { name: (await getPerson(tx, scope, personId)).name, day }, field)
}

/** Returns those who are invited to the visit and cannot come. */
export async function unavailableFor(tx: ReadTx | Tx, scope: Scope, visit: VisitRow): Promise<readonly Unavailable[]> {
  return unavailableAt(visit, await readStanding(tx, scope), scope.today)
}

/** Returns the visits ahead where somebody is invited who cannot come, in order of time. */
export async function listReplacements(
  tx: ReadTx | Tx,
  scope: Scope,
): Promise<readonly { readonly visit: VisitRow; readonly unavailable: readonly Unavailable[] }[]> {
  const standing = await readStanding(tx, scope)
  const visits = await listVisits(tx, scope, { when: 'upcoming', states: ['proposed', 'booked'] })
  return visits
    .map((visit) => ({ visit, unavailable: unavailableAt(visit, standing, scope.today) }))
    .filter(({ unavailable }) => unavailable.length > 0)
}
