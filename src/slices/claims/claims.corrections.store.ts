import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { amongIds } from '../../platform/db/many.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { type ClaimRow, type DecisionRow, decisionRow, listClaims } from './claims.store.ts'
import { claim, claimCorrection, claimDecision, payrollBatch, payrollRow } from './claims.tables.ts'
import { type PendingCorrection, standingRows } from './payroll.rules.ts'
import { frozenRow, inPayrollOrder, payeesOf } from './payroll.store.ts'

/** A claim that has gone to payroll, with what it went out as. */
export type GoneOut = {
  readonly claim: ClaimRow
  /** The latest of export and corrections: what has gone out, or is decided to. */
  readonly goneOut: DecisionRow
  /** That a difference was let stand after that: what the facts gave then, and why. */
  readonly letStand?: { readonly at: Readonly<Record<string, number>>; readonly reason: string } | undefined
  /** A correction of it has been decided and has not left. */
  readonly isPending: boolean
}

/** Returns the claims that have gone to payroll, of those that the one who asks may see; all, or the ones named. */
export async function listGoneOut(tx: ReadTx | Tx, scope: Scope, ids?: readonly string[]): Promise<readonly GoneOut[]> {
  const claims = await listClaims(tx, scope, { states: ['exported', 'paid', 'reversed'], ids })
  const claimIds = claims.map(({ id }) => id)
  const goneOut = await latestOf(tx, claimIds, ['exported', 'corrected', 'reversed'])
  const stood = await latestOf(tx, claimIds, ['let-stand'])
  const pending = new Set((await pendingOf(tx, scope)).map(({ claimId }) => claimId))
  return claims.flatMap((it) => {
    const [out, stands] = [goneOut.get(it.id), stood.get(it.id)]
    if (out === undefined) return []
    const isLater = stands !== undefined && (stands.at > out.at || (stands.at === out.at && stands.id > out.id))
    const letStand = isLater ? { at: stands.letStandAt ?? {}, reason: stands.reason } : undefined
    return [{ claim: it, goneOut: decisionRow(out), letStand, isPending: pending.has(it.id) }]
  })
}

type Kind = (typeof claimDecision.$inferSelect)['kind']

async function latestOf(tx: ReadTx | Tx, claimIds: readonly string[], kinds: readonly Kind[]) {
  if (claimIds.length === 0) return new Map<string, typeof claimDecision.$inferSelect>()
  const rows = await tx
    .selectDistinctOn([claimDecision.claimId])
    .from(claimDecision)
    .where(and(amongIds(claimDecision.claimId, claimIds), inArray(claimDecision.kind, [...kinds])))
    .orderBy(claimDecision.claimId, desc(claimDecision.at), desc(claimDecision.id))
  return new Map(rows.map((row) => [row.claimId, row]))
}

type NewCorrection = {
  readonly claimId: string
  readonly decisionId: string
  readonly fromAmount: Ore
  readonly toAmount: Ore
  readonly decidedAt: Instant
}

/** Keeps that the claim is to be corrected: its counter-rows leave in the next batch. Returns the correction's id. */
export async function addCorrection(tx: Tx, scope: Scope, correction: NewCorrection): Promise<string> {
  const id = newId()
  const owner = { municipalityId: scope.municipalityId, committeeId: scope.committeeId }
  await tx.insert(claimCorrection).values({ ...owner, ...correction, id })
  return id
}

async function pendingOf(tx: ReadTx | Tx, scope: Scope) {
  const rows = await tx
    .select({ correction: claimCorrection, decision: claimDecision })
    .from(claimCorrection)
    .innerJoin(claimDecision, eq(claimDecision.id, claimCorrection.decisionId))
    .leftJoin(payrollRow, eq(payrollRow.correctionId, claimCorrection.id))
    .where(and(eq(claimCorrection.committeeId, scope.committeeId), isNull(payrollRow.id)))
    .orderBy(asc(claimCorrection.decidedAt), asc(claimCorrection.id))
  return rows.map(({ correction, decision }) => ({ ...correction, decision }))
}

/** Returns the corrections that have been decided and have not left, with the rows they take back, in the order of payroll. */
export async function listPendingCorrections(tx: ReadTx | Tx, scope: Scope): Promise<readonly PendingCorrection[]> {
  const pending = await pendingOf(tx, scope)
  if (pending.length === 0) return []
  const claims = new Map(
    (await listClaims(tx, scope, { ids: pending.map(({ claimId }) => claimId) })).map((row) => [row.id, row]),
  )
  const payees = await payeesOf(
    tx,
    [...claims.values()].map(({ personId }) => personId),
  )
  const left = await tx
    .select({ claimId: payrollRow.claimId, frozen: payrollRow.frozen })
    .from(payrollRow)
    .innerJoin(claim, eq(claim.id, payrollRow.claimId))
    .innerJoin(payrollBatch, eq(payrollBatch.id, payrollRow.batchId))
    .where(and(eq(claim.committeeId, scope.committeeId), amongIds(payrollRow.claimId, claims.keys())))
    .orderBy(asc(payrollBatch.number), asc(payrollRow.position))
  const rowsOf = Map.groupBy(left, ({ claimId }) => claimId)
  const corrections = pending.flatMap(({ id, claimId, fromAmount, toAmount, decision }) => {
    const row = claims.get(claimId)
    if (row === undefined) return []
    const frozen = (rowsOf.get(claimId) ?? []).flatMap((it) => z.array(frozenRow).parse(it.frozen))
    const { line, others } = decisionRow(decision)
    const about = { ...row, ...payees(row.personId), id, claimId, line, others }
    return [{ ...about, from: fromAmount, to: toAmount, standing: standingRows(frozen) }]
  })
  return corrections.sort(inPayrollOrder)
}
