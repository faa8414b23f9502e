import type {
  Difference,
  Finding,
  Guideline,
  Kept,
  Programme,
  SimulatedFinding,
  SimulatedRule,
  SimulatedSubject,
  Simulation,
  SimulationTally,
  Terms,
} from '../../engine/index.ts'
import { type Day, yearOf, yearPeriod } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'

/** What a guideline is tried over: visits that were made, or a year that is made up. */
export const tryOutOvers = ['past', 'synthetic'] as const
export type TryOutOver = (typeof tryOutOvers)[number]
export const tryOutStates = ['waiting', 'running', 'done', 'failed'] as const
export type TryOutState = (typeof tryOutStates)[number]
/** Why it could not be tried: the text can no longer be read, or a fault of the program. */
export const tryOutProblems = ['unreadable', 'fault'] as const
export type TryOutProblem = (typeof tryOutProblems)[number]

/** Gathering or making up the visits, each of the two evaluations, and putting the result together. */
export const tryOutSteps = 4

/** What is counted, in the order in which it is shown. Money in whole öre. */
export const measures = [
  'breached',
  'deviates',
  'needs-decision',
  'cannot-tell',
  'due',
  'visitsOwed',
  'payable',
  'expected',
  'feesNotPayable',
  'feesUntold',
] as const
export type Measure = (typeof measures)[number]
export type Numbers = { readonly [M in Measure]: Difference }

export type TryOutRow = { readonly id: string; readonly name: string; readonly numbers: Numbers }
export type TryOutRuleRow = {
  readonly rule: string
  readonly kind: string
  readonly clause: string
  readonly numbers: Numbers
}

/** A finding that only one side has, with the units and persons that it is about. */
export type ToldFinding = { readonly finding: Finding; readonly concerns: readonly string[] }

/** Everything that the page of a try-out shows, as it was on the day: kept so that it can be read again. */
export type TryOutResult = {
  /** The guidelines that were compared with; none where none was in force. */
  readonly before: readonly { readonly id: string; readonly title: string }[]
  readonly after: { readonly id: string; readonly title: string }
  readonly visits: number
  /** Questions of the tried guideline that another version's local answers were used for. */
  readonly borrowed: readonly string[]
  readonly total: Numbers
  /** Those that something changes for, the largest change first. */
  readonly units: readonly TryOutRow[]
  readonly persons: readonly TryOutRow[]
  readonly rules: readonly TryOutRuleRow[]
  readonly appeared: Kept<ToldFinding>
  readonly disappeared: Kept<ToldFinding>
  /** What everything in the findings is called, by id. */
  readonly names: Readonly<Record<string, string>>
  readonly terms: Terms
}

/** How many findings of each list are kept; the counts are of all. */
export const keptFindings = 400

/** After so long without a sign of life the work is taken to be lost, and can be started again. */
const lostAfter = 15 * 60 * 1000

/** Whether nobody will go on with it by itself any more. */
export function isStopped(
  { state, changedAt }: { readonly state: TryOutState; readonly changedAt: Instant },
  now: Instant,
) {
  return state === 'failed' || (isUnfinished(state) && now - changedAt > lostAfter)
}

export function isUnfinished(state: TryOutState): boolean {
  return state === 'waiting' || state === 'running'
}

/** Returns the programme with the visits of these whole years, up to today, and what hangs on them. */
export function withinYears(
  programme: Programme,
  { from, to, today }: { readonly from: number; readonly to: number; readonly today: Day },
): Programme {
  const [first, after] = [yearPeriod(from).from, yearPeriod(to).until]
  const visits = programme.visits.filter(({ day }) => day >= first && day < after && day <= today)
  const ids = new Set(visits.map(({ id }) => id))
  const isKept = ({ visit }: { readonly visit?: string | undefined }) => visit === undefined || ids.has(visit)
  return {
    ...programme,
    period: { from: first, ...(after <= today ? { until: after } : {}) },
    visits,
    reports: programme.reports.filter(isKept),
    claims: programme.claims.filter(isKept),
    decisions: programme.decisions.filter(isKept),
  }
}

/** Returns the years in which visits were made, up to the day. */
export function yearsOf(days: readonly Day[], today: Day): readonly number[] {
  return [...new Set(days.filter((day) => day <= today).map(yearOf))].sort((a, b) => a - b)
}

