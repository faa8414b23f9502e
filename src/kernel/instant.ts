import type { Minutes } from './clock-time.ts'
import { addDays, type Day, dayFromIso, dayOf, isoFromDay } from './date.ts'
import type { Language } from './language.ts'

/** A point in time as whole milliseconds since 1970-01-01T00:00Z. A number, like `Day`, and no object. */
export type Instant = number & { readonly __unit: 'instant' }

const millisecondsPerDay = 86_400_000
const zone = 'Europe/Stockholm'

/** Returns the instant. Throws a `RangeError` for anything but whole, safe milliseconds. */
export function instantFromMilliseconds(count: number): Instant {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of milliseconds`)
  return count as Instant
}

const isoInstant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|\+00(?::?00)?)$/

/** Returns the instant for UTC text in ISO 8601 or as PostgreSQL writes it. Throws a `RangeError` for anything else. */
export function instantFromIso(text: string): Instant {
  const match = isoInstant.exec(text)
  if (!match) throw new RangeError(`${text} is not an instant in UTC`)
  const [, date = '', hour, minute, second, fraction = ''] = match
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  return instantFromMilliseconds(dayFromIso(date) * millisecondsPerDay + seconds * 1000 + milliseconds)
}

/** Returns `2026-03-25T14:05:09.120Z`. */
export function isoFromInstant(instant: Instant): string {
  const day = Math.floor(instant / millisecondsPerDay)
  const rest = instant - day * millisecondsPerDay
  const part = (size: number, count: number, width: number) =>
    String(Math.floor(rest / size) % count).padStart(width, '0')
  const time = `${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`
  return `${isoFromDay(day as Day)}T${time}Z`
}

/** Returns the instant that many milliseconds later, earlier when negative. */
export function addMilliseconds(instant: Instant, count: number): Instant {
  return instantFromMilliseconds(instant + count)
}

const civilFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** Returns the calendar day and the whole minutes from midnight that a clock in Stockholm shows. */
export function inStockholm(instant: Instant): { readonly day: Day; readonly time: Minutes } {
  const fields: Record<string, number> = {}
  for (const { type, value } of civilFormat.formatToParts(instant)) fields[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = fields
  return { day: dayOf(year, month, day), time: (hour * 60 + minute) as Minutes }
}

/**
 * Returns the instant when a clock in Stockholm shows this day and time. An hour that the spring change
 * skips is read as the hour after it; of the autumn's doubled hour the first is meant.
 */
export function fromStockholm(day: Day, time: Minutes): Instant {
  const asUtc = day * millisecondsPerDay + time * 60_000
  // Sweden is one or two hours ahead of UTC. Summer time is tried first: it gives the earlier instant.
  for (const offset of [120, 60]) {
    const candidate = instantFromMilliseconds(asUtc - offset * 60_000)
    const shown = inStockholm(candidate)
    if (shown.day * 1440 + shown.time === day * 1440 + time) return candidate
  }
  return instantFromMilliseconds(asUtc - 60 * 60_000)
}

/**
 * Returns how often a clock in Stockholm shows this day and time: once, twice in the hour that the autumn repeats, or
 * never in the hour that the spring skips.
 */
export function timesShownInStockholm(day: Day, time: Minutes): 0 | 1 | 2 {
  const asUtc = day * millisecondsPerDay + time * 60_000
  const shows = (offset: number) => {
    const shown = inStockholm(instantFromMilliseconds(asUtc - offset * 60_000))
    return shown.day * 1440 + shown.time === day * 1440 + time
  }
  if (shows(120)) return shows(60) ? 2 : 1
  return shows(60) ? 1 : 0
}

/** Returns the first instant of the day in Stockholm. */
export function startOfDay(day: Day): Instant {
  return fromStockholm(day, 0 as Minutes)
}

/** Returns the first instant after the day in Stockholm. */
export function endOfDay(day: Day): Instant {
  return startOfDay(addDays(day, 1))
}

const locales: { readonly [L in Language]: string } = { sv: 'sv-SE', en: 'en-GB' }
const textFormats = {
  sv: instantFormat('sv'),
  en: instantFormat('en'),
}

/** Returns `25 mars 2026 kl. 15.05` or `25 March 2026 at 15:05`, by a clock in Stockholm. */
export function formatInstant(instant: Instant, language: Language): string {
  const text = textFormats[language].format(instant)
  // Swedish writing rules set a full stop between hours and minutes, and the pages do so everywhere; Intl has a colon.
  return language === 'sv' ? text.replace(':', '.') : text
}

function instantFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { timeZone: zone, dateStyle: 'long', timeStyle: 'short' })
}
