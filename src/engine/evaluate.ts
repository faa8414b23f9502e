import { type Day, addDays, isWithin, type Period, yearPeriod } from '../kernel/date.ts'
import type { Evaluation, Finding, FindingValues, Subject } from './finding.ts'
import { bindingGuidelines, type CompileInput, compile, type Epoch, rulesOf, type Timeline } from './compile.ts'
import { isAssigned } from './appointed.ts'
import { indexProgramme, isOpen, overlaps, type Facts, type VisitFacts } from './facts.ts'
import type { FeeRules } from './fee-rules.ts'
import { judgeDocument, judgeEndedTrials } from './document-review.ts'
import { feeLines } from './fees/lines.ts'
import { notInForce } from './fees/reasons.ts'
import { withClaims } from './fees/with-claims.ts'
import { type Guideline, kindOf } from './guideline.ts'
import { issuerKey } from './issuer.ts'
import { standingBy, unitsMeant } from './meant.ts'
import type { Programme } from './programme.ts'
import type { CompiledRule, Run, RuleKind } from './rules/kind.ts'
import { countsInCapacity, visitsCapacity } from './rules/visits-capacity.ts'

export type EvaluateInput = CompileInput & {
  readonly feeRules: readonly FeeRules[]
  readonly programme: Programme
  readonly today: Day
  /** The answer for one visit, person or unit: the part of the whole that is about it. */
  readonly only?: { readonly visit?: string; readonly person?: string; readonly unit?: string }
}

/**
 * Tries a programme against its guidelines and fee rules: every finding, satisfied ones too, and a fee line
 * for everyone who came to a held visit. A visit is judged by the rules of its own day, counts run over the
 * calendar year, and what stands today by the rules of today. Pure; the same input gives the same answer.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const bound = { ...input, committee: input.programme.committee }
  const guidelines = bindingGuidelines(bound)
  const timeline = compile(bound)
  const facts = indexProgramme(input.programme, input.today, guidelines, standingBy(timeline))
  const run = startRun(facts, timeline, input.today, guidelines)
  judgeVisits(run, timeline)
  judgeToday(run, timeline)
  judgeEndedTrials(run, timeline, guidelines)
  judgeYears(run, timeline)
  const lines = withClaims(run, input.feeRules, feeLines({ ...input, facts, timeline }))
  const whole = { findings: run.findings, feeLines: lines }
  return input.only === undefined ? whole : partOf(whole, input.only, facts)
}

const noValues: FindingValues = {}

type Collecting = Run & { readonly findings: Finding[] }
type Hook = 'visit' | 'appointment' | 'unit' | 'group' | 'person' | 'year' | 'committee'
/** A rule, and what its kind has to say where the hook is called. */
type Bound<H extends Hook> = { readonly rule: CompiledRule; readonly judge: NonNullable<RuleKind[H]> }

type IssuerOf = (guideline: string) => string | undefined

function startRun(facts: Facts, timeline: Timeline, today: Day, guidelines: readonly Guideline[]): Collecting {
  const issuers = new Map(guidelines.map(({ id, issuer }) => [id, issuerKey(issuer)]))
  const issuerOf: IssuerOf = (guideline) => issuers.get(guideline)
  const findings: Finding[] = []
  const heldThrough = new Map<string, boolean>()
  return {
    facts,
    today,
    findings,
    emit(rule, outcome, code, about) {
      findings.push({
        rule: rule.id,
        source: rule.source,
        kind: rule.kind,
        clause: rule.clause,
        force: rule.force,
        bearer: rule.bearer,
        outcome,
        code,
        subject: about.subject,
        // Every finding has the same keys in the same order: millions of them are made, and read, in one run.
        related: about.related,
        day: about.day,
        values: about.values ?? noValues,
        missing: about.missing,
        interpretations: rule.interpretations.length === 0 ? undefined : rule.interpretations,
      })
    },
    covers: () => true,
    rulesOn: (kind, day) => rulesOf(timeline.at(day), kind),
    beside: () => [],
    counts: (visit) => visit.visit.capacity === 'committee' || countsOn(timeline.at(visit.day), visit),
    heldOn: (rule, day) => holdsIn(timeline.at(day), rule, issuerOf),
    heldAllYear(rule, year) {
      const key = `${rule.source} ${rule.id} ${rule.kind} ${year}`
      const known = heldThrough.get(key)
      if (known !== undefined) return known
      const held = heldSince(timeline, rule, year, issuerOf)
      heldThrough.set(key, held)
      return held
    },
  }
}

