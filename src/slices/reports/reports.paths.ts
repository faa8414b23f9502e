import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const reportsPath = (place: PlaceSlugs) => placePath(place, 'rapporter')
/** The report of a visit: starts a draft when there is none. */
export const visitReportPath = (place: PlaceSlugs, visitId: string) => placePath(place, 'rapporter', 'besok', visitId)
export const reportPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id)
export const reportDraftPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'utkast')
export const reportFinalPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'fardig')
export const reportPdfPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'rapport.pdf')
