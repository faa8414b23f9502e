import { and, eq } from 'drizzle-orm'
import type { FeeLine } from '../../engine/finding.ts'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import type { ClaimState, ClaimStep } from '../../kernel/claim-steps.ts'
import { totalOf } from './claims.rules.ts'
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
  /** Somebody registers the claimant's own step after a phone call. */
  readonly registered?: { readonly byId: string; readonly calledOn: Day } | undefined
  /** The step follows from changed facts, whoever changed them. */
  readonly bySystem?: boolean
}

/**
 * Writes the step and moves the claim on. Returns false, and writes nothing, when the claim has been changed since this
 * version of it was read.
 */
export async function takeStep(tx: Tx, scope: Scope, taken: Step): Promise<boolean> {
  const {
    claim: of,
    step,
    to,
    at,
    line,
    others = [],
    acting,
    reason: why,
    given = {},
    bySystem = false,
    registered,
  } = taken
  const moved = await tx
    .update(claim)
    .set({ state: to, version: of.version + 1 })
    .where(and(eq(claim.id, of.id), eq(claim.committeeId, scope.committeeId), eq(claim.version, of.version)))
    .returning({ id: claim.id })
  if (moved.length === 0) return false
  await tx.insert(claimDecision).values({
    municipalityId: scope.municipalityId,
    claimId: of.id,
    kind: step,
    at,
    day: scope.today,
    personId: bySystem ? null : registered ? of.personId : (scope.personId ?? null),
    claimantId: of.personId,
    registeredById: registered?.byId,
    calledOn: registered?.calledOn,
    amount: totalOf(line, others),
    feeLine: line,
    otherLines: others,
    actingAs: acting?.as,
    delegationId: acting?.delegationId,
    reason: why,
    given,
  })
  return true
}
