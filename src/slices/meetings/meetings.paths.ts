import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const meetingsPath = (place: PlaceSlugs) => placePath(place, 'sammantraden')
export const meetingPath = (place: PlaceSlugs, id: string) => placePath(place, 'sammantraden', id)
export const meetingPackagePath = (place: PlaceSlugs, id: string) => placePath(place, 'sammantraden', id, 'handlingar.zip')
export const meetingItemPath = (place: PlaceSlugs, meetingId: string, itemId: string) =>
  placePath(place, 'sammantraden', meetingId, 'punkter', itemId)
