import { addDays, type Day, dayOf } from '../../kernel/date.ts'
import { overlaps, type Span, spanOf, type YearFacts } from '../facts.ts'
import type { CompiledRule, Run } from './kind.ts'
import type { Lasting } from './visits-count-subjects.ts'
import type { CountValues } from './visits-count-values.ts'

/** A stretch of days that is counted by itself, and what it is called. */
export type Counting = {
  readonly span: Span
  /** 1 or 2, 1–4, and 1–12, where a part of the year is counted. */
  readonly half?: number
  readonly quarter?: number
  readonly month?: number
}

/**
 * Returns the stretches that end in the year, or run in it today: the year itself, its half-years, quarters or months that
 * have begun, or the term of office. Undefined when the term is not known.
 */
export function countingsIn(run: Run, { period }: CountValues, year: YearFacts): readonly Counting[] | undefined {
  if (period === 'year') return [{ span: year }]
  if (period === 'term') return termIn(run, year)
  const months = monthsIn[period]
  return Array.from({ length: 12 / months }, (_, index): Counting => {
    const first = index * months + 1
    const stretch = { from: dayOf(year.year, first, 1), until: dayOf(year.year, first + months, 1) }
    const visits = year.visits.filter((it) => it.month >= first && it.month < first + months)
    const span = spanOf(visits, stretch, year.coveredFrom)
    const which =
      period === 'month' ? { month: first } : period === 'quarter' ? { quarter: index + 1 } : { half: index + 1 }
    return { span, ...which }
  }).filter(({ span }) => span.from <= run.today)
}

const monthsIn = { 'half-year': 6, quarter: 3, month: 1 } as const

/** The term is told of in its last year once it is over, until then in the running one. */
function termIn(run: Run, year: YearFacts): readonly Counting[] | undefined {
  const { term } = run.facts.programme
  if (term === undefined) return run.today >= year.from && run.today < year.until ? undefined : []
  const told = Math.min(run.today, addDays(term.until, -1)) as Day
  if (told < year.from || told >= year.until) return []
  const visits = run.facts.visits.filter((it) => it.day >= term.from && it.day < term.until)
  return [{ span: spanOf(visits, term, year.coveredFrom) }]
}

/** When a rule held in a stretch of days, worked out when it is first asked about. */
export type Holding = {
  /** Through the whole stretch, with the same values. */
  throughout(): boolean
  /** On how many of its days, of those on which one of the periods lasted. */
  days(lasted: readonly Lasting[]): number
}

/** Returns when the rule held in the stretch. */
export function holdingOf(run: Run, rule: CompiledRule<object>, { from, until }: Span, year: YearFacts): Holding {
  let days: readonly boolean[] | undefined
  const daily = () => {
    days ??= Array.from({ length: until - from }, (_, index) => run.heldOn(rule, addDays(from, index)))
    return days
  }
  const isYear = from === year.from && until === year.until
  let known: boolean | undefined
  return {
    throughout: () => {
      known ??= run.heldAllYear(rule, year.year) && (isYear || (from >= year.from && until <= year.until))
      if (!known && !isYear) known = daily().every((held) => held)
      return known
    },
    days: (lasted) =>
      daily().filter((held, index) => {
        const day = addDays(from, index)
        return held && (lasted.length === 0 || lasted.some((it) => overlaps(it, { from: day, until: addDays(day, 1) })))
      }).length,
  }
}
