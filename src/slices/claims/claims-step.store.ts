import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { FeeLine } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { amongIds, insertMany } from '../../platform/db/many.ts'
import type { Scope } from '../../platform/scope.ts'
import type { ClaimState, ClaimStep } from '../../kernel/claim-steps.ts'
import { newId } from '../../platform/ids.ts'
import { type LatestStep, totalOf } from './claims.rules.ts'
import type { ClaimRow } from './claims.store.ts'
import { claim, claimDecision } from './claims.tables.ts'

export type Step = {
  readonly claim: Pick<ClaimRow, 'id' | 'personId' | 'version'>
  readonly step: ClaimStep
  readonly to: ClaimState
  readonly at: Instant
  readonly line: FeeLine
  /** The lines of lost earnings and costs; none when there are none. */
  readonly others?: readonly FeeLine[] | undefined
  /** In which role it is approved, and by which delegation. */
  readonly acting?: { readonly as: string; readonly delegationId?: string | undefined } | undefined
  readonly reason: string
  /** What the claimant filled in with a confirmation, by field. */
  readonly given?: Readonly<Record<string, string>> | undefined
  /** What the facts give when a difference is let stand, in öre by kind. */
  readonly letStandAt?: Readonly<Record<string, number>> | undefined
  /** Somebody registers the claimant's own step after a phone call. */
  readonly registered?: { readonly byId: string; readonly calledOn: Day } | undefined
  /** The step follows from changed facts, whoever changed them. */
  readonly bySystem?: boolean
}

/** Returns of each claim's latest step what the system goes by, by claim: the lines themselves are left where they are. */
export async function latestSteps(
  tx: Tx,
  scope: Scope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, LatestStep>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([claimDecision.claimId], {
      claimId: claimDecision.claimId,
      bySystem: sql<boolean>`${isNull(claimDecision.personId)}`,
      amount: claimDecision.amount,
      attended: sql`(${claimDecision.feeLine} ->> 'attended')::integer`.mapWith(Number),
    })
    .from(claimDecision)
    .innerJoin(claim, and(eq(claim.id, claimDecision.claimId), eq(claim.committeeId, scope.committeeId)))
    .where(amongIds(claimDecision.claimId, claimIds))
    .orderBy(claimDecision.claimId, desc(claimDecision.at), desc(claimDecision.id))
  return new Map(
    rows.map(({ claimId, bySystem, amount, attended }) => [
      claimId,
      { bySystem, amount, line: { attended: minutes(attended) } },
    ]),
  )
}

/**
 * Writes the step and moves the claim on. Returns false, and writes nothing, when the claim has been changed since this
 * version of it was read.
 */
export async function takeStep(tx: Tx, scope: Scope, taken: Step): Promise<boolean> {
  const { claim: of, to } = taken
  const moved = await tx
    .update(claim)
    .set({ state: to, version: of.version + 1 })
    .where(and(eq(claim.id, of.id), eq(claim.committeeId, scope.committeeId), eq(claim.version, of.version)))
    .returning({ id: claim.id })
  if (moved.length === 0) return false
  await tx.insert(claimDecision).values(decisionOf(scope, newId(), taken))
  return true
}

/**
 * Takes many steps in a few statements, each with the id that its decision gets. Returns false when any of the claims has been
 * changed since it was read: then the transaction must be given up, since some of it may have been written.
 */
export async function takeManySteps(
  tx: Tx,
  scope: Scope,
  steps: readonly (Step & { readonly decisionId?: string })[],
): Promise<boolean> {
  const moves = steps.map(({ claim: { id, version }, to }) => ({ id, version, state: to }))
  const { rowCount } = await tx.execute(sql`
    update claim set state = moved.state, version = moved.version + 1
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) moved (id uuid, version integer, state text)
    where claim.id = moved.id and claim.version = moved.version and claim.committee_id = ${scope.committeeId}`)
  if (rowCount !== steps.length) return false
  const decisions = steps.map(({ decisionId = newId(), ...taken }) => decisionOf(scope, decisionId, taken))
  await insertMany(tx, claimDecision, decisions)
  return true
}

function decisionOf(scope: Scope, id: string, taken: Step): typeof claimDecision.$inferInsert {
  const { claim: of, others = [], acting, given = {}, bySystem = false, registered } = taken
  return {
    id,
    municipalityId: scope.municipalityId,
    claimId: of.id,
    kind: taken.step,
    at: taken.at,
    day: scope.today,
    personId: bySystem ? null : registered ? of.personId : (scope.personId ?? null),
    claimantId: of.personId,
    registeredById: registered?.byId,
    calledOn: registered?.calledOn,
    amount: totalOf(taken.line, others),
    feeLine: taken.line,
    otherLines: others,
    letStandAt: taken.letStandAt,
    actingAs: acting?.as,
    delegationId: acting?.delegationId,
    reason: taken.reason,
    given,
  }
}
