import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The parts of a result, each with an address of its own. */
export const resultParts = ['enheter', 'personer', 'regler', 'nytt', 'borta'] as const
export type ResultPart = (typeof resultParts)[number]

/** What has just been done, as the list says it. */
export type TryOutNotice = 'borttagen'

/** The committee's try-outs of guidelines, and where one is started. */
export const tryOutsPath = (place: PlaceSlugs, notice?: TryOutNotice) =>
  withQuery(placePath(place, 'riktlinje', 'provning'), { klart: notice })
export const newTryOutPath = (place: PlaceSlugs) => placePath(place, 'riktlinje', 'provning', 'ny')

type Shown = { readonly part?: ResultPart; readonly page?: number | undefined; readonly still?: boolean }

/** One try-out. `still`: the page does not fetch itself again while the work goes on. */
export const tryOutPath = (place: PlaceSlugs, id: string, { part, page, still }: Shown = {}) =>
  withQuery(placePath(place, 'riktlinje', 'provning', id), { visa: part, sida: page, lugn: still ? 'ja' : undefined })
export const restartTryOutPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'riktlinje', 'provning', id, 'omstart')
export const removeTryOutPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'riktlinje', 'provning', id, 'borttagning')
