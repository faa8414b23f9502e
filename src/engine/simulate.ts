import { type Day, yearPeriod } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation, FeeLine, Finding, Subject } from './finding.ts'
import type { Programme } from './programme.ts'
import {
  type Changes,
  compareEvaluations,
  type Kept,
  type SimulatedCommittee,
  type SimulatedFee,
  type SimulatedFinding,
} from './simulation-changes.ts'
import {
  countFinding,
  countLine,
  type Counting,
  emptyCounting,
  type Side,
  type SimulationTally,
  tallyOf,
} from './simulation-tally.ts'
import { type RuleSet, type TriedRules, triedThroughout } from './tried-out.ts'

/** A committee's programme, the rules that it was made under, and those that are tried on it. */
export type SimulateInput = {
  readonly before: RuleSet
  /** What is tried; what it leaves out stays as it was. */
  readonly after: TriedRules
  readonly programme: Programme
  readonly today: Day
}

export type SimulationOptions = {
  /** The most findings and fee lines that each list keeps; the counts are of all. 1 000 unless said. */
  readonly keep?: number
}

/** What changes for a unit or a person. What is about several counts for each, so rows do not add up to the total. */
export type SimulatedSubject = SimulationTally & {
  readonly committee: SimulatedCommittee
  readonly id: string
  readonly name: string
}

/** What changes in what a rule finds. A fee counts for every rule that has a say in it. */
export type SimulatedRule = SimulationTally & {
  readonly rule: string
  readonly kind: string
  readonly clause: string
}

/** What changed rules would have made of programmes that are there already. */
export type Simulation = {
  readonly programmes: number
  /** How many of the programmes are made up. */
  readonly synthetic: number
  /** Visits in them, each counted once. */
  readonly visits: number
  readonly total: SimulationTally
  readonly units: readonly SimulatedSubject[]
  readonly persons: readonly SimulatedSubject[]
  readonly rules: readonly SimulatedRule[]
  /** Findings that only the changed rules give; satisfied ones are left out. */
  readonly appeared: Kept<SimulatedFinding>
  /** Findings that only the rules as they were give. */
  readonly disappeared: Kept<SimulatedFinding>
  /** Fees with another outcome or amount. */
  readonly fees: Kept<SimulatedFee>
}

/** How many evaluations are done: two for each programme. */
export type SimulationProgress = { readonly done: number; readonly total: number | undefined }

/**
 * Returns what changed rules would have made of a programme. `before` is judged as it was, version by version (in a
 * made-up year as if it had been in force); `after` as if it had been in force all the time, proposal or not.
 */
export function simulate(input: SimulateInput, options: SimulationOptions = {}): Simulation {
  const run = startSimulation(options)
  for (const _ of addToSimulation(run, input));
  return simulationOf(run)
}

/**
 * Does the same for several programmes, one after the other, and yields after each evaluation, so that a job can show
 * how far it has come and give way to others. Programmes are asked for when their turn comes, and not kept.
 */
export function* simulation(
  inputs: Iterable<SimulateInput>,
  { programmes, ...options }: SimulationOptions & { readonly programmes?: number } = {},
): Generator<SimulationProgress, Simulation> {
  const run = startSimulation(options)
  const total = programmes === undefined ? undefined : programmes * 2
  let done = 0
  for (const input of inputs) {
    for (const _ of addToSimulation(run, input)) {
      done += 1
      yield { done, total }
    }
  }
  return simulationOf(run)
}

/** A simulation that programmes are added to, one at a time. */
export type SimulationRun = Changes & {
  programmes: number
  synthetic: number
  visits: number
  readonly total: Counting
  readonly units: Named[]
  readonly persons: Named[]
  readonly rules: RuleCounting[]
  /** The same by kind: hardly any has more than one. */
  readonly rulesByKind: Map<string, RuleCounting[]>
}

type Named = {
  readonly committee: SimulatedCommittee
  readonly id: string
  readonly name: string
  readonly counting: Counting
}
type RuleCounting = {
  readonly rule: string
  readonly kind: string
  readonly clause: string
  readonly counting: Counting
  /** The line that was counted last: a line counts once for a rule, however many of its reasons are the rule's. */
  latest: FeeLine | undefined
}

/** Returns a simulation without programmes. */
export function startSimulation({ keep = 1000 }: SimulationOptions = {}): SimulationRun {
  const keeping = () => ({ count: 0, items: [] })
  return {
    keep,
    programmes: 0,
    synthetic: 0,
    visits: 0,
    total: emptyCounting(),
    units: [],
    persons: [],
    rules: [],
    rulesByKind: new Map(),
    appeared: keeping(),
    disappeared: keeping(),
    fees: keeping(),
  }
}

/** Adds a programme, in two steps: it yields after each evaluation. Until the second is done the run is half counted. */
export function* addToSimulation(run: SimulationRun, input: SimulateInput): Generator<Side, void> {
  const { programme, today } = input
  // In a made-up year nothing was in force: both are tried as if they had been.
  const before =
    programme.synthetic === true ? triedThroughout(input.before, input.before, programme, today) : input.before
  const here = startProgramme(programme)
  const was = toldBy(programme, evaluate({ ...before, programme, today }))
  count(run, here, was, 0)
  yield 0
  const tried = triedThroughout(before, input.after, programme, today)
  const would = toldBy(programme, evaluate({ ...tried, programme, today }))
  count(run, here, would, 1)
  compareEvaluations(run, here.committee, was, would)
  run.programmes += 1
  if (programme.synthetic === true) run.synthetic += 1
  run.visits += programme.visits.length
  run.units.push(...inOrder(here.units, programme.units))
  run.persons.push(...inOrder(here.persons, programme.persons))
  yield 1
}

