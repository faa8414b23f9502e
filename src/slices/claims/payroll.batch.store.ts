import { eq, max, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertMany } from '../../platform/db/many.ts'
import type { Scope } from '../../platform/scope.ts'
import { payrollBatch, payrollRow } from './claims.tables.ts'
import type { ClaimRows } from './payroll.rules.ts'

/** Returns the next number of a batch in the committee, and of a row in the municipality. Lock payroll first. */
export async function nextNumbers(tx: Tx, scope: Scope): Promise<{ readonly batch: number; readonly row: number }> {
  const [batches] = await tx
    .select({ last: max(payrollBatch.number) })
    .from(payrollBatch)
    .where(eq(payrollBatch.committeeId, scope.committeeId))
  const [rows] = await tx
    .select({ last: max(payrollBatch.lastRowId) })
    .from(payrollBatch)
    .where(eq(payrollBatch.municipalityId, scope.municipalityId))
  // Other committees' batches lie behind a wall, their rows do not; the last of a claim's rows bears the highest number.
  const [everywhere] = await tx
    .select({ last: sql<number | null>`max((${payrollRow.frozen} -> -1 ->> 'rowId')::integer)` })
    .from(payrollRow)
  return { batch: (batches?.last ?? 0) + 1, row: Math.max(rows?.last ?? 0, Number(everywhere?.last ?? 0)) + 1 }
}

export type NewBatch = {
  readonly number: number
  readonly at: Instant
  readonly by: string
  /** The cut-off that it was made for, when it holds nothing beyond it. */
  readonly cutOffOn?: Day | undefined
  readonly claims: readonly ClaimRows[]
}

/** Freezes the batch with its rows. Returns its id. */
export async function addBatch(tx: Tx, scope: Scope, { number, at, by, cutOffOn, claims }: NewBatch): Promise<string> {
  const rowIds = claims.flatMap(({ rows }) => rows.map(({ rowId }) => rowId))
  const owner = { municipalityId: scope.municipalityId }
  const [batch] = await tx
    .insert(payrollBatch)
    .values({
      ...owner,
      committeeId: scope.committeeId,
      number,
      createdAt: at,
      createdBy: by,
      cutOffOn,
      firstRowId: rowIds[0] ?? 0,
      lastRowId: rowIds.at(-1) ?? 0,
    })
    .returning({ id: payrollBatch.id })
  if (batch === undefined) throw new Error('the payroll batch was not saved')
  const { id } = batch
  const rows = claims.map(({ claimId, correctionId, amount, rows: frozen }, position) => ({
    ...owner,
    batchId: id,
    claimId,
    correctionId,
    position,
    amount,
    frozen,
  }))
  await insertMany(tx, payrollRow, rows)
  return id
}
