import { addDays, civilFromDay, type Day, dayOf, weekdayOf } from '../../kernel/date.ts'

export type Span = 'week' | 'month'

/** The calendar week (from Monday, ISO 8601) or month that the day lies in, until before the next. */
export function spanAround(day: Day, per: Span): { readonly from: Day; readonly until: Day } {
  if (per === 'week') {
    const from = addDays(day, 1 - weekdayOf(day))
    return { from, until: addDays(from, 7) }
  }
  const { year, month } = civilFromDay(day)
  return { from: dayOf(year, month, 1), until: dayOf(year, month + 1, 1) }
}

type Taken = { readonly day: Day; readonly units: readonly { readonly id: string }[] }

/** Returns the weeks or months in which the unit has as many visits as it receives, in order of time. */
export function fullSpans(
  visits: readonly Taken[],
  unitId: string,
  { most, per }: { readonly most: number; readonly per: Span },
): readonly { readonly from: Day; readonly until: Day }[] {
  const counted = new Map<Day, number>()
  for (const { day, units } of visits) {
    if (!units.some(({ id }) => id === unitId)) continue
    const { from } = spanAround(day, per)
    counted.set(from, (counted.get(from) ?? 0) + 1)
  }
  return [...counted]
    .filter(([, count]) => count >= most)
    .map(([from]) => spanAround(from, per))
    .toSorted((a, b) => a.from - b.from)
}
