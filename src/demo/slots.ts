import { addDays, type Day, dayOf, yearOf } from '../kernel/date.ts'
import { fridayOrEarlier, mondayOrLater } from './calendar.ts'
import type { Town } from './town.ts'

/** How many days before today the ordinary history ends; what is younger is told visit by visit. */
const history = 61

/** Returns this date of every year in the town's history, on a weekday. */
export function eachYear(town: Pick<Town, 'holdsFrom' | 'today'>, month: number, day: number): readonly Day[] {
  const last = addDays(town.today, -history)
  const years = [0, 1, 2].map((count) => yearOf(town.holdsFrom) + count)
  return years.map((year) => mondayOrLater(dayOf(year, month, day))).filter((it) => it >= town.holdsFrom && it <= last)
}

/** Returns the weekday that many days before today, or the Friday before. */
export function ago({ today }: Pick<Town, 'today'>, days: number): Day {
  return fridayOrEarlier(addDays(today, -days))
}

/** Returns the weekday that many days after today, or the Monday after. */
export function ahead({ today }: Pick<Town, 'today'>, days: number): Day {
  return mondayOrLater(addDays(today, days))
}
