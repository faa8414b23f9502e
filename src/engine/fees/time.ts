import { minutesBetween } from '../../kernel/clock-change.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import { unanswered } from '../rules/kind.ts'
import { leftOf } from './caps.ts'
import { settle } from './decided.ts'
import { capKey, noOther } from './other-paid.ts'
import { yearHoursKey } from './other-versions.ts'
import { feeReasons, type Limit } from './periods.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting, Taking } from './setting.ts'

/** The time that is paid: within the caps in hours, and the travel that is beyond them. */
export type PaidTime = { readonly within: number; readonly beyond: number }

/** Time while it is cut; `open` is the travel within it of which the rules do not say whether it is. */
type Time = { within: number; readonly beyond: number; readonly open: number }

/**
 * Returns the time that is paid. It is counted by the fee rules, then cut in this order: the guideline's hours for each
 * visit, its hours in the year, the council's hours in the day and in the year.
 */
export function paidTime(setting: FeeSetting, draft: FeeDraft, attended: Minutes): PaidTime {
  const time = countedTime(setting, draft, withoutPaidWork(setting, draft, attended))
  weighLeast(setting, draft, time)
  const counted = time.within
  draft.countedMinutes = counted
  if (setting.event.isVisit) cutByVisit(setting, draft, time)
  const wanted = time.within
  const ofYear = yearTakings(setting, draft, time)
  const ofCouncil = councilTakings(setting, draft, time)
  if (time.open > 0 && time.within !== counted) weighOpenTravel(setting, draft, time.open)
  if (ofYear.length + ofCouncil.length > 0) {
    const used = time.within
    draft.takings = [...ofYear, ...ofCouncil].map((taking) => ({ ...taking, wanted, used }))
  }
  return time
}

/** So short a time is paid as the least that the fee rules pay for. */
function weighLeast({ rated }: FeeSetting, draft: FeeDraft, time: Time): void {
  const least = rated?.leastTime
  if (least === undefined || time.within === 0 || time.within >= least.minutes) return
  weigh(draft, 'payable', least.rule, 'least-time', { leastMinutes: least.minutes, minutes: time.within })
  time.within = least.minutes
}

/** Attendance, with what the fee rules count beside it by the claim. What the claim does not say counts as none. */
function countedTime({ rated, claim }: FeeSetting, draft: FeeDraft, attended: number): Time {
  return rated?.time === undefined
    ? { within: attended, beyond: 0, open: 0 }
    : timeBy(rated.time, claim, draft, attended)
}

type Counting = NonNullable<NonNullable<FeeSetting['rated']>['time']>

function timeBy(counting: Counting, claim: FeeSetting['claim'], draft: FeeDraft, attended: number): Time {
  const counted = (what: (typeof counting.counts)[number], time: number | undefined) =>
    counting.counts.includes(what) ? (time ?? 0) : 0
  const meeting = counted('meeting', attended)
  const preparation = counted('preparation', claim?.preparationMinutes)
  const afterWork = counted('after-work', claim?.afterWorkMinutes)
  const claimed = counted('travel', claim?.travelMinutes)
  const travel = claimed > 0 && isFarEnough(counting, claim, draft) ? claimed : 0
  const total = meeting + preparation + afterWork + travel
  if (total !== attended || counting.counts.length > 1)
    weigh(draft, 'payable', counting.rule, 'time-counted', {
      counts: counting.counts,
      meetingMinutes: meeting,
      preparationMinutes: preparation,
      afterWorkMinutes: afterWork,
      travelMinutes: travel,
      minutes: total,
    })
  const beyond = counting.travel === 'beyond-cap' ? travel : 0
  return { within: total - beyond, beyond, open: counting.travel === 'silent' ? travel : 0 }
}

/** Whether the place is so far away that travel counts; weighs a distance that is not stated, or too short. */
export function isFarEnough(
  { travelFromKilometres: from, rule }: Pick<Counting, 'travelFromKilometres' | 'rule'>,
  claim: FeeSetting['claim'],
  draft: FeeDraft,
): boolean {
  if (from === undefined) return true
  const distances = (claim?.journeys ?? []).map((it) => it.distance)
  if (distances.length === 0) {
    weigh(draft, 'cannot-tell', rule, 'distance-unknown', { kilometres: from }, [
      { what: 'fact', fact: 'claim.journeys' },
    ])
    return true
  }
  const distance = Math.max(...distances)
  if (distance >= from) return true
  weigh(draft, 'payable', rule, 'travel-near', { kilometres: from, distance })
  return false
}

/** Time that an employer pays as work is left out where nothing is paid for it. */
function withoutPaidWork({ rated }: FeeSetting, draft: FeeDraft, attended: number): number {
  const rule = rated?.withinPaidWork
  if (rule === undefined) return attended
  const within = paidWorkMinutes(draft)
  if (within === 0 || rule.paid === 'full') return attended
  if (rule.paid !== 'none') {
    if (within < attended) weigh(draft, 'cannot-tell', rule.rule, 'paid-work-mixed', { minutes: within })
    return attended
  }
  const left = Math.max(0, attended - within)
  weigh(draft, left === 0 ? 'not-payable' : 'payable', rule.rule, left === 0 ? 'paid-work-unpaid' : 'paid-work-cut', {
    minutes: within,
    leftMinutes: left,
  })
  return left
}

/** Returns the minutes of attendance that an employer pays as work. */
export function paidWorkMinutes({ visit, person }: FeeDraft): number {
  return visit.visit.attendance.reduce(
    (sum, it) =>
      sum + (it.person === person && it.withinPaidWork === true ? minutesBetween(visit.day, it.start, it.end) : 0),
    0,
  )
}

