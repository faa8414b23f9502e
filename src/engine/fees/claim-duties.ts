import { civilFromDay, type Day, dayOf } from '../../kernel/date.ts'
import { claimKey, claimOf, type Facts, type VisitFacts } from '../facts.ts'
import type { ClaimsBlock } from '../fee-rules-claims.ts'
import type { FeeRules } from '../fee-rules.ts'
import type { FeeComponent, FeeLine, FindingValues, Subject } from '../finding.ts'
import type { Claim } from '../programme.ts'
import type { Run } from '../rules/kind.ts'
import { type EmitDuty, judgeApprovals, weighApproval } from './approval.ts'
import { blockRule, blocksOn } from './blocks.ts'
import { deadlinesOf, type Due, type DutyInput, handedIn } from './deadlines.ts'
import { type Draft, weigh } from './reasons.ts'

/** Whether any of the fee rules ask something of claims: a deadline, fields, an approval. */
export function asksOfClaims(feeRules: readonly FeeRules[]): boolean {
  return feeRules.some((it) => it.claims !== undefined || it.approval !== undefined)
}

/** Weighs what the fee rules ask of a claim before that part of it is paid: deadline, fields, approval. */
export function weighDuties(input: DutyInput, draft: Draft, of: 'fee' | 'costs'): void {
  for (const { rule, outcome, code, values } of deadlinesOf(input, draft, of)) weigh(draft, outcome, rule, code, values)
  weighCompleteness(input, draft)
  weighApproval(input.facts, input.feeRules, draft)
}

/** Weighs the same for lost earnings, where the deadline may depend on what is lost, and returns the losses that are not too late. */
export function lossesInTime(input: DutyInput, draft: Draft, { lostEarnings }: Claim): Claim['lostEarnings'] {
  const once = onceEach()
  const inTime = lostEarnings.filter((loss) => {
    const standing = deadlinesOf(input, draft, 'lost-earnings', [loss.as])
    for (const due of standing) {
      // What is too late falls away by itself and leaves the other losses standing.
      const outcome = due.outcome === 'not-payable' ? 'payable' : due.outcome
      if (once(due)) weigh(draft, outcome, due.rule, due.code, due.values)
    }
    return standing.every((it) => it.outcome !== 'not-payable')
  })
  weighCompleteness(input, draft)
  weighApproval(input.facts, input.feeRules, draft)
  return inTime
}

/**
 * Finds for each claim whether it is in time, complete and rightly approved. A visit for which nothing can be paid asks nothing of
 * anybody.
 */
export function judgeClaims(run: Run, feeRules: readonly FeeRules[], lines: readonly FeeLine[]): void {
  if (!asksOfClaims(feeRules)) return
  const byClaim = Map.groupBy(lines, (line) => claimKey(line.visit, line.person))
  const input = { facts: run.facts, feeRules, today: run.today }
  const months = new Set<string>()
  for (const visit of run.facts.visits) {
    if (!visit.happened) continue
    for (const { person } of visit.attendees) {
      const claim = claimOf(run.facts, visit.id, person)
      const wanted = (byClaim.get(claimKey(visit.id, person)) ?? []).filter(isWanted)
      const emit: EmitDuty = (rule, outcome, code, values, missing) =>
        run.emit(rule, outcome, code, {
          subject: claim === undefined ? visit.subject : { type: 'claim', id: claim.id },
          related: relatedTo(visit, person, claim),
          day: visit.day,
          values,
          ...(missing === undefined ? {} : { missing }),
        })
      const about = { visit, person }
      if (wanted.length > 0) {
        judgeDeadlines(input, about, claim, new Set(wanted.map((it) => it.component ?? 'fee')), emit)
        judgeFields(input, about, emit)
        judgeMonth(input, about, claim, emit, months)
      }
      judgeApprovals(run.facts, feeRules, about, wanted.length > 0, emit)
    }
  }
}

type About = { readonly visit: VisitFacts; readonly person: string }

/** A line that is settled as not payable asks nothing more of anybody, unless it is the deadline that settled it. */
function isWanted({ outcome, reasons }: FeeLine): boolean {
  return outcome !== 'not-payable' || reasons.some((it) => it.kind === 'fee-rules.deadline')
}

function relatedTo(visit: VisitFacts, person: string, claim: Claim | undefined): readonly Subject[] {
  const units = visit.units.map((unit): Subject => ({ type: 'unit', id: unit.id }))
  return [...(claim === undefined ? [] : [visit.subject]), { type: 'person', id: person }, ...units]
}

