import { type PlaceSlugs, placePath } from '../../kernel/place.ts'

/** The landing page: which committee. */
export const landingPath = '/'
export const signOutPath = '/logga-ut'
export const languagePath = '/sprak'
export const signInPath = (municipality: string) => `/${encodeURIComponent(municipality)}/logga-in`
export const codePath = (municipality: string) => `/${encodeURIComponent(municipality)}/logga-in/kod`
export const demoPersonsPath = (place: PlaceSlugs) => placePath(place, 'prova')
/** The demonstration's letters. */
export const mailboxPath = (municipality: string) => `/${encodeURIComponent(municipality)}/brevlada`
/** The entry for the calendar that goes with one of them. */
export const mailCalendarPath = (municipality: string, mailId: string) => `${mailboxPath(municipality)}/${mailId}.ics`
