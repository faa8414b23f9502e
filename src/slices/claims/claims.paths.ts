import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

export const claimsPath = (place: PlaceSlugs, year?: number) => withQuery(placePath(place, 'arvoden'), { ar: year })

type Selection = {
  readonly year?: number | undefined
  readonly state?: string | undefined
  readonly person?: string | undefined
  readonly page?: number | undefined
}

/** Everybody's claims, where the one who reads also has claims of their own. */
export const allClaimsPath = (place: PlaceSlugs, { year, state, person, page }: Selection = {}) =>
  withQuery(placePath(place, 'arvoden'), { vilka: 'alla', ar: year, lage: state, person, sida: page })
export const claimPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id)
export const claimConfirmationPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'bekraftelse')
/** The secretary confirms for a claimant who has phoned. */
export const claimConfirmationForPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'arvoden', id, 'bekraftelse', 'at')
export const claimWaiverPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'avstaende')
export const claimReopeningPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'atertagande')
export const claimCheckPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'kontroll')
export const claimApprovalPath = (place: PlaceSlugs, id: string) => placePath(place, 'arvoden', id, 'attest')
/** Several claims at once. */
export const checksPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'kontroll')
export const approvalsPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'attest')
/** Who approves in whose place; `done` names what was just done. */
export const delegationsPath = (place: PlaceSlugs, done?: 'registrerad' | 'avslutad') =>
  withQuery(placePath(place, 'arvoden', 'delegationer'), { gjort: done })
export const delegationEndPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'delegationer', 'avsluta')
/** What the same assignment gives whom. */
export const equalPayPath = (place: PlaceSlugs, year?: number) =>
  withQuery(placePath(place, 'arvoden', 'lika'), { ar: year })
export const payrollPath = (place: PlaceSlugs) => placePath(place, 'lon')
export const payTypesPath = (place: PlaceSlugs, done?: 'sparad') =>
  withQuery(placePath(place, 'lon', 'lonearter'), { klart: done })
export const payrollBatchPath = (place: PlaceSlugs, id: string) => placePath(place, 'lon', id)
export const payrollFilePath = (place: PlaceSlugs, id: string, file: 'paxml.xml' | 'lon.csv' | 'lista.pdf') =>
  placePath(place, 'lon', id, file)
/** What has gone to payroll and is something else today. */
export const differencesPath = (place: PlaceSlugs) => placePath(place, 'arvoden', 'skillnader')
export const differencePath = (place: PlaceSlugs, claimId: string) => placePath(place, 'arvoden', claimId, 'skillnad')
/** What payroll has said of a batch. */
export const receiptPath = (place: PlaceSlugs, batchId: string) => placePath(place, 'lon', batchId, 'kvittens')
export const receiptSavingPath = (place: PlaceSlugs, batchId: string) =>
  placePath(place, 'lon', batchId, 'kvittens', 'spara')
export const receiptByHandPath = (place: PlaceSlugs, batchId: string) =>
  placePath(place, 'lon', batchId, 'kvittens', 'for-hand')
