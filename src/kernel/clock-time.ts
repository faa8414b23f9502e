/** Whole minutes: a length of time, or a time of day counted from midnight (0–1440). */
export type Minutes = number & { readonly __unit: 'minutes' }

/** Returns the length in whole minutes. Throws a `RangeError` for fractions and negatives. */
export function minutes(count: number): Minutes {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a whole number of minutes`)
  return count as Minutes
}

/** Returns minutes from midnight for `15:00`, `15.00` or `9:05`, or undefined when it is no time of day. */
export function parseTimeOfDay(text: string): Minutes | undefined {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim())
  if (!match) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  if (hour > 24 || minute > 59 || hour * 60 + minute > 1440) return undefined
  return minutes(hour * 60 + minute)
}

/** Returns `15:00`, for forms, URLs and data. */
export function isoTimeOfDay(time: Minutes): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
}
