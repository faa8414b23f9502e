import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const restrictionPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'sekretess')
export const liftPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'sekretess', 'havning')
