import type { Day } from '../kernel/date.ts'
import type { Ore } from '../kernel/money.ts'
import { type Evaluation, type FeeLine, type FeeOutcome, type Finding, isFee } from './finding.ts'
import { kindOfLine } from './simulation-tally.ts'

/** The committee that something is about. */
export type SimulatedCommittee = { readonly municipality: string; readonly id: string; readonly name: string }

export type SimulatedFinding = { readonly committee: SimulatedCommittee; readonly finding: Finding }

/** What becomes of one fee; absent on the side where there is no such line. Amounts in whole öre. */
export type SimulatedFee = {
  readonly committee: SimulatedCommittee
  readonly visit: string
  readonly person: string
  readonly day: Day
  readonly kind: string
  readonly before?: { readonly outcome: FeeOutcome; readonly amount: Ore }
  readonly after?: { readonly outcome: FeeOutcome; readonly amount: Ore }
}

/** A list that may be shorter than what it counts. */
export type Kept<T> = { readonly count: number; readonly items: readonly T[] }

/** A list while it is filled. */
export type Keeping<T> = { count: number; readonly items: T[] }

/** Where findings and fees that one evaluation has and the other has not are kept. */
export type Changes = {
  readonly keep: number
  readonly appeared: Keeping<SimulatedFinding>
  readonly disappeared: Keeping<SimulatedFinding>
  readonly fees: Keeping<SimulatedFee>
}

/** Adds what differs between two evaluations of the same programme. */
export function compareEvaluations(
  changes: Changes,
  committee: SimulatedCommittee,
  before: Evaluation,
  after: Evaluation,
): void {
  compareFindings(changes, committee, before.findings, after.findings)
  compareFees(changes, committee, before.feeLines, after.feeLines)
}

function keepItem<T>(list: Keeping<T>, keep: number, item: () => T): void {
  list.count += 1
  if (list.items.length < keep) list.items.push(item())
}

/** Findings are the same when kind, outcome, code and what they are about are; whichever rule and clause they rest on. */
function compareFindings(
  changes: Changes,
  committee: SimulatedCommittee,
  before: readonly Finding[],
  after: readonly Finding[],
): void {
  const left = new Map<string, number>()
  for (const finding of before) {
    if (finding.outcome === 'satisfied') continue
    const key = findingKey(finding)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  const stayed = new Map<string, number>()
  for (const finding of after) {
    if (finding.outcome === 'satisfied') continue
    const key = findingKey(finding)
    const times = left.get(key) ?? 0
    if (times === 0) keepItem(changes.appeared, changes.keep, () => ({ committee, finding }))
    else {
      left.set(key, times - 1)
      stayed.set(key, (stayed.get(key) ?? 0) + 1)
    }
  }
  for (const finding of before) {
    if (finding.outcome === 'satisfied') continue
    const key = findingKey(finding)
    const times = stayed.get(key) ?? 0
    if (times > 0) stayed.set(key, times - 1)
    else keepItem(changes.disappeared, changes.keep, () => ({ committee, finding }))
  }
}

/** What a count is for (year, person, unit …) is among its values. */
function findingKey({ kind, outcome, code, subject, values }: Finding): string {
  const { year, half, month, series, form, person, unit, area, group } = values
  return `${kind}|${outcome}|${code}|${subject.type}|${subject.id}|${year}|${half}|${month}|${series}|${form}|${person}|${unit}|${area}|${group}`
}

function compareFees(
  changes: Changes,
  committee: SimulatedCommittee,
  before: readonly FeeLine[],
  after: readonly FeeLine[],
): void {
  // Lost earnings and costs have a line for each kind; a fee of another kind is still the fee.
  const key = (line: FeeLine) => `${line.visit}|${line.person}|${isFee(line) ? 'fee' : line.feeKind}`
  const earlier = new Map(before.map((line) => [key(line), line]))
  for (const line of after) {
    const was = earlier.get(key(line))
    earlier.delete(key(line))
    if (was !== undefined && was.outcome === line.outcome && was.amount === line.amount) continue
    keepItem(changes.fees, changes.keep, () => feeChange(committee, was, line, line))
  }
  for (const line of earlier.values())
    keepItem(changes.fees, changes.keep, () => feeChange(committee, line, undefined, line))
}

function feeChange(
  committee: SimulatedCommittee,
  was: FeeLine | undefined,
  would: FeeLine | undefined,
  line: FeeLine,
): SimulatedFee {
  const part = ({ outcome, amount }: FeeLine) => ({ outcome, amount })
  return {
    committee,
    visit: line.visit,
    person: line.person,
    day: line.day,
    kind: kindOfLine(line),
    ...(was === undefined ? {} : { before: part(was) }),
    ...(would === undefined ? {} : { after: part(would) }),
  }
}
