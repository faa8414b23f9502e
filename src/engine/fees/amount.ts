import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { roundingUnits } from '../fee-rules-amounts.ts'
import { countings } from '../fee-rules-rates.ts'
import type { FeePart } from '../finding.ts'
import type { AmountProblem } from './amounts.ts'
import type { Rate } from './rates.ts'
import { roundedNumber } from './rational.ts'

/** What a rate gives, or why it cannot be told. */
export type Amount =
  | { readonly ok: true; readonly parts: readonly FeePart[] }
  | {
      readonly ok: false
      readonly code: 'boundary-silent' | 'form-mismatch' | AmountProblem['code']
      readonly boundaryMinutes?: number
      readonly of?: string
    }

/** A rate, and the fee rules and the clause that its parts name. */
export type RateOf = { readonly rate: Rate; readonly source: string; readonly clause: string }

type Form<F extends Rate['form']> = Rate & { readonly form: F }

/** Returns the parts of the fee for a length of time, in whole öre. */
export function amountFor(of: RateOf, time: Minutes): Amount {
  const { rate } = of
  switch (rate.form) {
    case 'unknown':
      return { ok: false, ...rate.problem }
    case 'hours':
      return byTheHour(of, rate, time)
    case 'steps':
      return bySteps(of, rate, time)
    case 'flat':
      return { ok: true, parts: [part(of, 'flat', time, once, rate.amount, rate.amount)] }
    default: {
      if (time === rate.boundaryMinutes && rate.atBoundary === 'silent')
        return { ok: false, code: 'boundary-silent', boundaryMinutes: rate.boundaryMinutes }
      const full = time === rate.boundaryMinutes ? rate.atBoundary === 'full' : time > rate.boundaryMinutes
      return { ok: true, parts: [dayPart(of, rate, full ? 'full' : 'half', time)] }
    }
  }
}

/** Returns the fee for half or a full day, however long the time was. Rules without an amount for a day cannot tell. */
export function amountForDay(of: RateOf, day: 'half' | 'full', time: Minutes): Amount {
  const { rate } = of
  if (rate.form === 'unknown') return { ok: false, ...rate.problem }
  return rate.form === 'days'
    ? { ok: true, parts: [dayPart(of, rate, day, time)] }
    : { ok: false, code: 'form-mismatch' }
}

/**
 * The first hour, or as long as the rules say, may have an amount of its own, paid once begun. The rest is paid per hour, counted as the rules say, here
 * by begun half-hours: 15.00–17.20 is the first hour and three half-hours, 347 + 3/2 × 173 = 606.50 kr.
 */
function byTheHour(of: RateOf, rate: Form<'hours'>, time: Minutes): Amount {
  const { firstHour, firstMinutes, perHour, rounding } = rate
  const firstKind = firstMinutes === 60 ? 'first-hour' : 'first-time'
  const first =
    time > 0 && firstHour !== undefined
      ? part(of, firstKind, minutes(Math.min(time, firstMinutes)), once, firstHour, firstHour)
      : undefined
  const rest = Math.max(0, firstHour === undefined ? time : time - firstMinutes)
  const { step, by } = countings[rate.counted]
  const steps = countedSteps(rest, step, by)
  if (steps === 0) return { ok: true, parts: first === undefined ? [] : [first] }
  const perStep = 60 / step
  const divisor = perStep * (rounding === undefined ? 1 : roundingUnits[rounding.to])
  const kind = firstHour === undefined ? 'time' : rate.counted === 'begun-half-hour' ? 'hours' : 'time-after'
  const isExact = (perHour * steps) % divisor === 0
  if (!isExact && (rounding === undefined || rounding.by === 'silent'))
    return { ok: false, code: rounding === undefined ? 'no-whole-ore' : 'rounding-silent', of: 'perHour' }
  const amount =
    isExact || rounding === undefined || rounding.by === 'silent'
      ? (perHour * steps) / perStep
      : roundedNumber(perHour * steps, perStep, roundingUnits[rounding.to], rounding.by)
  const last = part(of, kind, minutes(rest), { numerator: steps, denominator: perStep }, perHour, ore(amount))
  return { ok: true, parts: first === undefined ? [last] : [first, last] }
}

/** The amount of the first step that reaches so far; one of 0 kr gives nothing. */
function bySteps(of: RateOf, { steps }: Form<'steps'>, time: Minutes): Amount {
  const step = steps.find(({ upTo }) => time <= upTo)
  if (step === undefined || step.amount === 0 || time === 0) return { ok: true, parts: [] }
  const { amount, clause = of.clause } = step
  return { ok: true, parts: [part({ ...of, clause }, 'step', time, once, amount, amount)] }
}

function countedSteps(time: number, step: number, by: 'up' | 'down' | 'nearest'): number {
  if (by === 'up') return Math.ceil(time / step)
  return Math.floor(by === 'down' ? time / step : (time * 2 + step) / (step * 2))
}

function dayPart(of: RateOf, rate: Form<'days'>, day: 'half' | 'full', time: Minutes): FeePart {
  const amount = day === 'full' ? rate.fullDay : rate.halfDay
  return part(of, day === 'full' ? 'full-day' : 'half-day', time, once, amount, amount)
}

const once: FeePart['quantity'] = { numerator: 1, denominator: 1 }

function part(
  { source, clause }: RateOf,
  kind: string,
  time: Minutes,
  quantity: FeePart['quantity'],
  rate: Ore,
  amount: Ore,
): FeePart {
  return { kind, minutes: time, source, clause, quantity, rate, amount }
}

/** Returns what the parts come to. */
export function totalOf(parts: readonly FeePart[]): Ore {
  let total = 0
  for (const { amount } of parts) total += amount
  return ore(total)
}
