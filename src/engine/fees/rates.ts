import type { Ore } from '../../kernel/money.ts'
import type { Rounding, WrittenAmount } from '../fee-rules-amounts.ts'
import { type Counting, countings, type FeeForm } from '../fee-rules-rates.ts'
import type { AmountProblem, Resolved } from './amounts.ts'

/** A rate with its amounts as they are on a day, in whole öre; `unknown` with the reason when one cannot be told. */
export type Rate =
  | {
      readonly form: 'hours'
      readonly firstHour: Ore | undefined
      readonly firstMinutes: number
      readonly perHour: Ore
      readonly counted: Counting
      readonly rounding: Rounding | undefined
    }
  | {
      readonly form: 'days'
      readonly halfDay: Ore
      readonly fullDay: Ore
      readonly boundaryMinutes: number
      readonly atBoundary: 'half' | 'full' | 'silent'
    }
  | { readonly form: 'steps'; readonly steps: readonly RateStep[] }
  | { readonly form: 'flat'; readonly amount: Ore }
  | { readonly form: 'unknown'; readonly problem: AmountProblem }

/** An amount for a time that is so long at most, with a clause where it has one of its own. */
type RateStep = { readonly upTo: number; readonly amount: Ore; readonly clause: string | undefined }

/** Returns the amounts that stand in a form, by their keys; in a list the key is the way there, with points. */
export function partsOfForm(form: FeeForm): Readonly<Record<string, WrittenAmount | undefined>> {
  switch (form.form) {
    case 'flat':
      return { amount: form.amount }
    case 'half-full-day':
      return { halfDay: form.halfDay, fullDay: form.fullDay }
    case 'steps':
      return Object.fromEntries(form.steps.map(({ amount }, at) => [`steps.${at}.amount`, amount]))
    default:
      return { firstHour: form.firstHour, perHour: form.perHour }
  }
}

/** Returns the minutes by which a form by the hour counts time. */
export function granuleOf(form: FeeForm): number {
  return form.form === 'hourly' ? countings[form.counted].step : 30
}

/** Returns the rate with every amount worked out. */
export function rateOf(form: FeeForm, resolve: (amount: WrittenAmount, called: string) => Resolved): Rate {
  const amounts: Record<string, Ore> = {}
  for (const [key, amount] of Object.entries(partsOfForm(form))) {
    if (amount === undefined) continue
    const resolved = resolve(amount, key)
    if (!resolved.ok) return { form: 'unknown', problem: resolved.problem }
    amounts[key] = resolved.ore
  }
  const { firstHour, perHour, halfDay, fullDay, amount } = amounts
  if (form.form === 'flat') return { form: 'flat', amount: amount as Ore }
  if (form.form === 'half-full-day')
    return {
      form: 'days',
      halfDay: halfDay as Ore,
      fullDay: fullDay as Ore,
      boundaryMinutes: form.boundaryMinutes,
      atBoundary: form.atBoundary,
    }
  if (form.form === 'steps')
    return {
      form: 'steps',
      steps: form.steps.map(({ clause, ...step }, at) => ({
        upTo: upToOf(step),
        amount: amounts[`steps.${at}.amount`] as Ore,
        clause,
      })),
    }
  const [counted, rounding, firstMinutes = 60] =
    form.form === 'hourly'
      ? [form.counted, form.rounding, form.firstMinutes]
      : (['begun-half-hour', undefined, 60] as const)
  return { form: 'hours', firstHour, firstMinutes, perHour: perHour as Ore, counted, rounding }
}

/** Returns the longest time of a step, in whole minutes; without end where it names none. */
export function upToOf({ upTo, below }: { readonly upTo?: number | undefined; readonly below?: number | undefined }) {
  return upTo ?? (below === undefined ? Number.POSITIVE_INFINITY : below - 1)
}
