import { isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { saidOf } from './log.page.ts'
import type { LogRow } from './log.store.ts'

/**
 * Returns the rows as JSON, `namndkontakt/log@1`: times in UTC, `content` null where it was disposed of, `hash` as the
 * chain has it, so that a row can be found again in the log. `complete` is false when more rows fit what was asked for.
 */
export function logJson(rows: readonly LogRow[], complete: boolean, language: Language): Uint8Array {
  const entries = rows.map((row) => ({
    number: row.seq,
    at: isoFromInstant(row.at),
    command: row.command,
    said: saidOf(row.command, language),
    actor: row.actorId === null ? null : { id: row.actorId, name: row.actor },
    onBehalfOf: row.onBehalfOfId === null ? null : { id: row.onBehalfOfId, name: row.onBehalfOf },
    subject: { type: row.subjectType, id: row.subjectId },
    belongsTo: row.isCommittees ? 'committee' : 'municipality',
    content: row.content,
    hash: row.hash,
  }))
  return new TextEncoder().encode(`${JSON.stringify({ format: 'namndkontakt/log@1', complete, entries }, null, 2)}\n`)
}
