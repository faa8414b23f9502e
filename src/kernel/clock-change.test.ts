import { expect, it } from 'vitest'
import { dayFromIso } from './date.ts'
import { minutesBetween } from './clock-change.ts'
import { parseTimeOfDay } from './clock-time.ts'

it.each([
  ['2026-03-29', '01:00', '04:00', 120, 'the hour from two to three is not there'],
  ['2026-03-29', '02:30', '04:00', 60, 'what is said to begin within it began at three'],
  ['2026-03-29', '03:00', '04:00', 60, 'after it'],
  ['2026-03-29', '00:00', '02:00', 120, 'before it'],
  ['2026-10-25', '01:00', '04:00', 240, 'the hour from two to three comes twice'],
  ['2026-10-25', '02:30', '04:00', 90, 'nobody can tell which half past two it was'],
  ['2026-10-25', '00:00', '24:00', 1500, 'the whole day'],
  ['2026-03-22', '01:00', '04:00', 180, 'a Sunday before the last'],
  ['2026-03-28', '01:00', '04:00', 180, 'the day before'],
  ['2026-06-28', '01:00', '04:00', 180, 'the last Sunday of another month'],
])('%s %s–%s is %s minutes: %s', (day, start, end, expected) => {
  expect(minutesBetween(dayFromIso(day), parseTimeOfDay(start) ?? -1, parseTimeOfDay(end) ?? -1)).toBe(expected)
})
