import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** Visits ahead where somebody is invited who is on leave or has left, with what has just been done. */
export const replacementsPath = (place: PlaceSlugs, notice?: 'leave' | 'replaced') =>
  withQuery(placePath(place, 'besok', 'ersattare'), { klart: notice })
/** Who takes part in a visit, for changing, with what has just been done. */
export const participantsPath = (place: PlaceSlugs, visitId: string, notice?: 'removed' | 'invited') =>
  withQuery(placePath(place, 'besok', visitId, 'deltagare'), { klart: notice })
