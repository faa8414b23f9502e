import type { FeeRules, Localised } from '../../engine/index.ts'
import { blocksOn } from '../../engine/fees/blocks.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { type Day, isWithin } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { isAllowed, type Role, roles } from '../../kernel/permissions.ts'

/** A role that fee rules have claims approved by: one of the product's, or one of their own with its title. */
type NamedRole = { readonly role: string; readonly title: Localised | undefined }

/** A role in which a claim can be approved, and whether a delegation of it will do. */
export type WantedRole = NamedRole & { readonly delegable: boolean }

export type DelegationFact = {
  readonly id: string
  readonly role: string
  /** Who gave it; absent when the committee decided. */
  readonly fromPersonId: string | null
  readonly toPersonId: string
  readonly registeredById: string
  readonly validFrom: Day
  readonly validUntil: Day
  /** Ended before its time: it holds no longer. */
  readonly isEnded: boolean
}

/** Who can approve in a committee on a day: the roles that each holds then, and every delegation. */
export type ApprovalChain = {
  readonly today: Day
  readonly feeRules: readonly FeeRules[]
  readonly rolesOf: ReadonlyMap<string, readonly Role[]>
  readonly delegations: readonly DelegationFact[]
}

export type ClaimToApprove = {
  readonly claimantId: string
  readonly visitDay: Day
  /** Who has checked the claim as it stands; absent before that. */
  readonly checkedById?: string | undefined
}

/** In which role somebody approves, and by which delegation where they do not hold it. */
export type Acting = { readonly as: string; readonly delegationId?: string | undefined }

export type ApprovalRefusal =
  | 'claims.own-claim'
  | 'claims.checked-by-you'
  | 'claims.chairs-own'
  | 'claims.delegation-from-claimant'
  | 'claims.delegation-ahead'
  | 'claims.delegation-over'
  | 'claims.delegation-lapsed'
  | 'claims.not-approver'

export type ApprovalAnswer =
  | { readonly ok: true; readonly acting: Acting }
  | { readonly ok: false; readonly code: ApprovalRefusal }

const chair: NamedRole = { role: 'chair', title: undefined }
const viceChair: NamedRole = { role: 'vice-chair', title: undefined }

/**
 * Returns the roles in which the claim can be approved, by the fee rules in force on the visit's day and what the claimant
 * holds today; any of them will do. Where fee rules are silent it is the chair, and the vice chair or another in the chair
 * for the chair's own.
 */
export function wantedRoles(
  { feeRules, rolesOf }: Pick<ApprovalChain, 'feeRules' | 'rolesOf'>,
  { claimantId, visitDay }: ClaimToApprove,
): readonly WantedRole[] {
  const said = blocksOn(feeRules, 'approval', visitDay).map(({ values }) => values)
  const rules: readonly { readonly by: NamedRole; readonly ownBy?: NamedRole | undefined }[] =
    said.length === 0 ? [{ by: chair }] : said
  const held: readonly string[] = rolesOf.get(claimantId) ?? []
  return rules.flatMap(({ by, ownBy }): readonly WantedRole[] => {
    if (!held.includes(by.role)) return [{ ...by, delegable: true }]
    if (ownBy !== undefined) return [{ ...ownBy, delegable: true }]
    // A delegate stands in for the claimant's own office and is not the one to approve what is the claimant's.
    const another = { ...by, delegable: false }
    return by.role === chair.role ? [{ ...viceChair, delegable: true }, another] : [another]
  })
}

/**
 * Returns whether the person may approve the claim, and then in which role and by which delegation, or why not. Never one's
 * own (kommunallagen 6:28), never what one has checked, never on a delegation that the claimant gave or registered.
 */
