import { addDays, type Day, dayOf, isoFromDay, weekdayOf, weekOf, yearOf, civilFromDay } from '../../kernel/date.ts'

/** How much of the calendar is shown: a month or a week. The list is the page of the visits. */
export const calendarSpans = ['month', 'week'] as const
export type CalendarSpan = (typeof calendarSpans)[number]

/** The days that a calendar page shows: whole weeks, and in a month's the days of the months beside it too. */
export type CalendarPeriod = {
  readonly span: CalendarSpan
  /** The first day of the month or the week. */
  readonly start: Day
  readonly weeks: readonly { readonly number: number; readonly days: readonly Day[] }[]
  /** The first day shown, and the first that is not. */
  readonly from: Day
  readonly until: Day
  /** Where the month or week before and after begins. */
  readonly previous: Day
  readonly next: Day
}

/** Returns the month or the week that the day lies in. Weeks begin on Monday. */
export function calendarPeriod(span: CalendarSpan, day: Day): CalendarPeriod {
  const start = span === 'week' ? mondayOf(day) : monthStart(day, 0)
  const end = span === 'week' ? addDays(start, 7) : monthStart(day, 1)
  const from = mondayOf(start)
  const until = addDays(mondayOf(addDays(end, -1)), 7)
  const weeks = Array.from({ length: (until - from) / 7 }, (_, week) => {
    const days = Array.from({ length: 7 }, (_day, index) => addDays(from, week * 7 + index))
    return { number: weekOf(addDays(from, week * 7)), days }
  })
  return {
    span,
    start,
    weeks,
    from,
    until,
    previous: span === 'week' ? addDays(start, -7) : monthStart(day, -1),
    next: end,
  }
}

/** Whether the day belongs to the period itself and not to the month before or after. */
export function isInside({ span, start, next }: CalendarPeriod, day: Day): boolean {
  return span === 'week' || (day >= start && day < next)
}

/** Returns how the period is named in an address: `2026-11` for a month, the Monday for a week. */
export function periodKey({ span, start }: Pick<CalendarPeriod, 'span' | 'start'>): string {
  const iso = isoFromDay(start)
  return span === 'month' ? iso.slice(0, 7) : iso
}

/** The years that a calendar can be opened at: beyond them there is nothing to see, and an address can be mistyped. */
export function isShownYear(day: Day, today: Day): boolean {
  return Math.abs(yearOf(day) - yearOf(today)) <= 30
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The first day of the month so many months after the day's own. */
function monthStart(day: Day, months: number): Day {
  const { year, month } = civilFromDay(day)
  const index = year * 12 + month - 1 + months
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1)
}
