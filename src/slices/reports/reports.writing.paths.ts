import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The secretary takes the report over, and writes on in it. */
export const takenOverPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'overtagen')
export const takenOverFinalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'rapporter', id, 'overtagen', 'fardig')
export const takeOverPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'overtagande')
/** A text that collided is taken into the report, or left out of it. */
export const takeInPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'texter', 'ta-in')
export const leaveOutPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'texter', 'utanfor')
/** Where the script of the page saves one field. */
export const draftFieldPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'falt')
