import { type Day, addDays, isWithin, yearPeriod } from '../kernel/date.ts'
import type { Evaluation, Finding, Subject } from './finding.ts'
import { type CompileInput, compile, type Epoch, type Timeline } from './compile.ts'
import { indexProgramme, isContactPolitician, isOpen, type Facts, type VisitFacts } from './facts.ts'
import type { FeeRules } from './fee-rules.ts'
import { feeLines } from './fees/lines.ts'
import { notInForce } from './fees/reasons.ts'
import { kindOf } from './guideline.ts'
import type { Programme } from './programme.ts'
import type { CompiledRule, Run, RuleKind } from './rules/kind.ts'

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
  const timeline = compile(input)
  const facts = indexProgramme(input.programme, input.today, input.guidelines)
  const run = startRun(facts, timeline, input.today)
  judgeVisits(run, timeline)
  judgeToday(run, timeline)
  judgeYears(run, timeline)
  const lines = feeLines({ facts, timeline, feeRules: input.feeRules })
  const whole = { findings: run.findings, feeLines: lines }
  return input.only === undefined ? whole : partOf(whole, input.only, facts)
}

type Collecting = Run & { readonly findings: Finding[] }
type Bound = { readonly kind: RuleKind; readonly rule: CompiledRule }
type Hook = 'visit' | 'appointment' | 'unit' | 'group' | 'person' | 'year' | 'committee'

function startRun(facts: Facts, timeline: Timeline, today: Day): Collecting {
  const findings: Finding[] = []
  const heldThrough = new Map<string, boolean>()
  return {
    facts,
    today,
    findings,
    emit(rule, outcome, code, { subject, day, values, related, missing }) {
      findings.push({
        rule: rule.id,
        source: rule.source,
        kind: rule.kind,
        clause: rule.clause,
        force: rule.force,
        bearer: rule.bearer,
        outcome,
        code,
        subject,
        values: values ?? {},
        ...(related === undefined ? {} : { related }),
        ...(day === undefined ? {} : { day }),
        ...(missing === undefined ? {} : { missing }),
        ...(rule.interpretations.length === 0 ? {} : { interpretations: rule.interpretations }),
      })
    },
    heldAllYear(rule, year) {
      const key = `${rule.source} ${rule.id} ${rule.kind} ${year}`
      const known = heldThrough.get(key)
      if (known !== undefined) return known
      const held = heldSince(timeline, rule, year)
      heldThrough.set(key, held)
      return held
    },
  }
}

/** A new version with the same values leaves the year whole; another value, or nothing in force, breaks it. */
function heldSince(timeline: Timeline, rule: CompiledRule<object>, year: number): boolean {
  const { from, until } = yearPeriod(year)
  const values = JSON.stringify(rule.values)
  const epochs = timeline.epochs.filter((epoch) => epoch.from !== undefined && epoch.from > from && epoch.from < until)
  return [timeline.at(from), ...epochs].every((epoch) =>
    epoch.rules.some((it) => it.id === rule.id && it.kind === rule.kind && JSON.stringify(it.values) === values),
  )
}

function judgeVisits(run: Collecting, timeline: Timeline): void {
  const bound = boundRules('visit')
  for (const visit of run.facts.visits) {
    const epoch = timeline.at(visit.day)
    if (epoch.guidelines.length === 0) {
      run.findings.push(notInForce(visit, undefined))
      continue
    }
    for (const { kind, rule } of bound(epoch)) kind.visit?.(run, rule, visit)
  }
}

function judgeToday(run: Collecting, timeline: Timeline): void {
  const { facts, today } = run
  const epoch = timeline.at(today)
  if (epoch.guidelines.length === 0) {
    judgeProposals(run, epoch)
    return
  }
  const rules = (hook: Hook) => boundRules(hook)(epoch)
  for (const { kind, rule } of rules('committee')) kind.committee?.(run, rule)
  for (const appointment of facts.programme.appointments) {
    if (appointment.until !== undefined && appointment.until <= today) continue
    for (const { kind, rule } of rules('appointment')) kind.appointment?.(run, rule, appointment)
  }
  for (const unit of facts.programme.units)
    if (isOpen(unit, today)) for (const { kind, rule } of rules('unit')) kind.unit?.(run, rule, unit)
  for (const group of facts.programme.groups)
    if (isWithin(today, group)) for (const { kind, rule } of rules('group')) kind.group?.(run, rule, group)
  for (const person of facts.programme.persons) {
    if (!isContactPolitician(facts, person.id, today)) continue
    for (const { kind, rule } of rules('person')) kind.person?.(run, rule, person)
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

/** A year is judged by the rules of its last day, the running one by those of today. */
function judgeYears(run: Collecting, timeline: Timeline): void {
  const bound = boundRules('year')
  for (const year of run.facts.years) {
    const judged = Math.min(addDays(year.until, -1), Math.max(run.today, year.from)) as Day
    for (const { kind, rule } of bound(timeline.at(judged))) kind.year?.(run, rule, year)
  }
}

function boundRules(hook: Hook): (epoch: Epoch) => readonly Bound[] {
  const known = new Map<Epoch, readonly Bound[]>()
  return (epoch) => {
    const found = known.get(epoch)
    if (found !== undefined) return found
    const made = epoch.rules
      .map((rule) => ({ kind: kindOf(rule.kind), rule }))
      .filter(({ kind }) => kind[hook] !== undefined)
    known.set(epoch, made)
    return made
  }
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
