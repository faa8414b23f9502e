import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

type Selection = {
  readonly year?: number | undefined
  readonly person?: string | undefined
  readonly page?: number | undefined
  readonly done?: 'inlagd' | 'borttagen' | undefined
}

/** Meetings that have been entered from minutes. */
export const otherTimePath = (place: PlaceSlugs, { year, person, page, done }: Selection = {}) =>
  withQuery(placePath(place, 'arvoden', 'ovrig-tid'), { ar: year, person, sida: page, klart: done })
export const newOtherTimePath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'ovrig-tid', 'ny')
export const otherTimeRemovalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'arvoden', 'ovrig-tid', id, 'borttagande')
