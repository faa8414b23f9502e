import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import type { Timeline } from '../compile.ts'
import { claimKey, type Facts, isContactPolitician, type VisitFacts } from '../facts.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeePart } from '../finding.ts'
import { type CompiledRule, unanswered } from '../rules/kind.ts'
import { deliveredOn } from '../rules/report-delivery.ts'
import { decisionAbout } from '../rules/visits-extra-decision.ts'
import { type Amount, amountFor, amountForDay, type Rated } from './amount.ts'
import { type Caps, consume, displace, hasRoom, placementLeft, used, usePlacement } from './caps.ts'
import { type FeePlan, isPaidAsVisit, ratesOn } from './plan.ts'
import { type Draft, weigh } from './reasons.ts'

export type FeeInput = { readonly facts: Facts; readonly timeline: Timeline; readonly feeRules: readonly FeeRules[] }

/** What a line is worked out with; `place` is the number of the visit among those made in the year. */
export type FeeSetting = FeeInput & { readonly plan: FeePlan; readonly caps: Caps; readonly place: number }

/** Weighs time, rate, conditions, decisions and last the cap, and returns the paid time and its parts. */
export function weighAmount(
  setting: FeeSetting,
  draft: Draft,
  kind: FeePlan['kinds'][number],
  attended: Minutes,
  exported: boolean,
): { readonly paid: Minutes; readonly parts: readonly FeePart[] } {
  const fee = kind.values.fee
  if (fee === 'silent') weigh(draft, 'cannot-tell', kind, 'unanswered', {}, unanswered(kind, 'fee'))
  if (fee === 'none') weigh(draft, 'not-payable', kind, 'no-fee')
  const paid = paidTime(setting, draft, attended)
  const parts = fee === 'silent' || fee === 'none' ? [] : partsOf(setting, draft, kind, fee, paid)
  weighConditions(setting, draft)
  weighExtra(setting, draft)
  weighCap(setting, draft, attended, exported)
  return { paid, parts }
}

function isDay(part: FeePart): boolean {
  return part.kind === 'full-day' || part.kind === 'half-day'
}

/** Weighs whether the person and the form of visit are paid at all. */
export function weighWhoAndWhat({ facts, plan }: FeeSetting, draft: Draft, kind: FeePlan['kinds'][number]): void {
  const { visit, person } = draft
  const { form } = visit.visit
  if (!isContactPolitician(facts, person, visit.day))
    weigh(draft, 'not-payable', kind, 'not-contact-politician', { person })
  if (!kind.values.forms.includes(form))
    weigh(draft, 'not-payable', kind, 'form-not-paid', { form, forms: kind.values.forms })
  const closed = facts.claims.get(claimKey(visit.id, person))?.closed
  if (closed !== undefined) weigh(draft, 'not-payable', kind, closed.as, { closedOn: closed.on })
  if (form !== 'placement' || plan.placement === undefined) return
  const { countsAsVisit, substitutes } = plan.placement.values
  if (countsAsVisit === 'silent')
    weigh(draft, 'cannot-tell', plan.placement, 'counts-unanswered', {}, unanswered(plan.placement, 'countsAsVisit'))
  const seats = (facts.persons.get(person)?.seats ?? []).filter(
    (seat) => seat.from <= visit.day && (seat.until === undefined || visit.day < seat.until),
  )
  if (seats.length === 0 || seats.some((seat) => seat.kind === 'member')) return
  if (substitutes === 'silent')
    weigh(draft, 'cannot-tell', plan.placement, 'substitutes-unanswered', {}, unanswered(plan.placement, 'substitutes'))
  if (substitutes === 'no') weigh(draft, 'not-payable', plan.placement, 'not-for-substitutes', { person })
}

