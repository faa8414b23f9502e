import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { clashOf } from './clashes.commands.ts'
import { othersToJoin } from './joining.basis.ts'
import { mayJoin } from './times.rules.ts'
import { joinForm } from './times.forms.ts'
import { addInvitations } from './times.store.ts'
import { addVisitEvent, changeVisit } from './visits.changes.store.ts'
import { attempt } from './visits.rules.ts'
import { lockVisit } from './visits.store.ts'

/**
 * Makes a visit that is on its way a joint one: the other contact politicians of the unit or the area are invited to it
 * too. One who joins by asking for it has said yes.
 */
export const joinVisit = command({
  name: 'visits.join',
  allow: 'visits:initiate',
  input: joinForm,
  run: async ({ tx, scope, now, note, announce }, { visit: id }): Promise<Result<{ readonly invited: number }>> => {
    const visit = await lockVisit(tx, scope, id)
    const others = await othersToJoin(tx, scope, visit)
    const { personId: joiner } = scope
    const invitedIds = visit.invitations.map(({ personId }) => personId)
    if (!mayJoin(scope, { unitIds: visit.units.map((unit) => unit.id), invitedIds, others }))
      throw new NotAllowed('visits.join')
    const next = attempt('plan', visit, inStockholm(now))
    if (!next.ok) return next
    if (others.length === 0) return refuse('visits.joint-already')
    const isOwn = joiner !== undefined && others.includes(joiner)
    if (isOwn && !visit.timesOpen) {
      const clash = await clashOf(tx, scope, [joiner], { ...visit, visitId: id }, '')
      if (clash) return clash
    }
    const accepts = (personId: string) => isOwn && personId === joiner && !visit.timesOpen
    await addInvitations(
      tx,
      scope,
      visit,
      others.map((personId) => ({ personId, acceptedAt: accepts(personId) ? now : undefined })),
      now,
    )
    await changeVisit(tx, scope, id, {})
    for (const personId of others)
      await addVisitEvent(tx, scope, { visitId: id, kind: 'invited', at: now, concernsId: personId })
    if (isOwn && !visit.timesOpen)
      await addVisitEvent(tx, scope, { visitId: id, kind: 'accepted', at: now, concernsId: joiner })
    note({ type: 'visit', id }, { kind: 'joined', invited: others })
    for (const personId of others) announce({ name: 'visits.invited', ids: { visitId: id, personId } })
    return done({ invited: others.length })
  },
})