type Told = {
  readonly simulation: Simulation
  readonly programme: Programme
  readonly before: readonly Guideline[]
  readonly after: Guideline
  readonly borrowed: readonly string[]
  readonly names: (id: string) => string
  readonly terms: Terms
}

/** Returns what is kept of a simulation of one programme. */
export function resultOf({ simulation, programme, before, after, borrowed, names, terms }: Told): TryOutResult {
  const named = ({ id, title }: Guideline) => ({ id, title })
  const about = concerning(programme)
  const told = ({ count, items }: Kept<SimulatedFinding>): Kept<ToldFinding> => ({
    count,
    items: items.map(({ finding }) => ({ finding, concerns: about(finding) })),
  })
  const [appeared, disappeared] = [told(simulation.appeared), told(simulation.disappeared)]
  const mentioned = [...appeared.items, ...disappeared.items].flatMap(({ finding }) => idsIn(finding))
  const known = [...programme.units, ...programme.areas, ...programme.groups, programme.committee]
  const ids = new Set([...known.map(({ id }) => id), ...mentioned])
  return {
    before: before.map(named),
    after: named(after),
    visits: simulation.visits,
    borrowed,
    total: numbersOf(simulation.total),
    units: changedRows(simulation.units),
    persons: changedRows(simulation.persons),
    rules: simulation.rules
      .map(({ rule, kind, clause, ...tally }: SimulatedRule) => ({ rule, kind, clause, numbers: numbersOf(tally) }))
      .filter(({ numbers }) => isChanged(numbers))
      .sort((a, b) => weightOf(b.numbers) - weightOf(a.numbers) || moneyOf(b.numbers) - moneyOf(a.numbers)),
    appeared,
    disappeared,
    names: Object.fromEntries([...ids].map((id) => [id, names(id)])),
    terms,
  }
}

/** Returns the numbers that are shown of a tally. */
export function numbersOf({ outcomes, visitsOwed, fees, feeLines }: SimulationTally): Numbers {
  const { 'not-payable': feesNotPayable, 'cannot-tell': feesUntold } = feeLines
  const { payable, expected } = fees
  return { ...outcomes, visitsOwed, payable, expected, feesNotPayable, feesUntold }
}

function changedRows(subjects: readonly SimulatedSubject[]): readonly TryOutRow[] {
  return subjects
    .map(({ id, name, ...tally }) => ({ id, name, numbers: numbersOf(tally) }))
    .filter(({ numbers }) => isChanged(numbers))
    .sort(
      (a, b) =>
        weightOf(b.numbers) - weightOf(a.numbers) ||
        moneyOf(b.numbers) - moneyOf(a.numbers) ||
        a.name.localeCompare(b.name, 'sv'),
    )
}

function isChanged(numbers: Numbers): boolean {
  return measures.some((measure) => numbers[measure].before !== numbers[measure].after)
}

/** How much changes in what is found: kronor and findings cannot be added, so money settles only what is equal. */
function weightOf(numbers: Numbers): number {
  const counted = measures.filter((measure) => measure !== 'payable' && measure !== 'expected')
  return counted.reduce((sum, measure) => sum + Math.abs(numbers[measure].difference), 0)
}

function moneyOf({ payable, expected }: Numbers): number {
  return Math.abs(payable.difference) + Math.abs(expected.difference)
}

/** The units and persons that a finding is about, itself or by its appointment. */
function concerning({ appointments }: Programme): (finding: Finding) => readonly string[] {
  const byId = new Map(appointments.map((it) => [it.id, it]))
  return ({ subject, related = [] }) => {
    const direct = [subject, ...related].filter(({ type }) => type === 'unit' || type === 'person').map(({ id }) => id)
    const appointment = subject.type === 'appointment' ? byId.get(subject.id) : undefined
    const named = appointment === undefined ? [] : [appointment.person, appointment.unit]
    return [...new Set([...direct, ...named.filter((id) => id !== undefined)])]
  }
}

/** Every value that may be the name of something: what is none is left as it is. */
function idsIn({ subject, related = [], values }: Finding): readonly string[] {
  const texts = Object.values(values).flatMap((value) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [],
  )
  return [subject.id, ...related.map(({ id }) => id), ...texts]
}
