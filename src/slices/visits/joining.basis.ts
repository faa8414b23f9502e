import { yearOf } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { leaveOn, listContactsOfUnit, listLeaves } from '../appointments/index.ts'
import { listUnits } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { seesWholeCommittee } from './visits.rules.ts'
import { listVisits, type VisitRow } from './visits.store.ts'

/** Returns the units whose contact politicians make their visits together (VSN-05): these, or all of their areas. */
async function unitsTogether(tx: ReadTx | Tx, scope: Scope, visit: VisitRow) {
  const settings = await settingsFor(tx, scope, visit.day)
  const within = settings?.visits.coordinatedWithin.value
  const areaIds = new Set(within === 'area' ? visit.units.flatMap(({ areaId }) => areaId ?? []) : [])
  const nearby = (await listUnits(tx, scope)).filter(({ areaId }) => areaId !== null && areaIds.has(areaId))
  const unitIds = [...new Set([...visit.units, ...nearby].map(({ id }) => id))]
  return { unitIds, isWanted: within === 'area' || within === 'unit' }
}

/**
 * Returns the other contact politicians whom a joint visit would gather: of the same units, and where the guideline
 * coordinates by area of the same area. Those who are invited already, or on leave that day, are not among them.
 */
export async function othersToJoin(tx: ReadTx | Tx, scope: Scope, visit: VisitRow): Promise<readonly string[]> {
  const { unitIds } = await unitsTogether(tx, scope, visit)
  const found = new Set<string>()
  for (const unitId of unitIds)
    for (const { personId } of await listContactsOfUnit(tx, scope, unitId, visit.day)) found.add(personId)
  for (const { personId } of visit.invitations) found.delete(personId)
  const leaves = await listLeaves(tx, scope, visit.day)
  return [...found].filter((id) => leaveOn(leaves, id, visit.day) === undefined)
}

/**
 * Returns the visits of the year on their way that other contact politicians of the same operation make apart from this
 * one, where the guideline wants them made together; none where it says nothing.
 */
export async function listApart(tx: ReadTx, scope: Scope, visit: VisitRow): Promise<readonly VisitRow[]> {
  if (visit.state !== 'proposed' && visit.state !== 'booked') return []
  const { unitIds, isWanted } = await unitsTogether(tx, scope, visit)
  if (!isWanted) return []
  const { personId: _reader, ...everybody } = scope
  const ahead = await listVisits(tx, everybody, { when: 'upcoming', states: ['proposed', 'booked'], unitIds })
  const own = new Set(expectedAt(visit))
  return ahead.filter(
    (it) =>
      it.id !== visit.id &&
      (!it.unannounced || seesWholeCommittee(scope)) &&
      it.form === visit.form &&
      yearOf(it.day) === yearOf(visit.day) &&
      !expectedAt(it).some((personId) => own.has(personId)),
  )
}

function expectedAt({ invitations }: VisitRow): readonly string[] {
  return invitations.filter(({ answer }) => answer !== 'declined').map(({ personId }) => personId)
}
