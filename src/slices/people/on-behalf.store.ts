import { and, desc, eq, isNull } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { registeredFor } from './on-behalf.tables.ts'

export type RegisteredRow = typeof registeredFor.$inferSelect

/** Adds what somebody registered for another. */
export async function addRegisteredFor(tx: Tx, row: typeof registeredFor.$inferInsert): Promise<void> {
  await tx.insert(registeredFor).values(row)
}

/** Returns what was registered for the person in the committee, the latest first; alone what the person has not answered when asked. */
export async function listRegisteredFor(
  tx: ReadTx | Tx,
  scope: Scope,
  of: { readonly personId?: string; readonly unanswered?: boolean },
): Promise<readonly RegisteredRow[]> {
  return tx
    .select()
    .from(registeredFor)
    .where(
      and(
        eq(registeredFor.committeeId, scope.committeeId),
        of.personId === undefined ? undefined : eq(registeredFor.personId, of.personId),
        of.unanswered ? isNull(registeredFor.saidAt) : undefined,
      ),
    )
    .orderBy(desc(registeredFor.registeredAt), desc(registeredFor.id))
}

/** Returns one such row. Throws `NotFound`. */
export async function getRegisteredFor(tx: ReadTx | Tx, scope: Scope, id: string): Promise<RegisteredRow> {
  const [row] = await tx
    .select()
    .from(registeredFor)
    .where(and(eq(registeredFor.id, id), eq(registeredFor.committeeId, scope.committeeId)))
  if (!row) throw new NotFound('what was registered')
  return row
}

/** Writes what the person said of it, once. Returns whether it was the first time. */
export async function saveSaid(
  tx: Tx,
  id: string,
  said: { readonly right: boolean; readonly saidAt: Instant; readonly said: string },
): Promise<boolean> {
  const saved = await tx
    .update(registeredFor)
    .set(said)
    .where(and(eq(registeredFor.id, id), isNull(registeredFor.saidAt)))
    .returning({ id: registeredFor.id })
  return saved.length > 0
}
