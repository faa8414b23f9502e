import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { leave } from './appointments.tables.ts'

export type LeaveRow = typeof leave.$inferSelect

/** Returns the leaves that have not ended by the day, in order of time. */
export async function listLeaves(tx: ReadTx | Tx, scope: Scope, from: Day): Promise<readonly LeaveRow[]> {
  return tx
    .select()
    .from(leave)
    .where(and(eq(leave.committeeId, scope.committeeId), or(isNull(leave.validUntil), gt(leave.validUntil, from))))
    .orderBy(asc(leave.validFrom), asc(leave.id))
}

/** Returns one leave of the committee. Throws `NotFound`. */
export async function getLeave(tx: ReadTx | Tx, scope: Scope, id: string): Promise<LeaveRow> {
  const [row] = await tx
    .select()
    .from(leave)
    .where(and(eq(leave.id, id), eq(leave.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('leave')
  return row
}

export async function addLeave(tx: Tx, row: typeof leave.$inferInsert): Promise<void> {
  await tx.insert(leave).values(row)
}

/** Ends the leave on the day given, the first one back; a leave that then never was is taken away. */
export async function endLeaveOn(tx: Tx, scope: Scope, { id, validFrom }: LeaveRow, until: Day): Promise<void> {
  const own = and(eq(leave.id, id), eq(leave.committeeId, scope.committeeId))
  if (until <= validFrom) await tx.delete(leave).where(own)
  else await tx.update(leave).set({ validUntil: until }).where(own)
}
