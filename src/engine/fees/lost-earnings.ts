import { minutes } from '../../kernel/clock-time.ts'
import type { LostEarnings } from '../fee-rules-claims.ts'
import type { FeePart } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { partOf as shareOf } from './amounts.ts'
import { nearestOre } from './blocks.ts'
import { type ClaimSetting, type Given, nothing, partOf } from './claim-line.ts'
import { leftOf, losesBoth, type Use } from './maxima.ts'
import { type Draft, weigh } from './reasons.ts'

export type Benefit = 'pension' | 'holiday'
type Loss = Claim['lostEarnings'][number]
/** What was paid for each loss, for the benefits that are a part of it. */
export type Earned = Given & { readonly each: readonly { readonly loss: Loss; readonly amount: number }[] }

/**
 * Weighs the lost earnings of a claim: certificate, what an hour is, the most for an hour, and last the most for the day, which
 * runs through all of the person's visits that day. Employment comes before own business.
 */
export function weighLostEarnings(
  setting: ClaimSetting,
  draft: Draft,
  ruleOf: (clause?: string) => CompiledRule<object>,
  values: LostEarnings,
  losses: readonly Loss[],
): Earned {
  const { visit, person } = setting
  const attendance = visit.visit.attendance.filter((it) => it.person === person)
  if (values.notWithinPaidWork && attendance.every((it) => it.withinPaidWork === true)) {
    weigh(draft, 'not-payable', ruleOf(), 'within-paid-work')
    return { ...nothing, each: [] }
  }
  weighSilence(setting, draft, ruleOf, values)
  const parts: FeePart[] = []
  const uses: Use[] = []
  const each: { loss: Loss; amount: number }[] = []
  const counted = losses
    .flatMap((loss) => hourOf(draft, ruleOf, values, loss))
    .sort((a, b) => order(a.loss) - order(b.loss) || b.rate - a.rate || a.time - b.time)
  for (const { loss, rule, rate, time } of counted) {
    const full = nearestOre(rate * time, 60)
    const most = mostLeft(setting, ruleOf, values, loss.as, uses)
    const amount = Math.min(full, most.left)
    if (amount < full) weigh(draft, 'payable', most.rule, 'cut-to-day', { mostOre: most.most, leftOre: most.left })
    for (const kind of [loss.as, 'lost-earnings']) uses.push({ kind, amount })
    each.push({ loss, amount })
    if (amount === 0) continue
    parts.push(
      amount < full
        ? partOf(most.rule, 'to-daily-most', { time }, amount, amount)
        : partOf(rule, 'lost-hours', { time, numerator: time, denominator: 60 }, rate, amount),
    )
  }
  return { parts, uses, each, paid: minutes(counted.reduce((sum, it) => sum + it.time, 0)) }
}

/** Weighs a benefit: a percentage of the earnings that are paid for employment, up to its own most for the day. */
export function weighBenefit(
  { maxima, visit, person }: ClaimSetting,
  draft: Draft,
  rule: CompiledRule<object>,
  benefit: Benefit,
  { percent, dailyMost }: NonNullable<LostEarnings[Benefit]>,
  { each }: Earned,
): Given {
  const asked = each.filter(({ loss }) => loss[benefit])
  if (asked.some(({ loss }) => loss.as === 'self-employed')) weigh(draft, 'payable', rule, 'employees-only')
  const base = asked.reduce((sum, it) => sum + (it.loss.as === 'employee' ? it.amount : 0), 0)
  if (base === 0) {
    weigh(draft, 'payable', rule, 'no-earnings')
    return nothing
  }
  const kind = `lost-${benefit}`
  // The percentage is a number with two decimals at most, and so a whole number of hundredths.
  const hundredths = Math.round(percent * 100)
  const full = nearestOre(base * hundredths, 10_000)
  const left = dailyMost === undefined ? full : leftOf(maxima, { day: visit.day, person }, kind, dailyMost)
  const amount = Math.min(full, left)
  weigh(draft, 'payable', rule, 'percent-of-earnings', { percent: String(percent), baseOre: base })
  if (amount < full) weigh(draft, 'payable', rule, 'cut-to-day', { mostOre: dailyMost, leftOre: left })
  if (amount === 0) return nothing
  const part =
    amount < full
      ? partOf(rule, 'to-daily-most', {}, amount, amount)
      : partOf(rule, kind, { numerator: hundredths, denominator: 10_000 }, base, amount)
  return { parts: [part], uses: [{ kind, amount }] }
}

/** Where the rules leave open whether the two kinds share a maximum, somebody who loses both on one day cannot be told. */
function weighSilence(
  { maxima, visit, person }: ClaimSetting,
  draft: Draft,
  ruleOf: (clause?: string) => CompiledRule<object>,
  { employee, selfEmployed, mixed }: LostEarnings,
): void {
  if (mixed?.maximum !== 'silent' || (employee?.dailyMost ?? selfEmployed?.dailyMost) === undefined) return
  if (losesBoth(maxima, { day: visit.day, person }))
    weigh(draft, 'cannot-tell', ruleOf(mixed.clause), 'mixed-silent', {}, [{ what: 'fee-rules' }])
}

type Hour = {
  readonly loss: Loss
  readonly rule: CompiledRule<object>
  readonly rate: number
  readonly time: number
}

