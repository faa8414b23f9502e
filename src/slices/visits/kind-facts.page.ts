import type { Language } from '../../kernel/language.ts'
import type { Definition } from '../../ui/index.ts'
import { bookingKindTexts } from './booking-kinds.texts.ts'
import type { VisitRow } from './visits.store.ts'

/** Returns what the visit's page says of its kind: the series, in which capacity it is made, and that it is unannounced. */
export function kindFacts(
  { capacity, unannounced }: VisitRow,
  series: string | undefined,
  language: Language,
): readonly Definition[] {
  const texts = bookingKindTexts(language)
  return [
    ...(series === undefined ? [] : [{ term: texts.series, description: series }]),
    ...(capacity === 'committee' ? [] : [{ term: texts.capacityTerm, description: texts.capacities[capacity] }]),
    ...(unannounced ? [{ term: texts.unannouncedTerm, description: texts.unannouncedYes }] : []),
  ]
}
