import { claimKey, claimOf } from '../facts.ts'
import type { ClaimBlocks, Settled } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeeLine } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type Block, blockRule, blocksOn, rulesInForce, settledOn } from './blocks.ts'
import { type ClaimSetting, draftOf, type Given, type LineKind, lineFrom, nothing } from './claim-line.ts'
import { lossesInTime, weighDuties } from './claim-duties.ts'
import { weighCost } from './costs.ts'
import type { DutyInput } from './deadlines.ts'
import { type Benefit, type Earned, weighBenefit, weighLostEarnings } from './lost-earnings.ts'
import { dayMaxima, useOther } from './maxima.ts'
import { weighMileage } from './mileage.ts'
import { expectedInOrder, isBefore } from './other-paid.ts'
import { exclusionsOf, fixedShare } from './persons.ts'
import { type Draft, weigh } from './reasons.ts'

/**
 * Returns the lines beside the fee: lost earnings with pension and holiday benefit, mileage and other costs, for everyone who came to a
 * held visit and claims them. They stand in order of start, id and person, and in that order they use the day's maxima.
 */
export function claimLines(input: DutyInput, fees: readonly FeeLine[]): readonly FeeLine[] {
  const { facts } = input
  if (!facts.programme.claims.some(claimsMore)) return []
  const feeOf = new Map(fees.map((line) => [claimKey(line.visit, line.person), line]))
  const maxima = dayMaxima(facts)
  const expected = expectedInOrder(facts.programme)
  let at = 0
  return facts.visits.flatMap((visit) => {
    if (!visit.happened) return []
    for (let next = expected[at]; next !== undefined && isBefore(next, visit); next = expected[at]) {
      useOther(maxima, next)
      at += 1
    }
    return visit.attendees.flatMap(({ person, minutes: attended }) => {
      const key = claimKey(visit.id, person)
      const claim = claimOf(facts, visit.id, person)
      if (claim === undefined || !claimsMore(claim)) return []
      return linesOf({ ...input, maxima, visit, person, claim, attended, fee: feeOf.get(key) })
    })
  })
}

function claimsMore({ lostEarnings, journeys, costs, exportedLines }: Claim): boolean {
  return lostEarnings.length + journeys.length + costs.length + exportedLines.length > 0
}

function linesOf(setting: ClaimSetting): readonly FeeLine[] {
  const { claim } = setting
  // What has gone to payroll keeps its line, though the claim may have been changed since.
  const out = claim.exportedLines.map((it) => it.kind)
  const kinds = new Set([...claim.costs.map((it) => it.kind), ...out.filter((it) => !ownLines.has(it))])
  return [
    ...(claim.lostEarnings.length > 0 || out.some((it) => lossLines.has(it)) ? earningsLines(setting, out) : []),
    ...(paysMileage(setting) || out.includes('mileage') ? [mileageLine(setting)] : []),
    ...[...kinds].sort().map((kind) => costLine(setting, kind)),
  ]
}

/** A journey may be there for its distance alone, by which the time of travel counts, where nothing is paid by the kilometre. */
function paysMileage({ claim, feeRules, visit }: ClaimSetting): boolean {
  if (claim.journeys.length === 0) return false
  const times = rulesInForce(feeRules, visit.day).flatMap(({ fees }) => fees.flatMap(({ time }) => time ?? []))
  const isForDistance =
    times.some((it) => it.travelFromKilometres !== undefined) ||
    rulesInForce(feeRules, visit.day).some(({ fees }) =>
      fees.some(({ additions }) => additions.some((it) => it.fromKilometres !== undefined)),
    )
  return !isForDistance || blocksOn(feeRules, 'mileage', visit.day).length > 0
}

const lossLines: ReadonlySet<string> = new Set(['lost-earnings', 'lost-pension', 'lost-holiday'])
const ownLines: ReadonlySet<string> = new Set([...lossLines, 'mileage'])

