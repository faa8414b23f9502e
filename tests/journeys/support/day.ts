import { dayFromIso } from '../../../src/kernel/date.ts'
import { parseTimeOfDay } from '../../../src/kernel/clock-time.ts'
import { fromStockholm } from '../../../src/kernel/instant.ts'

/** The day on which all journeys are made, whenever the tests are run: a Tuesday in the year of the guidelines. */
export const today = '2026-11-24'

/** What the clock shows throughout. A visit that is booked to begin then can be held at once. */
export const now = '13.00'

/** Returns the moment of `today` and `now` as milliseconds since 1970. */
export function startOfJourneys(): number {
  const time = parseTimeOfDay(now)
  if (time === undefined) throw new RangeError(`${now} is no time of day`)
  return fromStockholm(dayFromIso(today), time)
}
