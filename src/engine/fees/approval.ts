import { type Day, isWithin } from '../../kernel/date.ts'
import { claimOf, type Facts, type VisitFacts } from '../facts.ts'
import type { Approval } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { Bearer, FindingValues, Missing, Outcome } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { blockRule, blocksOn } from './blocks.ts'
import { type Draft, weigh } from './reasons.ts'

export type EmitDuty = (
  rule: CompiledRule<object>,
  outcome: Outcome,
  code: string,
  values: FindingValues,
  missing?: readonly Missing[],
) => void

/** Weighs the approval where the rules pay nothing before it. */
export function weighApproval(facts: Facts, feeRules: readonly FeeRules[], draft: Draft): void {
  const { visit, person } = draft
  const claim = claimOf(facts, visit.id, person)
  for (const { rules, values } of blocksOn(feeRules, 'approval', visit.day)) {
    if (!values.required || approvedOn(facts, values, claim) !== undefined) continue
    weigh(draft, 'waiting', approvalRule(rules, values), 'to-approve', expected(facts, values, person, visit.day))
  }
}

/** Finds whether a claim is approved, and by the right one. One that waits for it is due. */
export function judgeApprovals(
  facts: Facts,
  feeRules: readonly FeeRules[],
  { visit, person }: { readonly visit: VisitFacts; readonly person: string },
  waits: boolean,
  emit: EmitDuty,
): void {
  const claim = claimOf(facts, visit.id, person)
  for (const { rules, values } of blocksOn(feeRules, 'approval', visit.day)) {
    const rule = approvalRule(rules, values)
    if (claim === undefined || claim.approvals.length === 0) {
      if (claim !== undefined && waits) emit(rule, 'due', 'to-approve', expected(facts, values, person, visit.day))
      continue
    }
    for (const approval of claim.approvals) {
      const code = codeOf(facts, values, claim, approval)
      const outcome = code === 'approved' ? 'satisfied' : code === 'approver-unnamed' ? 'cannot-tell' : 'breached'
      const said = { ...expected(facts, values, person, approval.on), role: approval.by, approvedOn: approval.on }
      emit(
        rule,
        outcome,
        code,
        said,
        code === 'approver-unnamed' ? [{ what: 'fact', fact: 'claim.approver' }] : undefined,
      )
    }
  }
}

/** Returns the first day on which the right one had approved the claim. */
export function approvedOn(facts: Facts, rules: Approval, claim: Claim | undefined): Day | undefined {
  const right = (claim?.approvals ?? []).filter(
    (it) => claim !== undefined && codeOf(facts, rules, claim, it) === 'approved',
  )
  return right.map((it) => it.on).sort((a, b) => a - b)[0]
}

type Given = Claim['approvals'][number]

function codeOf(facts: Facts, rules: Approval, claim: Claim, approval: Given): string {
  const { by, person, on, delegated } = approval
  const right =
    by === roleFor(facts, rules, claim.person, on).role || isForSilentChair(facts, rules, claim.person, approval)
  if (!right) return 'wrong-approver'
  if (rules.neverOwn && person === claim.person) return 'own-approval'
  // Somebody who holds the role and is not named may be the claimant.
  if (rules.neverOwn && person === undefined && holds(facts, claim.person, by, on)) return 'approver-unnamed'
  if (!delegated && person !== undefined && facts.persons.has(person) && !holds(facts, person, by, on))
    return 'role-not-held'
  return 'approved'
}

/** Where nobody is named for the chair's own claims, the vice chair approves them as well as another in the chair. */
function isForSilentChair(facts: Facts, { by, ownBy }: Approval, claimant: string, { by: role, on }: Given): boolean {
  return ownBy === undefined && by.role === 'chair' && role === 'vice-chair' && holds(facts, claimant, 'chair', on)
}

function roleFor(facts: Facts, { by, ownBy }: Approval, person: string, day: Day): Approval['by'] {
  return ownBy !== undefined && holds(facts, person, by.role, day) ? ownBy : by
}

function holds(facts: Facts, person: string, role: string, day: Day): boolean {
  return (facts.persons.get(person)?.roles ?? []).some((it) => it.role === role && isWithin(day, it))
}

function expected(facts: Facts, rules: Approval, person: string, day: Day): FindingValues {
  const { title } = roleFor(facts, rules, person, day)
  return { person, titleSv: title.sv, titleEn: title.en }
}

const bearerOf: Readonly<Record<string, Bearer>> = { chair: 'chair', committee: 'committee', manager: 'manager' }

function approvalRule(rules: FeeRules, { clause, by }: Approval): CompiledRule {
  return blockRule(rules, 'fee-rules.approval', clause, bearerOf[by.role] ?? 'administration')
}
