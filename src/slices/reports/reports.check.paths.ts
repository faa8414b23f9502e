import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The draft at the manager's, and the answers as the authors read them. */
export const checkPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'sakgranskning')
export const checkSendPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'rapporter', id, 'sakgranskning', 'skicka')
export const checkTakeBackPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'rapporter', id, 'sakgranskning', 'ta-tillbaka')
/** The secretary notes what a manager answered by phone. */
export const checkForPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'sakgranskning', 'at')
