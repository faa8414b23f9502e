import { yearOf } from '../../kernel/date.ts'
import type { VisitFacts } from '../facts.ts'
import type { FeeLine } from '../finding.ts'
import { byText } from '../indexing.ts'
import type { OtherPaid as Entered, Programme } from '../programme.ts'
import type { CompiledRule } from '../rules/kind.ts'
import { type Caps, consume, grownBy, lengthen, take } from './caps.ts'
import type { FeePeriod, Limit } from './periods.ts'

/** A person's other paid time of one kind, in a day or a year. */
export type OtherPaid = {
  readonly count: number
  readonly minutes: number
  readonly ore: number
  /** Minutes from midnight at which the first began. */
  readonly start: number
}

/** Other paid time by person, day or year, and kind of fee. It has been paid, so it is taken off a cap before any visit. */
export type OtherPaidIndex = ReadonlyMap<string, OtherPaid>

export const noOther: OtherPaid = { count: 0, minutes: 0, ore: 0, start: Number.POSITIVE_INFINITY }

/** Returns the key of a day's or a year's caps, and of other paid time under them. */
export function capKey(stretch: 'day' | 'year', at: number, person: string, kind: string): string {
  return `${stretch} ${at} ${person} ${kind}`
}

/** Returns the other time of a programme that has been paid, added up. */
export function indexOtherPaid({ otherPaid }: Programme): OtherPaidIndex {
  const index = new Map<string, OtherPaid>()
  for (const entry of otherPaid) {
    if (entry.state === 'expected') continue
    const { person, day, kind, start, amount } = entry
    for (const key of [capKey('day', day, person, kind), capKey('year', yearOf(day), person, kind)]) {
      const known = index.get(key) ?? noOther
      index.set(key, {
        count: known.count + 1,
        minutes: known.minutes + minutesOf(entry),
        ore: known.ore + Math.max(0, amount),
        start: Math.min(known.start, start),
      })
    }
  }
  return index
}

function minutesOf({ start, end, minutes = end - start }: Entered): number {
  return Math.max(0, minutes)
}

/** Other time that is not paid yet. */
export type Expected = Entered & { readonly state: 'expected' }

const none: readonly Expected[] = []

/** Returns the other time that is expected, in the order in which visits use caps: by day, start and id. */
export function expectedInOrder({ otherPaid }: Programme): readonly Expected[] {
  const expected = otherPaid.filter((it): it is Expected => it.state === 'expected')
  if (expected.length === 0) return none
  return expected.sort(
    (a, b) => a.day - b.day || a.start - b.start || byText(a.id ?? '', b.id ?? '') || byText(a.person, b.person),
  )
}

/** Whether the other time comes before the visit. */
export function isBefore({ day, start, id = '' }: Expected, { day: visitDay, visit }: VisitFacts): boolean {
  return (day - visitDay || start - visit.start || byText(id, visit.id)) < 0
}

/** What a line is to the person's other committees. */
export type Elsewhere = {
  /** What it gives by itself that day, in öre, and the minutes that use caps in hours. */
  readonly amount: number
  readonly minutes: number
  /** Another kind of fee that day is kept instead, or it is not said which: it takes part when the kinds are weighed, and gives nothing. */
  readonly outdone: boolean
}

/** Returns what other committees must count of the line; undefined where it gives nothing and takes no part. */
export function elsewhereOf(line: FeeLine): Elsewhere | undefined {
  const { outcome, amount, paid, capMinutes = paid, alone, dayMinutes } = line
  if (dayMinutes !== undefined) return { amount: 0, minutes: dayMinutes, outdone: false }
  if (alone !== undefined) return { ...alone, outdone: true }
  return outcome === 'payable' ? { amount, minutes: capMinutes, outdone: false } : undefined
}

/** Uses the caps of the fee rules as the line that it stands for does. */
export function useExpected(caps: Caps, otherPaid: OtherPaidIndex, entry: Expected, period: FeePeriod): void {
  const { person, day, kind, amount } = entry
  const rates = period.kinds.get(kind)
  const rated = rates?.length === 1 ? rates[0] : undefined
  if (rated === undefined) return
  const dayKey = capKey('day', day, person, kind)
  if (rated.sameDay !== undefined) {
    const next = { start: entry.start, end: entry.end, minutes: minutesOf(entry) }
    lengthen(caps, dayKey, grownBy(caps.chains.get(dayKey), rated.sameDay.breakMost, next))
    // What adds nothing to its day counts in it, and uses no cap.
    if (amount === 0) return
  }
  const visit = `elsewhere ${caps.places.get(dayKey)?.length ?? 0}`
  if (rated.perDay !== undefined) {
    const { most, rule } = rated.perDay
    consume(caps, dayKey, { visit, person, rule, most: left(most, otherPaid.get(dayKey)?.count), exported: false })
  }
  const uses = (key: string, rule: CompiledRule, most: number, used: number) =>
    take(caps, key, { visit, person, rule, most, used, standing: 0, exported: false })
  const useLimit = (key: string, limit: Limit | undefined) => {
    if (limit === undefined) return
    const other = otherPaid.get(key)
    if (limit.minutes !== undefined)
      uses(`minutes ${key}`, limit.rule, left(limit.minutes, other?.minutes), minutesOf(entry))
    if (limit.amount?.ok) uses(`ore ${key}`, limit.rule, left(limit.amount.ore, other?.ore), Math.max(0, amount))
  }
  useLimit(dayKey, rated.day)
  for (const { key, kinds, rule, amount: most } of rated.sharedDay) {
    const other = kinds.reduce((sum, it) => sum + (otherPaid.get(capKey('day', day, person, it))?.ore ?? 0), 0)
    if (most.ok) uses(`ore ${capKey('day', day, person, key)}`, rule, left(most.ore, other), Math.max(0, amount))
  }
  useLimit(capKey('year', yearOf(day), person, kind), rated.year)
}

function left(most: number, used = 0): number {
  return Math.max(0, most - used)
}
