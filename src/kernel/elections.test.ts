import { describe, expect, test } from 'vitest'
import { dayFromIso, isoFromDay, weekdayOf } from './date.ts'
import { electionsAround } from './elections.ts'

const around = (day: string) => electionsAround(dayFromIso(day)).map(isoFromDay)

describe('general elections', () => {
  test('fall on the second Sunday of September every fourth year (vallagen 1 kap. 3 §)', () => {
    expect(around('2026-10-06')).toEqual(['2018-09-09', '2022-09-11', '2026-09-13', '2030-09-08'])
  })

  test('the year of an election counts as that election’s, before the day and after it', () => {
    expect(around('2026-01-01')).toEqual(around('2026-12-31'))
  })

  test('the year after an election looks to the next', () => {
    expect(around('2027-01-01')).toEqual(['2022-09-11', '2026-09-13', '2030-09-08', '2034-09-10'])
  })

  test('a September that begins on a Sunday has its second one on the eighth', () => {
    expect(weekdayOf(dayFromIso('2030-09-01'))).toBe(7)
    expect(around('2030-06-01')).toContain('2030-09-08')
  })
})
