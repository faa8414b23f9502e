import { and, asc, eq, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committee, unit } from '../directory/directory.tables.ts'
import { getPerson, type PersonRow } from './people.store.ts'
import { person, roleHolding } from './people.tables.ts'

export type Holding = typeof roleHolding.$inferSelect

/** Returns one person of the committee for changing, locked until the transaction ends. Throws `NotFound`. */
export async function lockPerson(tx: Tx, scope: Scope, id: string): Promise<PersonRow> {
  // The lock leaves alone those who only point at the person, such as a session that begins.
  await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for('no key update')
  return getPerson(tx, scope, id)
}

/** Returns the person of the municipality with this address for taking in, locked, or undefined. */
export async function lockByEmail(tx: Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.email, email.toLowerCase())).for('no key update')
  return row
}

type Change = Partial<
  Pick<PersonRow, 'name' | 'email' | 'employmentNumber' | 'lockedAt' | 'lockedBecause' | 'protectedSince'>
>

/** Changes a person, or nothing but the count of changes when what changed lies elsewhere. */
export async function changePerson(tx: Tx, id: string, change: Change = {}): Promise<void> {
  await tx
    .update(person)
    .set({ ...change, version: sql`${person.version} + 1` })
    .where(eq(person.id, id))
}

/** Returns the roles that a person has had, has and will have in the scope's committee, in order of time. */
export async function listHoldings(tx: ReadTx, scope: Scope, personId: string) {
  return tx
    .select({
      id: roleHolding.id,
      role: roleHolding.role,
      title: roleHolding.title,
      unitId: roleHolding.unitId,
      unitName: unit.name,
      isPrivate: sql<boolean>`coalesce(${unit.operatedBy} = 'private', false)`,
      validFrom: roleHolding.validFrom,
      validUntil: roleHolding.validUntil,
    })
    .from(roleHolding)
    .leftJoin(unit, eq(unit.id, roleHolding.unitId))
    .where(and(eq(roleHolding.personId, personId), eq(roleHolding.committeeId, scope.committeeId)))
    .orderBy(asc(roleHolding.validFrom), asc(roleHolding.id))
}

/** Returns what a person has to do in every committee of the municipality: for the person's own eyes. */
export async function listOwnHoldings(tx: ReadTx, personId: string) {
  return tx
    .select({
      id: roleHolding.id,
      committee: committee.name,
      role: roleHolding.role,
      title: roleHolding.title,
      // A unit is seen in its own committee alone.
      unitName: unit.name,
      validFrom: roleHolding.validFrom,
      validUntil: roleHolding.validUntil,
    })
    .from(roleHolding)
    .innerJoin(committee, eq(committee.id, roleHolding.committeeId))
    .leftJoin(unit, eq(unit.id, roleHolding.unitId))
    .where(eq(roleHolding.personId, personId))
    .orderBy(asc(committee.name), asc(roleHolding.validFrom), asc(roleHolding.id))
}

/** Returns one of the person's roles in the scope's committee. Throws `NotFound`. */
export async function getHolding(tx: ReadTx, scope: Scope, personId: string, id: string): Promise<Holding> {
  const [row] = await tx
    .select()
    .from(roleHolding)
    .where(
      and(eq(roleHolding.id, id), eq(roleHolding.personId, personId), eq(roleHolding.committeeId, scope.committeeId)),
    )
  if (!row) throw new NotFound('role')
  return row
}

/** Ends a role from the day given. */
export async function endHolding(tx: Tx, id: string, until: Day): Promise<void> {
  await tx.update(roleHolding).set({ validUntil: until }).where(eq(roleHolding.id, id))
}

/**
 * Whether the person has a seat or a role, today or later, in another committee that whoever asks does not administer. Who
 * they are and where letters go is then for that committee's administrator to change too.
 */
export async function isBeyondReach(tx: ReadTx, scope: Scope, personId: string): Promise<boolean> {
  const today = isoFromDay(scope.today)
  const { rows } = await tx.execute<{ readonly found: boolean }>(sql`
    with elsewhere as (
      select committee_id from role_holding where person_id = ${personId}
        and committee_id <> ${scope.committeeId} and (valid_until is null or valid_until > ${today}::date)
      union
      select committee_id from seat where person_id = ${personId}
        and committee_id <> ${scope.committeeId} and (valid_until is null or valid_until > ${today}::date)
    )
    select exists (select 1 from elsewhere e where not exists (
      select 1 from role_holding r where r.person_id = ${scope.personId ?? null}::uuid and r.role = 'administrator'
        and r.committee_id = e.committee_id and r.valid_from <= ${today}::date
        and (r.valid_until is null or r.valid_until > ${today}::date))) as found`)
  return rows[0]?.found === true
}

export type Administrator = {
  readonly holdingId: string
  readonly personId: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly lockedAt: Instant | null
}

/**
 * Returns who administers the committee on the day or later, with their roles locked: while one administrator takes a
 * role or an account away, nobody else can take away the other that is left.
 */
export async function lockAdministrators(tx: Tx, scope: Scope): Promise<readonly Administrator[]> {
  const role: Role = 'administrator'
  const theirs = and(eq(roleHolding.committeeId, scope.committeeId), eq(roleHolding.role, role))
  await tx.select({ id: roleHolding.id }).from(roleHolding).where(theirs).orderBy(asc(roleHolding.id)).for('update')
  // Read anew when the locks are held: what others have just committed counts.
  return tx
    .select({
      holdingId: roleHolding.id,
      personId: roleHolding.personId,
      validFrom: roleHolding.validFrom,
      validUntil: roleHolding.validUntil,
      lockedAt: person.lockedAt,
    })
    .from(roleHolding)
    .innerJoin(person, eq(person.id, roleHolding.personId))
    .where(theirs)
}
