import type { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { nextState } from './claims.rules.ts'
import { latestDecisions, listClaims, lock } from './claims.store.ts'
import { takeManySteps } from './claims-step.store.ts'
import { paidByHandForm, receiptForm } from './payroll.receipt.forms.ts'
import { planReceipt, type ReceiptPlan, readReceipt } from './payroll.receipt.rules.ts'
import {
  addReceipt,
  batchesByRow,
  batchReceipts,
  type BatchReceipts,
  markPaid,
  rowStates,
  whollyPaid,
} from './payroll.receipt.store.ts'

/**
 * Keeps what payroll says of a batch: the rows that were paid, and of the others why not. A claim is paid when all its rows are.
 * The same file twice does nothing.
 */
export const saveReceipt = command({
  name: 'claims.read-receipt',
  allow: 'claims:export',
  input: receiptForm,
  run: async (context, { batchId, rows, fileName, sha256 }) => {
    const { tx, scope } = context
    await lock(tx, scope, 'payroll')
    const receipts = await batchReceipts(tx, scope, batchId)
    if (receipts.known.has(sha256)) return refuse('claims.receipt-known')
    const against = { rows: rowStates(receipts), madeOn: receipts.madeOn, today: scope.today }
    const plan = planReceipt(readReceipt(rows), { ...against, otherBatch: await batchesByRow(tx, scope) })
    if (plan.problems.length > 0) return refuse('claims.receipt-changed')
    return keep(context, { batchId, receipts, plan, fileName, sha256 })
  },
})

/** Marks everything in a batch that is not paid yet as paid on a day. */
export const markBatchPaid = command({
  name: 'claims.mark-paid',
  allow: 'claims:export',
  input: paidByHandForm,
  run: async (context, { batchId, paidOn }: z.output<typeof paidByHandForm>) => {
    const { tx, scope } = context
    await lock(tx, scope, 'payroll')
    const receipts = await batchReceipts(tx, scope, batchId)
    if (paidOn > scope.today) return refuse('claims.paid-ahead', {}, 'paidOn')
    if (paidOn < receipts.madeOn) return refuse('claims.paid-before-batch', {}, 'paidOn')
    const left = rowStates(receipts).filter(({ isPaid }) => !isPaid)
    if (left.length === 0) return refuse('claims.all-paid')
    const plan = { paid: left.map(({ rowId }) => ({ rowId, on: paidOn })), notPaid: [] }
    return keep(context, { batchId, receipts, plan })
  },
})

type Keeping = {
  readonly batchId: string
  readonly receipts: BatchReceipts
  readonly plan: Pick<ReceiptPlan, 'paid' | 'notPaid'>
  readonly fileName?: string
  readonly sha256?: string
}

async function keep(
  context: CommandContext,
  { batchId, receipts, plan, fileName, sha256 }: Keeping,
): Promise<Result<{ readonly id: string; readonly paid: number }>> {
  const { tx, scope, now, note } = context
  const id = await addReceipt(tx, scope, { batchId, at: now, by: scope.personId ?? '', fileName, sha256, plan })
  const paidOn = new Map([...receipts.paidOn, ...plan.paid.map(({ rowId, on }) => [rowId, on] as const)])
  const nowPaid = receipts.parts.filter(
    (part) => part.paidOn === null && part.rows.every(({ rowId }) => paidOn.has(rowId)),
  )
  const lastDay = (rows: readonly { readonly rowId: number }[]) =>
    Math.max(...rows.flatMap(({ rowId }) => paidOn.get(rowId) ?? []), receipts.madeOn) as Day
  await markPaid(
    tx,
    id,
    nowPaid.map((part) => ({ id: part.id, on: lastDay(part.rows) })),
  )
  const steps = await paidSteps(context, [...new Set(nowPaid.map(({ claimId }) => claimId))])
  if (!(await takeManySteps(tx, scope, steps))) return refuse('claims.receipt-changed')
  for (const { claim } of steps) note({ type: 'claim', id: claim.id }, { step: 'paid', batch: batchId })
  const counted = { batch: batchId, paid: plan.paid.length, notPaid: plan.notPaid.length }
  note({ type: 'payroll-receipt', id }, { ...counted, ...(sha256 === undefined ? {} : { sha256 }) })
  return done({ id, paid: plan.paid.length })
}

/** The step of each claim that has been paid in full by now; one that is paid already, or reversed, takes none. */
async function paidSteps({ tx, scope, now }: CommandContext, claimIds: readonly string[]) {
  const paid = await whollyPaid(tx, claimIds)
  const claims = await listClaims(tx, scope, { ids: [...paid], states: ['exported'] })
  const latest = await latestDecisions(
    tx,
    scope,
    claims.map(({ id }) => id),
  )
  return claims.flatMap((claim) => {
    const [decision, to] = [latest.get(claim.id), nextState(claim.state, 'paid', 'exporter')]
    if (decision === undefined || to === undefined) return []
    const { line, others } = decision
    return [{ claim, step: 'paid', to, at: now, line, others, reason: '' } as const]
  })
}