export function mayApprove(chain: ApprovalChain, claim: ClaimToApprove, personId: string): ApprovalAnswer {
  if (personId === claim.claimantId) return { ok: false, code: 'claims.own-claim' }
  if (personId === claim.checkedById) return { ok: false, code: 'claims.checked-by-you' }
  const wanted = wantedRoles(chain, claim)
  const held: readonly string[] = chain.rolesOf.get(personId) ?? []
  // `approver` is but the way in for delegates: by itself it approves nothing, whatever fee rules call theirs.
  const byRole = wanted.find(({ role }) => isOfProduct(role) && held.includes(role))
  if (byRole !== undefined) return { ok: true, acting: { as: byRole.role } }
  const given = wanted
    .filter(({ delegable }) => delegable)
    .flatMap(({ role }) => chain.delegations.filter((it) => it.toPersonId === personId && it.role === role))
  const judged = given.map((delegation) => ({ delegation, fault: faultOf(chain, claim, delegation) }))
  const good = judged.find(({ fault }) => fault === undefined)
  if (good !== undefined) return { ok: true, acting: { as: good.delegation.role, delegationId: good.delegation.id } }
  return { ok: false, code: worstOf(judged.map(({ fault }) => fault)) ?? withoutRole(chain, claim) }
}

/** Returns those who may approve the claim today, as far as they also have the right to open it, in the order of their ids. */
export function approversOf(
  chain: ApprovalChain,
  claim: ClaimToApprove,
): readonly { readonly personId: string; readonly acting: Acting }[] {
  return [...chain.rolesOf]
    .filter(([, held]) => isAllowed(held, 'claims:approve'))
    .flatMap(([personId]) => {
      const answer = mayApprove(chain, claim, personId)
      return answer.ok ? [{ personId, acting: answer.acting }] : []
    })
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
}

/** Whether the delegation holds on the day: not ended, within its period. */
export function isInForce({ validFrom, validUntil, isEnded }: DelegationFact, today: Day): boolean {
  return !isEnded && isWithin(today, { from: validFrom, until: validUntil })
}

type Fault = Extract<ApprovalRefusal, `claims.delegation-${string}`>

function faultOf(chain: ApprovalChain, claim: ClaimToApprove, delegation: DelegationFact): Fault | undefined {
  const { fromPersonId, registeredById, role } = delegation
  if (delegation.isEnded || delegation.validUntil <= chain.today) return 'claims.delegation-over'
  if (!isInForce(delegation, chain.today)) return 'claims.delegation-ahead'
  if (fromPersonId === claim.claimantId || registeredById === claim.claimantId) return 'claims.delegation-from-claimant'
  // Nobody can lend what they no longer have. What the committee itself decided stands.
  const giver: readonly string[] = fromPersonId === null ? [] : (chain.rolesOf.get(fromPersonId) ?? [])
  if (fromPersonId !== null && isOfProduct(role) && !giver.includes(role)) return 'claims.delegation-lapsed'
  return undefined
}

const weight: readonly Fault[] = [
  'claims.delegation-from-claimant',
  'claims.delegation-lapsed',
  'claims.delegation-ahead',
  'claims.delegation-over',
]

function worstOf(faults: readonly (Fault | undefined)[]): Fault | undefined {
  return weight.find((it) => faults.includes(it))
}

function withoutRole({ rolesOf, feeRules }: ApprovalChain, claim: ClaimToApprove): ApprovalRefusal {
  const isChairs = rolesOf.get(claim.claimantId)?.includes('chair') === true
  const byVice = wantedRoles({ rolesOf, feeRules }, claim).some(({ role }) => role === 'vice-chair')
  return isChairs && byVice ? 'claims.chairs-own' : 'claims.not-approver'
}

/** Whether it is a role that people hold in the register. What else fee rules name is held by delegation alone. */
export function isOfProduct(role: string): boolean {
  return role !== 'approver' && (roles as readonly string[]).includes(role)
}

/** Returns every role that can be delegated: the chair's, the vice chair's, and those that the fee rules name. */
export function delegableRoles(feeRules: readonly FeeRules[]): readonly NamedRole[] {
  const named = feeRules.flatMap(({ approval }) =>
    approval === undefined ? [] : [approval.by, ...(approval.ownBy === undefined ? [] : [approval.ownBy])],
  )
  const all = [chair, viceChair, ...named]
  return [...new Map(all.map((it) => [it.role, it])).values()]
}

/** Returns what a role is called in definite form: as the fee rules do, or as the product does, with a capital. */
export function roleName(role: string, feeRules: readonly FeeRules[], language: Language): string {
  const named = delegableRoles(feeRules).find((it) => it.role === role)?.title
  const label = named?.[language] ?? wordsOf(language).label(role)
  return label.charAt(0).toUpperCase() + label.slice(1)
}