/** A new version with the same values leaves the year whole; another value, or nothing in force, breaks it. */
function heldSince(timeline: Timeline, rule: CompiledRule<object>, year: number, issuerOf: IssuerOf): boolean {
  const { from, until } = yearPeriod(year)
  const epochs = timeline.epochs.filter((epoch) => epoch.from !== undefined && epoch.from > from && epoch.from < until)
  return [timeline.at(from), ...epochs].every((epoch) => holdsIn(epoch, rule, issuerOf))
}

/** Versions by the same issuer continue each other; the same words of another issuer do not. */
function holdsIn(epoch: Epoch, rule: CompiledRule<object>, issuerOf: IssuerOf): boolean {
  return (epoch.byKind.get(rule.kind) ?? []).some(
    (it) =>
      it === rule ||
      (it.id === rule.id &&
        issuerOf(it.source) === issuerOf(rule.source) &&
        JSON.stringify(it.values) === JSON.stringify(rule.values)),
  )
}

/** Returns the run with the units that the guidelines of an epoch mean, and the rules that stand beside each other in it. A unit outside them lacks nothing. */
function within(run: Collecting, epoch: Epoch, agreed: (agreement: Period) => boolean): Collecting {
  const beside = (rule: CompiledRule<object>) =>
    (epoch.byKind.get(rule.kind) ?? []).filter((it) => it.source === rule.source && it !== rule)
  return { ...run, covers: unitsMeant(epoch, agreed), beside }
}

function judgeVisits(run: Collecting, timeline: Timeline): void {
  let latest: Epoch | undefined
  let rules: readonly Bound<'visit'>[] = []
  for (const visit of run.facts.visits) {
    const epoch = timeline.at(visit.day)
    if (epoch !== latest) rules = boundRules(epoch, 'visit')
    latest = epoch
    if (epoch.guidelines.length === 0) {
      run.findings.push(notInForce(visit, undefined))
      continue
    }
    // A visit for a party or another office is none of the programme's: only the rule that says so speaks of it.
    const isOurs = countsOn(epoch, visit)
    for (const { judge, rule } of rules) if (isOurs || rule.kind === visitsCapacity.kind) judge(run, rule, visit)
  }
}

function countsOn(epoch: Epoch, visit: VisitFacts): boolean {
  return countsInCapacity(rulesOf(epoch, visitsCapacity), visit)
}

function judgeToday(run: Collecting, timeline: Timeline): void {
  const { facts, today } = run
  const epoch = timeline.at(today)
  judgeProposals(run, epoch)
  if (epoch.guidelines.length === 0) return
  judgeCollisions(run, epoch)
  for (const guideline of epoch.guidelines) judgeDocument(run, guideline)
  const ofAppointments = boundRules(epoch, 'appointment')
  const ofUnits = boundRules(epoch, 'unit')
  const ofGroups = boundRules(epoch, 'group')
  const ofPersons = boundRules(epoch, 'person')
  const meant = within(run, epoch, (agreement) => isWithin(today, agreement))
  for (const { judge, rule } of boundRules(epoch, 'committee')) judge(meant, rule)
  for (const appointment of facts.programme.appointments) {
    if (appointment.until !== undefined && appointment.until <= today) continue
    for (const { judge, rule } of ofAppointments) judge(run, rule, appointment)
  }
  for (const unit of facts.programme.units)
    if (isOpen(unit, today) && meant.covers(unit)) for (const { judge, rule } of ofUnits) judge(run, rule, unit)
  for (const group of facts.programme.groups)
    if (isWithin(today, group)) for (const { judge, rule } of ofGroups) judge(run, rule, group)
  for (const person of facts.programme.persons) {
    if (!isAssigned(facts, person.id, today)) continue
    for (const { judge, rule } of ofPersons) judge(run, rule, person)
  }
}

