import { isWithin } from '../../kernel/date.ts'
import { membersOn } from '../appointed.ts'
import type { Facts, VisitFacts } from '../facts.ts'
import { unanswered } from '../rules/kind.ts'
import { decisionAbout } from '../rules/visits-extra-decision.ts'
import { placeUnder } from './caps.ts'
import { capKey, noOther } from './other-paid.ts'
import { keysAt } from './payee.ts'
import type { FeePlan } from './plan.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting, Seat } from './setting.ts'

/** Weighs whether there is room under the caps in number: the council's for a day, then the guideline's for the year. */
export function weighRoom(setting: FeeSetting, draft: FeeDraft): void {
  weighDay(setting, draft)
  if (!setting.event.isVisit) return
  for (const rule of setting.plan.capVisits) weighYear(setting, draft, rule)
  for (const rule of setting.plan.others.visits) noteYear(setting, draft, rule)
}

/** Notes the visit under a cap that another version of the year has. */
function noteYear(setting: FeeSetting, draft: FeeDraft, rule: FeePlan['capVisits'][number]): void {
  const { per } = rule.values
  if (per === 'silent') return
  const keys = scopeKeys(per, setting, draft.visit)
  seat(draft, { rule, most: Number.POSITIVE_INFINITY, keys, open: keys })
}

function weighDay({ rated, otherPaid, caps }: FeeSetting, draft: FeeDraft): void {
  if (rated?.perDay === undefined) return
  const { visit, person } = draft
  const { rule, most } = rated.perDay
  const key = capKey('day', visit.day, person, rated.fee.kind)
  const left = Math.max(0, most - (otherPaid.get(key) ?? noOther).count)
  const open = placeUnder(caps, key, left, visit.id) > 0 ? [key] : []
  if (open.length === 0) weigh(draft, 'not-payable', rule, 'day-count-reached', { most, fee: rated.fee.kind })
  seat(draft, { rule, most: left, keys: [key], open })
}

/** There is one seat for nearly every line, and a list that is pushed to reserves room for sixteen more. */
function seat(draft: FeeDraft, taken: Seat): void {
  draft.seats = draft.seats.length === 0 ? [taken] : [...draft.seats, taken]
}

function weighYear(setting: FeeSetting, draft: FeeDraft, rule: FeePlan['capVisits'][number]): void {
  const { facts, caps } = setting
  const { visit, person } = draft
  const { per, most, beyond } = rule.values
  if (per === 'silent') {
    weigh(draft, 'cannot-tell', rule, 'unanswered', {}, unanswered(rule, 'per'))
    return
  }
  const keys = scopeKeys(per, setting, visit)
  if (keys.length === 0) {
    weigh(draft, 'cannot-tell', rule, 'group-unknown', { person }, [{ what: 'fact', fact: 'visit.group' }])
    return
  }
  const { year } = visit
  const places = keys.map((key) => placeUnder(caps, key, most, visit.id))
  const open = keys.filter((_, at) => places[at] !== 0)
  if (open.length > 0) {
    seat(draft, { rule, most, keys, open })
    if (draft.outcome === 'payable')
      weigh(draft, 'payable', rule, 'within-cap', { most, per, year, place: places.find((it) => it !== 0) })
    return
  }
  const values = { most, per, year }
  const decision = beyond === 'nothing' ? undefined : decisionAbout({ facts }, 'extra-fee', person, visit)
  // What somebody has granted beyond the cap takes no place under it.
  if (beyond === 'nothing' || decision?.granted !== true) seat(draft, { rule, most, keys, open })
  if (beyond === 'nothing') {
    weigh(draft, 'not-payable', rule, 'cap-reached', values)
    return
  }
  const decided = { ...values, decidedBy: beyond.decidedBy, decidedOn: decision?.on, decision: decision?.id }
  if (decision === undefined) weigh(draft, 'needs-decision', rule, 'beyond-to-decide', decided)
  else if (decision.granted) weigh(draft, 'payable', rule, 'beyond-granted', decided)
  else weigh(draft, 'not-payable', rule, 'beyond-refused', decided)
}

function scopeKeys(
  per: 'person' | 'unit' | 'person-and-unit' | 'group',
  { facts, payee }: FeeSetting,
  visit: VisitFacts,
): readonly string[] {
  const { person } = payee
  if (per === 'person') return [`${visit.year} ${person}`]
  if (per === 'group') {
    const group = visit.visit.group ?? onlyGroupOf(facts, visit, person)
    return group === undefined ? [] : [`${visit.year} group ${group}`]
  }
  if (per === 'unit') return visit.visit.units.map((unit) => `${visit.year} unit ${unit}`)
  return keysAt(payee, visit.year, visit.visit.units)
}

/** A visit that names no group is the group's whose member made it, where there is only one. */
function onlyGroupOf(facts: Facts, visit: VisitFacts, person: string): string | undefined {
  const groups = (facts.groupsByPerson.get(person) ?? []).filter(
    (group) => isWithin(visit.day, group) && membersOn(group, visit.day).includes(person),
  )
  return groups.length === 1 ? groups[0]?.id : undefined
}
