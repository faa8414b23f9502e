import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { holdsOn } from '../../platform/db/period.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import type { Link } from './reply.rules.ts'
import { replyLink } from './visits.tables.ts'

/** Adds a link. Those made for the person and visit before answer no more: the latest letter holds. */
export async function addReplyLink(
  tx: Tx,
  link: Omit<Link, 'usedAt'> & {
    readonly municipalityId: string
    readonly tokenHash: string
    readonly madeAt: Instant
  },
): Promise<void> {
  const { visitId, personId, madeAt } = link
  await tx
    .update(replyLink)
    .set({ usedAt: madeAt })
    .where(and(eq(replyLink.visitId, visitId), eq(replyLink.personId, personId), isNull(replyLink.usedAt)))
  await tx.insert(replyLink).values({ ...link, id: newId() })
}

/** Returns the link with this token's hash, whatever has become of it, unless the person is locked. */
export async function findReplyLink(
  tx: ReadTx | Tx,
  tokenHash: string,
): Promise<(Link & { readonly id: string }) | undefined> {
  const [row] = await tx
    .select({
      id: replyLink.id,
      personId: replyLink.personId,
      visitId: replyLink.visitId,
      sequence: replyLink.sequence,
      expiresAt: replyLink.expiresAt,
      usedAt: replyLink.usedAt,
    })
    .from(replyLink)
    .innerJoin(person, eq(person.id, replyLink.personId))
    .where(and(eq(replyLink.tokenHash, tokenHash), isNull(person.lockedAt)))
  return row
}

/** Locks the link to the end of the transaction: of two who answer at once one does. */
export async function lockReplyLink(tx: Tx, tokenHash: string): Promise<(Link & { readonly id: string }) | undefined> {
  await tx.execute(sql`select from reply_link where token_hash = ${tokenHash} for update`)
  return findReplyLink(tx, tokenHash)
}

export async function markReplied(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(replyLink).set({ usedAt: at }).where(eq(replyLink.id, id))
}

export type CommitteeOf = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unitIds: readonly string[]
}

/** Returns the committees in which the person holds a role on the day, with the units that they manage there. */
export async function listCommitteesOf(tx: ReadTx | Tx, personId: string, today: Day): Promise<readonly CommitteeOf[]> {
  const rows = await tx
    .select({
      id: committee.id,
      slug: committee.slug,
      name: committee.name,
      role: roleHolding.role,
      unitId: roleHolding.unitId,
    })
    .from(roleHolding)
    .innerJoin(committee, eq(committee.id, roleHolding.committeeId))
    .where(and(eq(roleHolding.personId, personId), holdsOn(roleHolding, today)))
    .orderBy(asc(committee.id))
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => ({
    id,
    slug: held[0]?.slug ?? '',
    name: held[0]?.name ?? '',
    roles: held.map(({ role }) => role),
    unitIds: held.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  }))
}
