import { addDays, type Day, dayOf, weekdayOf, yearOf } from './date.ts'

/**
 * Whether the day is a public holiday in Sweden (lagen om allmänna helgdagar), or one of the three eves that annual leave treats
 * as Sundays: Midsummer, Christmas and New Year's.
 */
export function isHoliday(day: Day): boolean {
  const year = yearOf(day)
  const known = years.get(year) ?? holidaysOf(year)
  years.set(year, known)
  return known.has(day)
}

const years = new Map<number, ReadonlySet<Day>>()

function holidaysOf(year: number): ReadonlySet<Day> {
  const easter = easterOf(year)
  const midsummer = saturdayFrom(dayOf(year, 6, 20))
  const fixed = [
    [1, 1],
    [1, 6],
    [5, 1],
    [6, 6],
    [12, 24],
    [12, 25],
    [12, 26],
    [12, 31],
  ] as const
  return new Set([
    ...fixed.map(([month, date]) => dayOf(year, month, date)),
    ...[-2, 0, 1, 39, 49].map((later) => addDays(easter, later)),
    ...[addDays(midsummer, -1), midsummer, saturdayFrom(dayOf(year, 10, 31))],
  ])
}

function saturdayFrom(day: Day): Day {
  return addDays(day, (13 - weekdayOf(day)) % 7)
}

/** Easter Sunday of the Gregorian calendar, by Gauss as Meeus writes it. */
function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 19 * sunday) / 433)
  const month = Math.floor((moon + sunday - 7 * late + 90) / 25)
  return dayOf(year, month, (moon + sunday - 7 * late + 33 * month + 19) % 32)
}
