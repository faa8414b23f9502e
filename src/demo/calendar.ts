import { type Minutes, parseTimeOfDay } from '../kernel/clock-time.ts'
import { addDays, civilFromDay, type Day, dayOf, weekdayOf, yearOf } from '../kernel/date.ts'

/** Something that is done at a moment. The clock shows that moment while it is done. */
export type Task = { readonly day: Day; readonly time: Minutes; readonly run: () => Promise<void> }

/** Returns the task done at that time of the day: `at(day, '09:10', …)`. */
export function at(day: Day, time: string, run: () => Promise<void>): Task {
  const minutes = parseTimeOfDay(time)
  if (minutes === undefined) throw new RangeError(`${time} is no time of day`)
  return { day, time: minutes, run }
}

/** Returns those that lie before the day, in order of time; what is done at the same moment keeps its order. */
export function tasksBefore(today: Day, tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ day }) => day < today).toSorted((a, b) => a.day - b.day || a.time - b.time)
}

/** Returns the day itself, or the Friday before a weekend. */
export function fridayOrEarlier(day: Day): Day {
  return addDays(day, -Math.max(weekdayOf(day) - 5, 0))
}

/** Returns the day itself, or the Monday after a weekend. */
export function mondayOrLater(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}

/** Returns the day two years earlier; of a leap day the first of March. */
export function twoYearsBefore(today: Day): Day {
  const { year, month, day } = civilFromDay(today)
  return dayOf(year - 2, month, day)
}

/** Returns the Swedish term of office (mandatperiod) of the day: four calendar years, the first after an election year. */
export function termOf(today: Day): { readonly from: Day; readonly until: Day } {
  const year = yearOf(today)
  const first = year - ((year - 2023) % 4)
  return { from: dayOf(first, 1, 1), until: dayOf(first + 4, 1, 1) }
}

export type MeetingDay = { readonly day: Day; readonly papersDeadline: Day }

/**
 * Returns a meeting in the third week of every month but July from the month of the first day to half a year after
 * `today`, with its papers deadline (manusstopp) on a weekday about ten days before.
 */
export function monthlyMeetings(from: Day, today: Day, weekday: number): readonly MeetingDay[] {
  const first = civilFromDay(from)
  const last = civilFromDay(addDays(today, 183))
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  return Array.from({ length: months }, (_, index) => first.month + index)
    .filter((month) => (month - 1) % 12 !== 6)
    .map((month) => {
      const year = first.year + Math.floor((month - 1) / 12)
      const fifteenth = dayOf(year, ((month - 1) % 12) + 1, 15)
      const day = addDays(fifteenth, (weekday - weekdayOf(fifteenth) + 7) % 7)
      return { day, papersDeadline: fridayOrEarlier(addDays(day, -9)) }
    })
}

/** Returns the first days of all quarters from the first day to `today`, each when the quarter before it has ended. */
export function quarterStarts(from: Day, today: Day): readonly Day[] {
  const first = yearOf(from)
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, index) => first + index)
  return years
    .flatMap((year) => [1, 4, 7, 10].map((month) => dayOf(year, month, 1)))
    .filter((day) => day > from && day <= today)
}
