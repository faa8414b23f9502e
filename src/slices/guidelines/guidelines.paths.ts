import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The guideline read back, with what has just been registered when that is to be said. */
export const guidelinePath = (place: PlaceSlugs, notice?: 'adopted' | 'answered' | 'proposed' | 'reviewed') =>
  withQuery(placePath(place, 'riktlinje'), { klart: notice })
export const adoptionPath = (place: PlaceSlugs, versionId: string) =>
  placePath(place, 'riktlinje', versionId, 'antagande')
export const interpretationPath = (place: PlaceSlugs, versionId: string, silenceId: string) =>
  placePath(place, 'riktlinje', versionId, 'tolkningar', silenceId)
export const reviewPath = (place: PlaceSlugs, versionId: string) =>
  placePath(place, 'riktlinje', versionId, 'uppfoljning')
