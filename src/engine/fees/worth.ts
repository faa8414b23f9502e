import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import type { Share } from '../fee-rules-amounts.ts'
import type { FeePart } from '../finding.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { withAdditions } from './additions.ts'
import { type Amount, amountForDay, type RateOf, totalOf } from './amount.ts'
import { partOf } from './amounts.ts'
import { leftOf } from './caps.ts'
import { settle } from './decided.ts'
import { capKey, noOther } from './other-paid.ts'
import type { Limit, Rated, SharedLimit } from './periods.ts'
import { categoriesOf, isSubstitute } from './persons.ts'
import { decimal, divide, reduced, whole } from './rational.ts'
import { weigh } from './reasons.ts'
import { amountOfDay } from './same-day.ts'
import type { FeeDraft, FeeSetting } from './setting.ts'
import { type PaidTime, paidWorkMinutes } from './time.ts'

/**
 * Returns the parts of the fee for the time. The rate comes first, then the shares of substitutes and of time within paid
 * work, each with its own rounding, then what is paid beside the fee, and last the most in kronor for the day and for the year.
 */
export function partsOf(setting: FeeSetting, draft: FeeDraft, time: PaidTime): readonly FeePart[] {
  const { event, rated, facts } = setting
  const { fee } = event.rule.values
  if (fee === 'silent' || fee === 'none') return []
  if (rated === undefined) {
    const titles = event.rates.map((it) => it.rules.title)
    if (titles.length === 0)
      weigh(draft, 'cannot-tell', event.rule, 'fee-rules-missing', { fee }, [{ what: 'fee-rules' }])
    else weigh(draft, 'needs-decision', event.rule, 'fee-rules-collide', { fee, feeRules: titles })
    return []
  }
  if (rated.fee.gives !== undefined && !rated.fee.gives.includes('fee')) return []
  const rate = rateFor(setting, draft, rated)
  if (rate === undefined) return []
  let parts = ratedParts(setting, draft, rated, rate, time)
  const { person, visit } = draft
  if (rated.substitutes !== undefined && parts.length > 0 && isSubstitute(facts, { person, day: visit.day }))
    parts = substituteParts(setting, draft, rated.substitutes, parts)
  const { withinPaidWork } = rated
  if (withinPaidWork !== undefined && typeof withinPaidWork.paid === 'object' && paidWorkMinutes(draft) > 0)
    parts = shareOf(draft, withinPaidWork.rule, withinPaidWork.paid, parts, 'paid-work-share')
  parts = withAdditions(setting, draft, rated, parts)
  if (rated.day?.amount !== undefined)
    parts = underLimit(setting, draft, parts, rated.day, ofKind(setting, draft, rated, 'day'))
  for (const limit of rated.sharedDay) parts = underLimit(setting, draft, parts, limit, ofKinds(setting, draft, limit))
  return rated.year?.amount === undefined
    ? parts
    : underLimit(setting, draft, parts, rated.year, ofKind(setting, draft, rated, 'year'))
}

/** The kind's own rate, or that of a category that the person is in. Of two such rates somebody decides. */
function rateFor({ facts }: FeeSetting, draft: FeeDraft, rated: Rated): RateOf | undefined {
  const { own } = rated
  if (rated.categoryRates.length === 0) return own
  const categories = categoriesOf(facts, rated.rules, { person: draft.person, day: draft.visit.day })
  const others = rated.categoryRates.filter(({ category }) => categories.includes(category))
  const [first] = others
  if (first === undefined) return own
  const titles = (language: 'sv' | 'en') => others.map(({ category }) => category.title[language])
  const values = { person: draft.person, categorySv: titles('sv'), categoryEn: titles('en') }
  weigh(
    draft,
    others.length > 1 ? 'needs-decision' : 'payable',
    first.rule,
    others.length > 1 ? 'category-rates-collide' : 'category-rate',
    values,
  )
  return others.length > 1 ? undefined : { rate: first.rate, source: rated.rules.id, clause: first.rule.clause }
}

