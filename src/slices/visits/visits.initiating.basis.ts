import type { Day } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointedUnitsOf, listContactsOfUnit } from '../appointments/index.ts'
import { getUnit, type UnitRow } from '../directory/index.ts'
import { getPerson, listHolders, listRepresentatives } from '../people/index.ts'
import type { Candidate } from './visits.rules.ts'

/** Returns these units. Throws `NotFound` for one outside the committee. */
export async function unitsOf(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly UnitRow[]> {
  const units: UnitRow[] = []
  for (const id of ids) units.push(await getUnit(tx, scope, id))
  return units
}

/** Returns what the person is on the day and with regard to these units. Throws `NotFound` for one outside the committee. */
export async function candidateFor(
  tx: Tx,
  scope: Scope,
  personId: string,
  about: { readonly units: readonly UnitRow[]; readonly day: Day; readonly members: readonly string[] | undefined },
): Promise<
  Candidate & { readonly name: string; readonly hasOffice: boolean; readonly contactUnitIds: readonly string[] }
> {
  const { name } = await getPerson(tx, scope, personId)
  const unitIds = about.units.map(({ id }) => id)
  const managed = (await listHolders(tx, scope, 'manager', { unitIds })).filter(({ id }) => id === personId)
  const holds = async (role: 'chair' | 'secretary') =>
    (await listHolders(tx, scope, role)).some(({ id }) => id === personId)
  const isPolitician = (await listRepresentatives(tx, scope)).some(({ id }) => id === personId)
  const [isChair, isSecretary] = [await holds('chair'), await holds('secretary')]
  const contactUnitIds = about.members?.includes(personId)
    ? unitIds
    : (await appointedUnitsOf(tx, scope, personId, about.day)).map(({ id }) => id)
  return {
    personId,
    name,
    isManagerOfAll: unitIds.every((id) => managed.some(({ unitId }) => unitId === id)),
    isPolitician,
    isContact: contactUnitIds.length > 0,
    isChair,
    isSecretary,
    // One who has left could still have made a visit that is registered afterwards.
    hasOffice: isPolitician || isChair || isSecretary || managed.length > 0 || contactUnitIds.length > 0,
    contactUnitIds,
  }
}

/** Returns all who are appointed to any of the units on the day, each once. */
export async function contactsOf(
  tx: Tx,
  scope: Scope,
  units: readonly UnitRow[],
  day: Day,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const unit of units)
    for (const { personId } of await listContactsOfUnit(tx, scope, unit.id, day)) found.add(personId)
  return [...found]
}
