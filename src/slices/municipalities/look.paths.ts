import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const lookPath = (place: PlaceSlugs) => placePath(place, 'installningar', 'utseende')
export const lookSamplePath = (place: PlaceSlugs) => placePath(place, 'installningar', 'utseende', 'exempel.pdf')
