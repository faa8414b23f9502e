import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The others' reports to read before the meeting. */
export const readingListPath = (place: PlaceSlugs) => placePath(place, 'rapporter', 'lasning')
/** Who has read what, for the secretary. */
export const readingStatusPath = (place: PlaceSlugs) => placePath(place, 'rapporter', 'lasstatus')
