import { sql } from 'drizzle-orm'
import type { TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { execute } from '../../platform/command.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { saveDraft, startReport } from './reports.commands.ts'

/** A draft with what its tests do with it. */
export type GuardedDraft = {
  readonly id: string
  /** The page of the check. */
  readonly control: string
  /** Opens the check as one of the cast, and returns its text without markup beside the page itself. */
  readonly open: (name?: CastName, path?: string) => Promise<{ readonly page: string; readonly said: string }>
  /** Presses a button of the check about the nth sentence that the page shows. */
  readonly press: (
    pressed: string,
    form?: Readonly<Record<string, string>>,
    as?: { readonly name?: CastName; readonly path?: string; readonly sentence?: number },
  ) => Promise<Response>
  /** What stands in a field. */
  readonly textIn: (field?: string) => Promise<string>
}

/** Returns a draft of Anna's and Bengt's visit to Solgården, or of another's, with this text in it. For tests. */
export async function aGuardedDraft(
  town: TestApp,
  text: string,
  {
    field = 'text.fritt',
    unit = 'solgarden' as 'solgarden' | 'angen',
    day = '2026-05-04',
    who = ['anna', 'bengt'] as readonly CastName[],
  } = {},
): Promise<GuardedDraft> {
  const { database, clock, cast } = town
  const people = who.map((name) => cast.people[name])
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units[unit], who: people })
  const [first = 'anna'] = who
  const started = await execute({ database, clock }, cast.as(first), startReport, { visitId })
  if (!started.ok) throw new Error(started.code)
  const { id } = started.value
  const saved = await execute({ database, clock }, cast.as(first), saveDraft, { id, version: '1', [field]: text })
  if (!saved.ok) throw new Error(saved.code)
  const control = `/rapporter/${id}/kontroll`
  const open = async (name: CastName = first, path = control) => {
    const page = await (await town.get(name, path)).text()
    return { page, said: wordsOf(page) }
  }
  return {
    id,
    control,
    open,
    press: async (pressed, form = {}, { name = first, path = control, sentence = 0 } = {}) => {
      const { page } = await open(name, path)
      const named = [
        ...page.matchAll(/name="field" value="([^"]*)"\/?><input type="hidden" name="sentence" value="([^"]*)"/g),
      ]
      const [, inField = '', tag = ''] = named[sentence] ?? []
      return town.post(name, path, { do: pressed, field: inField, sentence: tag, ...form })
    },
    textIn: async (name = field) => {
      const { rows } = await database.read(cast, (tx) =>
        tx.execute<{ text: string }>(
          sql`select text from report_field where report_id = ${id}::uuid and field = ${name}`,
        ),
      )
      return rows[0]?.text ?? ''
    },
  }
}

/** Returns what a page says to the one who reads it. */
export function wordsOf(page: string): string {
  return page
    .replace(/<(head|script)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
}
