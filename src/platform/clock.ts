import type { Minutes } from '../kernel/clock-time.ts'
import { addDays, type Day } from '../kernel/date.ts'
import {
  addMilliseconds,
  fromStockholm,
  type Instant,
  inStockholm,
  instantFromMilliseconds,
} from '../kernel/instant.ts'

/** Where the time comes from. Asked once per request or job; what it says is passed on. */
export type Clock = {
  readonly now: () => Instant
  /** The calendar day in Europe/Stockholm. */
  readonly today: () => Day
}

/** A clock that stands still until it is moved: for tests and for building demonstration data. */
export type MovableClock = Clock & {
  readonly set: (now: Instant) => void
  readonly advanceDays: (count: number) => void
  readonly advanceMilliseconds: (count: number) => void
}

/** The computer's clock. The one place that reads it. */
export const systemClock: Clock = clockFrom(() => instantFromMilliseconds(Date.now()))

/** Returns a clock that shows this day at noon in Stockholm, or at the time given, until it is moved. */
export function fixedClock(day: Day, time: Minutes = noon): MovableClock {
  let current = fromStockholm(day, time)
  return {
    ...clockFrom(() => current),
    set: (now) => {
      current = now
    },
    advanceDays: (count) => {
      const shown = inStockholm(current)
      current = fromStockholm(addDays(shown.day, count), shown.time)
    },
    advanceMilliseconds: (count) => {
      current = addMilliseconds(current, count)
    },
  }
}

const noon = 720 as Minutes

function clockFrom(now: () => Instant): Clock {
  return { now, today: () => inStockholm(now()).day }
}
