import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const guidelinePath = (place: PlaceSlugs) => placePath(place, 'riktlinje')
export const adoptionPath = (place: PlaceSlugs, versionId: string) =>
  placePath(place, 'riktlinje', versionId, 'antagande')
export const interpretationPath = (place: PlaceSlugs, versionId: string, silenceId: string) =>
  placePath(place, 'riktlinje', versionId, 'tolkningar', silenceId)
