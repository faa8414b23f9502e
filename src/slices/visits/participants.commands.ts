import { inStockholm } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { clashOf } from './clashes.commands.ts'
import { choosableFor } from './participants.basis.ts'
import { invitingForm, removalForm } from './participants.forms.ts'
import { withdrawInvitation } from './participants.store.ts'
import { addInvitations } from './times.store.ts'
import { addVisitEvent, changeVisit } from './visits.changes.store.ts'
import { attempt } from './visits.rules.ts'
import { lockVisit, type VisitRow } from './visits.store.ts'

/**
 * Takes one invited person off a visit that has not begun, for one of three reasons, and invites somebody else in the place
 * when one is named. Only the person themselves gets a cancellation: for the others the visit is as it was.
 */
export const removeParticipant = command({
  name: 'visits.remove',
  allow: 'people:act-for',
  input: removalForm,
  run: async (context, { visit: id, version, person, reason, instead }): Promise<Result<undefined>> => {
    const { tx, scope, now, note, announce } = context
    const visit = await openVisit(context, id, version)
    if (!visit.ok) return visit
    const { invitations } = visit.value
    if (!invitations.some(({ personId }) => personId === person)) return refuse('visits.not-invited', {}, 'person')
    if (instead === undefined && invitations.length === 1) return refuse('visits.last-invited', {}, 'person')
    await withdrawInvitation(tx, { visitId: id, personId: person }, now)
    await addVisitEvent(tx, scope, { visitId: id, kind: 'removed', at: now, concernsId: person, note: reason })
    if (instead !== undefined) {
      const refusal = await invite(context, visit.value, { personId: instead, standsInForId: person }, 'instead')
      if (refusal) return refusal
    }
    await changeVisit(tx, scope, id, {})
    note({ type: 'visit', id }, { kind: 'removed', person, reason, instead: instead ?? null })
    announce({ name: 'visits.removed', ids: { visitId: id, personId: person } })
    return done(undefined)
  },
})

/** Invites one more to a visit that has not begun: a contact politician, or a substitute who serves. */
export const inviteParticipant = command({
  name: 'visits.invite',
  allow: 'people:act-for',
  input: invitingForm,
  run: async (context, { visit: id, version, invitee }): Promise<Result<undefined>> => {
    const { tx, scope, note } = context
    const visit = await openVisit(context, id, version)
    if (!visit.ok) return visit
    const refusal = await invite(context, visit.value, { personId: invitee }, 'invitee')
    if (refusal) return refusal
    await changeVisit(tx, scope, id, {})
    note({ type: 'visit', id }, { kind: 'invited', person: invitee })
    return done(undefined)
  },
})

/** Returns the visit, locked, while its participants can be changed: until it begins. */
async function openVisit({ tx, scope, now }: CommandContext, id: string, version: number): Promise<Result<VisitRow>> {
  const visit = await lockVisit(tx, scope, id)
  if (visit.version !== version) return refuse('visits.stale')
  // What can be called off can still be changed.
  const open = attempt('cancel', visit, inStockholm(now))
  return open.ok ? done(visit) : open
}

async function invite(
  { tx, scope, now, announce }: CommandContext,
  visit: VisitRow,
  called: { readonly personId: string; readonly standsInForId?: string },
  field: string,
): Promise<Refusal | undefined> {
  const { id: visitId } = visit
  const { personId } = called
  if (!(await choosableFor(tx, scope, visit)).some(({ id }) => id === personId))
    return refuse('visits.not-choosable', {}, field)
  // Where times are open, whoever is asked says which suit.
  const clash = visit.timesOpen ? undefined : await clashOf(tx, scope, [personId], { ...visit, visitId }, field)
  if (clash) return clash
  await addInvitations(tx, scope, visit, [called], now)
  await addVisitEvent(tx, scope, { visitId, kind: 'invited', at: now, concernsId: personId })
  announce({ name: 'visits.invited', ids: { visitId, personId } })
  return undefined
}
