import { minutesBetween } from '../../kernel/clock-change.ts'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { weekdayOf } from '../../kernel/date.ts'
import { isHoliday } from '../../kernel/holidays.ts'
import { weekdays } from '../fee-rules-additions.ts'
import type { FeePart } from '../finding.ts'
import { amountFor, totalOf } from './amount.ts'
import { partOf } from './amounts.ts'
import type { Rated, RatedAddition } from './periods.ts'
import { decimal, divide, multiply, reduced, whole } from './rational.ts'
import { weigh } from './reasons.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'
import { isFarEnough } from './time.ts'

/** Returns the fee with what is paid beside it: each addition is a part of its own, by its own clause. */
export function withAdditions(
  setting: FeeSetting,
  draft: FeeDraft,
  { additions }: Rated,
  parts: readonly FeePart[],
): readonly FeePart[] {
  if (additions.length === 0 || parts.length === 0) return parts
  return [...parts, ...additions.flatMap((addition) => partsOf(setting, draft, addition, parts))]
}

function partsOf(
  setting: FeeSetting,
  draft: FeeDraft,
  addition: RatedAddition,
  fee: readonly FeePart[],
): readonly FeePart[] {
  const { rule, title } = addition
  const time = timeOf(setting, draft, addition)
  if (time === 0) return []
  const found = addition.percent === undefined ? byRate(addition, time) : byPercent(draft, addition, fee, time)
  if (typeof found === 'string') {
    weigh(draft, 'cannot-tell', rule, found, { of: title.sv }, [{ what: 'fee-rules' }])
    return []
  }
  const values = { titleSv: title.sv, titleEn: title.en, amountOre: totalOf(found), minutes: time }
  if (found.length > 0) weigh(draft, 'payable', rule, 'addition', values)
  return found
}

function byRate({ rate, rule }: RatedAddition, time: Minutes): readonly FeePart[] | string {
  if (rate === undefined) return []
  const given = amountFor({ rate, source: rule.source, clause: rule.clause }, time)
  return given.ok ? given.parts.map((it) => ({ ...it, kind: 'addition' })) : given.code
}

/** So many percent of the fee, for so much of it as the time is of the visit. */
function byPercent(
  draft: FeeDraft,
  { percent = 0, rounding, rule }: RatedAddition,
  fee: readonly FeePart[],
  time: Minutes,
): readonly FeePart[] | string {
  const total = totalOf(fee)
  const visited = attendedIn(draft, 0, midnight)
  const part = reduced(divide(multiply(decimal(percent), whole(Math.min(time, visited))), whole(100 * visited)))
  const amount = partOf(total, part, rounding)
  if (typeof amount === 'string') return amount
  const quantity = { numerator: Number(part.numerator), denominator: Number(part.denominator) }
  return [{ kind: 'addition', minutes: time, quantity, rate: total, amount, source: rule.source, clause: rule.clause }]
}

/** Returns the minutes that an addition is paid for. */
function timeOf({ claim }: FeeSetting, draft: FeeDraft, addition: RatedAddition): Minutes {
  const { of, days, between, fromKilometres, rule } = addition
  const { day } = draft.visit
  if (days !== undefined) {
    const name = weekdays[weekdayOf(day) - 1]
    if (!days.some((it) => it === name || (it === 'holiday' && isHoliday(day)))) return minutes(0)
  }
  if (of === 'preparation') return minutes(claim?.preparationMinutes ?? 0)
  if (of === 'after-work') return minutes(claim?.afterWorkMinutes ?? 0)
  if (of === 'travel') {
    const time = minutes(claim?.travelMinutes ?? 0)
    return time > 0 && isFarEnough({ travelFromKilometres: fromKilometres, rule }, claim, draft) ? time : minutes(0)
  }
  if (between === undefined) return minutes(attendedIn(draft, 0, midnight))
  const { from, until } = between
  return minutes(
    from < until ? attendedIn(draft, from, until) : attendedIn(draft, from, midnight) + attendedIn(draft, 0, until),
  )
}

const midnight = 1440

/** Returns how long the person was there between two times of the day. */
function attendedIn({ visit, person }: FeeDraft, from: number, until: number): number {
  return visit.visit.attendance.reduce(
    (sum, it) =>
      it.person === person ? sum + minutesBetween(visit.day, Math.max(it.start, from), Math.min(it.end, until)) : sum,
    0,
  )
}
