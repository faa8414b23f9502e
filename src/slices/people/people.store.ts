import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding, seat, session, signInCode } from './people.tables.ts'

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

export type Membership = {
  readonly committee: { readonly id: string; readonly slug: string; readonly name: string }
  readonly roles: readonly Role[]
  readonly title: string | undefined
  readonly unitIds: readonly string[]
}

export type Visitor = {
  readonly person: { readonly id: string; readonly name: string; readonly language: 'sv' | 'en' }
  readonly memberships: readonly Membership[]
}

/** Returns who a session belongs to, with the committees and roles of today, or undefined when it is over. */
export async function findVisitor(
  tx: ReadTx,
  by: { readonly tokenHash: string; readonly now: Instant; readonly today: Day },
): Promise<Visitor | undefined> {
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      language: person.language,
      role: roleHolding.role,
      title: roleHolding.title,
      unitId: roleHolding.unitId,
      committee: { id: committee.id, slug: committee.slug, name: committee.name },
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .leftJoin(roleHolding, and(eq(roleHolding.personId, person.id), holdsOn(roleHolding, by.today)))
    .leftJoin(committee, eq(committee.id, roleHolding.committeeId))
    .where(and(eq(session.tokenHash, by.tokenHash), isNull(session.endedAt), gt(session.expiresAt, by.now)))
    .orderBy(asc(roleHolding.id))
  const [first] = rows
  if (!first) return undefined
  const held = rows.flatMap((row) =>
    row.committee && row.role
      ? [{ committee: row.committee, role: row.role, title: row.title, unitId: row.unitId }]
      : [],
  )
  const byCommittee = Map.groupBy(held, ({ committee: { id } }) => id)
  return {
    person: { id: first.id, name: first.name, language: first.language },
    memberships: [...byCommittee.values()].flatMap((holdings) => membership(holdings)),
  }
}

type Held = {
  readonly committee: Membership['committee']
  readonly role: Role
  readonly title: string | null
  readonly unitId: string | null
}

function membership(holdings: readonly Held[]): readonly Membership[] {
  const [first] = holdings
  if (!first) return []
  return [
    {
      committee: first.committee,
      roles: [...new Set(holdings.map(({ role }) => role))],
      title: holdings.find(({ title }) => title !== null)?.title ?? undefined,
      unitIds: holdings.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    },
  ]
}

/** Returns the person with this address in the municipality, or undefined. */
export async function findByEmail(tx: ReadTx | Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.email, email.toLowerCase()))
  return row
}

/** Returns the newest code of the person and locks it, or undefined. */
export async function lockNewestCode(tx: Tx, personId: string) {
  const [row] = await tx
    .select()
    .from(signInCode)
    .where(eq(signInCode.personId, personId))
    .orderBy(desc(signInCode.id))
    .limit(1)
    .for('update')
  return row
}

export async function addCode(tx: Tx, row: typeof signInCode.$inferInsert): Promise<void> {
  await tx.insert(signInCode).values(row)
}

export async function countAttempt(tx: Tx, codeId: string): Promise<void> {
  await tx
    .update(signInCode)
    .set({ attempts: sql`${signInCode.attempts} + 1` })
    .where(eq(signInCode.id, codeId))
}

export async function markCodeUsed(tx: Tx, codeId: string, at: Instant): Promise<void> {
  await tx.update(signInCode).set({ usedAt: at }).where(eq(signInCode.id, codeId))
}

export async function addSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row)
}

export async function endSession(tx: Tx, tokenHash: string, at: Instant): Promise<string | undefined> {
  const [row] = await tx
    .update(session)
    .set({ endedAt: at })
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
    .returning({ id: session.id })
  return row?.id
}

/** Returns whose session it is and in which municipality, in a look-up transaction for its token hash, or undefined. */
export async function findSession(tx: ReadTx, tokenHash: string) {
  const [row] = await tx
    .select({ municipalityId: session.municipalityId, personId: session.personId })
    .from(session)
    .where(eq(session.tokenHash, tokenHash))
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

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly title: string | null
  readonly bloc: PersonRow['bloc']
  readonly unitName: string | null
}

/** Returns everybody with a role in the committee today, a row a role, for choosing whom to try the system as. */
export async function listRoleHolders(tx: ReadTx, committeeId: string, today: Day): Promise<readonly DemoPerson[]> {
  const result = await tx
    .select({
      id: person.id,
      name: person.name,
      role: roleHolding.role,
      title: roleHolding.title,
      bloc: person.bloc,
      unitName: sql<string | null>`(select name from unit where unit.id = ${roleHolding.unitId})`,
    })
    .from(roleHolding)
    .innerJoin(person, eq(person.id, roleHolding.personId))
    .where(and(eq(roleHolding.committeeId, committeeId), holdsOn(roleHolding, today)))
    .orderBy(asc(roleHolding.id))
  return result
}

/** Returns the committees of the municipality, by name. */
export async function listCommittees(tx: ReadTx): Promise<readonly Membership['committee'][]> {
  return tx
    .select({ id: committee.id, slug: committee.slug, name: committee.name })
    .from(committee)
    .orderBy(asc(committee.name))
}

function belongsToCommittee(scope: Scope) {
  return sql`(exists (select 1 from seat where seat.person_id = ${person.id} and seat.committee_id = ${scope.committeeId})
    or exists (select 1 from role_holding where role_holding.person_id = ${person.id} and role_holding.committee_id = ${scope.committeeId}))`
}

function holdsOn(table: { readonly validFrom: AnyPgColumn; readonly validUntil: AnyPgColumn }, day: Day) {
  return and(lte(table.validFrom, day), or(isNull(table.validUntil), gt(table.validUntil, day)))
}
