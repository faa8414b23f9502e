import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** Att göra: the start page. */
export const startPath = (place: PlaceSlugs) => placePath(place)
export const unitsPath = (place: PlaceSlugs) => placePath(place, 'enheter')
export const unitPath = (place: PlaceSlugs, id: string) => placePath(place, 'enheter', id)
/** How far the year's visits have come, for each unit, person or group. */
export const coveragePath = (
  place: PlaceSlugs,
  shown: {
    readonly subject?: string
    readonly year?: number
    readonly lacking?: string | undefined
    readonly page?: number | undefined
  } = {},
) => withQuery(placePath(place, 'lage'), { for: shown.subject, ar: shown.year, kvar: shown.lacking, sida: shown.page })
/** Where the administration's subjects are chosen from. */
export const administrationPath = (place: PlaceSlugs) => placePath(place, 'forvaltning')
/** Everything that happened around a visit, from invitation to payment. */
export const visitStoryPath = (place: PlaceSlugs, visitId: string) => placePath(place, 'besok', visitId, 'tidslinje')
