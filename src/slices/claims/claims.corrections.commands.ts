import { yearOf } from '../../kernel/date.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { approvalAnswers } from './claims.approval.basis.ts'
import type { Acting } from './claims.approval.rules.ts'
import { type Differing, listDifferences } from './claims.corrections.basis.ts'
import { differenceForm } from './claims.corrections.forms.ts'
import { amountsToday, correctionStep, holdsCap, seenAmounts } from './claims.corrections.rules.ts'
import { addCorrection } from './claims.corrections.store.ts'
import { keepPaidTime } from './claims.paid-time.commands.ts'
import { nextState, stepRefusal } from './claims.rules.ts'
import { type ClaimRow, getClaim, lockYears } from './claims.store.ts'
import { takeManySteps } from './claims-step.store.ts'

/**
 * Decides about a claim that has gone to payroll and differs from what the facts give today: its counter-rows go in the next
 * batch, or it stands. One whose correction waits for the next batch waits with it: it can be decided again when that has left.
 */
export const decideDifference = command({
  name: 'claims.decide-difference',
  allow: 'claims:approve',
  input: differenceForm,
  run: async (context, { id, version, seen, outcome, reason }) => {
    const { tx, scope, now, note, announce } = context
    const { personId, unitIds, visitDay } = await getClaim(tx, scope, id)
    await lockYears(tx, scope, [{ personId, unitIds, year: yearOf(visitDay) }])
    const [found] = (await listDifferences(tx, scope, [id])).differing
    if (found === undefined) return refuse('claims.no-difference', { claim: id })
    const { claim, goneOut, difference } = found
    if (claim.version !== version || seenAmounts(difference) !== seen) return refuse('claims.changed', { claim: id })
    const step = outcome === 'correct' ? correctionStep(difference) : 'let-stand'
    const answer = await mayDecide(tx, scope, found, step)
    if ('code' in answer) return answer
    const isMore = step === 'corrected' && difference.to > difference.from
    if (isMore && (await isCapHeld(tx, scope, claim))) return refuse('claims.cap-held', { claim: id })
    const to = nextState(claim.state, step, 'approver')
    if (to === undefined) return refuse('claims.wrong-state', { claim: id })
    const lines = step === 'let-stand' ? goneOut : difference.written
    const letStandAt = step === 'let-stand' ? amountsToday(difference) : undefined
    const decisionId = newId()
    const { line, others } = lines
    const taken = {
      claim,
      step,
      to,
      at: now,
      line,
      others,
      acting: answer.acting,
      reason,
      letStandAt,
      decisionId,
    } as const
    if (!(await takeManySteps(tx, scope, [taken]))) return refuse('claims.changed', { claim: id })
    const { from, to: amount } = difference
    note({ type: 'claim', id }, { step, from, to: amount, ...answer.acting })
    if (step === 'let-stand') return done({ id, step })
    const correction = { claimId: id, decisionId, fromAmount: from, toAmount: amount, decidedAt: now }
    note({ type: 'claim-correction', id: await addCorrection(tx, scope, correction) }, { claim: id })
    await keepPaidTime(context, [{ personId, year: yearOf(visitDay) }])
    announce({ name: `claims.${step}`, ids: { claimId: id, visitId: claim.visitId } })
    return done({ id, step })
  },
})

/** Whether another claim of the person's or the unit's year holds what this one would get: then that one is decided first. */
async function isCapHeld(tx: Tx, scope: Scope, claim: ClaimRow): Promise<boolean> {
  const { differing } = await listDifferences(tx, scope)
  return differing.some(
    ({ claim: other, difference }) =>
      other.id !== claim.id &&
      yearOf(other.visitDay) === yearOf(claim.visitDay) &&
      (other.personId === claim.personId || other.unitIds.some((unit) => claim.unitIds.includes(unit))) &&
      holdsCap(difference),
  )
}

async function mayDecide(
  tx: Tx,
  scope: Scope,
  { claim, difference, standing }: Differing,
  step: 'corrected' | 'reversed' | 'let-stand',
): Promise<Refusal | { readonly acting: Acting }> {
  const refused = (code: string) => refuse(code, { claim: claim.id, state: claim.state })
  const person = { id: scope.personId ?? '', roles: scope.roles }
  const claimed = { state: claim.state, claimantId: claim.personId }
  const code = stepRefusal({ step, by: 'approver', claim: claimed, person })
  if (code !== undefined) return refused(code)
  const answer = (await approvalAnswers(tx, scope, [claim], (await rulesInForce(tx, scope)).feeRules))(claim)
  if (!answer.ok) return refused(answer.code)
  if (standing === 'pending') return refused('claims.correction-pending')
  if (difference.open && step !== 'let-stand') return refused('claims.correction-open')
  return { acting: answer.acting }
}
