import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The formats of the payroll file: PAXml and the municipality's own layouts. */
export const payrollFormatsPath = (place: PlaceSlugs) => placePath(place, 'lon', 'format')
export const newLayoutPath = (place: PlaceSlugs) => placePath(place, 'lon', 'format', 'ny')
export const layoutPath = (place: PlaceSlugs, id: string) => placePath(place, 'lon', 'format', id)
export const layoutFilePath = (place: PlaceSlugs, id: string, form: 'yaml' | 'json') =>
  placePath(place, 'lon', 'format', id, `uppstallning.${form}`)
export const layoutRemovalPath = (place: PlaceSlugs, id: string) => placePath(place, 'lon', 'format', id, 'borttagning')
/** A batch as a file in one of the layouts. */
export const batchInLayoutPath = (place: PlaceSlugs, batchId: string, layoutId: string) =>
  placePath(place, 'lon', batchId, 'fil', layoutId)
