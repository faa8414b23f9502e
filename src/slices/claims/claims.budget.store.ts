import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { feeBudget } from './claims.budget.tables.ts'

/** Returns what the committee has set aside for the fees of the year; undefined when nothing is said. */
export async function findBudget(tx: ReadTx | Tx, scope: Scope, year: number): Promise<Ore | undefined> {
  const [row] = await tx
    .select({ amount: feeBudget.amount })
    .from(feeBudget)
    .where(and(eq(feeBudget.committeeId, scope.committeeId), eq(feeBudget.year, year)))
  return row?.amount
}

/** Sets the year's budget, in place of what was set before. Returns the row's id. */
export async function putBudget(
  tx: Tx,
  { municipalityId, committeeId }: Scope,
  row: { readonly year: number; readonly amount: Ore; readonly setById: string; readonly setAt: Instant },
): Promise<string> {
  const { year: _, ...set } = row
  const [saved] = await tx
    .insert(feeBudget)
    .values({ ...row, municipalityId, committeeId })
    .onConflictDoUpdate({ target: [feeBudget.committeeId, feeBudget.year], set })
    .returning({ id: feeBudget.id })
  if (saved === undefined) throw new Error('the budget was not saved')
  return saved.id
}
