import { describe, expect, it } from 'vitest'
import type { Minutes } from '../kernel/clock-time.ts'
import { dayFromIso, isoFromDay } from '../kernel/date.ts'
import { instantFromIso, isoFromInstant } from '../kernel/instant.ts'
import { fixedClock, systemClock } from './clock.ts'

describe('the clock', () => {
  it('shows the day in Stockholm, which begins before the day in UTC', () => {
    const clock = fixedClock(dayFromIso('2026-07-01'), 30 as Minutes)
    expect(isoFromInstant(clock.now())).toBe('2026-06-30T22:30:00.000Z')
    expect(isoFromDay(clock.today())).toBe('2026-07-01')
  })

  it('stands still until it is moved', () => {
    const clock = fixedClock(dayFromIso('2026-03-28'))
    clock.advanceDays(1)
    expect(isoFromInstant(clock.now())).toBe('2026-03-29T10:00:00.000Z')
    clock.advanceMilliseconds(1500)
    expect(isoFromInstant(clock.now())).toBe('2026-03-29T10:00:01.500Z')
    clock.set(instantFromIso('2026-12-31T23:30:00Z'))
    expect(isoFromDay(clock.today())).toBe('2027-01-01')
  })

  it('of the computer goes on', () => {
    expect(systemClock.now()).toBeGreaterThan(instantFromIso('2026-01-01T00:00:00Z'))
  })
})
