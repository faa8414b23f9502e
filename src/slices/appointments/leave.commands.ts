import { addDays } from '../../kernel/date.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { getPerson, listRepresentatives } from '../people/index.ts'
import { lockCommittee } from './appointments.store.ts'
import { leaveEndForm, leaveForm } from './leave.forms.ts'
import { checkLeave } from './leave.rules.ts'
import { addLeave, endLeaveOn, getLeave, listLeaves } from './leave.store.ts'

/**
 * Registers a contact politician's leave, and who serves meanwhile. Visits that are booked already stay as they are: the
 * secretary is shown which ones they are.
 */
export const registerLeave = command({
  name: 'appointments.register-leave',
  allow: 'appointments:decide',
  input: leaveForm,
  run: async ({ tx, scope, note }, input): Promise<Result<{ readonly id: string }>> => {
    const { personId, standInId, from, through } = input
    // Two leaves that are each other's stand-ins may be registered at once: one at a time.
    await lockCommittee(tx, scope)
    await getPerson(tx, scope, personId)
    const refusal = checkLeave(
      { personId, standInId, from, through },
      await listLeaves(tx, scope, scope.today),
      scope.today,
    )
    if (refusal) return refusal
    if (standInId !== undefined) {
      await getPerson(tx, scope, standInId)
      const serving = await listRepresentatives(tx, { ...scope, today: from })
      if (!serving.some(({ id }) => id === standInId)) return refuse('leave.stand-in-left', {}, 'standInId')
    }
    const id = newId()
    await addLeave(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      personId,
      standInId: standInId ?? null,
      validFrom: from,
      validUntil: through === undefined ? null : addDays(through, 1),
    })
    note({ type: 'leave', id }, { personId, standInId: standInId ?? null, from, through: through ?? null })
    return done({ id })
  },
})

/** Ends a leave before its time, or an open one; one that has not begun is taken away when the person is back by its first day. */
export const endLeave = command({
  name: 'appointments.end-leave',
  allow: 'appointments:decide',
  input: leaveEndForm,
  run: async ({ tx, scope, note }, { id, until }): Promise<Result<undefined>> => {
    await lockCommittee(tx, scope)
    const found = await getLeave(tx, scope, id)
    if (found.validUntil !== null && until >= found.validUntil) return refuse('leave.not-earlier', {}, 'until')
    await endLeaveOn(tx, scope, found, until)
    note({ type: 'leave', id }, { personId: found.personId, until })
    return done(undefined)
  },
})
