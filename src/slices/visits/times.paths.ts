import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** Where the answers to all proposed times are posted. */
export const visitTimesPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'tider')
/** Where the chosen time is posted. */
export const visitChoicePath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'valj-tid')
/** The form to move a visit, or to put it off. */
export const visitMovePath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'flytta')
/** Where it is posted that a visit is made a joint one. */
export const visitJoinPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'gemensamt')