/** Returns whether the deadline has not been said yet. */
function onceEach(): (due: Due) => boolean {
  const said = new Set<string>()
  return ({ rule, code, values }) => {
    const key = `${rule.source} ${rule.clause} ${code} ${String(values.of)} ${String(values.byDay)}`
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  }
}

const outcomeOf = {
  'in-time': 'satisfied',
  'to-hand-in': 'due',
  'late-noted': 'breached',
  'late-refused': 'breached',
} as const

function judgeDeadlines(
  input: DutyInput,
  about: About,
  claim: Claim | undefined,
  components: ReadonlySet<FeeComponent>,
  emit: EmitDuty,
): void {
  const once = onceEach()
  for (const of of components) {
    const tags = of === 'lost-earnings' ? (claim?.lostEarnings ?? []).map((it) => [it.as]) : [[]]
    for (const due of tags.flatMap((it) => deadlinesOf(input, about, of, it)).filter(once))
      emit(due.rule, outcomeOf[due.code], due.code, due.values)
  }
}

function judgeFields({ facts, feeRules }: DutyInput, about: About, emit: EmitDuty): void {
  for (const { rules, values } of blocksOn(feeRules, 'claims', about.visit.day)) {
    if (values.fields.length === 0) continue
    const rule = blockRule(rules, 'fee-rules.claims', values.clause)
    const missing = missingFields(facts, about, values)
    if (missing.length === 0) emit(rule, 'satisfied', 'fields-there', {})
    else emit(rule, 'due', 'fields-missing', titlesOf(missing))
  }
}

/** One claim for a month is handed in on one day; the finding stands with the first visit of the month. */
function judgeMonth(
  { facts, feeRules }: DutyInput,
  { visit, person }: About,
  claim: Claim | undefined,
  emit: EmitDuty,
  judged: Set<string>,
): void {
  for (const { rules, values } of blocksOn(feeRules, 'claims', visit.day)) {
    const month = monthKey(person, visit.day)
    const key = `${rules.id} ${month}`
    if (values.per !== 'month' || claim === undefined || judged.has(key)) continue
    judged.add(key)
    const days = new Set((claimsByMonth(facts).get(month) ?? []).flatMap((it) => handedIn(it) ?? []))
    const rule = blockRule(rules, 'fee-rules.claims', values.clause)
    const said = { count: days.size, monthDay: monthStart(visit.day) }
    if (days.size > 0)
      emit(rule, days.size > 1 ? 'breached' : 'satisfied', days.size > 1 ? 'several-claims' : 'one-claim', said)
  }
}

function weighCompleteness({ facts, feeRules }: DutyInput, draft: Draft): void {
  for (const { rules, values } of blocksOn(feeRules, 'claims', draft.visit.day)) {
    if (values.incomplete !== 'waits') continue
    const missing = missingFields(facts, draft, values)
    if (missing.length === 0) continue
    weigh(draft, 'waiting', blockRule(rules, 'fee-rules.claims', values.clause), 'fields-missing', titlesOf(missing))
  }
}

/** Where there is one claim for a month, a field that is filled in for one of its visits is filled in. */
function missingFields(facts: Facts, { visit, person }: About, { per, fields }: ClaimsBlock): ClaimsBlock['fields'] {
  const claims =
    per === 'month' ? (claimsByMonth(facts).get(monthKey(person, visit.day)) ?? []) : [claimOf(facts, visit.id, person)]
  const filled = new Set(claims.flatMap((it) => it?.fields ?? []))
  return fields.filter((it) => !filled.has(it.code))
}

function titlesOf(fields: ClaimsBlock['fields']): FindingValues {
  return { titlesSv: fields.map((it) => it.title.sv), titlesEn: fields.map((it) => it.title.en) }
}

const months = new WeakMap<Facts, ReadonlyMap<string, readonly Claim[]>>()

/** Returns the claims of each person and month, worked out once for the facts. */
function claimsByMonth(facts: Facts): ReadonlyMap<string, readonly Claim[]> {
  const known = months.get(facts)
  if (known !== undefined) return known
  const made = Map.groupBy(facts.programme.claims, ({ visit, person }) => {
    const day = facts.visitById.get(visit)?.day
    return day === undefined ? '' : monthKey(person, day)
  })
  months.set(facts, made)
  return made
}

function monthKey(person: string, day: Day): string {
  return `${monthStart(day)} ${person}`
}

/** Returns the first day of the month. */
function monthStart(day: Day): Day {
  const { year, month } = civilFromDay(day)
  return dayOf(year, month, 1)
}
