import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

export const summaryPath = (place: PlaceSlugs, year?: number) =>
  withQuery(placePath(place, 'sammanstallning'), { ar: year })
/** The year's visits against the guideline, a row each, for a spreadsheet. */
export const summaryCsvPath = (place: PlaceSlugs, year: number) =>
  withQuery(placePath(place, 'sammanstallning', 'besok.csv'), { ar: year })
