import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** What the guard sees in the draft, sentence by sentence. */
export const reportControlPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'kontroll')
/** The same for the secretary who has taken the report over. */
export const reportControlTakenOverPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'rapporter', id, 'overtagen', 'kontroll')
/** The same for an author who has phoned. */
export const reportControlForPath = (place: PlaceSlugs, id: string, personId: string) =>
  placePath(place, 'rapporter', id, 'at', personId, 'kontroll')
