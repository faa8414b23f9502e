import { isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { csvBytes, csvCell, csvText } from '../../platform/documents/csv.ts'
import { actorOf, saidOf, subjectOf } from './log.page.ts'
import type { LogRow } from './log.store.ts'
import { logTexts } from './log.texts.ts'

/**
 * Returns the rows as CSV for a spreadsheet: semicolons, CRLF, one heading row, times in UTC (ISO 8601), UTF-8 with a
 * byte order mark (which Excel needs).
 */
export function logCsv(rows: readonly LogRow[], language: Language): Uint8Array {
  const texts = logTexts(language)
  const headings = [
    texts.number,
    texts.when,
    texts.who,
    texts.onBehalfOf('…'),
    texts.what,
    texts.about,
    'id',
    texts.municipal,
    texts.content,
  ]
  const lines = rows.map((row) => [
    String(row.seq),
    isoFromInstant(row.at),
    csvCell(actorOf(row, language)),
    row.onBehalfOfId === null ? '' : csvCell(row.onBehalfOf ?? texts.unknown),
    csvCell(saidOf(row.command, language)),
    csvCell(subjectOf(row.subjectType, language)),
    row.subjectId,
    row.isCommittees ? '' : texts.yes,
    row.content === null ? texts.contentGone : csvCell(JSON.stringify(row.content)),
  ])
  return csvBytes(csvText(headings, lines))
}
