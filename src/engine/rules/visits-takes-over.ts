import { addDays, type Day } from '../../kernel/date.ts'
import type { VisitFacts, YearFacts } from '../facts.ts'
import { bearers, type Bearer } from '../finding.ts'
import { isOpen, overlaps } from '../facts.ts'
import type { Unit } from '../programme.ts'
import { broken, type CompiledRule, type Run } from './kind.ts'
import { dayInYear, monthDayText } from './visits-forms.ts'
import type { Words } from './words.ts'

/** Who takes over, and when: on a day of the year, or so many days after the unit's year began. */
export type TakesOver = {
  readonly by: string
  readonly on?: string | undefined
  readonly afterDays?: number | undefined
}

/** Tells for each unit of the guideline whether somebody has taken the first step in the year, and whose turn it is when nobody has. */
export function judgeTakingOver(
  run: Run,
  rule: CompiledRule<{ readonly forms: readonly string[] }>,
  takesOver: TakesOver,
  year: YearFacts,
): void {
  for (const unit of run.facts.programme.units) {
    if (!run.covers(unit) || !overlaps(unit, year)) continue
    const from = beginningFor(run, unit, year)
    const lastDay = from === undefined ? undefined : lastDayOf(takesOver, year.year, from)
    // A unit, or a rule, that came after the day is asked about the year after.
    if (from === undefined || lastDay === undefined || from > lastDay || !run.heldOn(rule, lastDay)) continue
    const stepOn = firstStep(run, unit, year, rule.values.forms)
    const code = codeOf(run, year, lastDay, stepOn)
    const isNext = code === 'take-over-due' || code === 'not-taken-over'
    run.emit(isNext ? { ...rule, bearer: bearerOf(takesOver.by, rule.bearer) } : rule, outcomeOf(rule, code), code, {
      subject: { type: 'unit', id: unit.id },
      values: { unit: unit.id, year: year.year, next: takesOver.by, lastDay, stepOn },
      ...(code === 'part-year' ? { missing: [{ what: 'fact', fact: 'part-year-step' }] } : {}),
    })
  }
}

/** Whether it was the turn of the next in line when the visit was taken up: nothing had happened for one of its units by the day. */
export function isTakenOver(
  run: Run,
  { takesOver, forms }: { readonly takesOver: TakesOver; readonly forms: readonly string[] },
  visit: VisitFacts,
): boolean {
  const year = run.facts.years.find((it) => it.year === visit.year)
  return visit.units.some((unit) => {
    const from = beginningFor(run, unit, year)
    const stepOn = year === undefined ? undefined : firstStep(run, unit, year, forms)
    return from !== undefined && stepOn !== undefined && stepOn > lastDayOf(takesOver, visit.year, from)
  })
}

export function takesOverSwedish({ by, on, afterDays }: TakesOver, words: Words): string {
  const when = on === undefined ? `inom ${afterDays} dagar` : `senast ${monthDayText(words, on)}`
  return `Har inget hänt för en enhet ${when} tar ${words.label(by)} över.`
}

export function takesOverEnglish({ by, on, afterDays }: TakesOver, words: Words): string {
  const when = on === undefined ? `within ${afterDays} days` : `by ${monthDayText(words, on)}`
  return `When nothing has happened for a unit ${when}, ${words.label(by)} takes over.`
}

type Code = 'step-taken' | 'step-taken-late' | 'step-due' | 'take-over-due' | 'not-taken-over' | 'part-year'

function codeOf(run: Run, year: YearFacts, lastDay: Day, stepOn: Day | undefined): Code {
  if (stepOn !== undefined) return stepOn <= lastDay ? 'step-taken' : 'step-taken-late'
  if (run.today <= lastDay) return 'step-due'
  if (year.coveredFrom !== undefined && year.coveredFrom > year.from) return 'part-year'
  return run.today < year.until ? 'take-over-due' : 'not-taken-over'
}

function outcomeOf(rule: CompiledRule<object>, code: Code) {
  if (code === 'step-taken' || code === 'step-taken-late') return 'satisfied'
  if (code === 'part-year') return 'cannot-tell'
  return code === 'not-taken-over' ? broken(rule) : 'due'
}

/** Returns from which day of the year somebody can take a step for the unit: it is open and has its contact politicians. */
function beginningFor(run: Run, unit: Unit, year: YearFacts | undefined): Day | undefined {
  if (year === undefined) return undefined
  const assigned = [
    ...(run.facts.appointmentsByUnit.get(unit.id) ?? []),
    ...(run.facts.groupsByUnit.get(unit.id) ?? []),
  ]
  const inYear = assigned.filter((it) => overlaps(it, year))
  // Nobody is named for a unit that any group visits, or where everyone is contact politician.
  if (assigned.length > 0 && inYear.length === 0) return undefined
  const first = inYear.length === 0 ? year.from : Math.min(...inYear.map((it) => it.from))
  const opened = isOpen(unit, year.from) ? year.from : (unit.from ?? year.from)
  return Math.max(year.from, first, opened) as Day
}

function lastDayOf({ on, afterDays = 0 }: TakesOver, year: number, from: Day): Day {
  return on === undefined ? addDays(from, afterDays) : dayInYear(year, on)
}

/** Whoever took it: a visit to the unit, or to any unit of the area that its contact politicians share. What was cancelled is no step. */
function firstStep(run: Run, unit: Unit, year: YearFacts, forms: readonly string[]): Day | undefined {
  const shared = unit.area !== undefined && run.facts.appointmentsByArea.has(unit.area)
  const visits = [...(year.byUnit.get(unit.id) ?? []), ...(shared ? (year.byArea.get(unit.area ?? '') ?? []) : [])]
  const steps = visits
    .filter((it) => it.visit.state !== 'cancelled' && forms.includes(it.visit.form) && run.counts(it))
    .map((it) => it.visit.initiated.on)
  return steps.length === 0 ? undefined : (Math.min(...steps) as Day)
}

/** Whose breach it is: the one who was to take over, or the rule's own bearer where the role bears nothing of its own. */
function bearerOf(role: string, bearer: Bearer): Bearer {
  if (role === 'secretary') return 'administration'
  return bearers.find((it) => it === role) ?? bearer
}
