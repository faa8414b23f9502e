import { expect, it } from 'vitest'
import { addDays, type Day, dayFromIso, dayOf, isoFromDay } from './date.ts'
import { isHoliday } from './holidays.ts'

const holidaysOf = (year: number) => {
  const days = Array.from({ length: 366 }, (_, at): Day => addDays(dayOf(year, 1, 1), at))
  return days.filter((day) => isoFromDay(day).startsWith(String(year)) && isHoliday(day)).map(isoFromDay)
}

it('the holidays of 2026, as the calendar has them', () => {
  expect(holidaysOf(2026)).toEqual([
    ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14'],
    ...['2026-05-24', '2026-06-06', '2026-06-19', '2026-06-20', '2026-10-31'],
    ...['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31'],
  ])
})

it.each([
  ['2024-03-31', 'Easter in March'],
  ['2025-04-20', 'Easter late in April'],
  ['2038-04-25', 'the latest Easter that there is'],
  ['2019-06-22', 'Midsummer Day'],
  ['2027-11-06', 'All Saints’ Day'],
])('%s is one: %s', (day) => {
  expect(isHoliday(dayFromIso(day))).toBe(true)
})
