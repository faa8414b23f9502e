import type { Day } from '../../kernel/date.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { AmountStep, DerivedAmount, Period, Rounding, WrittenAmount } from '../fee-rules-amounts.ts'
import { roundingUnits } from '../fee-rules-amounts.ts'
import type { FeeRules } from '../fee-rules.ts'
import { asWhole, decimal, divide, fraction, multiply, type Rational, rounded, whole } from './rational.ts'

/**
 * Why an amount is not whole öre on a day: its base has no value yet, whole kronor are demanded without saying how,
 * or the sum is no whole öre (or beyond 100 million kronor) and no rounding is stated. `of` names the amount or base.
 */
export type AmountProblem = {
  readonly code: 'amount-unknown' | 'rounding-silent' | 'no-whole-ore'
  readonly of: string
}

/** Whole öre, or why not. */
export type Resolved =
  | { readonly ok: true; readonly ore: Ore }
  | { readonly ok: false; readonly problem: AmountProblem }

type Named = Pick<FeeRules, 'bases' | 'amounts'>

/** Returns what amounts are on a day, each worked out exactly and once. References are there and go in no circle: the file was read. */
export function resolverOn(
  { bases, amounts }: Named,
  day: Day,
): (amount: WrittenAmount | undefined, called: string) => Resolved {
  const known = new Map<string, Resolved>()
  const resolve = (amount: WrittenAmount | undefined, called: string): Resolved => {
    if (amount === undefined) return failed('amount-unknown', called)
    if (typeof amount === 'number') return { ok: true, ore: ore(amount) }
    return 'values' in amount ? resolve(valueOn(amount.values, day), called) : derived(amount)
  }
  const reference = (id: string): { readonly resolved: Resolved; readonly per: Period | undefined } => {
    const base = bases.find((it) => it.id === id)
    const named = amounts.find((it) => it.id === id)
    const resolved = known.get(id) ?? resolve(base === undefined ? named?.amount : valueOn(base.values, day), id)
    known.set(id, resolved)
    return { resolved, per: base?.per ?? named?.per }
  }
  const derived = (amount: DerivedAmount): Resolved => {
    const { resolved, per } = reference(amount.of)
    if (!resolved.ok) return resolved
    return worked(amount.of, whole(resolved.ore), per, [amount, ...(amount.steps ?? [])])
  }
  return resolve
}

/** Returns the value that holds on the day: the latest begun. */
export function valueOn<T>(values: readonly { readonly from: Day; readonly amount: T }[], day: Day): T | undefined {
  let latest: { readonly from: Day; readonly amount: T } | undefined
  for (const value of values)
    if (value.from <= day && (latest === undefined || value.from > latest.from)) latest = value
  return latest?.amount
}

/** Returns the days within the rules' own period on which an amount may change, its first day too. */
export function daysOfChange(rules: FeeRules): readonly Day[] {
  const { validity, bases, amounts, fees, dayCaps, categories, mileage, lostEarnings, costs } = rules
  const days = new Set<Day>([validity.from])
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('from' in value && 'amount' in value) days.add(value.from as Day)
    for (const part of Object.values(value)) visit(part)
  }
  for (const part of [bases, amounts, fees, dayCaps, categories, mileage, lostEarnings, costs]) visit(part)
  return [...days]
    .filter((day) => day >= validity.from && (validity.until === undefined || day < validity.until))
    .sort((a, b) => a - b)
}

/** Returns the product of an amount and a fraction, rounded when it says how. */
export function partOf(
  amount: Ore,
  part: Rational,
  rounding: Rounding | undefined,
): Ore | 'rounding-silent' | 'no-whole-ore' {
  const result = inWholes(multiply(whole(amount), part), rounding)
  return typeof result === 'string' ? result : (oreOf(result) ?? 'no-whole-ore')
}

function worked(of: string, start: Rational, per: Period | undefined, steps: readonly AmountStep[]): Resolved {
  let value = start
  let period = per
  for (const step of steps) {
    value = taken(value, step)
    if (step.per !== undefined && period !== undefined && step.per !== period)
      value = step.per === 'month' ? divide(value, whole(12)) : multiply(value, whole(12))
    period = step.per ?? period
    const result = inWholes(value, step.rounding)
    if (result === 'rounding-silent') return failed(result, of)
    value = result
  }
  const amount = oreOf(value)
  return amount === undefined ? failed('no-whole-ore', of) : { ok: true, ore: amount }
}

function taken(value: Rational, step: AmountStep): Rational {
  if (step.percent !== undefined) return divide(multiply(value, decimal(step.percent)), whole(100))
  if (step.fraction !== undefined) return multiply(value, fraction(step.fraction))
  return step.times === undefined ? value : multiply(value, decimal(step.times))
}

/** What is whole already needs no rule of rounding. */
function inWholes(value: Rational, rounding: Rounding | undefined): Rational | 'rounding-silent' {
  if (rounding === undefined) return value
  const unit = roundingUnits[rounding.to]
  if (value.numerator % (value.denominator * BigInt(unit)) === 0n) return value
  return rounding.by === 'silent' ? 'rounding-silent' : rounded(value, unit, rounding.by)
}

const mostOre = 10_000_000_000

function oreOf(value: Rational): Ore | undefined {
  const amount = asWhole(value)
  return amount === undefined || amount > mostOre ? undefined : ore(amount)
}

function failed(code: AmountProblem['code'], of: string): Resolved {
  return { ok: false, problem: { code, of } }
}
