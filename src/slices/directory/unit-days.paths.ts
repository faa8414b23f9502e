import { type PlaceSlugs, placePath, withQuery } from '../../kernel/place.ts'

/** What has just been done to a unit's days. */
export type UnitDaysNotice = 'blocked' | 'unblocked' | 'council' | 'council-removed' | 'consent' | 'agreement'

/** A unit's days: when it receives no visits, its relatives' council, and what it has agreed to. */
export const unitDaysPath = (place: PlaceSlugs, unitId: string, notice?: UnitDaysNotice) =>
  withQuery(placePath(place, 'enheter', unitId, 'tider'), { klart: notice })
