import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The parts of an address that name the two documents. */
export const documentWords = { record: 'registerforteckning', assessment: 'konsekvensbedomning' } as const
export type DataProtectionDocument = keyof typeof documentWords

export const dataProtectionPath = (place: PlaceSlugs) => placePath(place, 'dataskydd')
export const dataProtectionDocumentPath = (place: PlaceSlugs, document: DataProtectionDocument, version?: number) =>
  withQuery(placePath(place, 'dataskydd', documentWords[document]), { version })
export const dataProtectionEditPath = (place: PlaceSlugs, document: DataProtectionDocument) =>
  placePath(place, 'dataskydd', documentWords[document], 'andra')
export const dataProtectionFilePath = (
  place: PlaceSlugs,
  document: DataProtectionDocument,
  file: 'dokument.pdf' | 'dokument.md',
  version?: number,
) => withQuery(placePath(place, 'dataskydd', documentWords[document], file), { version })
