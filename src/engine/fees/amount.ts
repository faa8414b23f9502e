import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { FeePart } from '../finding.ts'
import type { FeeForm, FeeRules } from '../fee-rules.ts'

/** What a rate gives, or why it cannot be told. */
export type Amount =
  | { readonly ok: true; readonly parts: readonly FeePart[] }
  | { readonly ok: false; readonly code: 'boundary-silent' | 'form-mismatch'; readonly boundaryMinutes?: number }

export type Rated = { readonly rules: FeeRules; readonly fee: FeeRules['fees'][number] }

/** Returns the parts of the fee for a length of time, in whole öre. */
export function amountFor(rated: Rated, time: Minutes): Amount {
  const { rate } = rated.fee
  if (rate.form === 'first-hour-then-half-hours') return { ok: true, parts: firstHourThenHalfHours(rated, rate, time) }
  if (rate.form === 'flat') return { ok: true, parts: [part(rated, 'flat', time, 1, 1, rate.amount)] }
  if (time === rate.boundaryMinutes && rate.atBoundary === 'silent')
    return { ok: false, code: 'boundary-silent', boundaryMinutes: rate.boundaryMinutes }
  const full = time === rate.boundaryMinutes ? rate.atBoundary === 'full' : time > rate.boundaryMinutes
  return { ok: true, parts: [dayPart(rated, rate, full ? 'full' : 'half', time)] }
}

/** Returns the fee for half or a full day, however long the time was. Rules without an amount for a day cannot tell. */
export function amountForDay(rated: Rated, day: 'half' | 'full', time: Minutes): Amount {
  const { rate } = rated.fee
  return rate.form === 'half-full-day'
    ? { ok: true, parts: [dayPart(rated, rate, day, time)] }
    : { ok: false, code: 'form-mismatch' }
}

/**
 * The first hour has an amount of its own, paid once begun. The rest is paid per hour, counted by begun
 * half-hours: 15.00–17.20 is the first hour and three half-hours, 347 + 3/2 × 173 = 606.50 kr.
 */
function firstHourThenHalfHours(
  rated: Rated,
  rate: FeeForm & { form: 'first-hour-then-half-hours' },
  time: Minutes,
): readonly FeePart[] {
  if (time === 0) return []
  const first = part(rated, 'first-hour', minutes(Math.min(time, 60)), 1, 1, rate.firstHour)
  if (time <= 60) return [first]
  const halfHours = Math.ceil((time - 60) / 30)
  return [first, part(rated, 'hours', minutes(time - 60), halfHours, 2, rate.perHour)]
}

function dayPart(
  rated: Rated,
  rate: FeeForm & { form: 'half-full-day' },
  day: 'half' | 'full',
  time: Minutes,
): FeePart {
  return part(rated, day === 'full' ? 'full-day' : 'half-day', time, 1, 1, day === 'full' ? rate.fullDay : rate.halfDay)
}

function part(rated: Rated, kind: string, time: Minutes, numerator: number, denominator: number, rate: Ore): FeePart {
  return {
    kind,
    minutes: time,
    quantity: { numerator, denominator },
    rate,
    amount: ore((rate * numerator) / denominator),
    source: rated.rules.id,
    clause: rated.fee.clause,
  }
}
