import type { z } from 'zod'
import { type Day, yearOf } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { payableKinds } from './claims.asked.rules.ts'
import { payrollProblems } from './claims.export.ts'
import { judgeClaims } from './claims.basis.ts'
import { stoppedAmong } from './claims.stops.basis.ts'
import { listPendingCorrections } from './claims.corrections.store.ts'
import { keepPaidTime } from './claims.paid-time.commands.ts'
import { lock, lockYears } from './claims.store.ts'
import { type Step, takeManySteps } from './claims-step.store.ts'
import { addBatch, nextNumbers } from './payroll.batch.store.ts'
import { batchForm, payTypeForm } from './payroll.forms.ts'
import { linesOf, monthOf, obstaclesNow } from './payroll.lines.rules.ts'
import {
  type ApprovedClaim,
  type ClaimRows,
  correctionObstacles,
  counterRowsOf,
  cutOffOn,
  isForThisPayroll,
  kindsWithoutPayType,
  numberingFrom,
  type Obstacle,
  payrollRowsOf,
  type PayType,
  type PendingCorrection,
} from './payroll.rules.ts'
import { findBatchOf, listApproved, listPayTypes, putPayType } from './payroll.store.ts'

/** Says what payroll calls one kind of fee in the committee. */
export const savePayType = command({
  name: 'claims.save-pay-type',
  allow: 'claims:check',
  input: payTypeForm,
  run: async ({ tx, scope, note }, input) => {
    const kinds = payableKinds((await rulesInForce(tx, scope)).feeRules, [])
    if (!kinds.some(({ kind }) => kind === input.feeKind)) return refuse('claims.unknown-fee-kind')
    const id = await putPayType(tx, scope, input)
    note({ type: 'pay-type', id }, { feeKind: input.feeKind, payType: input.payType })
    return done({ id })
  },
})

/**
 * Locks the approved claims of the chosen persons, and the corrections that wait, into a payroll file. Refuses when somebody has
 * just taken one of the claims that were shown, and when anything is missing: a file is whole or it is not made.
 */
export const makeBatch = command({
  name: 'claims.export',
  allow: 'claims:export',
  input: batchForm,
  run: async (context, input) => {
    const { tx, scope, now, note, announce } = context
    await lock(tx, scope, 'payroll')
    const approved = await listApproved(tx, scope)
    const pending = input.correction.length === 0 ? [] : await listPendingCorrections(tx, scope)
    const gone = goneOf(input, approved, pending)
    if (gone !== undefined) return refuseGone(context, gone)
    const chosen = approved.filter((claim) => isChosen(input, claim))
    const corrections = pending.filter(
      ({ id, personId }) => input.correction.includes(id) && input.person.includes(personId),
    )
    if (chosen.length + corrections.length === 0) return refuse('claims.nothing-to-export')
    await lockYears(
      tx,
      scope,
      chosen.map(({ personId, unitIds, visitDay }) => ({ personId, unitIds, year: yearOf(visitDay) })),
    )
    const payTypes = await listPayTypes(tx, scope)
    const judgement = await judgeClaims(tx, scope)
    const lines = linesOf(judgement.evaluation.feeLines, await stoppedAmong(tx, scope, chosen, judgement))
    const held = [
      ...chosen.flatMap((claim) => obstaclesNow(claim, payTypes, lines).map((obstacle) => ({ claim, obstacle }))),
      ...corrections.flatMap((claim) => correctionObstacles(claim, payTypes).map((obstacle) => ({ claim, obstacle }))),
    ]
    if (held.length > 0) return refuseHeld(held, payTypes)
    const numbers = await nextNumbers(tx, scope)
    const numbering = numberingFrom(numbers.row)
    const claims = [...payrollRowsOf(chosen, payTypes, numbering), ...counterRowsOf(corrections, payTypes, numbering)]
    if (claims.every(({ rows }) => rows.length === 0)) return refuse('claims.nothing-to-export')
    const impossible = impossibleRows(claims, numbers.batch, context)
    if (impossible.length > 0) return refuse('claims.row-not-possible', { names: impossible })
    const months = chosen.map((claim) => monthOf(claim, lines))
    const id = await addBatch(tx, scope, {
      number: numbers.batch,
      at: now,
      by: scope.personId ?? '',
      cutOffOn: cutOffFor(months, scope.today),
      claims,
    })
    if (
      !(await takeManySteps(
        tx,
        scope,
        chosen.map((claim) => exporting(claim, now)),
      ))
    )
      return refuse('claims.preview-changed')
    for (const claim of chosen) note({ type: 'claim', id: claim.id }, { step: 'exported', batch: id })
    for (const { claimId, id: correction } of corrections)
      note({ type: 'claim', id: claimId }, { step: 'counter-rows', correction, batch: id })
    note(
      { type: 'payroll-batch', id },
      { number: numbers.batch, claims: chosen.length, corrections: corrections.length },
    )
    const years = chosen.map(({ personId, visitDay }) => ({ personId, year: yearOf(visitDay) }))
    await keepPaidTime(context, years, lines)
    announce({ name: 'claims.exported', ids: { batchId: id } })
    return done({ id, number: numbers.batch })
  },
})