/** Returns what has been counted so far. */
export function simulationOf(run: SimulationRun): Simulation {
  const subjects = (named: readonly Named[]) =>
    named.map(({ counting, ...subject }) => ({ ...subject, ...tallyOf(counting) }))
  return {
    programmes: run.programmes,
    synthetic: run.synthetic,
    visits: run.visits,
    total: tallyOf(run.total),
    units: subjects(run.units),
    persons: subjects(run.persons),
    rules: run.rules.map(({ rule, kind, clause, counting }) => ({ rule, kind, clause, ...tallyOf(counting) })),
    appeared: run.appeared,
    disappeared: run.disappeared,
    fees: run.fees,
  }
}

/** The units and persons of one programme, counted while it is judged twice. Those that nothing is about have no row. */
type Here = {
  readonly committee: SimulatedCommittee
  readonly units: Map<string, Named>
  readonly persons: Map<string, Named>
  named(type: Subject['type'], id: string): Named | undefined
  /** The units of each visit, for its fee lines. */
  readonly unitsOf: ReadonlyMap<string, readonly string[]>
  /** What an appointment is about, for findings that name only the appointment. */
  readonly appointments: ReadonlyMap<string, Programme['appointments'][number]>
}

function startProgramme(programme: Programme): Here {
  const committee = { municipality: programme.municipality.name, ...programme.committee }
  const [units, persons] = [new Map<string, Named>(), new Map<string, Named>()]
  const names = {
    unit: new Map(programme.units.map(({ id, name }) => [id, name])),
    person: new Map(programme.persons.map(({ id, name }) => [id, name])),
  }
  return {
    committee,
    units,
    persons,
    unitsOf: new Map(programme.visits.map((visit) => [visit.id, visit.units])),
    appointments: new Map(programme.appointments.map((it) => [it.id, it])),
    named(type, id) {
      if (type !== 'unit' && type !== 'person') return undefined
      const among = type === 'unit' ? units : persons
      const known = among.get(id)
      if (known !== undefined) return known
      const made = { committee, id, name: names[type].get(id) ?? id, counting: emptyCounting() }
      among.set(id, made)
      return made
    },
  }
}

/** A programme that ends says nothing of the years after it: that their visits have not been made is no answer. */
function toldBy({ period }: Programme, evaluation: Evaluation): Evaluation {
  const until = period?.until
  if (until === undefined) return evaluation
  const isTold = ({ values: { year } }: Finding) => typeof year !== 'number' || yearPeriod(year).from < until
  return { ...evaluation, findings: evaluation.findings.filter(isTold) }
}

/** As the programme has them; those that it only refers to come last. */
function inOrder(found: Map<string, Named>, things: readonly { readonly id: string }[]): readonly Named[] {
  const known = things.flatMap(({ id }) => found.get(id) ?? [])
  return known.length === found.size ? known : [...new Set([...known, ...found.values()])]
}

function count(run: SimulationRun, here: Here, { findings, feeLines }: Evaluation, side: Side): void {
  for (const finding of findings) {
    if (finding.outcome === 'satisfied') continue
    countFinding(run.total, finding, side)
    countFinding(ruleOf(run, finding).counting, finding, side)
    for (const named of concerned(here, finding)) countFinding(named.counting, finding, side)
  }
  for (const line of feeLines) {
    countLine(run.total, line, side)
    for (const reason of line.reasons) {
      const rule = ruleOf(run, reason)
      if (rule.latest === line) continue
      rule.latest = line
      countLine(rule.counting, line, side)
    }
    const person = here.named('person', line.person)
    if (person !== undefined) countLine(person.counting, line, side)
    for (const unit of here.unitsOf.get(line.visit) ?? []) {
      const named = here.named('unit', unit)
      if (named !== undefined) countLine(named.counting, line, side)
    }
  }
}

function ruleOf(run: SimulationRun, { rule, kind, clause }: Finding): RuleCounting {
  const ofKind = run.rulesByKind.get(kind)
  const known = ofKind?.find((it) => it.rule === rule)
  if (known !== undefined) return known
  const made = { rule, kind, clause, counting: emptyCounting(), latest: undefined }
  if (ofKind === undefined) run.rulesByKind.set(kind, [made])
  else ofKind.push(made)
  run.rules.push(made)
  return made
}

/** Each unit and person that a finding is about, once. */
function concerned(here: Here, { subject, related }: Finding): ReadonlySet<Named> {
  const found = new Set<Named>()
  const note = ({ type, id }: Subject) => {
    const named = here.named(type, id)
    if (named !== undefined) found.add(named)
  }
  note(subject)
  for (const about of related ?? []) note(about)
  const appointment = subject.type === 'appointment' ? here.appointments.get(subject.id) : undefined
  if (appointment !== undefined) {
    note({ type: 'person', id: appointment.person })
    if (appointment.unit !== undefined) note({ type: 'unit', id: appointment.unit })
  }
  return found
}
