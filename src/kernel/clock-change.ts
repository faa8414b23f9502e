import { civilFromDay, type Day, weekdayOf } from './date.ts'

const two = 120
const three = 180

/**
 * Returns how many minutes pass in Sweden between two times of a day. On the last Sunday of March the hour from two to three is
 * not there, and on that of October it comes twice; who began or ended within that hour then is counted by the clock, for
 * nobody can tell which of the two it was.
 */
export function minutesBetween(day: Day, start: number, end: number): number {
  const byClock = Math.max(0, end - start)
  return start >= three || end <= two || weekdayOf(day) !== 7 ? byClock : byClock + shifted(day, start, end)
}

function shifted(day: Day, start: number, end: number): number {
  const { month, day: date } = civilFromDay(day)
  if (date < 25) return 0
  // Where it begins or ends within the hour that is not there, only what lies outside it has passed.
  if (month === 3) return -Math.max(0, Math.min(end, three) - Math.max(start, two))
  return month === 10 && start < two && end >= three ? 60 : 0
}
