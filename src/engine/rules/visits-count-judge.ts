import type { Day } from '../../kernel/date.ts'
import type { FindingValues, Missing, Outcome } from '../finding.ts'
import type { VisitFacts, YearFacts } from '../facts.ts'
import { those } from '../indexing.ts'
import { broken, type CompiledRule, type Run, unanswered } from './kind.ts'
import { belongsTo, bookedOf, madeOf, partsOfOne } from './visits-count-measure.ts'
import type { Counting, Holding } from './visits-count-spans.ts'
import type { Counted } from './visits-count-subjects.ts'
import type { CountValues } from './visits-count-values.ts'

type Rule = CompiledRule<CountValues>

/** What is counted for one subject in one stretch of days, and the year that it is told of. */
export type Case = {
  readonly rule: Rule
  readonly year: YearFacts
  readonly counting: Counting
  readonly holding: Holding
  readonly counted: Counted
}

/** Tells how many have been made, against how many are to be. */
export function judgeCount(run: Run, it: Case): void {
  const { rule, counted } = it
  const { most, moreByOtherRule, counts } = rule.values
  const visits = visitsOf(run, it)
  const { parts, unmeasured } = madeOf(visits, rule.values, counted.ids)
  const one = partsOfOne(counts)
  const expected = expectedOf(it)
  const over = most !== undefined && parts > most * one && !moreByOtherRule
  const code: Code =
    over && madeOf(underRule(run, rule, visits), rule.values, counted.ids).parts > most * one
      ? 'too-many'
      : over
        ? 'part-year-many'
        : expected.part === 'not-asked'
          ? 'not-asked'
          : parts >= expected.least * one
            ? 'reached'
            : run.today < it.counting.span.until
              ? 'remaining'
              : unmeasured > 0
                ? 'unmeasured'
                : expected.part !== undefined || isWhole(it)
                  ? 'too-few'
                  : 'part-year'
  const missing = missingFor(rule, code)
  run.emit(rule, outcomeOf(rule, code), code, {
    subject: counted.subject,
    related: counted.related,
    values: valuesOf(it, {
      done: inWholes(parts, one),
      booked: inWholes(bookedOf(visits, rule.values), one),
      least: expected.least,
      most: most ?? -1,
      minutes: counts === 'hours' ? parts : undefined,
      wholeLeast: expected.part === 'share' ? rule.values.least : undefined,
    }),
    missing,
  })
}

/** Tells whether the first was made by its day of the year. */
export function judgeFirst(run: Run, it: Case, lastDay: Day): void {
  const { rule, counted } = it
  const ofCalls = rule.values.counts === 'calls'
  const first = visitsOf(run, it).find(({ happened, visit }) => (ofCalls ? visit.state !== 'cancelled' : happened))
  const firstOn = ofCalls ? first?.visit.initiated.on : first?.day
  const inTime = firstOn !== undefined && firstOn <= lastDay
  const isDue = !inTime && run.today <= lastDay
  const isAsked = rule.values.partYear === 'full' || lastedTo(run, it, lastDay)
  if (!inTime && !isDue && !isAsked && rule.values.partYear === 'next-year') return
  const code = inTime ? 'first-in-time' : isDue ? 'first-due' : isAsked && isTold(it) ? 'first-late' : 'first-part-year'
  run.emit(rule, outcomeOf(rule, code), code, {
    subject: counted.subject,
    related: counted.related,
    values: valuesOf(it, { lastDay, firstOn }),
    ...(code === 'first-part-year' ? { missing: [{ what: 'fact', fact: 'part-year-first' }] } : {}),
  })
}

type Code =
  | 'too-many'
  | 'part-year-many'
  | 'not-asked'
  | 'reached'
  | 'remaining'
  | 'unmeasured'
  | 'too-few'
  | 'part-year'
  | 'first-in-time'
  | 'first-due'
  | 'first-late'
  | 'first-part-year'

const outcomes: Readonly<Partial<Record<Code, Outcome>>> = {
  reached: 'satisfied',
  'not-asked': 'satisfied',
  'first-in-time': 'satisfied',
  remaining: 'due',
  'first-due': 'due',
  'part-year': 'cannot-tell',
  'part-year-many': 'cannot-tell',
  unmeasured: 'cannot-tell',
  'first-part-year': 'cannot-tell',
}

