import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The yearly statement of what one has been paid, as PDF. */
export const yearStatementPath = (place: PlaceSlugs, year: number) =>
  withQuery(placePath(place, 'arvoden', 'arsbesked.pdf'), { ar: year })

/** What an employer is shown of several visits: chosen on a page, made as PDF. */
export const employerPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'arbetsgivarintyg')
export const employerPdfPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'arbetsgivarintyg.pdf')
export const acknowledgementPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'kvittering')

/** From the kronor back to what they rest on. */
export const trailPath = (place: PlaceSlugs, claimId: string) => placePath(place, 'arvoden', claimId, 'spar')
/** The trail of the claim that a row of a payroll batch is about. */
export const rowTrailPath = (place: PlaceSlugs, batchId: string, rowId: number) =>
  placePath(place, 'lon', batchId, 'spar', rowId)
/** The chosen claims as a file for a spreadsheet. */
export const claimListPath = (place: PlaceSlugs, query: Readonly<Record<string, string | number | undefined>>) =>
  withQuery(placePath(place, 'arvoden', 'lista.csv'), query)
export const budgetPath = (place: PlaceSlugs, year?: number, done?: 'sparad') =>
  withQuery(placePath(place, 'arvoden', 'budget'), { ar: year, klart: done })

/** The fee terms of everybody in the committee, and of one person. */
export const feeTermsListPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'villkor')
export const feeTermsPath = (place: PlaceSlugs, personId: string, done?: 'sparat') =>
  withQuery(placePath(place, 'arvoden', 'villkor', personId), { klart: done })
export const newFixedFeePath = (place: PlaceSlugs, personId: string) =>
  placePath(place, 'arvoden', 'villkor', personId, 'arsarvode')
export const newFeeGroupPath = (place: PlaceSlugs, personId: string) =>
  placePath(place, 'arvoden', 'villkor', personId, 'grupp')
export const endFeeTermPath = (place: PlaceSlugs, personId: string, termId: string) =>
  placePath(place, 'arvoden', 'villkor', personId, termId)