function cutByVisit({ plan: { capHours } }: FeeSetting, draft: FeeDraft, time: Time): void {
  if (capHours === undefined) return
  const { minutes: capMinutes, meaning } = capHours.values
  const values = { minutes: time.within, capMinutes }
  if (meaning === 'silent') {
    weigh(draft, 'cannot-tell', capHours, 'unanswered', values, unanswered(capHours, 'meaning'))
    return
  }
  if (meaning === 'flat') {
    weigh(draft, 'payable', capHours, 'flat-hours', values)
    time.within = capMinutes
    return
  }
  weigh(draft, 'payable', capHours, time.within > capMinutes ? 'cut-to-hours' : 'within-hours', values)
  cut(time, capMinutes)
}

function cut(time: Time, most: number): void {
  time.within = Math.min(time.within, most)
}

/** Whether travel is within the hours that are paid matters only where they cut it. */
function weighOpenTravel({ rated }: FeeSetting, draft: FeeDraft, travelMinutes: number): void {
  if (rated?.time !== undefined)
    weigh(draft, 'cannot-tell', rated.time.rule, 'travel-silent', { travelMinutes }, [{ what: 'fee-rules' }])
}

const none: readonly Limiting[] = []

type Limiting = Pick<Taking, 'key' | 'rule' | 'most' | 'of'>

function yearTakings({ plan, caps, event }: FeeSetting, draft: FeeDraft, time: Time): readonly Limiting[] {
  const { visit, person } = draft
  const { form } = visit.visit
  const { placement } = plan
  if (form !== 'placement' && plan.yearHours.length === 0 && plan.others.hours.length === 0) return none
  const takings: Limiting[] = []
  if (form === 'placement' && placement !== undefined && !event.isVisit) {
    const { yearlyMinutes } = placement.values
    const key = `placement ${visit.year} ${person}`
    const left = leftOf(caps, key, yearlyMinutes)
    const values = { yearlyMinutes, year: visit.year }
    if (left === 0) weigh(draft, 'not-payable', placement, 'placement-used', { ...values, person })
    else if (left < time.within)
      weigh(draft, 'payable', placement, 'placement-cut', { ...values, minutes: time.within, leftMinutes: left })
    cut(time, left)
    takings.push({ key, rule: placement, most: yearlyMinutes, of: 'minutes' })
  } else if (form === 'placement' && plan.others.placement !== undefined) {
    const rule = plan.others.placement
    const key = `placement ${visit.year} ${person}`
    takings.push({ key, rule, most: rule.values.yearlyMinutes, of: 'minutes' })
  }
  for (const rule of plan.yearHours) {
    if (!rule.values.forms.includes(form)) continue
    const capMinutes = rule.values.minutes
    const key = yearHoursKey(rule, visit.year, person)
    const left = leftOf(caps, key, capMinutes)
    const values = { capMinutes, leftMinutes: left, minutes: time.within, year: visit.year }
    if (left === 0) weigh(draft, 'not-payable', rule, 'year-hours-used', values)
    else weigh(draft, 'payable', rule, left < time.within ? 'year-hours-cut' : 'year-hours-within', values)
    cut(time, left)
    // Two sources with hours for the same forms cut the same time.
    if (!takings.some((it) => it.key === key)) takings.push({ key, rule, most: capMinutes, of: 'minutes' })
  }
  for (const rule of plan.others.hours) {
    if (!rule.values.forms.includes(form)) continue
    takings.push({ key: yearHoursKey(rule, visit.year, person), rule, most: rule.values.minutes, of: 'minutes' })
  }
  return takings
}

function councilTakings(setting: FeeSetting, draft: FeeDraft, time: Time): readonly Limiting[] {
  const { rated, caps, otherPaid } = setting
  if (rated === undefined || (rated.day === undefined && rated.year === undefined)) return none
  const { visit, person } = draft
  const { kind } = rated.fee
  const takings: Limiting[] = []
  for (const [stretch, limit] of [
    ['day', rated.day],
    ['year', rated.year],
  ] as const) {
    if (limit?.minutes === undefined) continue
    const key = capKey(stretch, stretch === 'day' ? visit.day : visit.year, person, kind)
    const most = Math.max(0, limit.minutes - (otherPaid.get(key) ?? noOther).minutes)
    const left = leftOf(caps, `minutes ${key}`, most)
    const values = { capMinutes: limit.minutes, leftMinutes: left, minutes: time.within, year: visit.year }
    weighLower(setting, draft, limit, stretch, time)
    if (left === 0) weigh(draft, 'not-payable', limit.rule, `${stretch}-time-used`, values)
    else if (left < time.within) weigh(draft, 'payable', limit.rule, `${stretch}-time-cut`, values)
    cut(time, left)
    takings.push({ key: `minutes ${key}`, rule: limit.rule, most, of: 'minutes' })
  }
  return takings
}

/** A guideline that grants more hours for a visit, or in the year, than the council does at all is at odds with it. */
function weighLower(
  setting: FeeSetting,
  draft: FeeDraft,
  { rule, minutes: capMinutes = 0 }: Limit,
  stretch: 'day' | 'year',
  time: Time,
): void {
  if (time.within <= capMinutes) return
  const { plan, event } = setting
  const granting =
    stretch === 'day'
      ? event.isVisit && plan.capHours !== undefined
        ? [{ rule: plan.capHours, granted: plan.capHours.values.minutes }]
        : []
      : plan.yearHours
          .filter((it) => it.values.forms.includes(draft.visit.visit.form))
          .map((it) => ({ rule: it, granted: it.values.minutes }))
  for (const { rule: guideline, granted } of granting)
    if (granted > capMinutes)
      settle(setting, draft, { ...rule, kind: feeReasons }, 'council-lower', { capMinutes, granted }, guideline)
}
