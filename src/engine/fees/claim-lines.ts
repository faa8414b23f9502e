import { claimKey } from '../facts.ts'
import type { ClaimBlocks } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeeLine } from '../finding.ts'
import type { Claim, Person } from '../programme.ts'
import { blockRule, blocksOn, rulesInForce } from './blocks.ts'
import { type ClaimSetting, draftOf, type Given, type LineKind, lineFrom, nothing } from './claim-line.ts'
import { lossesInTime, weighDuties } from './claim-duties.ts'
import { weighCost } from './costs.ts'
import type { DutyInput } from './deadlines.ts'
import { type Benefit, type Earned, weighBenefit, weighLostEarnings } from './lost-earnings.ts'
import { dayMaxima } from './maxima.ts'
import { weighMileage } from './mileage.ts'
import { type Draft, weigh } from './reasons.ts'
import { isWithin } from '../../kernel/date.ts'

/**
 * Returns the lines beside the fee: lost earnings with pension and holiday benefit, mileage and other costs, for everyone who came to a
 * held visit and claims them. They stand in order of start, id and person, and in that order they use the day's maxima.
 */
export function claimLines(input: DutyInput, fees: readonly FeeLine[]): readonly FeeLine[] {
  const { facts } = input
  if (!facts.programme.claims.some(claimsMore)) return []
  const feeOf = new Map(fees.map((line) => [claimKey(line.visit, line.person), line]))
  const maxima = dayMaxima(facts)
  return facts.visits.flatMap((visit) => {
    if (!visit.happened) return []
    return visit.attendees.flatMap(({ person, minutes: attended }) => {
      const key = claimKey(visit.id, person)
      const claim = facts.claims.get(key)
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
    ...(claim.journeys.length > 0 || out.includes('mileage') ? [mileageLine(setting)] : []),
    ...[...kinds].sort().map((kind) => costLine(setting, kind)),
  ]
}

const lossLines: ReadonlySet<string> = new Set(['lost-earnings', 'lost-pension', 'lost-holiday'])
const ownLines: ReadonlySet<string> = new Set([...lossLines, 'mileage'])

function earningsLines(setting: ClaimSetting, out: readonly string[]): readonly FeeLine[] {
  const { claim } = setting
  let earned: Earned = { ...nothing, each: [] }
  const line = lineOf(setting, 'lostEarnings', lostEarnings, (draft, { rules, values }) => {
    const losses = lossesInTime(setting, draft, claim)
    const ruleOf = (clause = values.clause) => blockRule(rules, 'fee-rules.lost-earnings', clause)
    earned = weighLostEarnings(setting, draft, ruleOf, values, losses)
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
    return weighBenefit(setting, draft, rule, benefit, limits, earned)
  })
}

function mileageLine(setting: ClaimSetting): FeeLine {
  return lineOf(setting, 'mileage', { component: 'costs', feeKind: 'mileage' }, (draft, { rules, values }) => {
    weighDuties(setting, draft, 'costs')
    return weighMileage(setting, draft, blockRule(rules, 'fee-rules.mileage', values.clause), values)
  })
}

function costLine(setting: ClaimSetting, kind: string): FeeLine {
  const what = { component: 'costs', feeKind: kind } as const
  return lineOf(setting, 'costs', what, (draft, { rules, values }) => {
    weighDuties(setting, draft, 'costs')
    const cost = values.find((it) => it.kind === kind)
    if (cost !== undefined) return weighCost(setting, draft, blockRule(rules, 'fee-rules.costs', cost.clause), cost)
    const missing = [{ what: 'fee-rules' }] as const
    weigh(draft, 'cannot-tell', blockRule(rules, 'fee-rules.costs', ''), 'not-in-rules', { kind }, missing)
    return nothing
  })
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
  else weighOffice(setting, draft, what)
  return lineFrom(setting, what, draft, rule, () =>
    first === undefined || found.length > 1 ? nothing : work(draft, first as Found<K>),
  )
}

function clauseOf(values: NonNullable<ClaimBlocks[Key]> | undefined): string {
  return values === undefined || !('clause' in values) ? '' : values.clause
}

/**
 * Whoever has an office of full or considerable part time may be without this (kommunallagen 4:12 and 4:14 leave that to the council);
 * nobody else is ever refused it for the office.
 */
function weighOffice(
  { facts, feeRules, visit, person }: ClaimSetting,
  draft: Draft,
  { component, feeKind }: LineKind,
): void {
  const heldPercent = officePercent(facts.persons.get(person), visit.day)
  for (const rules of rulesInForce(feeRules, visit.day)) {
    const office = rules.considerableOffice
    if (office === undefined || heldPercent < office.fromPercent) continue
    if (!office.excludes.some((it) => it === feeKind || it === component)) continue
    const rule = blockRule(rules, 'fee-rules.considerable-office', office.clause)
    weigh(draft, 'not-payable', rule, 'office-excluded', { heldPercent, fromPercent: office.fromPercent })
  }
}

/** Returns the person's fixed fees on the day together, as the share of a full one. */
function officePercent(person: Person | undefined, day: ClaimSetting['visit']['day']): number {
  return (person?.fixedFees ?? []).reduce((sum, it) => sum + (isWithin(day, it) ? it.percent : 0), 0)
}
