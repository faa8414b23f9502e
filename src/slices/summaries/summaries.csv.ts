import { type CoverageRow, explain, type Names, type Terms } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { csvBytes, csvCell, csvText } from '../../platform/documents/csv.ts'
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
    csvCell(coverageLabel(row, names, texts)),
    String(row.done),
    String(row.booked),
    String(row.least),
    row.most === undefined ? '' : String(row.most),
    texts.outcomes[row.outcome],
    csvCell(row.clause),
    csvCell(explain(row.finding, language, names, terms)),
  ])
  return csvBytes(csvText(headings, lines))
}
