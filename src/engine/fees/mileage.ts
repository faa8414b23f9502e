import type { Mileage } from '../fee-rules-claims.ts'
import type { FeeLine } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type ClaimSetting, type Given, nothing, partOf } from './claim-line.ts'
import { type Draft, weigh } from './reasons.ts'

/** Weighs the journeys of a claim and returns the kilometres that are paid. Journeys that are not paid leave the others standing. */
export function weighMileage(
  { claim, fee }: ClaimSetting,
  draft: Draft,
  rule: CompiledRule<object>,
  values: Mileage,
): Given {
  const paid = claim.journeys.filter((journey) => isPaid(draft, rule, values, journey))
  const kilometres = paid.reduce((sum, it) => sum + it.kilometres, 0)
  if (paid.length === 0) return nothing
  weigh(draft, 'payable', rule, 'driven', { kilometres, perKilometreOre: values.perKilometre })
  if (values.onlyWithFeeBasis) weighBasis(draft, rule, fee)
  const amount = values.perKilometre * kilometres
  return { parts: [partOf(rule, 'mileage', { numerator: kilometres }, values.perKilometre, amount)], uses: [] }
}

type Journey = Claim['journeys'][number]

function isPaid(draft: Draft, rule: CompiledRule<object>, values: Mileage, journey: Journey): boolean {
  const { fromKilometres, atThreshold } = values
  const { distance, from, kilometres } = journey
  const facts = { kilometres, distance, start: from, fromKilometres }
  const refuse = (code: string) => {
    weigh(draft, 'payable', rule, code, facts)
    return false
  }
  if (values.notWhenMadeAnyway && journey.madeAnyway) return refuse('made-anyway')
  if (!values.startsFrom.includes(from)) return refuse('start-not-counted')
  if (fromKilometres === undefined || distance > fromKilometres) return true
  if (distance < fromKilometres || atThreshold === 'unpaid') return refuse('too-near')
  if (atThreshold === 'silent') weigh(draft, 'cannot-tell', rule, 'threshold-silent', facts, [{ what: 'fee-rules' }])
  return true
}

/** Reasons of a fee line that settle it at once, so that nobody asked for its basis. */
const feeSettled = new Set(['not-contact-politician', 'form-not-paid', 'no-fee', 'waived', 'refused'])

/** The basis is what the guideline's payment conditions name; a fee that a cap or a decision holds back has it none the less. */
function weighBasis(draft: Draft, rule: CompiledRule<object>, fee: FeeLine | undefined): void {
  const reasons = fee?.reasons ?? []
  if (reasons.some((it) => it.kind === 'in-force'))
    weigh(draft, 'cannot-tell', rule, 'basis-unknown', {}, [{ what: 'guideline' }])
  else if (reasons.some((it) => it.kind === 'fee.kind' && feeSettled.has(it.code)))
    weigh(draft, 'not-payable', rule, 'without-fee')
  else {
    const lacking = reasons.filter((it) => it.kind === 'fee.conditions' && it.code !== 'basis-complete')
    for (const { outcome } of lacking) {
      if (outcome === 'due') weigh(draft, 'waiting', rule, 'basis-missing')
      else if (outcome === 'needs-decision') weigh(draft, 'needs-decision', rule, 'basis-undecided')
      else weigh(draft, 'not-payable', rule, 'without-fee')
    }
    if (lacking.length === 0) weigh(draft, 'payable', rule, 'basis-there')
  }
}
