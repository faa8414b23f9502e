import { addDays, type Day } from '../../kernel/date.ts'
import type { Facts } from '../facts.ts'
import { deliveredOn } from '../rules/report-delivery.ts'
import { decisionAbout } from '../rules/visits-extra-decision.ts'
import type { FeePlan } from './plan.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'
import { isVisitForm } from '../programme.ts'

/** Weighs what payment rests on. Only what a clause names stops a fee. */
export function weighConditions({ facts, plan, claim, today }: FeeSetting, draft: FeeDraft): void {
  const { visit, person } = draft
  for (const { rule, report, reportWithinDays, feeForm, invitation, decision } of plan.conditions) {
    const before = draft.reasons.length
    if (report) {
      const came = reportedOn(facts, plan, draft)
      const byDay = reportWithinDays === undefined ? undefined : addDays(visit.day, reportWithinDays)
      if (byDay !== undefined && (came ?? today) > byDay)
        weigh(draft, 'not-payable', rule, 'report-late', { byDay, deliveredOn: came })
      else if (came === undefined) weigh(draft, 'waiting', rule, 'report-missing')
    }
    if (feeForm && claim?.confirmed === undefined) weigh(draft, 'waiting', rule, 'form-missing')
    // An invitation comes before the visit: where it is not noted nobody can bring it afterwards.
    if (invitation && !visit.visit.invitations.some((it) => it.person === person))
      weigh(draft, 'not-payable', rule, 'invitation-missing')
    if (decision) {
      const decided = (['extra-visit', 'extra-fee'] as const).map((it) => decisionAbout({ facts }, it, person, visit))
      if (decided.some((it) => it?.granted === false)) weigh(draft, 'not-payable', rule, 'decision-refused')
      else if (decided.every((it) => it === undefined)) weigh(draft, 'needs-decision', rule, 'decision-missing')
    }
    if (draft.reasons.length === before) weigh(draft, 'payable', rule, 'basis-complete')
  }
}

/** Returns the day on which the first report came that payment can rest on. */
function reportedOn(facts: Facts, plan: FeePlan, { visit, person }: FeeDraft): Day | undefined {
  let first: Day | undefined
  for (const report of visit.reports) {
    const day = deliveredOn(facts, report)
    if (day === undefined || (first !== undefined && first <= day)) continue
    if (plan.reportForms.size > 0 && !plan.reportForms.has(report.form)) continue
    if (!plan.reportByEach || report.authors.includes(person)) first = day
  }
  return first
}

/** Weighs decisions beyond a number of visits made, paid or not: about the fee, or about the visit. */
export function weighExtra({ facts, plan, place }: FeeSetting, draft: FeeDraft): void {
  const { visit, person } = draft
  if (!isVisitForm(visit.visit.form)) return
  const { extraFee, extraVisit } = plan
  if (extraFee !== undefined && place > extraFee.values.beyond) {
    const decision = decisionAbout({ facts }, 'extra-fee', person, visit)
    const values = {
      place,
      year: visit.year,
      decidedBy: extraFee.values.decidedBy,
      decidedOn: decision?.on,
      decision: decision?.id,
    }
    if (decision === undefined) weigh(draft, 'needs-decision', extraFee, 'fee-to-decide', values)
    else if (decision.granted) weigh(draft, 'payable', extraFee, 'fee-granted', values)
    else weigh(draft, 'not-payable', extraFee, 'fee-refused', values)
  }
  // Where no more visits are made at all, one that was made is a breach, and a breach changes no fee.
  if (extraVisit === undefined || place <= extraVisit.values.beyond || !extraVisit.values.allowed) return
  const { beyond, before, decidedBy } = extraVisit.values
  const decision = decisionAbout({ facts }, 'extra-visit', person, visit)
  const values = { person, beyond, year: visit.year, decidedBy, decidedOn: decision?.on, decision: decision?.id }
  // The clause lets such a visit take place after a decision and says nothing of the fee without one: somebody decides
  // about the fee then, and nothing is refused unasked.
  const fee = decision?.granted === true ? undefined : decisionAbout({ facts }, 'extra-fee', person, visit)
  if (fee !== undefined) {
    const about = { ...values, decidedOn: fee.on, decision: fee.id }
    if (fee.granted) weigh(draft, 'payable', extraVisit, 'fee-granted', about)
    else weigh(draft, 'not-payable', extraVisit, 'fee-refused', about)
  } else if (decision === undefined)
    weigh(draft, 'needs-decision', extraVisit, before ? 'undecided' : 'to-decide-after', values)
  else if (!decision.granted) weigh(draft, 'needs-decision', extraVisit, 'refused', values)
  else weigh(draft, 'payable', extraVisit, before && decision.on > visit.day ? 'late' : 'decided', values)
}
