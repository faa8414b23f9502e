import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Minutes } from './clock-time.ts'
import { dayFromIso, isoFromDay } from './date.ts'
import {
  endOfDay,
  formatInstant,
  fromStockholm,
  inStockholm,
  instantFromIso,
  instantFromMilliseconds,
  isoFromInstant,
  startOfDay,
} from './instant.ts'

const milliseconds = fc.integer({ min: -2_208_988_800_000, max: 4_102_444_800_000 })

describe('an instant', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(milliseconds, (count) => {
        const instant = instantFromMilliseconds(count)
        expect(instantFromIso(isoFromInstant(instant))).toBe(instant)
      }),
    )
  })

  it.each([
    ['2026-03-25T14:05:09.120Z', '2026-03-25T14:05:09.120Z'],
    ['2026-03-25 14:05:09.12+00', '2026-03-25T14:05:09.120Z'],
    ['2026-03-25 14:05:09+00', '2026-03-25T14:05:09.000Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
  ])('is read from %s', (text, iso) => {
    expect(isoFromInstant(instantFromIso(text))).toBe(iso)
  })

  it.each(['2026-03-25', '2026-03-25T14:05:09+02:00', '2026-02-30T00:00:00Z', 'now'])('is not read from %s', (text) => {
    expect(() => instantFromIso(text)).toThrow(RangeError)
  })

  it('is a whole number of milliseconds', () => {
    expect(() => instantFromMilliseconds(0.5)).toThrow(RangeError)
  })
})

describe('a clock in Stockholm', () => {
  it.each([
    ['in winter', '2026-01-15', 540, '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15', 540, '2026-07-15T07:00:00.000Z'],
    ['before the spring change', '2026-03-29', 119, '2026-03-29T00:59:00.000Z'],
    ['in the hour that the spring change skips', '2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['after the spring change', '2026-03-29', 180, '2026-03-29T01:00:00.000Z'],
    ['in the doubled hour of autumn, the first time', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
    ['after the autumn change', '2026-10-25', 180, '2026-10-25T02:00:00.000Z'],
  ])('%s: %s, minute %i is %s', (_, day, time, iso) => {
    expect(isoFromInstant(fromStockholm(dayFromIso(day), time as Minutes))).toBe(iso)
  })

  it('shows New Year an hour before UTC does', () => {
    const shown = inStockholm(instantFromIso('2026-12-31T23:00:00Z'))
    expect([isoFromDay(shown.day), shown.time]).toEqual(['2027-01-01', 0])
  })

  it('makes the day of the spring change 23 hours long, and of the autumn change 25', () => {
    const hoursOf = (day: string) => (endOfDay(dayFromIso(day)) - startOfDay(dayFromIso(day))) / 3_600_000
    expect([hoursOf('2026-03-29'), hoursOf('2026-10-25'), hoursOf('2026-02-28')]).toEqual([23, 25, 24])
  })

  it('is written in both languages', () => {
    const instant = instantFromIso('2026-03-25T14:05:00Z')
    expect(formatInstant(instant, 'sv')).toBe('25 mars 2026 kl. 15.05')
    expect(formatInstant(instant, 'en')).toBe('25 March 2026 at 15:05')
  })
})
