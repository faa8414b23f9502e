import { addDays, type Day, dayOf, weekdayOf, yearOf } from './date.ts'

/** A year with a general election; there is one every fourth year (regeringsformen 3 kap. 3 §). */
const electionYear = 2022
const yearsBetween = 4

/** Returns the day of the general elections of a year with elections: the second Sunday of September (vallagen 2005:837, 1 kap. 3 §). */
function electionDayOf(year: number): Day {
  const first = dayOf(year, 9, 1)
  return addDays(first, 7 - weekdayOf(first) + 7)
}

/**
 * Returns the days of the ordinary general elections around a day, the two before its year and the two from it on, in
 * order. Extra elections are not ordinary and stand in no calendar.
 */
export function electionsAround(today: Day): readonly Day[] {
  const next = electionYear + Math.ceil((yearOf(today) - electionYear) / yearsBetween) * yearsBetween
  return [-2, -1, 0, 1].map((step) => electionDayOf(next + step * yearsBetween))
}
