import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Everything that is kept about the person who looks. */
export const ownDataPath = (place: PlaceSlugs) => placePath(place, 'mina-uppgifter')
export const ownDataFilePath = (place: PlaceSlugs, file: 'mina-uppgifter.json' | 'mina-uppgifter.pdf') =>
  placePath(place, 'mina-uppgifter', file)
/** What somebody else has registered for the person after a phone call, with room to say that it is wrong. */
export const registeredForMePath = (place: PlaceSlugs) => `${ownDataPath(place)}#registrerat-at-mig`
/** Where the person says whether one such thing is right. */
export const registeredAnswerPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'mina-uppgifter', 'registrerat', id)
