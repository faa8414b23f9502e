import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Where a person asks for a correction, from the page about their own data. */
export const askCorrectionPath = (place: PlaceSlugs) => placePath(place, 'mina-uppgifter', 'rattelse')
/** The requests that have come in. */
export const correctionsPath = (place: PlaceSlugs) => placePath(place, 'rattelser')
export const answerCorrectionPath = (place: PlaceSlugs, id: string) => placePath(place, 'rattelser', id, 'svar')
