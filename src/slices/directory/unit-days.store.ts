import { and, asc, eq, gt, gte, inArray, lt } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { councilDate, unit, unitBlocked } from './directory.tables.ts'

export type BlockedRow = typeof unitBlocked.$inferSelect
export type CouncilDateRow = typeof councilDate.$inferSelect

/** Which units and days a list is about: from a day, and before another when it is given. */
type About = { readonly unitIds: readonly string[]; readonly from: Day; readonly until?: Day | undefined }

/** Returns the periods in which these units receive no visits that reach into the days asked about, in order of time. */
export async function listBlocked(
  tx: ReadTx | Tx,
  scope: Scope,
  { unitIds, from, until }: About,
): Promise<readonly BlockedRow[]> {
  return tx
    .select()
    .from(unitBlocked)
    .where(
      and(
        eq(unitBlocked.committeeId, scope.committeeId),
        inArray(unitBlocked.unitId, [...unitIds]),
        gt(unitBlocked.validUntil, from),
        until === undefined ? undefined : lt(unitBlocked.validFrom, until),
      ),
    )
    .orderBy(asc(unitBlocked.validFrom), asc(unitBlocked.id))
}

/** Returns when these units' relatives' councils and the like meet, in order of time. */
export async function listCouncilDates(
  tx: ReadTx | Tx,
  scope: Scope,
  { unitIds, from, until }: About,
): Promise<readonly CouncilDateRow[]> {
  return tx
    .select()
    .from(councilDate)
    .where(
      and(
        eq(councilDate.committeeId, scope.committeeId),
        inArray(councilDate.unitId, [...unitIds]),
        gte(councilDate.day, from),
        until === undefined ? undefined : lt(councilDate.day, until),
      ),
    )
    .orderBy(asc(councilDate.day), asc(councilDate.startTime), asc(councilDate.id))
}

/** Waits for whoever is changing the unit's days, and keeps others waiting until the transaction ends. */
export async function lockUnit(tx: Tx, scope: Scope, id: string): Promise<void> {
  await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.id, id), eq(unit.committeeId, scope.committeeId)))
    .for('no key update')
}

export async function addBlocked(tx: Tx, row: typeof unitBlocked.$inferInsert): Promise<void> {
  await tx.insert(unitBlocked).values(row)
}

type Row = { readonly unitId: string; readonly id: string }

/** Takes a blocked period away. Returns what it was, or undefined when it is gone already. */
export async function removeBlocked(tx: Tx, scope: Scope, { unitId, id }: Row): Promise<BlockedRow | undefined> {
  const [row] = await tx
    .delete(unitBlocked)
    .where(and(eq(unitBlocked.id, id), eq(unitBlocked.unitId, unitId), eq(unitBlocked.committeeId, scope.committeeId)))
    .returning()
  return row
}

/** Adds a date. Returns whether there was none at that hour already. */
export async function addCouncilDate(tx: Tx, row: typeof councilDate.$inferInsert): Promise<boolean> {
  const added = await tx.insert(councilDate).values(row).onConflictDoNothing().returning({ id: councilDate.id })
  return added.length > 0
}

/** Takes a date away. Returns what it was, or undefined when it is gone already. */
export async function removeCouncilDate(
  tx: Tx,
  scope: Scope,
  { unitId, id }: Row,
): Promise<CouncilDateRow | undefined> {
  const [row] = await tx
    .delete(councilDate)
    .where(and(eq(councilDate.id, id), eq(councilDate.unitId, unitId), eq(councilDate.committeeId, scope.committeeId)))
    .returning()
  return row
}

/** Notes what the unit has agreed to. The agreement's end is the first day on which it no longer holds. */
export async function changeUnit(
  tx: Tx,
  scope: Scope,
  id: string,
  change: Partial<Pick<typeof unit.$inferSelect, 'consentOn' | 'agreementFrom' | 'agreementUntil'>>,
): Promise<void> {
  await tx
    .update(unit)
    .set(change)
    .where(and(eq(unit.id, id), eq(unit.committeeId, scope.committeeId)))
}