function ratedParts(
  setting: FeeSetting,
  draft: FeeDraft,
  rated: Rated,
  rate: RateOf,
  { within, beyond }: PaidTime,
): readonly FeePart[] {
  const { event } = setting
  const time = minutes(within + beyond)
  const amount = amountOf(setting, draft, rate, time)
  const feeRules = rated.rules.title
  if (amount.ok) {
    if (amount.parts.length === 0) {
      const rule = { ...rated.rule, clause: clauseAt(rate, time) }
      draft.empty ??= { rule, code: 'too-short', values: { feeRules, minutes: time } }
      return amount.parts
    }
    weigh(draft, 'payable', event.rule, amount.parts.some(isDay) ? 'counted-day' : 'counted', {
      fee: rated.fee.kind,
      minutes: time,
      feeRules,
    })
    return amount.parts
  }
  const { code } = amount
  const byGuideline = code === 'boundary-silent' || code === 'form-mismatch'
  weigh(
    draft,
    'cannot-tell',
    byGuideline ? event.rule : rated.rule,
    code,
    { feeRules, boundaryMinutes: amount.boundaryMinutes, ...(byGuideline ? {} : { of: amount.of }) },
    [{ what: 'fee-rules' }],
  )
  return []
}

/** A step may have a clause of its own. */
function clauseAt({ rate, clause }: RateOf, time: Minutes): string {
  return (rate.form === 'steps' ? rate.steps.find(({ upTo }) => time <= upTo)?.clause : undefined) ?? clause
}

function isDay({ kind }: FeePart): boolean {
  return kind === 'full-day' || kind === 'half-day'
}

function amountOf(setting: FeeSetting, draft: FeeDraft, rate: RateOf, time: Minutes): Amount {
  const { plan, event } = setting
  if (plan.dayEquivalent === undefined || !event.isVisit) return amountOfDay(setting, draft, rate, time)
  const { day } = plan.dayEquivalent.values
  weigh(draft, 'payable', plan.dayEquivalent, 'as-day', { day })
  return amountForDay(rate, day, time)
}

/** A substitute who serves may be paid otherwise than one who does not; where it is not noted, only equal shares can be told. */
function substituteParts(
  setting: FeeSetting,
  draft: FeeDraft,
  { serving: whenServing, notServing, rule }: NonNullable<Rated['substitutes']>,
  parts: readonly FeePart[],
): readonly FeePart[] {
  const rows = draft.visit.visit.attendance.filter((it) => it.person === draft.person)
  const serving = rows.find((it) => it.serving !== undefined)?.serving
  if (serving === undefined && JSON.stringify(whenServing) !== JSON.stringify(notServing)) {
    weigh(draft, 'cannot-tell', rule, 'serving-unknown', { person: draft.person }, [
      { what: 'fact', fact: 'visit.attendance.serving' },
    ])
    return parts
  }
  const share = serving === false ? notServing : whenServing
  if (share === 'none') {
    const values = { person: draft.person }
    const { placement } = setting.plan
    // A guideline that expressly lets substitutes make a placement is at odds with rules that pay them nothing.
    if (placement?.values.substitutes === 'yes' && draft.visit.visit.form === 'placement')
      settle(setting, draft, rule, 'council-no-substitutes', values, placement, 'nothing')
    else weigh(draft, 'not-payable', rule, 'substitute-unpaid', values)
    return []
  }
  return shareOf(draft, rule, share, parts, 'substitute-share')
}

/** So many percent of the fee, as one part: 1/2 × 606.50 kr = 303.25 kr. */
function shareOf(
  draft: FeeDraft,
  rule: CompiledRule,
  share: Share,
  parts: readonly FeePart[],
  code: 'substitute-share' | 'paid-work-share',
): readonly FeePart[] {
  if (typeof share !== 'object' || parts.length === 0) return parts
  const total = totalOf(parts)
  const part = reduced(divide(decimal(share.percent), whole(100)))
  const amount = partOf(total, part, share.rounding)
  const values = { percent: share.percent, computedOre: total, person: draft.person }
  if (typeof amount === 'string') {
    weigh(draft, 'cannot-tell', rule, amount, { ...values, of: 'percent' }, [{ what: 'fee-rules' }])
    return parts
  }
  weigh(draft, 'payable', rule, code, { ...values, amountOre: amount })
  const quantity = { numerator: Number(part.numerator), denominator: Number(part.denominator) }
  return [{ ...onePart(parts, rule, 'share', total, amount), quantity }]
}

