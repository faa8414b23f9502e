import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const handOversPath = (place: PlaceSlugs) => placePath(place, 'overlamnat')
export const handOverPath = (place: PlaceSlugs, id: string) => placePath(place, 'overlamnat', id)
export const handOverReceivedPath = (place: PlaceSlugs, id: string) => placePath(place, 'overlamnat', id, 'mottaget')
export const handOverAnswerPath = (place: PlaceSlugs, id: string) => placePath(place, 'overlamnat', id, 'svar')
