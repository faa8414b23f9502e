import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** What the claimant adds to a claim. */
export const additionsPath = (place: PlaceSlugs, claimId: string) => placePath(place, 'arvoden', claimId, 'tillagg')
/** The secretary adds for a claimant who has phoned. */
export const additionsForPath = (place: PlaceSlugs, claimId: string) =>
  placePath(place, 'arvoden', claimId, 'tillagg', 'at')
/** A receipt or certificate that goes with a claim. */
export const claimFilePath = (place: PlaceSlugs, claimId: string, fileId: string) =>
  placePath(place, 'arvoden', claimId, 'filer', fileId)
/** One's own certificates. */
export const certificatesPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'intyg')
export const certificatePath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', 'intyg', id)
export const removeCertificatePath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'arvoden', 'intyg', id, 'ta-bort')
