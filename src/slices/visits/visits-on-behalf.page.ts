import type { Language } from '../../kernel/language.ts'
import { onBehalfTexts } from '../people/index.ts'
import { sayWhoChanged } from './participants.texts.ts'
import type { Names } from './visits.page.ts'
import type { VisitEventRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'

/** Returns who it is, with who registered it when that was somebody else. */
export function withRegistrar(
  { personId, registeredById }: { readonly personId: string; readonly registeredById?: string | null | undefined },
  names: Names,
  language: Language,
): string {
  const name = names(personId)
  return registeredById ? onBehalfTexts(language).by(name, names(registeredById)) : name
}

/** Returns who did what the timeline tells, and for whom. */
export function whoDid(event: VisitEventRow, names: Names, language: Language): string {
  const { personId, concernsId, onBehalf, byLink } = event
  const texts = visitsTexts(language)
  if (personId === null) return texts.automatically
  const changed = sayWhoChanged(event, names, language)
  if (changed !== undefined) return changed
  if (onBehalf && concernsId !== null && concernsId !== personId)
    return onBehalfTexts(language).by(names(concernsId), names(personId))
  if (concernsId !== null && concernsId !== personId) return texts.onBehalfOf(names(personId), names(concernsId))
  if (byLink) return texts.byLink(names(personId))
  return onBehalf ? texts.onBehalf(names(personId)) : names(personId)
}
