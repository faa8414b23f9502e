import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Which kinds of file reports may carry. */
export const attachmentRulePath = (place: PlaceSlugs) => placePath(place, 'installningar', 'bilagor')
export const attachmentsPath = (place: PlaceSlugs, reportId: string) =>
  placePath(place, 'rapporter', reportId, 'bilagor')
export const attachmentPath = (place: PlaceSlugs, reportId: string, id: string) =>
  placePath(place, 'rapporter', reportId, 'bilagor', id)
export const removeAttachmentPath = (place: PlaceSlugs, reportId: string, id: string) =>
  placePath(place, 'rapporter', reportId, 'bilagor', id, 'ta-bort')
