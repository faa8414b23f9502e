import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The mails that have not arrived, with what has just been done when that is to be said. */
export const undeliveredPath = (place: PlaceSlugs, done?: 'again') =>
  withQuery(placePath(place, 'installningar', 'mejl'), { klart: done })
export const resendPath = (place: PlaceSlugs, id: string) => placePath(place, 'installningar', 'mejl', id)
