import type { RawForm } from './page.ts'

/** Returns the single text of a field, trimmed; empty when it was not sent. */
export function fieldText(form: RawForm, name: string): string {
  const value = form[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** Returns all texts of a field that may be repeated. */
export function fieldTexts(form: RawForm, name: string): readonly string[] {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
