import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

const below = (place: PlaceSlugs, ...rest: readonly string[]) =>
  placePath(place, 'installningar', 'inloggning', ...rest)

export const waysInPath = (place: PlaceSlugs) => below(place)
export const newProviderPath = (place: PlaceSlugs, kind: string) => below(place, 'ny', kind)
export const providerPath = (place: PlaceSlugs, id: string) => below(place, id)
export const tryProviderPath = (place: PlaceSlugs, id: string) => below(place, id, 'prova')
export const triedProviderPath = (place: PlaceSlugs, id: string) => below(place, id, 'provad')
export const openProviderPath = (place: PlaceSlugs, id: string) => below(place, id, 'slapp-in')
export const closeProviderPath = (place: PlaceSlugs, id: string) => below(place, id, 'stang')
export const removeProviderPath = (place: PlaceSlugs, id: string) => below(place, id, 'ta-bort')