function order({ as }: Loss): number {
  return as === 'employee' ? 0 : 1
}

/** Returns the loss with what an hour of it is, or nothing when no rule speaks of it or something is missing. */
function hourOf(
  draft: Draft,
  ruleOf: (clause?: string) => CompiledRule<object>,
  values: LostEarnings,
  loss: Loss,
): readonly Hour[] {
  const limits = loss.as === 'employee' ? values.employee : values.selfEmployed
  const rule = ruleOf(limits?.clause)
  if (limits === undefined) {
    weigh(draft, 'cannot-tell', rule, 'earnings-not-in-rules', { as: loss.as }, [{ what: 'fee-rules' }])
    return []
  }
  if (limits.certificate === 'required' && !loss.certificate)
    weigh(draft, 'waiting', rule, 'certificate-missing', { as: loss.as })
  const own =
    loss.as === 'employee' ? employeeHour(draft, rule, values, loss) : selfEmployedHour(draft, rule, values, loss)
  if (own === undefined) return []
  const { hourlyMost } = limits
  const rate = Math.min(own, hourlyMost ?? own)
  if (rate < own) weigh(draft, 'payable', rule, 'cut-to-hour', { perHourOre: own, mostOre: hourlyMost })
  const step = values.stepMinutes ?? 1
  return [{ loss, rule, rate, time: Math.ceil(loss.minutes / step) * step }]
}

/** What the employee loses; the flat amount for somebody who cannot show how much. */
function employeeHour(
  draft: Draft,
  rule: CompiledRule<object>,
  { employee }: LostEarnings,
  { perHour, minutes: time }: Loss,
): number | undefined {
  const flat = employee?.flatPerHour
  if (perHour === undefined && flat !== undefined) {
    weigh(draft, 'payable', rule, 'flat-hour-employee', { perHourOre: flat, minutes: time })
    return flat
  }
  if (perHour === undefined) weigh(draft, 'waiting', rule, 'per-hour-missing')
  else weigh(draft, 'payable', rule, 'per-hour', { perHourOre: perHour, minutes: time })
  return perHour
}

/** The chosen yearly income by its divisor, to the nearest öre; the flat amount for somebody who gives no income. */
function selfEmployedHour(
  draft: Draft,
  rule: CompiledRule<object>,
  { selfEmployed }: LostEarnings,
  { yearlyIncome, basis: chosen, minutes: time }: Loss,
): number | undefined {
  const { bases = [], flatPerHour } = selfEmployed ?? {}
  if (yearlyIncome === undefined && flatPerHour !== undefined) {
    weigh(draft, 'payable', rule, 'flat-hour', { perHourOre: flatPerHour, minutes: time })
    return flatPerHour
  }
  const basis = chosen === undefined && bases.length === 1 ? bases[0] : bases.find((it) => it.code === chosen)
  const titles = { titlesSv: bases.map((it) => it.title.sv), titlesEn: bases.map((it) => it.title.en) }
  if (yearlyIncome === undefined) {
    weigh(draft, 'waiting', rule, 'income-missing', titles)
    return undefined
  }
  if (basis === undefined) {
    if (bases.length === 0) weigh(draft, 'cannot-tell', rule, 'no-bases', {}, [{ what: 'fee-rules' }])
    else weigh(draft, 'waiting', rule, 'basis-to-choose', titles)
    return undefined
  }
  const perHourOre = shareOf(
    yearlyIncome,
    { numerator: 1n, denominator: BigInt(basis.divisor) },
    basis.rounding ?? { to: 'ore', by: 'nearest' },
  )
  if (typeof perHourOre === 'string') {
    weigh(draft, 'cannot-tell', rule, 'hour-rounding-silent', {}, [{ what: 'fee-rules' }])
    return undefined
  }
  weigh(draft, 'payable', rule, 'from-income', {
    perHourOre,
    yearlyIncomeOre: yearlyIncome,
    divisor: basis.divisor,
    minutes: time,
    titleSv: basis.title.sv,
    titleEn: basis.title.en,
  })
  return perHourOre
}

type Room = { readonly left: number; readonly most?: number; readonly rule: CompiledRule<object> }

/** Returns the tightest maximum of the day for a kind of earnings, counting what the line itself has used. */
function mostLeft(
  { maxima, visit, person }: ClaimSetting,
  ruleOf: (clause?: string) => CompiledRule<object>,
  { employee, selfEmployed, mixed }: LostEarnings,
  as: Loss['as'],
  uses: readonly Use[],
): Room {
  const whose = { day: visit.day, person }
  const own = as === 'employee' ? employee : selfEmployed
  const room = (kind: string, most: number | undefined, clause: string | undefined): Room => {
    const rule = ruleOf(clause)
    if (most === undefined) return { left: Number.POSITIVE_INFINITY, rule }
    const taken = uses.reduce((sum, it) => sum + (it.kind === kind ? it.amount : 0), 0)
    return { left: Math.max(0, leftOf(maxima, whose, kind, most) - taken), most, rule }
  }
  const alone = room(as, own?.dailyMost, own?.clause)
  if (mixed === undefined || !losesBoth(maxima, whose)) return alone
  const shared = room('lost-earnings', mixed.dailyMost, mixed.clause)
  return shared.left < alone.left ? shared : alone
}
