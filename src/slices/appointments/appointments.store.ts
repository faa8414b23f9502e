import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { area, committee, unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { appointment, groupMember, relation, visitGroup } from './appointments.tables.ts'

export type Contact = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: 'sv' | 'en'
  readonly bloc: 'majority' | 'opposition' | 'unaligned' | null
}

export type AppointmentRow = Contact & {
  readonly id: string
  readonly unitId: string | null
  readonly areaId: string | null
  readonly objectName: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly decidedOn: Day
  readonly paragraph: string
}

const contact = {
  personId: person.id,
  name: person.name,
  email: person.email,
  language: person.language,
  bloc: person.bloc,
}

/** Returns the appointments that hold on the day, in the order they were made. */
export async function listAppointments(tx: ReadTx | Tx, scope: Scope, on: Day): Promise<readonly AppointmentRow[]> {
  return selectAppointments(tx)
    .where(and(eq(appointment.committeeId, scope.committeeId), holdsOn(appointment, on)))
    .orderBy(asc(appointment.id))
}

/** Returns one appointment of the committee. Throws `NotFound`. */
export async function getAppointment(tx: ReadTx | Tx, scope: Scope, id: string): Promise<AppointmentRow> {
  const [row] = await selectAppointments(tx).where(
    and(eq(appointment.id, id), eq(appointment.committeeId, scope.committeeId)),
  )
  if (!row) throw new NotFound('appointment')
  return row
}

function selectAppointments(tx: ReadTx | Tx) {
  return tx
    .select({
      ...contact,
      id: appointment.id,
      unitId: appointment.unitId,
      areaId: appointment.areaId,
      objectName: sql<string>`coalesce(${unit.name}, ${area.name})`,
      validFrom: appointment.validFrom,
      validUntil: appointment.validUntil,
      decidedOn: appointment.decidedOn,
      paragraph: appointment.paragraph,
    })
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .leftJoin(unit, eq(unit.id, appointment.unitId))
    .leftJoin(area, eq(area.id, appointment.areaId))
    .$dynamic()
}

/** Returns those appointed to the unit on the day, to itself or to the area it lies in, each once. */
export async function listContactsOfUnit(
  tx: ReadTx | Tx,
  scope: Scope,
  unitId: string,
  on: Day,
): Promise<readonly Contact[]> {
  return tx
    .selectDistinctOn([person.id], contact)
    .from(appointment)
    .innerJoin(person, eq(person.id, appointment.personId))
    .innerJoin(unit, or(eq(unit.id, appointment.unitId), eq(unit.areaId, appointment.areaId)))
    .where(and(eq(unit.id, unitId), eq(appointment.committeeId, scope.committeeId), holdsOn(appointment, on)))
    .orderBy(asc(person.id))
}

/** Returns the units the person is appointed to on the day: directly, or all units of an area. */
export async function appointedUnitsOf(
  tx: ReadTx | Tx,
  scope: Scope,
  personId: string,
  on: Day,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx
    .selectDistinctOn([unit.id], { id: unit.id, name: unit.name })
    .from(appointment)
    .innerJoin(unit, or(eq(unit.id, appointment.unitId), eq(unit.areaId, appointment.areaId)))
    .where(
      and(
        eq(appointment.personId, personId),
        eq(appointment.committeeId, scope.committeeId),
        holdsOn(appointment, on),
        holdsOn(unit, on),
      ),
    )
    .orderBy(asc(unit.id))
}

export type GroupRow = {
  readonly id: string
  readonly name: string
  readonly rapporteurId: string | undefined
  readonly members: readonly (Contact & { readonly isRapporteur: boolean })[]
}

/** Returns the visiting groups that stand on the day, each with its members of that day. */
export async function listGroups(tx: ReadTx | Tx, scope: Scope, on: Day): Promise<readonly GroupRow[]> {
  const rows = await tx
    .select({ ...contact, groupId: visitGroup.id, groupName: visitGroup.name, isRapporteur: groupMember.isRapporteur })
    .from(visitGroup)
    .innerJoin(groupMember, and(eq(groupMember.groupId, visitGroup.id), holdsOn(groupMember, on)))
    .innerJoin(person, eq(person.id, groupMember.personId))
    .where(and(eq(visitGroup.committeeId, scope.committeeId), holdsOn(visitGroup, on)))
    .orderBy(asc(visitGroup.name), asc(person.id))
  const byGroup = Map.groupBy(rows, ({ groupId }) => groupId)
  return [...byGroup].map(([id, members]) => ({
    id,
    name: members[0]?.groupName ?? '',
    rapporteurId: members.find(({ isRapporteur }) => isRapporteur)?.personId,
    members: members.map(({ groupId: _id, groupName: _name, ...member }) => member),
  }))
}

export type RelationRow = {
  readonly id: string
  readonly personId: string
  readonly objectName: string
  readonly kind: string
  readonly validFrom: Day
}

/** Returns the relations that hold on the day; of one person when given. */
export async function listRelations(
  tx: ReadTx | Tx,
  scope: Scope,
  on: Day,
  personId?: string,
): Promise<readonly RelationRow[]> {
  return tx
    .select({
      id: relation.id,
      personId: relation.personId,
      objectName: sql<string>`coalesce(${unit.name}, ${area.name})`,
      kind: relation.kind,
      validFrom: relation.validFrom,
    })
    .from(relation)
    .leftJoin(unit, eq(unit.id, relation.unitId))
    .leftJoin(area, eq(area.id, relation.areaId))
    .where(
      and(
        eq(relation.committeeId, scope.committeeId),
        holdsOn(relation, on),
        personId === undefined ? undefined : eq(relation.personId, personId),
      ),
    )
    .orderBy(asc(relation.id))
}

/** Waits for whoever is appointing in the committee, and keeps others waiting until the transaction ends. */
export async function lockCommittee(tx: Tx, scope: Scope): Promise<void> {
  await tx.select({ id: committee.id }).from(committee).where(eq(committee.id, scope.committeeId)).for('no key update')
}

export async function addAppointment(tx: Tx, row: typeof appointment.$inferInsert): Promise<void> {
  await tx.insert(appointment).values(row)
}

/** Ends the appointment; the day given is the first on which it no longer holds. */
export async function setAppointmentEnd(tx: Tx, scope: Scope, id: string, until: Day): Promise<void> {
  await tx
    .update(appointment)
    .set({ validUntil: until })
    .where(and(eq(appointment.id, id), eq(appointment.committeeId, scope.committeeId)))
}

export async function addRelation(tx: Tx, row: typeof relation.$inferInsert): Promise<void> {
  await tx.insert(relation).values(row)
}

/** Ends the person's own relation. Returns whether there was one to end. */
export async function endRelation(tx: Tx, scope: Scope, id: string, personId: string, until: Day): Promise<boolean> {
  const ended = await tx
    .update(relation)
    .set({ validUntil: until })
    .where(
      and(
        eq(relation.id, id),
        eq(relation.committeeId, scope.committeeId),
        eq(relation.personId, personId),
        isNull(relation.validUntil),
      ),
    )
    .returning({ id: relation.id })
  return ended.length === 1
}

export async function addGroup(
  tx: Tx,
  group: typeof visitGroup.$inferInsert,
  members: readonly (typeof groupMember.$inferInsert)[],
): Promise<void> {
  await tx.insert(visitGroup).values(group)
  await tx.insert(groupMember).values([...members])
}

function holdsOn(table: { readonly validFrom: AnyPgColumn; readonly validUntil: AnyPgColumn }, day: Day) {
  return and(lte(table.validFrom, day), or(isNull(table.validUntil), gt(table.validUntil, day)))
}
