import { isoFromDay } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { csvBytes, csvCell, csvText } from '../../platform/documents/csv.ts'
import type { RegisterLine } from './reports.register-list.page.ts'
import type { RegisterRow } from './reports.register-list.store.ts'
import { registerTexts } from './reports.register-list.texts.ts'

/** Returns the register as CSV for a spreadsheet: semicolons, CRLF, one heading row, ISO dates, UTF-8 with a byte order mark. */
export function registerCsv(
  rows: readonly { readonly row: RegisterRow; readonly line: RegisterLine }[],
  language: Language,
): Uint8Array {
  const { number, day, sender, receivers, subject, mark } = registerTexts(language).columns
  const lines = rows.map(({ row, line }) => [
    csvCell(line.number),
    isoFromDay(row.day),
    csvCell(line.sender),
    csvCell(line.receivers),
    csvCell(line.subject),
    csvCell(line.mark),
  ])
  return csvBytes(csvText([number, day, sender, receivers, subject, mark], lines))
}
