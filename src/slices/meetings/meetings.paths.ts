import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

export const meetingsPath = (place: PlaceSlugs) => placePath(place, 'sammantraden')
export const meetingPath = (place: PlaceSlugs, id: string) => placePath(place, 'sammantraden', id)
export const meetingPackagePath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'sammantraden', id, 'handlingar.zip')
/** What is put on the meeting's list afterwards. */
export const meetingItemsPath = (place: PlaceSlugs, meetingId: string) =>
  placePath(place, 'sammantraden', meetingId, 'punkter')
export const meetingItemPath = (place: PlaceSlugs, meetingId: string, itemId: string) =>
  placePath(place, 'sammantraden', meetingId, 'punkter', itemId)
/** All papers of the meeting noted as notified under one paragraph. */
export const meetingNotificationPath = (place: PlaceSlugs, meetingId: string) =>
  placePath(place, 'sammantraden', meetingId, 'delgivning')