type Input = z.output<typeof batchForm>

/** What was shown and cannot leave any more: somebody took it, or it went back. */
function goneOf(
  { claim, later, correction }: Input,
  approved: readonly ApprovedClaim[],
  pending: readonly PendingCorrection[],
): Gone | undefined {
  const [there, waiting] = [new Set(approved.map(({ id }) => id)), new Set(pending.map(({ id }) => id))]
  const claimId = [...claim, ...later].find((id) => !there.has(id))
  if (claimId !== undefined) return { claimId }
  const correctionId = correction.find((id) => !waiting.has(id))
  return correctionId === undefined ? undefined : { correctionId }
}

function isChosen(input: Input, { id, personId }: ApprovedClaim): boolean {
  return (
    (input.person.includes(personId) && input.claim.includes(id)) ||
    (input.laterPerson.includes(personId) && input.later.includes(id))
  )
}

function exporting(claim: ApprovedClaim, at: Instant): Step {
  return { claim, step: 'exported', to: 'exported', at, line: claim.line, others: claim.others, reason: '' }
}

/** The cut-off that a batch is made for, where it holds nothing beyond it. */
function cutOffFor(months: readonly ReturnType<typeof monthOf>[], today: Day): Day | undefined {
  const [cutOff] = months.flatMap((it) => it?.cutOff ?? [])
  const isWithin = months.every((it) => isForThisPayroll(it?.month, today))
  return cutOff !== undefined && isWithin ? cutOffOn(today, cutOff) : undefined
}

type Gone = { readonly claimId: string } | { readonly correctionId: string }

/** Something that was shown and is to leave no longer: somebody took it out, or it went back. */
async function refuseGone({ tx, scope }: CommandContext, gone: Gone): Promise<Refusal> {
  const batch = await findBatchOf(tx, scope, gone)
  if (batch === undefined) return refuse('claims.preview-changed')
  return refuse('claims.already-exported', { number: batch.number, name: batch.createdByName })
}

type Held = { readonly claim: ApprovedClaim | PendingCorrection; readonly obstacle: Obstacle }

const codeOf: { readonly [O in Obstacle]: string } = {
  'employment-number': 'claims.no-employment-number',
  'pay-type': 'claims.no-pay-type',
  changed: 'claims.changed-since-approval',
  stopped: 'claims.stopped',
}

function refuseHeld(held: readonly Held[], payTypes: readonly PayType[]): Refusal {
  const first = held[0]?.obstacle ?? 'changed'
  const same = held.filter(({ obstacle }) => obstacle === first).map(({ claim }) => claim)
  return refuse(codeOf[first], {
    names: [...new Set(same.map(({ personName }) => personName))],
    feeKinds: [...new Set(same.flatMap((claim) => kindsWithoutPayType(claim, payTypes)))],
  })
}

/** Returns the names of those whose rows no payroll file can hold. */
function impossibleRows(claims: readonly ClaimRows[], number: number, { now }: CommandContext): readonly string[] {
  const rows = claims.flatMap((claim) => claim.rows)
  const problems = payrollProblems({ number, municipality: { name: '' }, committee: '', createdAt: now, rows })
  const ids = new Set(problems.map(({ rowId }) => rowId))
  return [...new Set(rows.filter(({ rowId }) => ids.has(rowId)).map(({ personName }) => personName))]
}