function earningsLines(setting: ClaimSetting, out: readonly string[]): readonly FeeLine[] {
  const { claim } = setting
  let earned: Earned = { ...nothing, each: [] }
  const line = lineOf(setting, 'lostEarnings', lostEarnings, (draft, { rules, values }) => {
    const losses = lossesInTime(setting, draft, claim)
    const ruleOf = (clause = values.clause) => blockRule(rules, 'fee-rules.lost-earnings', clause)
    const settled = amountsOf(setting, draft, ruleOf(), { rules, values })
    if (settled !== undefined) earned = weighLostEarnings(setting, draft, ruleOf, settled, losses)
    return earned
  })
  const benefits = (['pension', 'holiday'] as const).filter(
    (it) => claim.lostEarnings.some((loss) => loss[it]) || out.includes(`lost-${it}`),
  )
  return [line, ...benefits.map((benefit) => benefitLine(setting, benefit, line, earned))]
}

const lostEarnings: LineKind = { component: 'lost-earnings', feeKind: 'lost-earnings' }

function benefitLine(setting: ClaimSetting, benefit: Benefit, line: FeeLine, earned: Earned): FeeLine {
  const kind = { component: 'lost-earnings', feeKind: `lost-${benefit}` } as const
  return lineOf(setting, 'lostEarnings', kind, (draft, { rules, values }) => {
    const limits = values[benefit]
    const rule = blockRule(rules, 'fee-rules.lost-earnings', limits?.clause ?? values.clause)
    if (limits === undefined) {
      weigh(draft, 'cannot-tell', rule, 'benefit-not-in-rules', { benefit }, [{ what: 'fee-rules' }])
      return nothing
    }
    // A benefit is a part of the earnings and waits with them.
    if (line.outcome !== 'payable') weigh(draft, line.outcome, rule, 'follows-earnings')
    const settled = amountsOf(setting, draft, rule, { rules, values: limits })
    return settled === undefined ? nothing : weighBenefit(setting, draft, rule, benefit, settled, earned)
  })
}

function mileageLine(setting: ClaimSetting): FeeLine {
  return lineOf(setting, 'mileage', { component: 'costs', feeKind: 'mileage' }, (draft, { rules, values }) => {
    weighDuties(setting, draft, 'costs')
    const rule = blockRule(rules, 'fee-rules.mileage', values.clause)
    const settled = amountsOf(setting, draft, rule, { rules, values })
    return settled === undefined ? nothing : weighMileage(setting, draft, rule, settled)
  })
}

function costLine(setting: ClaimSetting, kind: string): FeeLine {
  const what = { component: 'costs', feeKind: kind } as const
  return lineOf(setting, 'costs', what, (draft, { rules, values }) => {
    weighDuties(setting, draft, 'costs')
    const cost = values.find((it) => it.kind === kind)
    const rule = blockRule(rules, 'fee-rules.costs', cost?.clause ?? '')
    if (cost === undefined) {
      weigh(draft, 'cannot-tell', rule, 'not-in-rules', { kind }, [{ what: 'fee-rules' }])
      return nothing
    }
    const settled = amountsOf(setting, draft, rule, { rules, values: cost })
    return settled === undefined ? nothing : weighCost(setting, draft, rule, settled)
  })
}

/** Returns the block with its amounts as they are on the day. One that cannot be told is a reason, and nothing is worked out. */
function amountsOf<V>(
  { visit }: ClaimSetting,
  draft: Draft,
  rule: CompiledRule<object>,
  block: Block<V>,
): Settled<V> | undefined {
  const settled = settledOn(block, visit.day)
  if (settled.ok) return settled.values
  const { code, of } = settled.problem
  weigh(draft, 'cannot-tell', rule, code, { of }, [{ what: 'fee-rules' }])
  return undefined
}

