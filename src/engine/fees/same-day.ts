import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import type { FeePart } from '../finding.ts'
import { type Amount, amountFor, type RateOf, totalOf } from './amount.ts'
import { type Chain, grownBy, isLinked } from './caps.ts'
import { capKey } from './other-paid.ts'
import type { Rated } from './periods.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'

/**
 * Returns the amount for an event that is counted as one with those before it on the day: what all of them give, less what
 * those before it give. Each is so paid once, and nothing that has been paid is changed.
 */
export function amountOfDay(setting: FeeSetting, draft: FeeDraft, rate: RateOf, time: Minutes): Amount {
  const { rated } = setting
  if (rated?.sameDay === undefined) return amountFor(rate, time)
  const before = minutes(minutesBefore(setting, draft, rated, time))
  const all = amountFor(rate, minutes(before + time))
  const earlier = amountFor(rate, before)
  if (!all.ok || !earlier.ok) return earlier.ok ? all : earlier
  // What is worth nothing adds nothing either.
  if (before === 0) return totalOf(all.parts) === 0 ? { ok: true, parts: [] } : all
  const { rule } = rated.sameDay
  const [total, given] = [totalOf(all.parts), totalOf(earlier.parts)]
  const values = { minutes: before + time, earlierMinutes: before, computedOre: total, givenOre: given }
  if (total <= given) {
    draft.empty = { rule, code: 'same-day-given', values }
    return { ok: true, parts: [] }
  }
  weigh(draft, 'payable', rule, 'same-day', values)
  const amount = (total - given) as typeof total
  const once = { numerator: 1, denominator: 1 }
  const part: FeePart = {
    kind: 'day-rest',
    minutes: time,
    quantity: once,
    rate: amount,
    amount,
    source: rule.source,
    clause: rule.clause,
  }
  return { ok: true, parts: [part] }
}

/** Returns the minutes of the earlier events that this one is counted as one with, and lets it come to them. */
function minutesBefore({ caps, facts }: FeeSetting, draft: FeeDraft, rated: Rated, time: Minutes): number {
  const { visit, person } = draft
  const { fee } = rated
  const breakMost = rated.sameDay?.breakMost
  const rows = visit.visit.attendance.filter((it) => it.person === person)
  const start = Math.min(...rows.map((it) => it.start))
  const end = Math.max(...rows.map((it) => it.end))
  const key = capKey('day', visit.day, person, fee.kind)
  const known =
    caps.chains.get(key) ??
    (start === 0 ? overMidnight(caps.chains.get(capKey('day', visit.day - 1, person, fee.kind))) : undefined)
  draft.chain = { key, time, grown: grownBy(known, breakMost, { start, end, minutes: time }) }
  const paid = facts.programme.otherPaid
    .filter((it) => it.state === 'paid' && it.person === person && it.day === visit.day && it.kind === fee.kind)
    // Paid time may come after this one too.
    .filter((it) => isLinked(it, breakMost, start) && isLinked({ end }, breakMost, it.start))
    .reduce((sum, it) => sum + (it.minutes ?? it.end - it.start), 0)
  return paid + (known !== undefined && isLinked(known, breakMost, start) ? known.minutes : 0)
}

/** What lasted until midnight goes on where something begins at midnight. */
function overMidnight(yesterday: Chain | undefined): Chain | undefined {
  return yesterday?.end === midnight ? { minutes: yesterday.minutes, end: 0 } : undefined
}

const midnight = 1440
