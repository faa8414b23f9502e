import { stringify } from 'csv-stringify/sync'

/** Returns rows as CSV for a spreadsheet (RFC 4180): semicolons, CRLF, the headings as the first row. */
export function csvText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([headings, ...rows], { delimiter: ';', record_delimiter: '\r\n' })
}

/** Returns the text of a CSV file in UTF-8 with a byte order mark, which Excel needs. */
export function csvBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`)
}

/**
 * Returns what somebody wrote as a cell may hold it: text that a spreadsheet would read as a formula gets an apostrophe
 * before it (OWASP, "CSV Injection"). Our own numbers are not text and keep their minus.
 */
export function csvCell(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
