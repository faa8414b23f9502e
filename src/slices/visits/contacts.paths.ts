import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** The contacts outside visits, those that the filter lets through. */
export const contactsPath = (
  place: PlaceSlugs,
  filter: {
    readonly from?: string | undefined
    readonly to?: string | undefined
    readonly where?: string | undefined
    readonly kind?: string | undefined
    readonly page?: number | undefined
    readonly notice?: string | undefined
  } = {},
) =>
  withQuery(placePath(place, 'kontakter'), {
    fran: filter.from,
    till: filter.to,
    enhet: filter.where,
    slag: filter.kind,
    sida: filter.page,
    klart: filter.notice,
  })
/** The form to note that somebody has been in touch, about a unit when it is known. */
export const newContactPath = (place: PlaceSlugs, unit?: string) =>
  withQuery(placePath(place, 'kontakter', 'ny'), { enhet: unit })
export const contactPath = (place: PlaceSlugs, id: string) => placePath(place, 'kontakter', id)
export const contactRemovalPath = (place: PlaceSlugs, id: string) => placePath(place, 'kontakter', id, 'ta-bort')
