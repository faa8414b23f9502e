import type { FeeLine, FeeOutcome, Finding, Outcome } from './finding.ts'

/** A number under the rules as they were, under the changed ones, and what the change makes of it. */
export type Difference = { readonly before: number; readonly after: number; readonly difference: number }

const open = ['breached', 'deviates', 'needs-decision', 'due', 'cannot-tell'] as const satisfies readonly Outcome[]
/** Every outcome but `satisfied`. */
export type OpenOutcome = (typeof open)[number]

const feeOutcomes = [
  'payable',
  'not-payable',
  'waiting',
  'needs-decision',
  'cannot-tell',
] as const satisfies readonly FeeOutcome[]

/** Amounts in whole öre: what is payable, and what those lines would give that still wait for something. */
export type FeeDifference = { readonly payable: Difference; readonly expected: Difference }

/** What is counted, in total and for each unit, person and rule. */
export type SimulationTally = {
  /** Findings by outcome. */
  readonly outcomes: Readonly<Record<OpenOutcome, Difference>>
  /** Visits that are still to be made, or were not, by the guideline's numbers of visits. */
  readonly visitsOwed: Difference
  /** Fee lines by outcome. */
  readonly feeLines: Readonly<Record<FeeOutcome, Difference>>
  readonly fees: FeeDifference & {
    /** By the kind of fee; lost earnings and costs under `lost-earnings` and `costs`. */
    readonly byKind: Readonly<Record<string, FeeDifference>>
  }
}

/** Which rules a number is counted under: 0 as they were, 1 the changed ones. */
export type Side = 0 | 1

/** Numbers while they are counted: for each metric both sides. */
export type Counting = { readonly counts: Float64Array; fees: Map<string, Float64Array> | undefined }

export function emptyCounting(): Counting {
  return { counts: new Float64Array(metrics * 2), fees: undefined }
}

/** Counts a finding that is not satisfied. */
export function countFinding(counting: Counting, finding: Finding, side: Side): void {
  add(counting, outcomeMetric[finding.outcome as OpenOutcome], side, 1)
  const owed = visitsOwed(finding)
  if (owed > 0) add(counting, owedMetric, side, owed)
}

/** Counts a fee line by its outcome and its amounts. */
export function countLine(counting: Counting, line: FeeLine, side: Side): void {
  add(counting, feeMetric[line.outcome], side, 1)
  const [payable, expected] = [line.amount, line.expected ?? 0]
  if (payable === 0 && expected === 0) return
  counting.fees ??= new Map()
  const kind = kindOfLine(line)
  let sums = counting.fees.get(kind)
  if (sums === undefined) {
    sums = new Float64Array(4)
    counting.fees.set(kind, sums)
  }
  sums[side] = (sums[side] ?? 0) + payable
  sums[2 + side] = (sums[2 + side] ?? 0) + expected
}

/** Returns the numbers as they are shown. */
export function tallyOf({ counts, fees }: Counting): SimulationTally {
  const at = (metric: number) => difference(counts[metric * 2] ?? 0, counts[metric * 2 + 1] ?? 0)
  const byKind = [...(fees ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, [before = 0, after = 0, beforeExpected = 0, afterExpected = 0]]) => {
      return [
        kind,
        { payable: difference(before, after), expected: difference(beforeExpected, afterExpected) },
      ] as const
    })
  return {
    outcomes: fromKeys(open, (outcome) => at(outcomeMetric[outcome])),
    visitsOwed: at(owedMetric),
    feeLines: fromKeys(feeOutcomes, (outcome) => at(feeMetric[outcome])),
    fees: {
      payable: sumOf(byKind.map(([, { payable }]) => payable)),
      expected: sumOf(byKind.map(([, { expected }]) => expected)),
      byKind: Object.fromEntries(byKind),
    },
  }
}

/** What a line is paid as: its kind of fee, or the component where it is no fee. */
export function kindOfLine({ component, feeKind }: FeeLine): string {
  return component === undefined || component === 'fee' ? (feeKind ?? 'fee') : component
}

const outcomeMetric = Object.fromEntries(open.map((outcome, index) => [outcome, index])) as Record<OpenOutcome, number>
const owedMetric = open.length
const feeMetric = Object.fromEntries(feeOutcomes.map((outcome, index) => [outcome, owedMetric + 1 + index])) as Record<
  FeeOutcome,
  number
>
const metrics = owedMetric + 1 + feeOutcomes.length

function add({ counts }: Counting, metric: number, side: Side, amount: number): void {
  const index = metric * 2 + side
  counts[index] = (counts[index] ?? 0) + amount
}

/** What a number of visits falls short by, while there is time or when there no longer is. */
function visitsOwed({ kind, outcome, values }: Finding): number {
  if (kind !== 'visits.count' || outcome === 'cannot-tell') return 0
  const { least, done, counts } = values
  if (typeof least !== 'number' || typeof done !== 'number') return 0
  return counts === undefined || counts === 'visits' || counts === 'calls' ? Math.max(0, least - done) : 0
}

/** Most numbers of most rows are nought, and there may be a hundred thousand rows. */
const nought: Difference = { before: 0, after: 0, difference: 0 }

function difference(before: number, after: number): Difference {
  if (before === 0 && after === 0) return nought
  return { before, after, difference: after - before }
}

function sumOf(parts: readonly Difference[]): Difference {
  return difference(
    parts.reduce((sum, { before }) => sum + before, 0),
    parts.reduce((sum, { after }) => sum + after, 0),
  )
}

function fromKeys<K extends string>(
  keys: readonly K[],
  value: (key: K) => Difference,
): Readonly<Record<K, Difference>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, Difference>
}
