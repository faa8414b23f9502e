import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const reportsPath = (place: PlaceSlugs) => placePath(place, 'rapporter')
/** The report of a visit: starts a draft when there is none. */
export const visitReportPath = (place: PlaceSlugs, visitId: string) => placePath(place, 'rapporter', 'besok', visitId)
/** Says that the visit is reported orally at a meeting, where the guideline allows it. */
export const visitOralReportPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'rapporter', 'besok', visitId, 'muntlig')
/** Registers the report that the manager or an officer has written. */
export const visitReportRegistrationPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'rapporter', 'besok', visitId, 'registrering')
export const reportPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id)
export const reportDraftPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'utkast')
/** The secretary writes the draft for an author who has phoned. */
export const reportDraftForPath = (place: PlaceSlugs, id: string, personId: string) =>
  placePath(place, 'rapporter', id, 'at', personId)
export const reportFinalForPath = (place: PlaceSlugs, id: string, personId: string) =>
  placePath(place, 'rapporter', id, 'at', personId, 'fardig')
/** The secretary begins a report for somebody who has phoned. */
export const visitReportForPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'rapporter', 'besok', visitId, 'at')
export const visitOralReportForPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'rapporter', 'besok', visitId, 'at', 'muntlig')
export const reportFinalPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'fardig')
export const reportReadingPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'lasning')
export const reportPdfPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'rapport.pdf')
/** The secretary notes what was said of the visit at a meeting that has been held. The page is among the meetings'. */
export const noteSpokenPath = (place: PlaceSlugs, visitId: string, meetingId?: string) =>
  `${placePath(place, 'sammantraden', 'muntligt', visitId)}${meetingId === undefined ? '' : `?sammantrade=${meetingId}`}`
