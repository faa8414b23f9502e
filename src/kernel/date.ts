/** A calendar day as whole days since 1970-01-01. A number and no object: the engine compares millions. */
export type Day = number & { readonly __unit: 'day' }

/** A half-open period `[from, until)`; without `until` it is open-ended. */
export type Period = { readonly from: Day; readonly until?: Day | undefined }

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** Returns the day for `2026-03-25`, or undefined when the text is no real date. */
export function parseDay(text: string): Day | undefined {
  const match = isoDay.exec(text)
  if (!match) return undefined
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoFromDay(day) === text ? day : undefined
}

/** Returns the day for an ISO date. Throws a `RangeError` for anything else; for input from outside use `parseDay`. */
export function dayFromIso(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`${text} is not a date of the form YYYY-MM-DD`)
  return day
}

/**
 * Returns the day of a proleptic Gregorian date, month 1–12. Days outside the month run over into the
 * next. After Howard Hinnant's `days_from_civil`.
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as Day
}

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** Returns year, month 1–12 and day of month. After Howard Hinnant's `civil_from_days`. */
export function civilFromDay(day: Day): CivilDate {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** Returns `2026-03-25`. */
export function isoFromDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilFromDay(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** Returns the calendar year. The fee year is the calendar year. */
export function yearOf(day: Day): number {
  return civilFromDay(day).year
}

/** Returns the day `count` days later, earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day
}

/** Returns the calendar year as a half-open period. */
export function yearPeriod(year: number): { readonly from: Day; readonly until: Day } {
  return { from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1) }
}

/** Whether the day lies in `[from, until)`. */
export function isWithin(day: Day, period: Period): boolean {
  return day >= period.from && (period.until === undefined || day < period.until)
}

/** Returns 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Returns the number of the week that the day lies in, 1–53 (ISO 8601: the week of the year's first Thursday is 1). */
export function weekOf(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day))
  return Math.floor((thursday - yearPeriod(yearOf(thursday)).from) / 7) + 1
}
