import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const correctionPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'rattelse')
export const dissentPath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'avvikande-mening')
export const lateSignaturePath = (place: PlaceSlugs, id: string) => placePath(place, 'rapporter', id, 'underskrift')
export const versionPath = (place: PlaceSlugs, id: string, version: number) =>
  placePath(place, 'rapporter', id, 'version', String(version))
export const versionPdfPath = (place: PlaceSlugs, id: string, version: number) =>
  placePath(place, 'rapporter', id, 'version', String(version), 'rapport.pdf')
