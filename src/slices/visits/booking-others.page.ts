import type { Language } from '../../kernel/language.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatTimeOfDay } from '../../ui/index.ts'
import { listUnits, type UnitRow } from '../directory/index.ts'
import { timesTexts } from './times.texts.ts'
import { unitsOf } from './visits.page.ts'
import { seesWholeCommittee } from './visits.rules.ts'
import { getVisit, listVisits, type VisitRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'
import { visitFormTexts } from './visits-forms.texts.ts'

/**
 * Returns visits on their way to the same units, or to others of their areas: a joint one may be better (VSN-05). Those
 * of a neighbouring unit are told of to its manager too, who does not see them otherwise: where and when, no more. The
 * one that has the hour already (`taken`) comes first, however many there are.
 */
export async function otherVisits(
  tx: ReadTx,
  { scope }: { readonly scope: Scope },
  units: readonly UnitRow[],
  taken: string | undefined,
): Promise<readonly VisitRow[]> {
  const areaIds = new Set(units.flatMap(({ areaId }) => areaId ?? []))
  const nearby = (await listUnits(tx, scope)).filter(
    ({ id, areaId }) => units.some((unit) => unit.id === id) || (areaId !== null && areaIds.has(areaId)),
  )
  const { personId: _reader, ...everybody } = scope
  const ahead = await listVisits(tx, everybody, {
    when: 'upcoming',
    states: ['proposed', 'booked'],
    unitIds: nearby.map(({ id }) => id),
    limit: 5,
  })
  const first = taken === undefined ? [] : [await getVisit(tx, everybody, taken)]
  const found = [...first, ...ahead.filter(({ id }) => id !== taken)]
  // Of an unannounced visit nobody at a unit learns.
  return found.filter(({ unannounced }) => !unannounced || seesWholeCommittee(scope))
}

/** Returns where and when another visit is, on one line. */
export function otherVisitLabel(visit: VisitRow, { language }: { readonly language: Language }): string {
  if (visit.timesOpen) return `${unitsOf(visit, language)}: ${timesTexts(language).proposedCount(visit.times.length)}`
  return visitFormTexts(language).otherVisit(
    unitsOf(visit, language),
    visitsTexts(language).formatDay(visit.day),
    formatTimeOfDay(visit.start, language),
  )
}
