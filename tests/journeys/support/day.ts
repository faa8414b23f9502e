import { parseTimeOfDay } from '../../../src/kernel/clock-time.ts'
import { dayFromIso } from '../../../src/kernel/date.ts'
import { fromStockholm } from '../../../src/kernel/instant.ts'

/** The day on which all journeys are made, whenever the tests are run: a Tuesday in the year of the guidelines. */
export const today = '2026-11-24'

/** What the clock shows when a journey begins. It stays within the minute until the journey moves it. */
export const now = '13.00'

/** Returns that time of `today` as milliseconds since 1970. */
export function momentOf(timeOfDay: string): number {
  const time = parseTimeOfDay(timeOfDay)
  if (time === undefined) throw new RangeError(`${timeOfDay} is no time of day`)
  return fromStockholm(dayFromIso(today), time)
}
