import type { FeeRules } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope, type Scope } from '../../platform/scope.ts'
import { approversOf, mayApprove, roleName, wantedRoles, type Acting } from './claims.approval.rules.ts'
import type { ApprovalBasis } from './claims.approval.basis.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { type ListedDelegation, listDelegations, signedInBatch } from './claims.approval.store.ts'
import { approvalTexts } from './claims.approval.texts.ts'
import { delegationsTexts } from './claims.delegations.texts.ts'
import type { ClaimRow, DecisionRow } from './claims.store.ts'
import type { ShownApproval } from './claims.views.tsx'
import { claimsTexts } from './claims.texts.ts'

type Words = {
  readonly feeRules: readonly FeeRules[]
  readonly delegations: readonly ListedDelegation[]
  readonly language: Language
}

/** Returns who approves the claim today, and whether it is the person who looks. */
export function shownApproval(
  { chain, toApprove, delegations, names }: ApprovalBasis,
  row: ClaimRow,
  { scope, language }: { readonly scope: PersonScope; readonly language: Language },
): ShownApproval {
  const texts = approvalTexts(language)
  const { feeRules } = chain
  const claim = toApprove(row)
  const all = approversOf(chain, claim)
  const nameOf = (who: (typeof all)[number]) => {
    const name = names.get(who.personId) ?? ''
    return who.acting.delegationId === undefined ? name : texts.delegate(name)
  }
  const roles = [...new Map(wantedRoles(chain, claim).map((it) => [it.role, it])).values()]
  const filled = roles.flatMap(({ role }) => {
    const who = all.filter(({ acting }) => acting.as === role).map(nameOf)
    return who.length === 0 ? [] : [texts.role(roleName(role, feeRules, language), who.join(', '))]
  })
  const [first] = roles
  const nobody = first === undefined ? [] : [texts.nobody(roleName(first.role, feeRules, language))]
  const answer = mayApprove(chain, claim, scope.personId)
  return {
    approvers: filled.length === 0 ? nobody : filled,
    mine: !may(scope, 'claims:approve')
      ? undefined
      : answer.ok
        ? { ok: true, as: signing(answer.acting, { feeRules, delegations, language }) }
        : { ok: false, why: claimsTexts(language).errors[answer.code] },
  }
}

function signing({ as, delegationId }: Acting, words: Words): string {
  const texts = approvalTexts(words.language)
  const role = roleName(as, words.feeRules, words.language).toLowerCase()
  const decision = decisionOf(delegationId, words)
  return decision === undefined ? texts.as(role) : texts.asDelegate(role, decision)
}

/** Returns in which role and by which delegation a decision was signed, in words; nothing for one that needs none. */
export function signedAs(
  { actingAs, delegationId }: Pick<DecisionRow, 'actingAs' | 'delegationId'>,
  words: Words,
): string | undefined {
  if (actingAs === null) return undefined
  const texts = approvalTexts(words.language)
  const role = roleName(actingAs, words.feeRules, words.language).toLowerCase()
  const decision = decisionOf(delegationId ?? undefined, words)
  return decision === undefined ? texts.signedAs(role) : texts.signedByDelegation(role, decision)
}

function decisionOf(id: string | undefined, { delegations, language }: Words): string | undefined {
  const delegation = id === undefined ? undefined : delegations.find((it) => it.id === id)
  if (delegation === undefined) return undefined
  const texts = approvalTexts(language)
  const decided = delegationsTexts(language).decided(delegation.decidedOn, delegation.paragraph)
  return texts.decision(delegation.fromName ?? texts.committee, decided)
}

/** Returns who signed what is in the payroll batch: each name with the role and the delegation it was done by. */
export async function signaturesOf(
  tx: ReadTx,
  scope: Scope,
  { batchId, language }: { readonly batchId: string; readonly language: Language },
): Promise<readonly string[]> {
  const { feeRules } = await rulesInForce(tx, scope)
  const words = { feeRules, delegations: await listDelegations(tx, scope), language }
  const signed = await signedInBatch(tx, scope, batchId)
  return signed.map(({ name, ...by }) => [name, signedAs(by, words)].filter((it) => it !== undefined).join(', '))
}
