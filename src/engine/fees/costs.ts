import { minutes } from '../../kernel/clock-time.ts'
import type { Cost } from '../fee-rules-claims.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type ClaimSetting, type Given, nothing, partOf } from './claim-line.ts'
import { leftOf } from './maxima.ts'
import { type Draft, weigh } from './reasons.ts'

/** Weighs the receipts and ceilings of one kind of cost and returns what is paid. Of several amounts of the kind the ceilings meet the sum. */
export function weighCost(
  { claim, attended, maxima, visit, person }: ClaimSetting,
  draft: Draft,
  rule: CompiledRule<object>,
  cost: Cost,
): Given {
  const { kind, receipt, mostPerHour, mostPerOccasion, mostPerDay } = cost
  const claimed = claim.costs.filter((it) => it.kind === kind)
  const sum = claimed.reduce((total, it) => total + it.amount, 0)
  const values = { titleSv: cost.title.sv, titleEn: cost.title.en, claimedOre: sum }
  if (receipt === 'required' && claimed.some((it) => !it.receipt))
    weigh(draft, 'waiting', rule, 'receipt-missing', values)
  // A ceiling is never passed, so that a fraction of an öre falls away.
  const byHour = mostPerHour === undefined ? undefined : Math.floor((mostPerHour * attended) / 60)
  const left = mostPerDay === undefined ? undefined : leftOf(maxima, { day: visit.day, person }, kind, mostPerDay)
  let paid = sum
  const cut = (most: number | undefined, code: string, stated: number | undefined) => {
    if (most === undefined || paid <= most) return
    weigh(draft, 'payable', rule, code, { ...values, mostOre: stated, leftOre: most, minutes: minutes(attended) })
    paid = most
  }
  cut(byHour, 'cut-to-hours', mostPerHour)
  cut(mostPerOccasion, 'cut-to-occasion', mostPerOccasion)
  cut(left, 'cut-to-day', mostPerDay)
  if (paid === sum) weigh(draft, 'payable', rule, 'within-ceilings', values)
  return paid === 0 ? nothing : { parts: [partOf(rule, kind, {}, paid, paid)], uses: [{ kind, amount: paid }] }
}
