import { isContactPolitician } from '../appointed.ts'
import type { VisitFacts } from '../facts.ts'
import { unanswered } from '../rules/kind.ts'
import { countsInCapacity } from '../rules/visits-capacity.ts'
import { feeWithoutAppointment } from '../rules/visits-unappointed.ts'
import { settle } from './decided.ts'
import { exclusionsOf, isSubstitute } from './persons.ts'
import { feeReasons } from './periods.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'

/** Weighs whether the person and the form of visit are paid at all: first by the guideline, then by the council's fee rules. */
export function weighWhoAndWhat(setting: FeeSetting, draft: FeeDraft): void {
  const { plan, event, claim } = setting
  const { visit } = draft
  const { form } = visit.visit
  const kind = event.rule
  weighAppointment(setting, draft)
  for (const rule of plan.capacity)
    if (!countsInCapacity([rule], visit))
      weigh(draft, 'not-payable', rule, 'outside', { capacity: visit.visit.capacity })
  if (!event.isNamed) weigh(draft, 'not-payable', kind, 'form-not-paid', { form, forms: kind.values.forms })
  if (claim?.closed !== undefined) weigh(draft, 'not-payable', kind, claim.closed.as, { closedOn: claim.closed.on })
  if (form === 'placement') weighPlacement(setting, draft)
  if (draft.outcome !== 'not-payable') weighCouncil(setting, draft)
}

function weighAppointment({ facts, plan, event }: FeeSetting, draft: FeeDraft): void {
  const { visit, person } = draft
  const { unappointed } = plan
  const without = unappointed === undefined ? undefined : feeWithoutAppointment(unappointed, facts, visit, person)
  if (without === undefined || unappointed === undefined) {
    if (!isAppointedHere(visit, person) && !isContactPolitician(facts, person, visit.day))
      weigh(draft, 'not-payable', event.rule, 'not-contact-politician', { person })
    return
  }
  const values = { person, by: unappointed.values.by, paid: unappointed.values.paid }
  if (without === 'silent')
    weigh(draft, 'cannot-tell', unappointed, 'paid-unanswered', values, unanswered(unappointed, 'paid'))
  else weigh(draft, without === 'paid' ? 'payable' : 'not-payable', unappointed, `may-${without}`, values)
}

/** Nearly everybody is, and nothing else needs to be looked up. A group may have ended, so a group's visit tells nothing. */
function isAppointedHere({ visit, appointed }: VisitFacts, person: string): boolean {
  return visit.group === undefined && appointed.includes(person)
}

function weighPlacement({ facts, plan: { placement } }: FeeSetting, draft: FeeDraft): void {
  if (placement === undefined) return
  const { countsAsVisit, substitutes } = placement.values
  if (countsAsVisit === 'silent')
    weigh(draft, 'cannot-tell', placement, 'counts-unanswered', {}, unanswered(placement, 'countsAsVisit'))
  if (!isSubstitute(facts, { person: draft.person, day: draft.visit.day })) return
  if (substitutes === 'silent')
    weigh(draft, 'cannot-tell', placement, 'substitutes-unanswered', {}, unanswered(placement, 'substitutes'))
  if (substitutes === 'no') weigh(draft, 'not-payable', placement, 'not-for-substitutes', { person: draft.person })
}

/** What the council takes from whom. That a kind gives no fee at all is at odds with a guideline that pays it. */
function weighCouncil(setting: FeeSetting, draft: FeeDraft): void {
  const { facts, event, rated } = setting
  if (rated === undefined) return
  const { visit, person } = draft
  const { kind, gives } = rated.fee
  if (gives !== undefined && !gives.includes('fee'))
    settle(setting, draft, { ...rated.rule, kind: feeReasons }, 'gives-no-fee', { fee: kind }, event.rule, 'nothing')
  if (rated.rules.categories.length === 0) return
  for (const { category, clause } of exclusionsOf(facts, rated.rules, { person, day: visit.day, kind }, 'fee'))
    weigh(draft, 'not-payable', { ...rated.rule, clause }, 'category-excluded', {
      person,
      categorySv: category.title.sv,
      categoryEn: category.title.en,
    })
}
