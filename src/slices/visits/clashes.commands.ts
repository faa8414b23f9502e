import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { getPerson } from '../people/index.ts'
import type { VisitTime } from './times.rules.ts'
import { findUnitClashes, lockUnits } from './times.store.ts'
import { lockPersons } from './visits.changes.store.ts'
import { findClashes } from './visits.store.ts'

/**
 * Locks those who are invited, and the units when they are given, and refuses when one of them is taken that hour: a
 * person with `visits.clash`, a unit with `visits.unit-taken`, whose facts name the visit that one can join instead.
 */
export async function clashOf(
  tx: Tx,
  scope: Scope,
  personIds: readonly string[],
  at: VisitTime & { readonly visitId?: string | undefined; readonly unitIds?: readonly string[] | undefined },
  field = 'start',
): Promise<Refusal | undefined> {
  const { day, start, end, visitId: exceptVisitId, unitIds = [] } = at
  await lockPersons(tx, personIds)
  if (unitIds.length > 0) await lockUnits(tx, unitIds)
  const [clash] = await findClashes(tx, { day, start, end, personIds, exceptVisitId })
  if (clash !== undefined) {
    const { name } = await getPerson(tx, scope, clash.personId)
    return refuse('visits.clash', { name, day, start: clash.start, end: clash.end }, field)
  }
  const [taken] = unitIds.length === 0 ? [] : await findUnitClashes(tx, { day, start, end, unitIds, exceptVisitId })
  return taken && refuse('visits.unit-taken', { ...taken, day }, field)
}
