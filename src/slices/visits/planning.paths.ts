import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** When notice of a visit was given, and what it said. */
export const visitNoticePath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'forvarning')