/** A cap in kronor: of a day or a year, by which key, and what other paid time has used of it. */
type Stretch = {
  readonly stretch: 'day' | 'year'
  readonly key: string
  readonly other: number
  readonly shared?: boolean
}

function ofKind(
  { otherPaid }: FeeSetting,
  { visit, person }: FeeDraft,
  { fee }: Rated,
  stretch: 'day' | 'year',
): Stretch {
  const key = capKey(stretch, stretch === 'day' ? visit.day : visit.year, person, fee.kind)
  return { stretch, key, other: (otherPaid.get(key) ?? noOther).ore }
}

/** A cap that several kinds of fee share. */
function ofKinds({ otherPaid }: FeeSetting, { visit, person }: FeeDraft, { key, kinds }: SharedLimit): Stretch {
  const each = kinds.map((kind) => (otherPaid.get(capKey('day', visit.day, person, kind)) ?? noOther).ore)
  const other = each.reduce((sum, it) => sum + it, 0)
  return { stretch: 'day', key: capKey('day', visit.day, person, key), other, shared: true }
}

/** What is left in kronor of the most for the day or the year, where that is less. */
function underLimit(
  setting: FeeSetting,
  draft: FeeDraft,
  parts: readonly FeePart[],
  limit: Pick<Limit, 'rule' | 'amount'> | undefined,
  { stretch, key, other, shared = false }: Stretch,
): readonly FeePart[] {
  const { caps, exported } = setting
  // What has gone out holds its part of a cap, though another cap leaves nothing of it today.
  if (limit?.amount === undefined || (parts.length === 0 && !exported)) return parts
  const { rule, amount } = limit
  if (!amount.ok) {
    weigh(draft, 'cannot-tell', rule, amount.problem.code, { of: amount.problem.of }, [{ what: 'fee-rules' }])
    return parts
  }
  const { visit } = draft
  const most = Math.max(0, amount.ore - other)
  const left = leftOf(caps, `ore ${key}`, most)
  const total = totalOf(parts)
  const values = { capOre: amount.ore, leftOre: left, computedOre: total, year: visit.year }
  if (stretch === 'day' && total > amount.ore) weighPromised(setting, draft, rule, values)
  const taking = { key: `ore ${key}`, rule, most, of: 'ore', wanted: total, used: Math.min(total, left) } as const
  draft.takings = [...draft.takings, taking]
  if (total <= left) return parts
  const code = `${stretch}-amount-${left === 0 ? 'used' : 'cut'}`
  weigh(draft, left === 0 ? 'not-payable' : 'payable', rule, shared ? `shared-${code}` : code, values)
  return left === 0 ? [] : [onePart(parts, rule, `${stretch}-limit`, ore(left), ore(left))]
}

/** A guideline that promises a full day, or always so many hours, is at odds with a lower amount for the day. */
function weighPromised(
  setting: FeeSetting,
  draft: FeeDraft,
  rule: CompiledRule,
  values: { readonly capOre: Ore; readonly computedOre: Ore },
): void {
  const { plan, event } = setting
  if (!event.isVisit) return
  const flat = plan.capHours?.values.meaning === 'flat' ? plan.capHours : undefined
  const promising = plan.dayEquivalent ?? flat
  if (promising !== undefined) settle(setting, draft, rule, 'council-lower-amount', values, promising)
}

function onePart(parts: readonly FeePart[], rule: CompiledRule, kind: string, rate: Ore, amount: Ore): FeePart {
  return {
    kind,
    minutes: minutes(parts.reduce((sum, it) => sum + it.minutes, 0)),
    quantity: { numerator: 1, denominator: 1 },
    rate,
    amount,
    source: rule.source,
    clause: rule.clause,
  }
}
