import { civilFromDay, type Day, dayOf } from '../../kernel/date.ts'
import { claimOf } from '../facts.ts'
import type { FeeLine } from '../finding.ts'
import { approvedOn } from './approval.ts'
import { blockRule, blocksOn } from './blocks.ts'
import { type DutyInput, handedIn, monthEnd } from './deadlines.ts'
import { type Draft, draftFor, weigh } from './reasons.ts'

/**
 * Returns the lines, each payable one with the month whose payroll it falls in: the month in which its claim is ready, or the next
 * one when that is after the cut-off day. A claim is ready when it is handed in and, where the rules have an approval, approved;
 * until then it would be today.
 */
export function withPayrollMonths(input: DutyInput, lines: readonly FeeLine[]): readonly FeeLine[] {
  return input.feeRules.some((it) => it.payroll !== undefined) ? lines.map((line) => withMonth(input, line)) : lines
}

function withMonth(input: DutyInput, line: FeeLine): FeeLine {
  const visit = input.facts.visitById.get(line.visit)
  if (line.outcome !== 'payable' || visit === undefined || hasGoneOut(input, line)) return line
  const draft: Draft = { ...draftFor(visit, line.person), reasons: [...line.reasons] }
  for (const { rules, values } of blocksOn(input.feeRules, 'payroll', line.day)) {
    const readyOn = readyDay(input, line)
    weigh(draft, 'payable', blockRule(rules, 'fee-rules.payroll', values.clause, 'administration'), 'payroll-month', {
      payrollDay: payrollMonth(readyOn, values.cutOffDay),
      cutOff: values.cutOffDay,
      readyOn,
    })
  }
  return { ...line, reasons: draft.reasons }
}

function hasGoneOut({ facts }: DutyInput, { visit, person, component = 'fee', feeKind }: FeeLine): boolean {
  const claim = claimOf(facts, visit, person)
  return component === 'fee'
    ? claim?.exported !== undefined
    : claim?.exportedLines.some((it) => it.kind === feeKind) === true
}

function readyDay({ facts, feeRules, today }: DutyInput, { visit, person, day }: FeeLine): Day {
  const claim = claimOf(facts, visit, person)
  const handed = (claim === undefined ? undefined : handedIn(claim)) ?? today
  const approved = blocksOn(feeRules, 'approval', day).map(({ values }) => approvedOn(facts, values, claim) ?? today)
  return Math.max(handed, ...approved) as Day
}

/** Returns the first day of the month whose payroll takes what is ready on the day. */
function payrollMonth(ready: Day, cutOffDay: number): Day {
  const { year, month, day } = civilFromDay(ready)
  const cutOff = Math.min(cutOffDay, civilFromDay(monthEnd(ready)).day)
  return day <= cutOff ? dayOf(year, month, 1) : dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1)
}
