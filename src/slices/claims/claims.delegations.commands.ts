import { done, refuse, type Result } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { getPerson, lendRole, takeBackRole } from '../people/index.ts'
import { delegableRoles } from './claims.approval.rules.ts'
import {
  addDelegation,
  asFact,
  endDelegation,
  listDelegations,
  lockDelegation,
  rolesToday,
} from './claims.approval.store.ts'
import { delegationEndForm, delegationForm } from './claims.delegations.forms.ts'
import { delegationFault, delegationState } from './claims.delegations.rules.ts'
import { lock } from './claims.store.ts'

/**
 * Registers that somebody approves claims in a role for a time. Whoever lacks the right to open them gets the role
 * `approver` for as long.
 */
export const registerDelegation = command({
  name: 'claims.register-delegation',
  allow: 'claims:delegate',
  input: delegationForm,
  run: async (context, { from, to, lastDay: validUntil, ...asked }): Promise<Result<{ readonly id: string }>> => {
    const { tx, scope, now, note, announce } = context
    // Of two that are registered at once the second sees the first.
    await lock(tx, scope, `delegations ${scope.committeeId}`)
    await getPerson(tx, scope, to)
    if (from !== undefined) await getPerson(tx, scope, from)
    const { feeRules } = await rulesInForce(tx, scope)
    const wanted = { ...asked, fromPersonId: from, toPersonId: to, validUntil }
    const fault = delegationFault(wanted, {
      today: scope.today,
      byPersonId: scope.personId,
      delegable: delegableRoles(feeRules).map(({ role }) => role),
      rolesOf: await rolesToday(tx, scope),
      delegations: (await listDelegations(tx, scope)).map(asFact),
    })
    if (fault !== undefined) return refuse(fault.code, {}, fault.field)
    const period = { from: asked.validFrom, until: validUntil }
    const lending = { personId: to, role: 'approver' as const, ...period, lacking: 'claims:approve' as const }
    const holdingId = await lendRole(tx, scope, lending)
    const id = newId()
    await addDelegation(tx, {
      id,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      ...wanted,
      registeredById: registrar(context),
      registeredAt: now,
      holdingId,
    })
    const given = { role: asked.role, from: asked.validFrom, until: validUntil, lent: holdingId !== undefined }
    note({ type: 'delegation', id }, { ...given, giver: from ?? null, delegate: to, paragraph: asked.paragraph })
    announce({ name: 'claims.delegation-registered', ids: { delegationId: id } })
    return done({ id })
  },
})

/** Ends a delegation now, before its time, and takes back the role that came with it. */
export const stopDelegation = command({
  name: 'claims.end-delegation',
  allow: 'claims:delegate',
  input: delegationEndForm,
  run: async (context, { id }): Promise<Result<object>> => {
    const { tx, scope, now, note, announce } = context
    const delegation = await lockDelegation(tx, scope, id)
    const state = delegationState({ ...delegation, isEnded: delegation.endedAt !== null }, scope.today)
    if (state === 'ended' || state === 'over') return refuse('delegation.over')
    await endDelegation(tx, id, { endedById: registrar(context), endedAt: now })
    const { holdingId, toPersonId } = delegation
    if (holdingId !== null) await takeBackRole(tx, scope, { personId: toPersonId, holdingId })
    note({ type: 'delegation', id }, { role: delegation.role, delegate: toPersonId, tookBack: holdingId !== null })
    announce({ name: 'claims.delegation-ended', ids: { delegationId: id } })
    return done({})
  },
})

function registrar({ scope }: CommandContext): string {
  if (scope.personId === undefined) throw new Error('a delegation is registered by a person')
  return scope.personId
}
