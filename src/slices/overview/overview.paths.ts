import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Att göra: the start page. */
export const startPath = (place: PlaceSlugs) => placePath(place)
export const unitsPath = (place: PlaceSlugs) => placePath(place, 'enheter')
export const unitPath = (place: PlaceSlugs, id: string) => placePath(place, 'enheter', id)
/** Where the administration's subjects are chosen from. */
export const administrationPath = (place: PlaceSlugs) => placePath(place, 'forvaltning')
/** Everything that happened around a visit, from invitation to payment. */
export const visitStoryPath = (place: PlaceSlugs, visitId: string) => placePath(place, 'besok', visitId, 'tidslinje')
