import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** What documents are looked for by, as it stands in the address. */
export type FindQuery = Readonly<Record<'fran' | 'till' | 'enhet' | 'slag' | 'ord', string | undefined>>

export const disclosuresPath = (place: PlaceSlugs) => placePath(place, 'utlamnande')
export const newDisclosurePath = (place: PlaceSlugs) => placePath(place, 'utlamnande', 'ny')
export const disclosurePath = (place: PlaceSlugs, id: string, query?: FindQuery) =>
  withQuery(placePath(place, 'utlamnande', id), query ?? {})
export const disclosureDocumentsPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'utlamnande', id, 'handlingar')
export const disclosureDocumentPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId)
export const disclosureDropPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'bort')
export const disclosurePassagesPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'meningar')
export const disclosureWordPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'ord')
export const disclosureMaskPath = (place: PlaceSlugs, id: string, documentId: string, maskId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'maskering', maskId)
export const disclosureDecisionPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'provning')
/** The copy as it would be handed out now. */
export const disclosurePreviewPath = (place: PlaceSlugs, id: string, documentId: string) =>
  placePath(place, 'utlamnande', id, 'handlingar', documentId, 'kopia.pdf')
export const handOutPath = (place: PlaceSlugs, id: string) => placePath(place, 'utlamnande', id, 'lamna-ut')
export const closeDisclosurePath = (place: PlaceSlugs, id: string) => placePath(place, 'utlamnande', id, 'avsluta')
/** What was handed out. */
export const disclosurePackagePath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'utlamnande', id, 'handlingar.zip')
