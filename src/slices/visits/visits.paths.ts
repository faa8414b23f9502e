import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The list, filtered by year and by what is ahead or behind. */
export const visitsPath = (
  place: PlaceSlugs,
  filter: { readonly year?: number; readonly when?: string; readonly page?: number } = {},
) => withQuery(placePath(place, 'besok'), { ar: filter.year, nar: filter.when, sida: filter.page })
/** The visits of a month or a week, named by their first day; without one those of today. */
export const visitsCalendarPath = (
  place: PlaceSlugs,
  shown: { readonly span?: string; readonly day?: string; readonly whose?: string | undefined } = {},
) => withQuery(placePath(place, 'besok', 'kalender'), { vy: shown.span, dag: shown.day, vems: shown.whose })
/** The form to invite to or book a visit, with the unit or group filled in when it is known. */
export const newVisitPath = (place: PlaceSlugs, about: { readonly unit?: string; readonly group?: string } = {}) =>
  withQuery(placePath(place, 'besok', 'nytt'), { enhet: about.unit, grupp: about.group })
/** A visit's own page, with what has just been done to it when that is to be said. */
export const visitPath = (place: PlaceSlugs, id: string, notice?: string) =>
  withQuery(placePath(place, 'besok', id), { klart: notice })
export const visitAnswerPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'svar')
export const visitPlanPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'program')
/** Who came, with what has just been done when that is to be said. */
export const visitAttendancePath = (place: PlaceSlugs, id: string, notice?: string) =>
  withQuery(placePath(place, 'besok', id, 'narvaro'), { klart: notice })
/** The certificate for one's employer; the secretary's for another who came. */
export const visitCertificatePath = (place: PlaceSlugs, id: string, person?: string) =>
  withQuery(placePath(place, 'besok', id, 'intyg.pdf'), { person })
export const visitCancellationPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'installt')
export const visitPreparationPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'forberedelse')
/** The decision about a visit beyond the usual number, or about its fee when that is what is asked. */
export const extraDecisionPath = (place: PlaceSlugs, id: string, about?: string) =>
  withQuery(placePath(place, 'besok', id, 'beslut'), { om: about })
export const extraRequestPath = (place: PlaceSlugs, id: string, about?: string) =>
  withQuery(placePath(place, 'besok', id, 'begaran'), { om: about })
export const visitDeclinePath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'avbojt')
export const visitMissedPath = (place: PlaceSlugs, id: string) => placePath(place, 'besok', id, 'uteblivet')
