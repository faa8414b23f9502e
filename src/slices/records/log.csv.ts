import { stringify } from 'csv-stringify/sync'
import { isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
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
    cell(actorOf(row, language)),
    row.onBehalfOfId === null ? '' : cell(row.onBehalfOf ?? texts.unknown),
    cell(saidOf(row.command, language)),
    cell(subjectOf(row.subjectType, language)),
    row.subjectId,
    row.isCommittees ? '' : texts.yes,
    row.content === null ? texts.contentGone : cell(JSON.stringify(row.content)),
  ])
  return new TextEncoder().encode(
    `\ufeff${stringify([headings, ...lines], { delimiter: ';', record_delimiter: '\r\n' })}`,
  )
}

/** Text that a spreadsheet would read as a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
function cell(text: string): string {
  return /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