function judgeProposals(run: Collecting, epoch: Epoch): void {
  for (const proposal of epoch.proposals) {
    const rule = proposal.rules.find((it) => it.kind === 'adoption.required')
    if (rule === undefined) continue
    run.emit({ ...rule, source: proposal.id, interpretations: [] }, 'needs-decision', 'not-adopted', {
      subject: { type: 'guideline', id: proposal.id },
      day: run.today,
    })
  }
}

/** What two sources demand of the same thing is nobody's to choose but theirs who decide. */
function judgeCollisions(run: Collecting, { collisions }: Epoch): void {
  for (const { rule, rules, values } of [...collisions.values()].flat()) {
    run.emit(rule, 'needs-decision', 'collide', {
      subject: { type: 'guideline', id: rule.source },
      related: [{ type: 'guideline', id: rules[1].source }],
      day: run.today,
      values,
    })
  }
}

/**
 * A year is judged by the rules of its last day, the running one by those of today. Where the guideline ended
 * within a year that is over, the rules that held last judge it: what was not made in it does not go unsaid.
 */
function judgeYears(run: Collecting, timeline: Timeline): void {
  for (const year of run.facts.years) {
    const judged = Math.min(addDays(year.until, -1), Math.max(run.today, year.from)) as Day
    const epoch = year.until <= run.today ? lastInForce(timeline, year.from, judged) : timeline.at(judged)
    // A provider that had agreed for part of a year only lacks nothing once the year is over.
    const agreed = (agreement: Period) =>
      year.until <= run.today ? lastsThrough(agreement, year) : overlaps(agreement, year)
    const meant = within(run, epoch, agreed)
    for (const { judge, rule } of boundRules(epoch, 'year')) judge(meant, rule, year)
  }
}

function lastsThrough(period: Period, { from, until }: { readonly from: Day; readonly until: Day }): boolean {
  return period.from <= from && (period.until === undefined || period.until >= until)
}

function lastInForce(timeline: Timeline, from: Day, until: Day): Epoch {
  const ends = timeline.epochs
    .flatMap((epoch) => (epoch.from !== undefined && epoch.from > from && epoch.from <= until ? [epoch.from] : []))
    .map((day) => addDays(day, -1))
  const epochs = [...ends, until].map((day) => timeline.at(day))
  return epochs.findLast((epoch) => epoch.guidelines.length > 0) ?? timeline.at(until)
}

/** Returns an epoch's rules that have a say where the hook is called, each with what its kind says there. */
function boundRules<H extends Hook>(epoch: Epoch, hook: H): readonly Bound<H>[] {
  return epoch.rules.flatMap((rule) => {
    const judge = kindOf(rule.kind)[hook]
    return judge === undefined ? [] : [{ rule, judge }]
  })
}

function partOf(whole: Evaluation, only: NonNullable<EvaluateInput['only']>, facts: Facts): Evaluation {
  const wanted: Subject[] = []
  if (only.visit !== undefined) wanted.push({ type: 'visit', id: only.visit })
  if (only.person !== undefined) wanted.push({ type: 'person', id: only.person })
  if (only.unit !== undefined) wanted.push({ type: 'unit', id: only.unit })
  const isWanted = (subject: Subject) => wanted.some((it) => it.type === subject.type && it.id === subject.id)
  const visitIsWanted = (visit: VisitFacts | undefined) =>
    visit !== undefined && (isWanted(visit.subject) || visit.units.some((unit) => unit.id === only.unit))
  return {
    findings: whole.findings.filter((it) => isWanted(it.subject) || (it.related ?? []).some(isWanted)),
    feeLines: whole.feeLines.filter((it) => it.person === only.person || visitIsWanted(facts.visitById.get(it.visit))),
  }
}
