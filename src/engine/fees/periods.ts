import type { Day } from '../../kernel/date.ts'
import type { Fee, FeeRules } from '../fee-rules.ts'
import type { Addition } from '../fee-rules-additions.ts'
import type { Category } from '../fee-rules-persons.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { daysOfChange, type Resolved, resolverOn } from './amounts.ts'
import { blockRule } from './blocks.ts'
import type { RateOf } from './amount.ts'
import { type Rate, rateOf } from './rates.ts'

/** The kind of findings and reasons about how a fee is worked out by fee rules. */
export const feeReasons = 'fee-rules.fee'

/** The most for one person in a day or a year. */
export type Limit = {
  readonly rule: CompiledRule
  readonly minutes: number | undefined
  readonly amount: Resolved | undefined
}

/** The most in kronor for a day for several kinds of fee together. */
export type SharedLimit = {
  /** Names the cap among those of the day. */
  readonly key: string
  readonly kinds: readonly string[]
  readonly rule: CompiledRule
  readonly amount: Resolved
}

/** What is paid beside a fee, with its amounts worked out. */
export type RatedAddition = Omit<Addition, 'rate'> & { readonly rate: Rate | undefined; readonly rule: CompiledRule }

/** A kind of fee as it is paid through a stretch of days, with every amount worked out. */
export type Rated = {
  readonly rules: FeeRules
  readonly fee: Fee
  /** The fee's own clause, as reasons name it. */
  readonly rule: CompiledRule
  readonly rate: Rate
  /** The same with where it stands, for whoever has no other. */
  readonly own: RateOf
  readonly categoryRates: readonly { readonly category: Category; readonly rate: Rate; readonly rule: CompiledRule }[]
  readonly day: Limit | undefined
  readonly year: Limit | undefined
  readonly perDay: { readonly most: number; readonly rule: CompiledRule } | undefined
  readonly additions: readonly RatedAddition[]
  readonly sameDay: (NonNullable<Fee['sameDay']> & { readonly rule: CompiledRule }) | undefined
  readonly leastTime: { readonly minutes: number; readonly rule: CompiledRule } | undefined
  /** The most for a day that the kind shares with others. */
  readonly sharedDay: readonly SharedLimit[]
  readonly time: (NonNullable<Fee['time']> & { readonly rule: CompiledRule }) | undefined
  readonly substitutes: (NonNullable<FeeRules['substitutes']> & { readonly rule: CompiledRule }) | undefined
  readonly withinPaidWork: (NonNullable<FeeRules['withinPaidWork']> & { readonly rule: CompiledRule }) | undefined
}

/** Kinds of fee that are not all paid on one day. */
export type Combination = FeeRules['combinations'][number] & { readonly rule: CompiledRule }

/** A stretch of days through which the same fee rules with the same amounts hold. */
export type FeePeriod = {
  readonly kinds: ReadonlyMap<string, readonly Rated[]>
  readonly combinations: readonly Combination[]
}

/** Returns the fee rules by day: each stretch is worked out once, when it is first asked for. */
export function feePeriods(feeRules: readonly FeeRules[]): { readonly at: (day: Day) => FeePeriod } {
  const starts = [
    ...new Set(feeRules.flatMap((rules) => [...daysOfChange(rules), rules.validity.until ?? rules.validity.from])),
  ].sort((a, b) => a - b)
  const periods: FeePeriod[] = []
  return {
    at(day) {
      let index = 0
      for (let high = starts.length; index < high; ) {
        const middle = (index + high) >>> 1
        if ((starts[middle] as Day) <= day) index = middle + 1
        else high = middle
      }
      const known = periods[index] ?? (index === 0 ? nothingHolds : periodOn(feeRules, starts[index - 1] as Day))
      periods[index] = known
      return known
    },
  }
}

/** Returns what each kind of fee is on the day: none, one, or several rules that collide. */
export function ratesOn(feeRules: readonly FeeRules[], kind: string, day: Day): readonly Rated[] {
  return feePeriods(feeRules).at(day).kinds.get(kind) ?? []
}

const nothingHolds: FeePeriod = { kinds: new Map(), combinations: [] }

function periodOn(feeRules: readonly FeeRules[], day: Day): FeePeriod {
  const holding = feeRules.filter(
    ({ validity }) => day >= validity.from && (validity.until === undefined || day < validity.until),
  )
  const kinds = new Map<string, Rated[]>()
  for (const rules of holding) {
    const resolve = resolverOn(rules, day)
    for (const fee of rules.fees) kinds.set(fee.kind, [...(kinds.get(fee.kind) ?? []), ratedOf(rules, fee, resolve)])
  }
  const combinations = holding.flatMap((rules) =>
    rules.combinations
      .filter(({ paid }) => paid !== 'together')
      .map((it) => ({ ...it, rule: feeRule(rules, it.clause) })),
  )
  return { kinds, combinations }
}

function ratedOf(rules: FeeRules, fee: Fee, resolve: ReturnType<typeof resolverOn>): Rated {
  const ruled = <T extends { readonly clause?: string | undefined }>(part: T | undefined) =>
    part === undefined ? undefined : { ...part, rule: feeRule(rules, part.clause ?? fee.clause) }
  const limit = (cap: Fee['dailyCap']): Limit | undefined =>
    cap === undefined
      ? undefined
      : {
          rule: feeRule(rules, cap.clause ?? fee.clause),
          minutes: cap.minutes,
          amount: cap.amount === undefined ? undefined : resolve(cap.amount, 'amount'),
        }
  const rate = rateOf(fee.rate, resolve)
  return {
    rules,
    fee,
    rule: feeRule(rules, fee.clause),
    rate,
    own: { rate, source: rules.id, clause: fee.clause },
    categoryRates: rules.categories.flatMap((category) =>
      category.rates
        .filter(({ kind }) => kind === fee.kind)
        .map(({ rate, clause }) => ({
          category,
          rate: rateOf(rate, resolve),
          rule: feeRule(rules, clause ?? category.clause),
        })),
    ),
    day: limit(fee.dailyCap),
    year: limit(fee.yearlyCap),
    additions: fee.additions.map(({ rate, ...addition }) => ({
      ...addition,
      rate: rate === undefined ? undefined : rateOf(rate, resolve),
      rule: feeRule(rules, addition.clause),
    })),
    sameDay: ruled(fee.sameDay),
    leastTime: ruled(fee.leastTime),
    sharedDay: sharedLimits(rules, fee.kind, resolve),
    perDay: ruled(fee.perDay),
    time: ruled(fee.time),
    substitutes: ruled(rules.substitutes),
    withinPaidWork: ruled(rules.withinPaidWork),
  }
}

function sharedLimits(rules: FeeRules, kind: string, resolve: ReturnType<typeof resolverOn>): readonly SharedLimit[] {
  return rules.dayCaps.flatMap(({ kinds = rules.fees.map((it) => it.kind), amount, clause }, at) =>
    kinds.includes(kind)
      ? [{ key: `shared ${rules.id} ${at}`, kinds, rule: feeRule(rules, clause), amount: resolve(amount, 'amount') }]
      : [],
  )
}

function feeRule(rules: FeeRules, clause: string): CompiledRule {
  return blockRule(rules, feeReasons, clause, 'administration')
}
