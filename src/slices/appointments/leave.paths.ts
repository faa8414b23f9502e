import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** Who is on leave, with what has just been done. */
export const leavesPath = (place: PlaceSlugs, notice?: 'ended') =>
  withQuery(placePath(place, 'uppdrag', 'ledigheter'), { klart: notice })
export const newLeavePath = (place: PlaceSlugs) => placePath(place, 'uppdrag', 'ledigheter', 'ny')
export const leaveEndPath = (place: PlaceSlugs, id: string) => placePath(place, 'uppdrag', 'ledigheter', id, 'avslut')
