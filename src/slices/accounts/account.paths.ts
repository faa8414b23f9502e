import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The own account: who I am, my ways in, where I am signed in. */
export const accountPath = (place: PlaceSlugs, done?: 'session-ended' | 'unbound') =>
  `${placePath(place, 'konto')}${done === undefined ? '' : `?klart=${done}`}`
export const endSessionPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'konto', 'inloggningar', id, 'avsluta')
export const signOutEverywherePath = (place: PlaceSlugs) => placePath(place, 'konto', 'logga-ut-overallt')
export const unbindOwnPath = (place: PlaceSlugs, id: string) => placePath(place, 'konto', 'kopplingar', id, 'ta-bort')
