import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** Two of the committee's versions or drafts beside each other, by id. What is left out is chosen on the page. */
export const comparePath = (place: PlaceSlugs, between: { readonly from?: string; readonly to?: string } = {}) =>
  withQuery(placePath(place, 'riktlinje', 'jamforelse'), { fran: between.from, till: between.to })
