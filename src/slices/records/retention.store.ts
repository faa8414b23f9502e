import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { violation } from '../../platform/db/violation.ts'
import type { Scope } from '../../platform/scope.ts'
import { retentionHold, retentionRule } from './retention.tables.ts'

export type RuleRow = typeof retentionRule.$inferSelect
export type HoldRow = typeof retentionHold.$inferSelect

/** Waits until nobody else changes rules, holds or proposals of the committee, and keeps others out till the end. */
export async function lockRetention(tx: Tx, scope: Scope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${scope.committeeId}`}, 0))`)
}

/** Returns every version of the committee's rules, the latest first. */
export async function listRules(tx: ReadTx | Tx, scope: Scope): Promise<readonly RuleRow[]> {
  return tx
    .select()
    .from(retentionRule)
    .where(eq(retentionRule.committeeId, scope.committeeId))
    .orderBy(asc(retentionRule.kind), desc(retentionRule.validFrom))
}

/** Writes a version of a rule. Returns false when one for the kind begins on that day already. */
export async function addRule(tx: Tx, row: typeof retentionRule.$inferInsert): Promise<boolean> {
  try {
    await tx.insert(retentionRule).values(row)
    return true
  } catch (error) {
    if (violation(error)?.constraint === 'retention_rule_from') return false
    throw error
  }
}

/** Returns the exceptions from disposal that hold, the latest first. */
export async function listHolds(tx: ReadTx | Tx, scope: Scope): Promise<readonly HoldRow[]> {
  return tx
    .select()
    .from(retentionHold)
    .where(and(eq(retentionHold.committeeId, scope.committeeId), isNull(retentionHold.endedAt)))
    .orderBy(desc(retentionHold.setAt), desc(retentionHold.id))
}

/** Writes an exception from disposal. */
export async function addHold(tx: Tx, row: typeof retentionHold.$inferInsert): Promise<void> {
  await tx.insert(retentionHold).values(row)
}

/** Ends an exception. Throws `NotFound` when there is none that holds. */
export async function endHold(
  tx: Tx,
  scope: Scope,
  ended: { readonly id: string; readonly at: Instant; readonly by: string },
): Promise<HoldRow> {
  const [row] = await tx
    .update(retentionHold)
    .set({ endedAt: ended.at, endedBy: ended.by })
    .where(
      and(
        eq(retentionHold.committeeId, scope.committeeId),
        eq(retentionHold.id, ended.id),
        isNull(retentionHold.endedAt),
      ),
    )
    .returning()
  if (row === undefined) throw new NotFound('hold')
  return row
}
