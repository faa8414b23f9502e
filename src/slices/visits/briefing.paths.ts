import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** All that one reads before a visit, made for the way there; with what has just been done when that is to be said. */
export const preparationPath = (place: PlaceSlugs, visitId: string, notice?: string) =>
  withQuery(placePath(place, 'besok', visitId, 'infor'), { klart: notice })
/** The same as a file to keep where there is no network. */
export const keptPreparationPath = (place: PlaceSlugs, visitId: string) =>
  placePath(place, 'besok', visitId, 'infor', 'spara')

/** Whom to turn to in which question, and what is going on in the committee. */
export const briefingPath = (place: PlaceSlugs, notice?: string) =>
  withQuery(placePath(place, 'forberedelser'), { klart: notice })
export const newReferralPath = (place: PlaceSlugs) => placePath(place, 'forberedelser', 'vart', 'ny')
export const referralPath = (place: PlaceSlugs, id: string) => placePath(place, 'forberedelser', 'vart', id)
export const referralMovePath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'forberedelser', 'vart', id, 'flytta')
export const referralRemovalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'forberedelser', 'vart', id, 'ta-bort')
export const newNewsPath = (place: PlaceSlugs) => placePath(place, 'forberedelser', 'nytt', 'ny')
export const newsEntryPath = (place: PlaceSlugs, id: string) => placePath(place, 'forberedelser', 'nytt', id)
export const newsRemovalPath = (place: PlaceSlugs, id: string) =>
  placePath(place, 'forberedelser', 'nytt', id, 'ta-bort')
