import { describe, expect, test } from 'vitest'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { cutOff, isSameProposal, rulesOn, tallied } from './retention.rules.ts'

const day = dayFromIso

describe('the day before which an event must lie', () => {
  test.each([
    ['two years on the day itself', 'after-years', 2, 'event', '2026-10-06', '2024-10-07'],
    ['seven years after the calendar year', 'after-years', 7, 'year-end', '2026-10-06', '2019-01-01'],
    ['on leap day, back to a year without one', 'after-years', 1, 'event', '2028-02-29', '2027-03-01'],
    ['as soon as it has happened', 'at-event', null, 'event', '2026-10-06', '2026-10-06'],
  ] as const)('%s', (_title, action, years, countedFrom, today, before) => {
    const found = cutOff({ action, years, countedFrom }, day(today))
    expect(found === undefined ? undefined : isoFromDay(found)).toBe(before)
  })

  test('is none for what is kept', () => {
    expect(cutOff({ action: 'keep', years: null, countedFrom: 'event' }, day('2026-10-06'))).toBeUndefined()
  })
})

test('the latest rule that has begun holds, whatever order they come in', () => {
  const rule = (id: string, validFrom: string) => ({
    id,
    kind: 'letter',
    action: 'keep' as const,
    years: null,
    countedFrom: 'event' as const,
    validFrom: day(validFrom),
  })
  const rules = [rule('coming', '2027-01-01'), rule('newer', '2026-01-01'), rule('older', '2025-01-01')]
  expect(rulesOn(rules, day('2026-10-06')).get('letter')?.id).toBe('newer')
  expect(rulesOn(rules, day('2024-10-06')).size).toBe(0)
})

test('a proposal is the same in another order, and another under another rule', () => {
  const a = { kind: 'letter', subjectId: '1', ruleId: 'r' }
  const b = { kind: 'letter', subjectId: '2', ruleId: 'r' }
  expect(isSameProposal([a, b], [b, a])).toBe(true)
  expect(isSameProposal([a, b], [a, { ...b, ruleId: 's' }])).toBe(false)
  expect(isSameProposal([a, b], [a])).toBe(false)
})

test('the tally has oldest and newest of many', () => {
  const items = Array.from({ length: 200_000 }, (_, index) => ({
    kind: 'letter',
    day: (20_000 + (index % 500)) as Day,
  }))
  expect(tallied(items).map(({ items: _items, ...row }) => row)).toEqual([
    { kind: 'letter', count: 200_000, oldest: 20_000, newest: 20_499 },
  ])
})
