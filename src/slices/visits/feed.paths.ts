import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The own calendar feed: what it is, and how it is made and taken away. */
export const feedPath = (place: PlaceSlugs, done?: 'ended') =>
  withQuery(placePath(place, 'konto', 'kalender'), { klart: done })
export const newFeedPath = (place: PlaceSlugs) => placePath(place, 'konto', 'kalender', 'ny')
export const endFeedPath = (place: PlaceSlugs) => placePath(place, 'konto', 'kalender', 'avsluta')
/** What a calendar program fetches. */
export const feedAddress = (municipality: string, secret: string) =>
  `/${encodeURIComponent(municipality)}/kalender/${encodeURIComponent(secret)}.ics`
