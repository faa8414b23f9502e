import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { payrollBatch, payrollReceipt, payrollRow } from './claims.tables.ts'
import type { PayrollRow } from './claims.export.ts'
import type { BatchRowState, ReceiptPlan } from './payroll.receipt.rules.ts'
import { frozenRow } from './payroll.store.ts'

/** One claim, or one correction, in a batch with its rows and whether payroll has paid them. */
export type PaidOrNot = {
  readonly id: string
  readonly claimId: string
  readonly rows: readonly PayrollRow[]
  readonly paidOn: Day | null
}

export type BatchReceipts = {
  readonly madeOn: Day
  readonly parts: readonly PaidOrNot[]
  /** The day each row was paid, by its number. */
  readonly paidOn: ReadonlyMap<number, Day>
  /** Rows that payroll has said it did not pay, the latest word of each; those paid since are left out. */
  readonly notPaid: ReceiptPlan['notPaid']
  /** SHA-256 of the files that have been read, in hex. */
  readonly known: ReadonlySet<string>
}

/** Returns what payroll has said of the batch. Throws `NotFound`. */
export async function batchReceipts(tx: ReadTx | Tx, scope: Scope, batchId: string): Promise<BatchReceipts> {
  const [batch] = await tx
    .select({ madeOn: sql<string>`(${payrollBatch.createdAt} at time zone 'Europe/Stockholm')::date::text` })
    .from(payrollBatch)
    .where(and(eq(payrollBatch.id, batchId), eq(payrollBatch.committeeId, scope.committeeId)))
  if (batch === undefined) throw new NotFound('payroll batch')
  const parts = await tx
    .select({ id: payrollRow.id, claimId: payrollRow.claimId, frozen: payrollRow.frozen, paidOn: payrollRow.paidOn })
    .from(payrollRow)
    .where(eq(payrollRow.batchId, batchId))
    .orderBy(asc(payrollRow.position))
  const receipts = await tx
    .select()
    .from(payrollReceipt)
    .where(and(eq(payrollReceipt.batchId, batchId), eq(payrollReceipt.committeeId, scope.committeeId)))
    .orderBy(asc(payrollReceipt.readAt), asc(payrollReceipt.id))
  const paidOn = new Map(receipts.flatMap(({ paid }) => paid.map(({ rowId, on }) => [rowId, on] as const)))
  const said = new Map(receipts.flatMap(({ notPaid }) => notPaid.map((it) => [it.rowId, it] as const)))
  return {
    madeOn: dayFromIso(batch.madeOn),
    parts: parts.map(({ frozen, ...part }) => ({ ...part, rows: z.array(frozenRow).parse(frozen) })),
    paidOn,
    notPaid: [...said.values()].filter(({ rowId }) => !paidOn.has(rowId)),
    known: new Set(receipts.flatMap(({ sha256 }) => sha256 ?? [])),
  }
}

/** Returns the rows of a batch as a receipt is compared with them. */
export function rowStates({ parts, paidOn }: Pick<BatchReceipts, 'parts' | 'paidOn'>): readonly BatchRowState[] {
  return parts.flatMap(({ rows }) => rows.map(({ rowId, amount }) => ({ rowId, amount, isPaid: paidOn.has(rowId) })))
}

/** Returns what tells which batch of the committee a row number belongs to. */
export async function batchesByRow(tx: ReadTx | Tx, scope: Scope): Promise<(rowId: number) => number | undefined> {
  const batches = await tx
    .select({ number: payrollBatch.number, first: payrollBatch.firstRowId, last: payrollBatch.lastRowId })
    .from(payrollBatch)
    .where(eq(payrollBatch.committeeId, scope.committeeId))
  return (rowId) => batches.find(({ first, last }) => first <= rowId && rowId <= last)?.number
}

export type NewReceipt = {
  readonly batchId: string
  readonly at: Instant
  readonly by: string
  readonly fileName?: string | undefined
  readonly sha256?: string | undefined
  readonly plan: Pick<ReceiptPlan, 'paid' | 'notPaid'>
}

/** Keeps a receipt. Returns its id. */
export async function addReceipt(
  tx: Tx,
  scope: Scope,
  { batchId, at, by, fileName, sha256, plan }: NewReceipt,
): Promise<string> {
  const id = newId()
  const owner = { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
  const { paid, notPaid } = plan
  await tx
    .insert(payrollReceipt)
    .values({ ...owner, id, batchId, readAt: at, readById: by, fileName, sha256, paid, notPaid })
  return id
}

/** Marks what is in a batch as paid, each on the day of its last row. */
export async function markPaid(
  tx: Tx,
  receiptId: string,
  parts: readonly { readonly id: string; readonly on: Day }[],
): Promise<void> {
  for (const [on, of] of Map.groupBy(parts, (it) => it.on)) {
    const ids = of.map(({ id }) => id)
    await tx.update(payrollRow).set({ paidOn: on, receiptId }).where(inArray(payrollRow.id, ids))
  }
}

/** Returns those of the claims of which everything that has left has been paid. */
export async function whollyPaid(tx: ReadTx | Tx, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0) return new Set()
  const rows = await tx
    .select({ claimId: payrollRow.claimId })
    .from(payrollRow)
    .where(inArray(payrollRow.claimId, [...claimIds]))
    .groupBy(payrollRow.claimId)
    .having(sql`bool_and(${payrollRow.paidOn} is not null)`)
  return new Set(rows.map(({ claimId }) => claimId))
}