/** A placement that is no visit has its own hours in the year; a visit has its cap per occasion. */
function paidTime({ plan, caps }: FeeSetting, draft: Draft, attended: Minutes): Minutes {
  const { visit, person } = draft
  const { placement, capHours } = plan
  if (visit.visit.form === 'placement' && placement !== undefined && placement.values.countsAsVisit === 'no') {
    const left = placementLeft(caps, placement.values.yearlyMinutes, person, visit.year)
    if (left === 0)
      weigh(draft, 'not-payable', placement, 'placement-used', {
        yearlyMinutes: placement.values.yearlyMinutes,
        year: visit.year,
        person,
      })
    else if (left < attended)
      weigh(draft, 'payable', placement, 'placement-cut', {
        minutes: attended,
        leftMinutes: left,
        yearlyMinutes: placement.values.yearlyMinutes,
        year: visit.year,
      })
    return minutes(Math.min(attended, left))
  }
  if (capHours === undefined || !isPaidAsVisit(plan, visit.visit.form)) return attended
  const { minutes: capMinutes, meaning } = capHours.values
  const values = { minutes: attended, capMinutes }
  if (meaning === 'silent') {
    weigh(draft, 'cannot-tell', capHours, 'unanswered', values, unanswered(capHours, 'meaning'))
    return attended
  }
  if (meaning === 'flat') {
    weigh(draft, 'payable', capHours, 'flat-hours', values)
    return minutes(capMinutes)
  }
  weigh(draft, 'payable', capHours, attended > capMinutes ? 'cut-to-hours' : 'within-hours', values)
  return minutes(Math.min(attended, capMinutes))
}

function partsOf(
  { plan, feeRules }: FeeSetting,
  draft: Draft,
  kind: FeePlan['kinds'][number],
  fee: string,
  paid: Minutes,
): readonly FeePart[] {
  const rates = ratesOn(feeRules, fee, draft.visit.day)
  const [rated] = rates
  if (rated === undefined) {
    weigh(draft, 'cannot-tell', kind, 'fee-rules-missing', { fee }, [{ what: 'fee-rules' }])
    return []
  }
  if (rates.length > 1) {
    weigh(draft, 'needs-decision', kind, 'fee-rules-collide', { fee, feeRules: rates.map((it) => it.rules.title) })
    return []
  }
  const amount = amountOf(plan, draft, rated, paid)
  if (amount.ok) {
    weigh(draft, 'payable', kind, amount.parts.some(isDay) ? 'counted-day' : 'counted', {
      fee,
      minutes: paid,
      feeRules: rated.rules.title,
    })
    return amount.parts
  }
  weigh(
    draft,
    'cannot-tell',
    kind,
    amount.code,
    { feeRules: rated.rules.title, boundaryMinutes: amount.boundaryMinutes },
    [{ what: 'fee-rules' }],
  )
  return []
}

function amountOf(plan: FeePlan, draft: Draft, rated: Rated, paid: Minutes): Amount {
  if (plan.dayEquivalent === undefined || !isPaidAsVisit(plan, draft.visit.visit.form)) return amountFor(rated, paid)
  weigh(draft, 'payable', plan.dayEquivalent, 'as-day', { day: plan.dayEquivalent.values.day })
  return amountForDay(rated, plan.dayEquivalent.values.day, paid)
}

function weighConditions({ facts, plan }: FeeSetting, draft: Draft): void {
  const { visit, person } = draft
  for (const rule of plan.conditions) {
    const { requires } = rule.values
    const reports = visit.reports.filter(
      (it) => deliveredOn(facts, it) !== undefined && (plan.reportForms.size === 0 || plan.reportForms.has(it.form)),
    )
    const reported = plan.reportByEach ? reports.some((it) => it.authors.includes(person)) : reports.length > 0
    const confirmed = facts.claims.get(claimKey(visit.id, person))?.confirmed !== undefined
    if (requires.includes('report') && !reported) weigh(draft, 'waiting', rule, 'report-missing')
    if (requires.includes('fee-form') && !confirmed) weigh(draft, 'waiting', rule, 'form-missing')
    if ((reported || !requires.includes('report')) && (confirmed || !requires.includes('fee-form')))
      weigh(draft, 'payable', rule, 'basis-complete')
  }
}

