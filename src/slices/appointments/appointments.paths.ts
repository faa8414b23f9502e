import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const appointmentsPath = (place: PlaceSlugs) => placePath(place, 'uppdrag')
export const newAppointmentPath = (place: PlaceSlugs) => placePath(place, 'uppdrag', 'nytt')
export const endAppointmentPath = (place: PlaceSlugs, id: string) => placePath(place, 'uppdrag', id, 'avslut')
export const relationsPath = (place: PlaceSlugs) => placePath(place, 'anknytningar')
