import type { Collision } from '../collisions.ts'
import type { FindingValues } from '../finding.ts'
import { feeCapHours } from '../rules/fee-cap-hours.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { decisionAbout } from '../rules/visits-extra-decision.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'

/**
 * Weighs that the council's fee rules and the guideline say different things. The council's prevail, and somebody decides
 * before anything is paid; both clauses are named. `leaves` says whether the council's rules leave anything to pay.
 */
export function settle(
  { facts }: Pick<FeeSetting, 'facts'>,
  draft: FeeDraft,
  rule: CompiledRule<object>,
  code: string,
  values: FindingValues,
  guideline: CompiledRule<object>,
  leaves: 'something' | 'nothing' = 'something',
): void {
  const decision = decisionAbout({ facts }, 'extra-fee', draft.person, draft.visit)
  const both = {
    ...values,
    guidelineRule: guideline.id,
    guidelineClause: guideline.clause,
    decision: decision?.id,
    decidedOn: decision?.on,
  }
  if (decision === undefined) weigh(draft, 'needs-decision', rule, code, both)
  else if (decision.granted && leaves === 'something') weigh(draft, 'payable', rule, `${code}-settled`, both)
  else weigh(draft, 'not-payable', rule, `${code}-settled`, both)
}

/** Weighs the guidelines of several sources that say different things of the fee: somebody decides. */
export function weighSources({ facts, plan, event, place }: FeeSetting, draft: FeeDraft): void {
  for (const collision of plan.collisions) {
    if (!isAbout(collision, draft.visit.visit.form, event.isVisit) || place <= firstDecided(collision)) continue
    if (isWithinBoth(collision, draft.countedMinutes)) continue
    const { rule, values } = collision
    const decision = decisionAbout({ facts }, 'extra-fee', draft.person, draft.visit)
    if (decision === undefined) weigh(draft, 'needs-decision', rule, 'collide', values)
    else weigh(draft, decision.granted ? 'payable' : 'not-payable', rule, 'collide', values)
  }
}

function isAbout({ rules, values }: Collision, form: string, isVisit: boolean): boolean {
  if (values.of === 'visits.placement') return form === 'placement'
  const forms = rules.flatMap(({ values: { forms: named } }) => (Array.isArray(named) ? [named] : []))
  return forms.length > 0 ? forms.every((it) => it.includes(form)) : isVisit
}

/** Two caps in hours give the same for a visit that neither of them cuts. */
function isWithinBoth({ rules, values }: Collision, time: number): boolean {
  return (
    values.of === feeCapHours.kind &&
    rules.every((rule) => rule.values.meaning === 'cap' && time <= Number(rule.values.minutes))
  )
}

/** Returns the number of visits up to which neither rule asks anybody to decide; below none for rules about every visit. */
function firstDecided({ rules }: Collision): number {
  const numbers = rules.flatMap(({ values: { beyond } }) => (typeof beyond === 'number' ? [beyond] : []))
  return numbers.length === 0 ? -1 : Math.min(...numbers)
}
