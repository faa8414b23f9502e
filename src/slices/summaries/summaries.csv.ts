import { stringify } from 'csv-stringify/sync'
import { type CoverageRow, explain, type Names, type Terms } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { countsCalls, coverageLabel } from './summaries.rules.ts'
import { summariesTexts } from './summaries.texts.ts'

/**
 * Returns the year's visits against the guideline as CSV for a spreadsheet: semicolons, CRLF, one heading row, UTF-8
 * with a byte order mark (which Excel needs).
 */
export function coverageCsv(
  rows: readonly CoverageRow[],
  language: Language,
  { names, terms }: { readonly names: Names; readonly terms: Terms },
): Uint8Array {
  const texts = summariesTexts(language)
  const headings = [
    texts.who,
    countsCalls(rows) ? texts.called : texts.done,
    texts.booked,
    texts.least,
    texts.most,
    texts.outcome,
    texts.clause,
    texts.sentence,
  ]
  const lines = rows.map((row) => [
    cell(coverageLabel(row, names, texts)),
    String(row.done),
    String(row.booked),
    String(row.least),
    row.most === undefined ? '' : String(row.most),
    texts.outcomes[row.outcome],
    cell(row.clause),
    cell(explain(row.finding, language, names, terms)),
  ])
  return new TextEncoder().encode(
    `\ufeff${stringify([headings, ...lines], { delimiter: ';', record_delimiter: '\r\n' })}`,
  )
}

/** Text that a spreadsheet would read as a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
function cell(text: string): string {
  return /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
