import { wordsOf } from '../../engine/rules/words.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { formatDay } from '../../ui/index.ts'
import { type Asking, handOverState } from './reports.guard.page.ts'
import { handOverPath } from './reports.handover.paths.ts'
import type { HandOverRow } from './reports.handover.store.ts'
import { handOverTexts } from './reports.handover.texts.ts'

/** Something that was handed over, in words, for its sender or a receiver. */
export type HandOverItem = {
  readonly id: string
  readonly href: string
  readonly units: string
  readonly day: string
  readonly from: string
  readonly to: string
  /** The one at the other end. */
  readonly who: string
  readonly state: ReturnType<typeof handOverState>
  readonly clause: string
  readonly text: string
  readonly answer: string
}

/** Returns what the page shows of something that was handed over, to the one who asks. */
export function handOverItem(row: HandOverRow, { language, place, personId }: Asking): HandOverItem {
  const texts = handOverTexts(language)
  const to = row.to.length === 0 ? row.referredTo : wordsOf(language).list(row.to.map(({ name }) => name))
  return {
    id: row.id,
    href: handOverPath(place, row.id),
    units: row.units,
    day: formatDay(inStockholm(row.handedOverAt).day, language),
    from: row.handedOverByName,
    to,
    who: row.handedOverBy === personId ? `${texts.to} ${to}` : `${texts.from} ${row.handedOverByName}`,
    state: handOverState(row),
    clause: row.clause,
    text: row.text,
    answer: row.answer,
  }
}
