import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Chooses the visit that was spoken of at the meeting. */
export const meetingSpokenPath = (place: PlaceSlugs, meetingId: string) =>
  placePath(place, 'sammantraden', meetingId, 'muntligt')
/** Takes back what was noted of the item. */
export const takeBackPath = (place: PlaceSlugs, meetingId: string, itemId: string) =>
  placePath(place, 'sammantraden', meetingId, 'punkter', itemId, 'ta-tillbaka')
