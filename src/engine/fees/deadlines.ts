import { addDays, civilFromDay, type Day, dayOf, isWithin } from '../../kernel/date.ts'
import { claimOf, type Facts, type VisitFacts } from '../facts.ts'
import type { Deadline } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeeComponent, FeeOutcome, FindingValues } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { blockRule, blocksOn } from './blocks.ts'

/** What the duties of a claim are tried with. */
export type DutyInput = { readonly facts: Facts; readonly feeRules: readonly FeeRules[]; readonly today: Day }

/** How one deadline stands for one claim, and what that does to the line. */
export type Due = {
  readonly rule: CompiledRule
  readonly code: 'in-time' | 'to-hand-in' | 'late-noted' | 'late-refused'
  readonly outcome: FeeOutcome
  readonly values: FindingValues
}

/**
 * Returns how the deadlines for that part of a claim stand, by each fee rules in force. A deadline for this claimant goes before
 * one for all, and of several for this claimant the latest holds.
 */
export function deadlinesOf(
  { facts, feeRules, today }: DutyInput,
  { visit, person }: { readonly visit: VisitFacts; readonly person: string },
  of: FeeComponent,
  tags: readonly string[] = [],
): readonly Due[] {
  return blocksOn(feeRules, 'claims', visit.day).flatMap(({ rules, values }) => {
    const about = values.deadlines.filter((it) => it.of === of)
    if (about.length === 0) return []
    const own = new Set([...tags, ...tagsOf(facts, person, visit.day)])
    const special = about.filter((it) => it.claimant !== undefined && own.has(it.claimant))
    const [latest] = (special.length > 0 ? special : about.filter((it) => it.claimant === undefined))
      .map((deadline) => ({ deadline, by: lastDay(deadline, visit.day) }))
      .sort((a, b) => b.by - a.by)
    if (latest === undefined) return []
    const claim = claimOf(facts, visit.id, person)
    const day = claim === undefined ? undefined : handedIn(claim)
    const standing = standingOf(latest.deadline, day, latest.by, today)
    const rule = blockRule(rules, 'fee-rules.deadline', latest.deadline.clause)
    return [{ rule, ...standing, values: { of, byDay: latest.by, handedInOn: day } }]
  })
}

/** Returns the day on which the claim was handed in: what the claimant has confirmed is handed in. */
export function handedIn({ submitted, confirmed }: Claim): Day | undefined {
  return submitted ?? confirmed
}

/** Returns the last day of the month that is `later` months after the day's own. */
export function monthEnd(day: Day, later = 0): Day {
  const { year, month } = civilFromDay(day)
  const next = month + later
  return addDays(dayOf(year + Math.floor(next / 12), (next % 12) + 1, 1), -1)
}

/** A rule that refuses late claims pays none that is not handed in. */
function standingOf({ effect }: Deadline, day: Day | undefined, by: Day, today: Day): Pick<Due, 'code' | 'outcome'> {
  const refuses = effect === 'refuse'
  if ((day ?? today) > by)
    return refuses ? { code: 'late-refused', outcome: 'not-payable' } : { code: 'late-noted', outcome: 'payable' }
  if (day === undefined) return { code: 'to-hand-in', outcome: refuses ? 'waiting' : 'payable' }
  return { code: 'in-time', outcome: 'payable' }
}

/** Returns what tells a claimant from others: seats, roles and groups of the fee rules on the day. */
function tagsOf(facts: Facts, person: string, day: Day): readonly string[] {
  const { seats = [], roles = [], feeGroups = [] } = facts.persons.get(person) ?? {}
  return [
    ...seats.filter((it) => isWithin(day, it)).map((it) => it.kind),
    ...roles.filter((it) => isWithin(day, it)).map((it) => it.role),
    ...feeGroups.filter((it) => isWithin(day, it)).map((it) => it.group),
  ]
}

/** How many months the parts of a year have at whose end a deadline may begin. */
const monthsOfPart = { visit: 1, 'month-end': 1, 'quarter-end': 3, 'half-year-end': 6, 'year-end': 12 } as const

/** A month later is the same day of that month, or its last; from the end of a part of the year it is the last of a month. */
function lastDay({ days, monthsAfter = 0, after }: Deadline, visited: Day): Day {
  const part = monthsOfPart[after]
  const toEnd = part - 1 - ((civilFromDay(visited).month - 1) % part)
  if (days !== undefined) return addDays(after === 'visit' ? visited : monthEnd(visited, toEnd), days)
  const end = monthEnd(visited, toEnd + monthsAfter)
  const [last, { day }] = [civilFromDay(end).day, civilFromDay(visited)]
  return after === 'visit' ? addDays(end, Math.min(day, last) - last) : end
}
