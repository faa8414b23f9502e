import { describe, expect, test } from 'vitest'
import { type Day, dayFromIso } from '../../kernel/date.ts'
import { addMilliseconds, instantFromMilliseconds } from '../../kernel/instant.ts'
import { isHeldThroughout, isLocked, type Period, withWrongTry } from './emergency.rules.ts'

const now = instantFromMilliseconds(1_800_000_000_000)
const minutes = (count: number) => addMilliseconds(now, count * 60_000)

describe('wrong tries', () => {
  test('lock at the fifth, for a quarter of an hour after the last', () => {
    let tries = { startedAt: now, count: 0 }
    for (let count = 1; count <= 4; count += 1) tries = withWrongTry(tries, minutes(count))
    expect(isLocked(tries, minutes(4))).toBe(false)
    tries = withWrongTry(tries, minutes(5))
    expect([isLocked(tries, minutes(5)), isLocked(tries, minutes(19)), isLocked(tries, minutes(20))]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('are forgotten a quarter of an hour after the last', () => {
    const four = { startedAt: now, count: 4 }
    expect(withWrongTry(four, minutes(14))).toEqual({ startedAt: minutes(14), count: 5 })
    expect(withWrongTry(four, minutes(15))).toEqual({ startedAt: minutes(15), count: 1 })
  })
})

describe('a role', () => {
  const [from, to] = [dayFromIso('2026-03-01'), dayFromIso('2026-10-06')]
  const day = (text: string | null): Day | null => (text === null ? null : dayFromIso(text))
  test.each<[boolean, string, readonly (readonly [string, string | null])[]]>([
    [true, 'one without end', [['2023-01-01', null]]],
    [true, 'one from the first day', [['2026-03-01', null]]],
    [true, 'one that ends tomorrow', [['2023-01-01', '2026-10-07']]],
    [
      true,
      'two that follow each other, in any order',
      [
        ['2026-07-01', null],
        ['2023-01-01', '2026-07-01'],
      ],
    ],
    [
      true,
      'two that overlap',
      [
        ['2023-01-01', '2026-08-01'],
        ['2026-07-01', null],
      ],
    ],
    [
      true,
      'a short one within a long one',
      [
        ['2023-01-01', null],
        ['2026-04-01', '2026-05-01'],
      ],
    ],
    [false, 'none', []],
    [false, 'one that ended today', [['2023-01-01', '2026-10-06']]],
    [false, 'one that began after', [['2026-03-02', null]]],
    [
      false,
      'two with a day between',
      [
        ['2023-01-01', '2026-07-01'],
        ['2026-07-02', null],
      ],
    ],
  ])('is held throughout: %s, %s', (expected, _, periods) => {
    const held = periods.map(([start, end]): Period => ({ validFrom: dayFromIso(start), validUntil: day(end) }))
    expect(isHeldThroughout(held, from, to)).toBe(expected)
  })
})
