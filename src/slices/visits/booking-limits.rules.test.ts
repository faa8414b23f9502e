import { describe, expect, test } from 'vitest'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { fullSpans, spanAround } from './booking-limits.rules.ts'

const iso = ({ from, until }: ReturnType<typeof spanAround>) => [isoFromDay(from), isoFromDay(until)]
const visit = (day: string, ...units: readonly string[]) => ({
  day: dayFromIso(day),
  units: units.map((id) => ({ id })),
})

describe('the week or month of a day', () => {
  test.each([
    ['2026-10-06', 'week', ['2026-10-05', '2026-10-12']],
    ['2026-10-05', 'week', ['2026-10-05', '2026-10-12']],
    ['2026-10-11', 'week', ['2026-10-05', '2026-10-12']],
    ['2027-01-01', 'week', ['2026-12-28', '2027-01-04']],
    ['2026-12-31', 'month', ['2026-12-01', '2027-01-01']],
    ['2028-02-29', 'month', ['2028-02-01', '2028-03-01']],
  ] as const)('%s, %s', (day, per, expected) => {
    expect(iso(spanAround(dayFromIso(day), per))).toEqual(expected)
  })
})

describe('when a unit has as many visits as it receives', () => {
  const visits = [
    visit('2026-10-20', 'solgarden'),
    visit('2026-10-07', 'solgarden', 'bjorken'),
    visit('2026-10-08', 'bjorken'),
  ]
  test('one a week: every week with one', () => {
    expect(fullSpans(visits, 'solgarden', { most: 1, per: 'week' }).map(iso)).toEqual([
      ['2026-10-05', '2026-10-12'],
      ['2026-10-19', '2026-10-26'],
    ])
  })
  test('two a month: counted for the unit alone', () => {
    expect(fullSpans(visits, 'bjorken', { most: 2, per: 'month' }).map(iso)).toEqual([['2026-10-01', '2026-11-01']])
    expect(fullSpans(visits, 'bjorken', { most: 3, per: 'month' })).toEqual([])
    expect(fullSpans(visits, 'angen', { most: 1, per: 'week' })).toEqual([])
  })
})
