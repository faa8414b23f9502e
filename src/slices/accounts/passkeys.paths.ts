import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The own passkeys; the own account lists them too. */
export const passkeysPath = (place: PlaceSlugs) => placePath(place, 'konto', 'nycklar')
export const newPasskeyPath = (place: PlaceSlugs) => placePath(place, 'konto', 'nycklar', 'ny')
export const passkeyPath = (place: PlaceSlugs, id: string) => placePath(place, 'konto', 'nycklar', id)
export const removePasskeyPath = (place: PlaceSlugs, id: string) => placePath(place, 'konto', 'nycklar', id, 'ta-bort')
/** Signing in with a passkey. */
export const passkeySignInPath = (municipality: string) => `/${encodeURIComponent(municipality)}/logga-in/passnyckel`
