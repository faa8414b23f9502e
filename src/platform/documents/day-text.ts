import type { Day } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'

const millisecondsPerDay = 86_400_000

const formats: { readonly [L in Language]: Intl.DateTimeFormat } = {
  sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** Returns `25 mars 2026` or `25 March 2026`, for print. */
export function longDay(day: Day, language: Language): string {
  return formats[language].format(day * millisecondsPerDay)
}
