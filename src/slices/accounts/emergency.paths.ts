import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The own emergency login: setting it up, and taking it away. */
export const emergencyPath = (place: PlaceSlugs) => placePath(place, 'konto', 'nodinloggning')
export const confirmEmergencyPath = (place: PlaceSlugs) => placePath(place, 'konto', 'nodinloggning', 'kod')
export const removeEmergencyPath = (place: PlaceSlugs) => placePath(place, 'konto', 'nodinloggning', 'ta-bort')
/** Signing in when every other way fails. */
export const emergencySignInPath = (municipality: string) => `/${encodeURIComponent(municipality)}/logga-in/nod`
