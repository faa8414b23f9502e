import { yearOf } from '../../kernel/date.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { payableKinds } from './claims.asked.rules.ts'
import { payrollProblems } from './claims.export.ts'
import { judgeClaims } from './claims.basis.ts'
import { lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'
import { lock, lockYears } from './claims.store.ts'
import { takeStep } from './claims-step.store.ts'
import { batchForm, payTypeForm } from './payroll.forms.ts'
import { type ApprovedClaim, type ClaimRows, type Obstacle, obstacles, payrollRowsOf } from './payroll.rules.ts'
import { addBatch, findBatchOfClaim, listApproved, listPayTypes, nextNumbers, putPayType } from './payroll.store.ts'

/** Says what payroll calls one kind of fee in the committee. */
export const savePayType = command({
  name: 'claims.save-pay-type',
  allow: 'claims:check',
  input: payTypeForm,
  run: async ({ tx, scope, note }, input) => {
    const kinds = payableKinds((await rulesInForce(tx, scope)).feeRules, [])
    if (!kinds.includes(input.feeKind)) return refuse('claims.unknown-fee-kind')
    const id = await putPayType(tx, scope, input)
    note({ type: 'pay-type', id }, { feeKind: input.feeKind, payType: input.payType })
    return done({ id })
  },
})

/**
 * Locks the approved claims of the chosen persons into a payroll file. Refuses when somebody has just taken one of the
 * claims that were shown, and when anything is missing: a file is whole or it is not made.
 */
export const makeBatch = command({
  name: 'claims.export',
  allow: 'claims:export',
  input: batchForm,
  run: async (context, input) => {
    const { tx, scope, now, note, announce } = context
    await lock(tx, scope, 'payroll')
    const approved = await listApproved(tx, scope)
    const gone = input.claim.find((id) => !approved.some((claim) => claim.id === id))
    if (gone !== undefined) return refuseGone(context, gone)
    const chosen = approved.filter((claim) => input.claim.includes(claim.id) && input.person.includes(claim.personId))
    if (chosen.length === 0) return refuse('claims.nothing-to-export')
    await lockYears(
      tx,
      scope,
      chosen.map(({ personId, unitIds, visitDay }) => ({ personId, unitIds, year: yearOf(visitDay) })),
    )
    const payTypes = await listPayTypes(tx, scope)
    const { evaluation } = await judgeClaims(tx, scope)
    const lines = linesByClaim(evaluation.feeLines)
    const others = othersByClaim(evaluation.feeLines)
    const held = chosen.flatMap((claim) => {
      const key = lineKey({ visit: claim.visitId, person: claim.personId })
      return obstacles(claim, payTypes, lines.get(key), others.get(key)).map((obstacle) => ({ claim, obstacle }))
    })
    if (held.length > 0) return refuseHeld(held)
    const numbers = await nextNumbers(tx, scope)
    const claims = payrollRowsOf(chosen, payTypes, numbers.row)
    if (claims.every(({ rows }) => rows.length === 0)) return refuse('claims.nothing-to-export')
    const impossible = impossibleRows(claims, numbers.batch, context)
    if (impossible.length > 0) return refuse('claims.row-not-possible', { names: impossible })
    const id = await addBatch(tx, scope, { number: numbers.batch, at: now, by: scope.personId ?? '', claims })
    for (const claim of chosen) {
      const step = {
        claim,
        step: 'exported',
        to: 'exported',
        at: now,
        line: claim.line,
        others: claim.others,
        reason: '',
      } as const
      if (!(await takeStep(tx, scope, step))) return refuse('claims.preview-changed')
      note({ type: 'claim', id: claim.id }, { step: 'exported', batch: id })
    }
    note({ type: 'payroll-batch', id }, { number: numbers.batch, claims: chosen.length })
    announce({ name: 'claims.exported', ids: { batchId: id } })
    return done({ id, number: numbers.batch })
  },
})

/** A claim that was shown and is approved no longer: somebody took it out, or it went back. */
async function refuseGone({ tx, scope }: CommandContext, claimId: string): Promise<Refusal> {
  const batch = await findBatchOfClaim(tx, scope, claimId)
  if (batch === undefined) return refuse('claims.preview-changed')
  return refuse('claims.already-exported', { number: batch.number, name: batch.createdByName })
}

type Held = { readonly claim: ApprovedClaim; readonly obstacle: Obstacle }

const codeOf: { readonly [O in Obstacle]: string } = {
  'employment-number': 'claims.no-employment-number',
  'pay-type': 'claims.no-pay-type',
  changed: 'claims.changed-since-approval',
}

function refuseHeld(held: readonly Held[]): Refusal {
  const first = held[0]?.obstacle ?? 'changed'
  const same = held.filter(({ obstacle }) => obstacle === first).map(({ claim }) => claim)
  return refuse(codeOf[first], {
    names: [...new Set(same.map(({ personName }) => personName))],
    feeKinds: [...new Set(same.map(({ line }) => line.feeKind ?? ''))],
  })
}

/** Returns the names of those whose rows no payroll file can hold. */
function impossibleRows(claims: readonly ClaimRows[], number: number, { now }: CommandContext): readonly string[] {
  const rows = claims.flatMap((claim) => claim.rows)
  const problems = payrollProblems({ number, municipality: { name: '' }, committee: '', createdAt: now, rows })
  const ids = new Set(problems.map(({ rowId }) => rowId))
  return [...new Set(rows.filter(({ rowId }) => ids.has(rowId)).map(({ personName }) => personName))]
}