type Key = 'lostEarnings' | 'mileage' | 'costs'
type Found<K extends Key> = { readonly rules: FeeRules; readonly values: NonNullable<ClaimBlocks[K]> }

const kindOfBlock = {
  lostEarnings: 'fee-rules.lost-earnings',
  mileage: 'fee-rules.mileage',
  costs: 'fee-rules.costs',
} as const

/** One line by the one block that speaks of it on the day. None cannot be told; of several somebody decides. */
function lineOf<K extends Key>(
  setting: ClaimSetting,
  key: K,
  what: LineKind,
  work: (draft: Draft, found: Found<K>) => Given,
): FeeLine {
  const { feeRules, visit } = setting
  const draft = draftOf(setting)
  const found = blocksOn(feeRules, key, visit.day)
  const [first] = found
  const rule = blockRule(first?.rules, kindOfBlock[key], clauseOf(first?.values))
  const values = { kind: what.feeKind, feeRules: found.map((it) => it.rules.title) }
  if (first === undefined) weigh(draft, 'cannot-tell', rule, 'not-in-rules', values, [{ what: 'fee-rules' }])
  else if (found.length > 1) weigh(draft, 'needs-decision', rule, 'rules-collide', values)
  else {
    weighStanding(setting, draft, rule)
    weighExclusions(setting, draft, first.rules, key, what)
  }
  return lineFrom(setting, what, draft, rule, () =>
    first === undefined || found.length > 1 ? nothing : work(draft, first as Found<K>),
  )
}

function clauseOf(values: NonNullable<ClaimBlocks[Key]> | undefined): string {
  return values === undefined || !('clause' in values) ? '' : values.clause
}

/**
 * Weighs whether the visit was made in the appointment at all. One for the party is none of the programme's; for somebody who was not
 * appointed no clause either pays or refuses, so somebody decides.
 */
function weighStanding({ fee, person }: ClaimSetting, draft: Draft, rule: CompiledRule<object>): void {
  const reasons = fee?.reasons ?? []
  const outside = reasons.find((it) => it.kind === 'visits.capacity' && it.code === 'outside')
  if (outside !== undefined) {
    draft.reasons.push(outside)
    draft.outcome = 'not-payable'
  } else if (reasons.some((it) => it.code === 'not-contact-politician'))
    weigh(draft, 'needs-decision', rule, 'not-appointed', { person })
}

/**
 * Weighs who and what the rules leave out: events of a kind that gives no such thing, and whoever has an office of full or
 * considerable part time (kommunallagen 4:12 and 4:14 leave that to the council). Nobody else is ever refused for an office.
 */
function weighExclusions(
  { facts, visit, person, fee }: ClaimSetting,
  draft: Draft,
  rules: FeeRules,
  key: Key,
  what: LineKind,
): void {
  const { component, feeKind: kind } = what
  const event = rules.fees.find((it) => it.kind === fee?.feeKind)
  if (event?.gives?.includes(component) === false) {
    const values = { kind, feeSv: event.title.sv, feeEn: event.title.en }
    weigh(draft, 'not-payable', blockRule(rules, kindOfBlock[key], event.clause), 'not-given', values)
  }
  const whose = { person, day: visit.day, kind: fee?.feeKind }
  for (const { category, clause } of exclusionsOf(facts, rules, whose, component)) {
    const values = { titleSv: category.title.sv, titleEn: category.title.en }
    weigh(draft, 'not-payable', blockRule(rules, officeKind, clause), 'category-excluded', values)
  }
  const office = rules.considerableOffice
  const heldPercent = fixedShare(facts.persons.get(person), visit.day)
  if (office === undefined || heldPercent < office.fromPercent) return
  if (!office.excludes.some((it) => it === kind || it === component)) return
  const values = { heldPercent, fromPercent: office.fromPercent }
  weigh(draft, 'not-payable', blockRule(rules, officeKind, office.clause), 'office-excluded', values)
}

const officeKind = 'fee-rules.considerable-office'