function outcomeOf(rule: Rule, code: Code): Outcome {
  return outcomes[code] ?? broken(rule)
}

function missingFor(rule: Rule, code: Code): readonly Missing[] | undefined {
  if (code === 'part-year')
    return rule.values.partYear === 'silent'
      ? unanswered(rule, 'partYear')
      : [{ what: 'fact', fact: 'part-year-minimum' }]
  if (code === 'part-year-many') return [{ what: 'fact', fact: 'part-year-maximum' }]
  return code === 'unmeasured' ? [{ what: 'fact', fact: 'attendance' }] : undefined
}

function visitsOf(run: Run, { rule, counted }: Case): readonly VisitFacts[] {
  const { counts, form, series } = rule.values
  const isApart =
    series !== undefined && run.beside(rule).some(({ values }) => values.series === undefined && values.form === form)
  return those(
    counted.visits,
    (it) =>
      belongsTo(rule.values, it, isApart) &&
      (counts !== 'calls' || it.visit.initiated.by === 'manager') &&
      run.counts(it),
  )
}

/** Visits from before the rule held, or under another version of it, are no excess by this one. */
function underRule(run: Run, rule: Rule, visits: readonly VisitFacts[]): readonly VisitFacts[] {
  return visits.filter((visit) => run.heldOn(rule, visit.day))
}

type Expected = { readonly least: number; readonly part?: 'full' | 'share' | 'not-asked' }

/** What is to be made at least: in a part of the time all of it, its share rounded down to a whole number, or nothing yet. */
function expectedOf(it: Case): Expected {
  const { least, partYear } = it.rule.values
  if (partYear === undefined || partYear === 'silent' || !isTold(it) || isWhole(it)) return { least }
  if (partYear === 'full') return { least, part: 'full' }
  if (partYear === 'next-year') return { least: 0, part: 'not-asked' }
  const { span } = it.counting
  return {
    least: Math.floor((least * it.holding.days(it.counted.lasted)) / (span.until - span.from)),
    part: 'share',
  }
}

/** Whether the rule and what is counted lasted through the whole stretch, and the programme tells of all of it. */
function isWhole(it: Case): boolean {
  return isTold(it) && it.counted.throughout && it.holding.throughout()
}

function isTold({ counting: { span } }: Case): boolean {
  return span.coveredFrom === undefined || span.coveredFrom <= span.from
}

/** Whether the rule and what is counted lasted from the beginning of the year to the day. */
function lastedTo(run: Run, { rule, counted, counting: { span } }: Case, day: Day): boolean {
  const lasted =
    counted.lasted.length === 0 ||
    counted.lasted.some(
      ({ from, until }) => (from === undefined || from <= span.from) && (until === undefined || until > day),
    )
  return lasted && run.heldOn(rule, span.from) && run.heldOn(rule, day)
}

type Numbers = {
  readonly done?: number
  readonly booked?: number
  readonly least?: number
  readonly most?: number
  readonly minutes?: number | undefined
  readonly wholeLeast?: number | undefined
  readonly lastDay?: Day
  readonly firstOn?: Day | undefined
}

function valuesOf({ rule, year, counting: { half, quarter, month }, counted }: Case, numbers: Numbers): FindingValues {
  const { per, counts, form, series, name, period } = rule.values
  const { ids } = counted
  const isYear = period === 'year'
  return {
    person: ids.person,
    unit: ids.unit,
    area: ids.area,
    group: ids.group,
    year: year.year,
    per,
    counts,
    form: form === 'visit' ? undefined : form,
    series,
    nameSv: name?.sv,
    nameEn: name?.en,
    period: isYear ? undefined : period,
    half: isYear ? undefined : half,
    quarter: isYear ? undefined : quarter,
    month: isYear ? undefined : month,
    // Written out: a spread would make each of these twice.
    done: numbers.done,
    booked: numbers.booked,
    least: numbers.least,
    most: numbers.most,
    minutes: numbers.minutes,
    wholeLeast: numbers.wholeLeast,
    lastDay: numbers.lastDay,
    firstOn: numbers.firstOn,
  }
}

/** Half days as days and minutes as hours, with two decimals rounded down. */
function inWholes(parts: number, one: number): number {
  return Math.floor((parts / one) * 100) / 100
}
