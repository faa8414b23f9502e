import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

export const claimsPath = (place: PlaceSlugs, year?: number) => withQuery(placePath(place, 'arvoden'), { ar: year })
export const claimPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id)
export const claimConfirmationPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'bekraftelse')
export const claimApprovalPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'attest')
export const payrollPath = (place: PlaceSlugs) => placePath(place, 'lon')
export const payrollBatchPath = (place: PlaceSlugs, id: string) => placePath(place, 'lon', id)
export const payrollFilePath = (place: PlaceSlugs, id: string, file: 'paxml.xml' | 'lon.csv' | 'lista.pdf') =>
  placePath(place, 'lon', id, file)
