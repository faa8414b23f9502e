import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** Who is appointed, with what has just been done when that is to be said. */
export const appointmentsPath = (place: PlaceSlugs, notice?: 'appointed' | 'ended') =>
  withQuery(placePath(place, 'uppdrag'), { klart: notice })
export const newAppointmentPath = (place: PlaceSlugs) => placePath(place, 'uppdrag', 'nytt')
export const endAppointmentPath = (place: PlaceSlugs, id: string) => placePath(place, 'uppdrag', id, 'avslut')
export const relationsPath = (place: PlaceSlugs, notice?: 'declared' | 'withdrawn') =>
  withQuery(placePath(place, 'anknytningar'), { klart: notice })
