import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { holdsOn } from '../../platform/db/period.ts'
import type { Scope } from '../../platform/scope.ts'
import { person, roleHolding, seat } from './people.tables.ts'

export type PersonRow = typeof person.$inferSelect

/** Returns everybody with a seat or a role in the committee at any time, by id. */
export async function listPersons(tx: ReadTx | Tx, scope: Scope): Promise<readonly PersonRow[]> {
  return tx.select().from(person).where(belongsToCommittee(scope)).orderBy(asc(person.id))
}

/** Returns one person of the committee. Throws `NotFound`. */
export async function getPerson(tx: ReadTx | Tx, scope: Scope, id: string): Promise<PersonRow> {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.id, id), belongsToCommittee(scope)))
  if (!row) throw new NotFound('person')
  return row
}

/** Returns the names of everybody in the committee, by id. */
export async function namesOf(tx: ReadTx | Tx, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.select({ id: person.id, name: person.name }).from(person).where(belongsToCommittee(scope))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Holder = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'sv' | 'en'
  readonly unitId: string | null
  readonly title: string | null
}

/** Returns those who hold the role in the committee today, one row a holding; managers of these units alone when given. */
export async function listHolders(
  tx: ReadTx | Tx,
  scope: Scope,
  role: Role,
  of: { readonly unitIds?: readonly string[] } = {},
): Promise<readonly Holder[]> {
  return tx
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      unitId: roleHolding.unitId,
      title: roleHolding.title,
    })
    .from(roleHolding)
    .innerJoin(person, eq(person.id, roleHolding.personId))
    .where(
      and(
        eq(roleHolding.committeeId, scope.committeeId),
        eq(roleHolding.role, role),
        of.unitIds && inArray(roleHolding.unitId, [...of.unitIds]),
        holdsOn(roleHolding, scope.today),
      ),
    )
    .orderBy(asc(roleHolding.id))
}

export type Representative = PersonRow & { readonly seatKind: 'member' | 'substitute' }

/** Returns those who have a seat in the committee today, members and substitutes. */
export async function listRepresentatives(tx: ReadTx | Tx, scope: Scope): Promise<readonly Representative[]> {
  const rows = await tx
    .select({ person, seatKind: seat.kind })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .where(and(eq(seat.committeeId, scope.committeeId), holdsOn(seat, scope.today)))
    .orderBy(asc(person.id))
  return rows.map(({ person: row, seatKind }) => ({ ...row, seatKind }))
}

/** Returns the person with this address in the municipality, or undefined. */
export async function findByEmail(tx: ReadTx | Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.email, email.toLowerCase()))
  return row
}

/** Returns the person of the municipality with this id, or undefined. */
export async function findPerson(tx: ReadTx | Tx, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.id, id))
  return row
}

export async function setLanguage(tx: Tx, personId: string, language: 'sv' | 'en'): Promise<void> {
  await tx.update(person).set({ language }).where(eq(person.id, personId))
}

export async function addPersons(tx: Tx, rows: readonly (typeof person.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(person).values([...rows])
}

export async function addSeats(tx: Tx, rows: readonly (typeof seat.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(seat).values([...rows])
}

export async function addRoles(tx: Tx, rows: readonly (typeof roleHolding.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(roleHolding).values([...rows])
}

function belongsToCommittee(scope: Scope) {
  return sql`(exists (select 1 from seat where seat.person_id = ${person.id} and seat.committee_id = ${scope.committeeId})
    or exists (select 1 from role_holding where role_holding.person_id = ${person.id} and role_holding.committee_id = ${scope.committeeId}))`
}
