import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayFromIso, isoFromDay, weekdayOf } from '../../kernel/date.ts'
import { calendarPeriod, isInside, periodKey } from './visits-calendar.rules.ts'

describe('the period of a calendar page', () => {
  test('a month is shown in whole weeks from Monday, with the days of the months beside it', () => {
    const november = calendarPeriod('month', dayFromIso('2026-11-22'))
    expect(november.weeks.map(({ number }) => number)).toEqual([44, 45, 46, 47, 48, 49])
    expect([november.from, november.until].map(isoFromDay)).toEqual(['2026-10-26', '2026-12-07'])
    expect([november.previous, november.next].map(isoFromDay)).toEqual(['2026-10-01', '2026-12-01'])
    expect(november.weeks.flatMap(({ days }) => days).filter((day) => isInside(november, day))).toHaveLength(30)
    expect(periodKey(november)).toBe('2026-11')
  })

  test('a week that spans two years has one number, and the year ends in week 53 where it does', () => {
    const week = calendarPeriod('week', dayFromIso('2027-01-01'))
    expect(week.weeks.map(({ number }) => number)).toEqual([53])
    expect(periodKey(week)).toBe('2026-12-28')
    expect([week.previous, week.next].map(isoFromDay)).toEqual(['2026-12-21', '2027-01-04'])
    expect(calendarPeriod('week', dayFromIso('2026-01-01')).weeks[0]?.number).toBe(1)
  })

  test('every day is in its own period once, and one can step back and forth', () => {
    const days = fc.integer({ min: -20_000, max: 60_000 }).map((value) => value as Day)
    fc.assert(
      fc.property(days, fc.constantFrom('month' as const, 'week' as const), (day, span) => {
        const period = calendarPeriod(span, day)
        const shown = period.weeks.flatMap((week) => week.days)
        expect(shown.filter((it) => it === day)).toHaveLength(1)
        expect(isInside(period, day)).toBe(true)
        expect(shown).toHaveLength(period.until - period.from)
        expect(weekdayOf(period.from)).toBe(1)
        expect(calendarPeriod(span, period.next).previous).toBe(period.start)
        expect(calendarPeriod(span, period.previous).next).toBe(period.start)
      }),
    )
  })
})
