import type { Day } from '../kernel/date.ts'
import type { Ore } from '../kernel/money.ts'
import { type Evaluation, type FeeLine, type FeeOutcome, type Finding, type FindingValues, isFee } from './finding.ts'
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
  const left = openBySubject(before)
  for (const finding of after) {
    if (finding.outcome === 'satisfied') continue
    const own = left.get(finding.subject.id)
    const at = own === undefined ? -1 : own.findIndex((it) => isSame(it, finding))
    if (at >= 0) own?.splice(at, 1)
    else keepItem(changes.appeared, changes.keep, () => ({ committee, finding }))
  }
  for (const finding of before)
    if (finding.outcome !== 'satisfied' && left.get(finding.subject.id)?.includes(finding) === true)
      keepItem(changes.disappeared, changes.keep, () => ({ committee, finding }))
}

/** A subject has few findings that are not satisfied, so looking through them is quicker than a key for each. */
function openBySubject(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const open = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.outcome === 'satisfied') continue
    const known = open.get(finding.subject.id)
    if (known === undefined) open.set(finding.subject.id, [finding])
    else known.push(finding)
  }
  return open
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.code === other.code &&
    one.kind === other.kind &&
    one.outcome === other.outcome &&
    one.subject.id === other.subject.id &&
    one.subject.type === other.subject.type &&
    whatFor.every((key) => isSameValue(one.values[key], other.values[key]))
  )
}

/** The values that tell what a count is for. */
const whatFor = ['year', 'half', 'quarter', 'month', 'series', 'form', 'person', 'unit', 'area', 'group'] as const

function isSameValue(one: FindingValues[string], other: FindingValues[string]): boolean {
  return one === other || String(one) === String(other)
}

function compareFees(
  changes: Changes,
  committee: SimulatedCommittee,
  before: readonly FeeLine[],
  after: readonly FeeLine[],
): void {
  const compare = (was: FeeLine | undefined, line: FeeLine) => {
    if (was !== undefined && was.outcome === line.outcome && was.amount === line.amount) return
    keepItem(changes.fees, changes.keep, () => feeChange(committee, was, line, line))
  }
  // The same people came to the same visits, so nearly always the lines stand side by side.
  if (areAligned(before, after)) {
    for (const [index, line] of after.entries()) compare(before[index], line)
    return
  }
  const key = (line: FeeLine) => `${line.visit}|${line.person}|${payFor(line)}`
  const earlier = new Map(before.map((line) => [key(line), line]))
  for (const line of after) {
    const was = earlier.get(key(line))
    earlier.delete(key(line))
    compare(was, line)
  }
  for (const line of earlier.values())
    keepItem(changes.fees, changes.keep, () => feeChange(committee, line, undefined, line))
}

function areAligned(before: readonly FeeLine[], after: readonly FeeLine[]): boolean {
  if (before.length !== after.length) return false
  return before.every((was, index) => {
    const line = after[index]
    return line?.visit === was.visit && line.person === was.person && payFor(line) === payFor(was)
  })
}

/** Lost earnings and costs have a line for each kind; a fee of another kind is still the fee. */
function payFor(line: FeeLine): string | undefined {
  return isFee(line) ? 'fee' : line.feeKind
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
