import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** What one wants by mail, and when. */
export const mailChoicePath = (place: PlaceSlugs, done?: 'saved') =>
  withQuery(placePath(place, 'konto', 'brev'), { klart: done })
