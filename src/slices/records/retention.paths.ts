import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const retentionPath = (place: PlaceSlugs) => placePath(place, 'gallring')
/** The versions of a kind's rule, and a form for a new one. */
export const retentionRulePath = (place: PlaceSlugs, kind: string) => placePath(place, 'gallring', 'regler', kind)
export const holdsPath = (place: PlaceSlugs) => placePath(place, 'gallring', 'undantag')
export const holdEndPath = (place: PlaceSlugs, id: string) => placePath(place, 'gallring', 'undantag', id, 'upphav')
export const disposalsPath = (place: PlaceSlugs) => placePath(place, 'gallring', 'forslag')
export const disposalPath = (place: PlaceSlugs, id: string) => placePath(place, 'gallring', 'forslag', id)
export const disposalApprovalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'gallring', 'forslag', id, 'godkann')
export const disposalWithdrawalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'gallring', 'forslag', id, 'ta-tillbaka')
/** The record of disposal (gallringsprotokoll) as PDF/A. */
export const disposalRecordPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'gallring', 'forslag', id, 'gallringsprotokoll.pdf')
