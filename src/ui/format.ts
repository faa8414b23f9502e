import type { Day } from '../kernel/date.ts'
import { isoTimeOfDay, type Minutes } from '../kernel/clock-time.ts'
import type { Language } from '../kernel/language.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

function formats(options: Intl.DateTimeFormatOptions): { readonly [L in Language]: Intl.DateTimeFormat } {
  const inUtc = { ...options, timeZone: 'UTC' }
  return { sv: new Intl.DateTimeFormat(locales.sv, inUtc), en: new Intl.DateTimeFormat(locales.en, inUtc) }
}

const longFormat = formats({ day: 'numeric', month: 'long', year: 'numeric' })
const weekdayFormat = formats({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** Returns `25 mars 2026` or `25 March 2026`. */
export function formatDay(day: Day, language: Language): string {
  return longFormat[language].format(utcMidnight(day))
}

/** Returns `onsdag 25 mars 2026` or `Wednesday, 25 March 2026`. */
export function formatDayWithWeekday(day: Day, language: Language): string {
  return weekdayFormat[language].format(utcMidnight(day))
}

const monthFormat = formats({ month: 'long', year: 'numeric' })
const weekdayNameFormat = formats({ weekday: 'long' })
/** A Monday, from which the names of the weekdays are taken. */
const someMonday = 4 as Day

/** Returns `mars 2026` or `March 2026`, for the month that the day lies in. */
export function formatMonth(day: Day, language: Language): string {
  return monthFormat[language].format(utcMidnight(day))
}

/** Returns the names of the weekdays from Monday: `måndag` to `söndag`. */
export function weekdayNames(language: Language): readonly string[] {
  return Array.from({ length: 7 }, (_, index) =>
    weekdayNameFormat[language].format(utcMidnight((someMonday + index) as Day)),
  )
}

/** Returns `15.00` in Swedish (Svenska skrivregler), `15:00` in English. */
export function formatTimeOfDay(time: Minutes, language: Language): string {
  const iso = isoTimeOfDay(time)
  return language === 'sv' ? iso.replace(':', '.') : iso
}

const millisecondsOfDay = 86_400_000

function utcMidnight(day: Day): number {
  return day * millisecondsOfDay
}