/** The number of the visit counts visits made, paid or not; decisions are about the fee, or about the visit. */
function weighExtra({ facts, plan, place }: FeeSetting, draft: Draft): void {
  const { visit, person } = draft
  if (visit.visit.form !== 'visit') return
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
    else
      weigh(
        draft,
        decision.granted ? 'payable' : 'not-payable',
        extraFee,
        decision.granted ? 'fee-granted' : 'fee-refused',
        values,
      )
  }
  if (extraVisit === undefined || place <= extraVisit.values.beyond) return
  const decision = decisionAbout({ facts }, 'extra-visit', person, visit)
  const values = {
    person,
    beyond: extraVisit.values.beyond,
    year: visit.year,
    decidedBy: extraVisit.values.decidedBy,
    decidedOn: decision?.on,
    decision: decision?.id,
  }
  // The clause lets such a visit take place after a decision and says nothing of the fee without one: somebody decides, nothing is refused unasked.
  if (decision === undefined) weigh(draft, 'needs-decision', extraVisit, 'undecided', values)
  else if (!decision.granted) weigh(draft, 'needs-decision', extraVisit, 'refused', values)
  else
    weigh(
      draft,
      'payable',
      extraVisit,
      extraVisit.values.before && decision.on > visit.day ? 'late' : 'decided',
      values,
    )
}

function weighCap({ plan, caps }: FeeSetting, draft: Draft, attended: Minutes, exported: boolean): void {
  const { visit, person } = draft
  const { placement } = plan
  if (visit.visit.form === 'placement' && placement?.values.countsAsVisit === 'no') {
    if (draft.outcome === 'payable')
      usePlacement(
        caps,
        person,
        visit.year,
        Math.min(attended, placementLeft(caps, placement.values.yearlyMinutes, person, visit.year)),
      )
    return
  }
  if (!isPaidAsVisit(plan, visit.visit.form)) return
  const scopes: {
    readonly rule: FeePlan['capVisits'][number]
    readonly keys: readonly string[]
    readonly open: readonly string[]
  }[] = []
  for (const rule of plan.capVisits) {
    const { per, most } = rule.values
    if (per === 'silent') {
      weigh(draft, 'cannot-tell', rule, 'unanswered', {}, unanswered(rule, 'per'))
      continue
    }
    const keys = scopeKeys(per, visit, person)
    const open = keys.filter((key) => hasRoom(caps, key, most, visit.id))
    scopes.push({ rule, keys, open })
    const values = { most, per, year: visit.year }
    if (open.length === 0) weigh(draft, 'not-payable', rule, 'cap-reached', values)
    else if (draft.outcome === 'payable')
      weigh(draft, 'payable', rule, 'within-cap', { ...values, place: placeNumber(caps, open, visit.id) })
  }
  for (const { rule, keys, open } of scopes) {
    const place = { visit: visit.id, person, rule: rule as CompiledRule<{ readonly most: number }>, exported }
    // Only a payable visit uses the cap. At several units it is paid once, and counts wherever there was room.
    if (draft.outcome === 'payable') for (const key of open) consume(caps, key, place)
    else if (exported) for (const key of keys) displace(caps, key, place)
  }
}

function placeNumber(caps: Caps, open: readonly string[], visit: string): number {
  const key = open[0] ?? ''
  const shared = (caps.places.get(key) ?? []).some((place) => place.visit === visit)
  return used(caps, key) + (shared ? 0 : 1)
}

function scopeKeys(per: 'person' | 'unit' | 'person-and-unit', visit: VisitFacts, person: string): readonly string[] {
  if (per === 'person') return [`${visit.year} ${person}`]
  const units = visit.visit.units
  return units.map((unit) => (per === 'unit' ? `${visit.year} unit ${unit}` : `${visit.year} ${person} ${unit}`))
}
