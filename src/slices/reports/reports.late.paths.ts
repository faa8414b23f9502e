import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Reminds those who owe the report of the visit. */
export const remindNowPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'rapporter', 'besok', visitId, 'paminnelse')
