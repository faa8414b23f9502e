import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

export const summaryPath = (place: PlaceSlugs, year?: number) => withQuery(placePath(place, 'sammanstallning'), { ar: year })
