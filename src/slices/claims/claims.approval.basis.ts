import type { FeeRules } from '../../engine/index.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { namesOf } from '../people/index.ts'
import { type ApprovalAnswer, type ApprovalChain, type ClaimToApprove, mayApprove } from './claims.approval.rules.ts'
import {
  asFact,
  checkersOf,
  holdDelegations,
  type ListedDelegation,
  listDelegations,
  rolesToday,
} from './claims.approval.store.ts'
import type { ClaimRow } from './claims.store.ts'

type Approved = Pick<ClaimRow, 'id' | 'personId' | 'visitDay'>

/** What decides who approves these claims, read at one moment. */
export type ApprovalBasis = {
  readonly chain: ApprovalChain
  readonly delegations: readonly ListedDelegation[]
  /** Of everybody in the committee, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly toApprove: (claim: Approved) => ClaimToApprove
}

/** Returns what decides who approves the claims today. */
export async function approvalBasis(
  tx: ReadTx | Tx,
  scope: Scope,
  claims: readonly Approved[],
  feeRules: readonly FeeRules[],
): Promise<ApprovalBasis> {
  const delegations = await listDelegations(tx, scope)
  const chain = {
    today: scope.today,
    feeRules,
    rolesOf: await rolesToday(tx, scope),
    delegations: delegations.map(asFact),
  }
  const checkers = await checkersOf(
    tx,
    scope,
    claims.map(({ id }) => id),
  )
  const toApprove = ({ id, personId, visitDay }: Approved) => ({
    claimantId: personId,
    visitDay,
    checkedById: checkers.get(id),
  })
  return { chain, toApprove, delegations, names: await namesOf(tx, scope) }
}

/**
 * Returns what the one who asks may approve of these claims, for every step that an approver takes (`approved`, `refused`,
 * `returned`, `corrected`, `reversed`, `let-stand`): in which role and by which delegation, to be kept in the decision, or
 * why not. No delegation ends before the transaction does.
 */
export async function approvalAnswers(
  tx: Tx,
  scope: Scope,
  claims: readonly Approved[],
  feeRules: readonly FeeRules[],
): Promise<(claim: Approved) => ApprovalAnswer> {
  await holdDelegations(tx, scope)
  const { chain, toApprove } = await approvalBasis(tx, scope, claims, feeRules)
  return (claim) => mayApprove(chain, toApprove(claim), scope.personId ?? '')
}
