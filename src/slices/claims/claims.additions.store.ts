import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { claimCost, claimFile, claimJourney, claimLoss } from './claims.additions.tables.ts'
import { visit } from '../visits/visits.tables.ts'
import { claim } from './claims.tables.ts'

const file = { fileName: claimFile.name, mediaType: claimFile.mediaType, size: claimFile.size }

/**
 * Returns what has been added to a claim, in the order it was added. Whether the one who asks may see the claim is the
 * caller's to see to, by `getClaim`.
 */
export async function additionsOf(tx: ReadTx | Tx, scope: Scope, claimId: string) {
  const ours = (column: PgColumn) => and(eq(column, claimId), eq(claim.committeeId, scope.committeeId))
  const [times] = await tx
    .select({
      travelMinutes: claim.travelMinutes,
      preparationMinutes: claim.preparationMinutes,
      afterWorkMinutes: claim.afterWorkMinutes,
    })
    .from(claim)
    .where(ours(claim.id))
  const journeys = await tx
    .select({
      id: claimJourney.id,
      kilometres: claimJourney.kilometres,
      startsFrom: claimJourney.startsFrom,
      distance: claimJourney.distance,
      madeAnyway: claimJourney.madeAnyway,
    })
    .from(claimJourney)
    .innerJoin(claim, eq(claim.id, claimJourney.claimId))
    .where(ours(claimJourney.claimId))
    .orderBy(asc(claimJourney.id))
  const costs = await tx
    .select({
      id: claimCost.id,
      kind: claimCost.kind,
      amount: claimCost.amount,
      fileId: claimCost.fileId,
      fileDisposed: claimCost.fileDisposed,
      ...file,
    })
    .from(claimCost)
    .innerJoin(claim, eq(claim.id, claimCost.claimId))
    .leftJoin(claimFile, eq(claimFile.id, claimCost.fileId))
    .where(ours(claimCost.claimId))
    .orderBy(asc(claimCost.id))
  const losses = await tx
    .select({
      id: claimLoss.id,
      lostAs: claimLoss.lostAs,
      minutes: claimLoss.minutes,
      perHour: claimLoss.perHour,
      yearlyIncome: claimLoss.yearlyIncome,
      basis: claimLoss.basis,
      pension: claimLoss.pension,
      holiday: claimLoss.holiday,
      fileId: claimLoss.fileId,
      fileDisposed: claimLoss.fileDisposed,
      ...file,
    })
    .from(claimLoss)
    .innerJoin(claim, eq(claim.id, claimLoss.claimId))
    .leftJoin(claimFile, eq(claimFile.id, claimLoss.fileId))
    .where(ours(claimLoss.claimId))
    .orderBy(asc(claimLoss.id))
  const none = { travelMinutes: null, preparationMinutes: null, afterWorkMinutes: null }
  return { times: times ?? none, journeys, costs, losses }
}

export type Additions = Awaited<ReturnType<typeof additionsOf>>

/** Counts the claim's version up. Returns false, and writes nothing, when it is no longer in the version that was shown. */
export async function countUp(
  tx: Tx,
  scope: Scope,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const moved = await tx
    .update(claim)
    .set({ version: version + 1 })
    .where(and(eq(claim.id, id), eq(claim.committeeId, scope.committeeId), eq(claim.version, version)))
    .returning({ id: claim.id })
  return moved.length > 0
}

type Own<Row> = Omit<Row, 'id' | 'municipalityId'>

export async function addJourneyRow(tx: Tx, scope: Scope, row: Own<typeof claimJourney.$inferInsert>): Promise<void> {
  await tx.insert(claimJourney).values({ municipalityId: scope.municipalityId, ...row })
}

export async function addCostRow(tx: Tx, scope: Scope, row: Own<typeof claimCost.$inferInsert>): Promise<void> {
  await tx.insert(claimCost).values({ municipalityId: scope.municipalityId, ...row })
}

export async function addLossRow(tx: Tx, scope: Scope, row: Own<typeof claimLoss.$inferInsert>): Promise<void> {
  await tx.insert(claimLoss).values({ municipalityId: scope.municipalityId, ...row })
}

/** Writes the time beside the visit; `null` takes it away. */
export async function setTimes(
  tx: Tx,
  scope: Scope,
  claimId: string,
  times: Pick<typeof claim.$inferInsert, 'travelMinutes' | 'preparationMinutes' | 'afterWorkMinutes'>,
): Promise<void> {
  await tx
    .update(claim)
    .set(times)
    .where(and(eq(claim.id, claimId), eq(claim.committeeId, scope.committeeId)))
}

/** Gives a cost or a loss of the claim its file. Returns false when there is no such row. */
export async function attachTo(
  tx: Tx,
  kind: 'cost' | 'loss',
  { claimId, id, fileId }: { readonly claimId: string; readonly id: string; readonly fileId: string },
): Promise<boolean> {
  const rows =
    kind === 'cost'
      ? await tx
          .update(claimCost)
          .set({ fileId })
          .where(and(eq(claimCost.id, id), eq(claimCost.claimId, claimId)))
          .returning({ id: claimCost.id })
      : await tx
          .update(claimLoss)
          .set({ fileId })
          .where(and(eq(claimLoss.id, id), eq(claimLoss.claimId, claimId)))
          .returning({ id: claimLoss.id })
  return rows.length > 0
}

/** Returns how many minutes the claimant has stated as lost on the day of the claim's visit, in all claims of the committee. */
export async function lostOnDayOf(tx: ReadTx | Tx, scope: Scope, claimId: string): Promise<number> {
  const [row] = await tx
    .select({ sum: sql`coalesce(sum(${claimLoss.minutes}), 0)`.mapWith(Number) })
    .from(claimLoss)
    .innerJoin(claim, eq(claim.id, claimLoss.claimId))
    .innerJoin(visit, eq(visit.id, claim.visitId))
    .where(
      and(
        eq(claim.committeeId, scope.committeeId),
        notInArray(claim.state, ['waived', 'refused', 'reversed']),
        sql`(${claim.personId}, ${visit.day}) = (select c.person_id, v.day from claim c join visit v on v.id = c.visit_id where c.id = ${claimId})`,
      ),
    )
  return row?.sum ?? 0
}

/** Takes one addition away from the claim, and the receipt that went with it. A certificate stays with the person. */
export async function removeAddition(
  tx: Tx,
  kind: 'journey' | 'cost' | 'loss',
  { claimId, id }: { readonly claimId: string; readonly id: string },
): Promise<void> {
  const table = { journey: claimJourney, cost: claimCost, loss: claimLoss }[kind]
  if (kind !== 'cost') {
    await tx.delete(table).where(and(eq(table.id, id), eq(table.claimId, claimId)))
    return
  }
  const [gone] = await tx
    .delete(claimCost)
    .where(and(eq(claimCost.id, id), eq(claimCost.claimId, claimId)))
    .returning({ fileId: claimCost.fileId })
  if (gone?.fileId) await removeReceipt(tx, gone.fileId)
}

async function removeReceipt(tx: Tx, id: string): Promise<void> {
  const unused = sql`not exists (select from claim_cost k where k.file_id = ${claimFile.id})
    and not exists (select from claim_loss l where l.file_id = ${claimFile.id})`
  await tx.delete(claimFile).where(and(eq(claimFile.id, id), eq(claimFile.kind, 'receipt'), unused))
}
