import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { addMilliseconds, type Instant } from '../../kernel/instant.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { holdsOn } from '../../platform/db/period.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import { session, signInCode, signInPolicy } from './accounts.tables.ts'
import { isSeenLongAgo, isSessionOpen, type Timeouts, usualTimeouts } from './sessions.rules.ts'

export type Membership = {
  readonly committee: { readonly id: string; readonly slug: string; readonly name: string }
  readonly roles: readonly Role[]
  readonly title: string | undefined
  readonly unitIds: readonly string[]
}

export type Visitor = {
  readonly sessionId: string
  /** It is time to write down that the session is in use. */
  readonly isStale: boolean
  readonly person: { readonly id: string; readonly name: string; readonly language: 'sv' | 'en' }
  readonly memberships: readonly Membership[]
}

/**
 * Returns who a session belongs to, with the committees and roles of today, or undefined when it is over, left alone for too long, or
 * the person is locked or has no role today.
 */
export async function findVisitor(
  tx: ReadTx,
  by: { readonly tokenHash: string; readonly now: Instant; readonly today: Day },
): Promise<Visitor | undefined> {
  const rows = await tx
    .select({
      session: {
        id: session.id,
        startedAt: session.startedAt,
        expiresAt: session.expiresAt,
        lastSeenAt: session.lastSeenAt,
        endedAt: session.endedAt,
      },
      idleMinutes: signInPolicy.idleMinutes,
      absoluteHours: signInPolicy.absoluteHours,
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
    .innerJoin(roleHolding, and(eq(roleHolding.personId, person.id), holdsOn(roleHolding, by.today)))
    .innerJoin(committee, eq(committee.id, roleHolding.committeeId))
    .leftJoin(signInPolicy, eq(signInPolicy.municipalityId, session.municipalityId))
    .where(and(eq(session.tokenHash, by.tokenHash), isNull(session.endedAt), isNull(person.lockedAt)))
    .orderBy(asc(roleHolding.id))
  const [first] = rows
  if (!first) return undefined
  const timeouts = {
    idleMinutes: first.idleMinutes ?? usualTimeouts.idleMinutes,
    absoluteHours: first.absoluteHours ?? usualTimeouts.absoluteHours,
  }
  if (!isSessionOpen(first.session, timeouts, by.now)) return undefined
  const byCommittee = Map.groupBy(rows, ({ committee: { id } }) => id)
  return {
    sessionId: first.session.id,
    isStale: isSeenLongAgo(first.session, by.now),
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

/** Adds a code. The person's codes of before yesterday are of no use to anybody and go. */
export async function addCode(tx: Tx, row: typeof signInCode.$inferInsert, now: Instant): Promise<void> {
  const yesterday = addMilliseconds(now, -86_400_000)
  await tx.delete(signInCode).where(and(eq(signInCode.personId, row.personId), lt(signInCode.expiresAt, yesterday)))
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

/** Returns how long sessions live in the municipality of the transaction. */
export async function findTimeouts(tx: ReadTx): Promise<Timeouts> {
  const [row] = await tx
    .select({ idleMinutes: signInPolicy.idleMinutes, absoluteHours: signInPolicy.absoluteHours })
    .from(signInPolicy)
  return row ?? usualTimeouts
}

/** Whether the person holds a role in any committee on the day. */
export async function holdsARole(tx: ReadTx, personId: string, day: Day): Promise<boolean> {
  const [row] = await tx
    .select({ id: roleHolding.id })
    .from(roleHolding)
    .where(and(eq(roleHolding.personId, personId), holdsOn(roleHolding, day)))
    .limit(1)
  return row !== undefined
}

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly title: string | null
  readonly bloc: (typeof person.$inferSelect)['bloc']
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
