import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { holdsOn } from '../../platform/db/period.ts'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { committee } from '../directory/directory.tables.ts'
import { person, roleHolding } from '../people/people.tables.ts'
import { accountInvitation } from './accounts.tables.ts'

export type InvitationRow = typeof accountInvitation.$inferSelect

export async function addInvitation(tx: Tx, row: typeof accountInvitation.$inferInsert): Promise<void> {
  await tx.insert(accountInvitation).values(row)
}

/** Ends the person's invitations that are neither used nor ended. Returns how many could still be used. */
export async function endInvitations(tx: Tx, personId: string, at: Instant): Promise<number> {
  const ended = await tx
    .update(accountInvitation)
    .set({ endedAt: at })
    .where(
      and(
        eq(accountInvitation.personId, personId),
        isNull(accountInvitation.usedAt),
        isNull(accountInvitation.endedAt),
      ),
    )
    .returning({ expiresAt: accountInvitation.expiresAt })
  return ended.filter(({ expiresAt }) => expiresAt > at).length
}

/** Returns the person's latest invitation, or undefined when none was sent. */
export async function findLatestInvitation(tx: ReadTx, personId: string): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(accountInvitation)
    .where(eq(accountInvitation.personId, personId))
    .orderBy(desc(accountInvitation.sentAt), desc(accountInvitation.id))
    .limit(1)
  return row
}

/** Returns the invitation with this token hash and whom it is for, or undefined when there is none in the municipality. */
export async function findInvitation(tx: ReadTx, tokenHash: string) {
  const [row] = await tx
    .select({
      invitation: accountInvitation,
      person: { id: person.id, name: person.name, lockedAt: person.lockedAt, language: person.language },
    })
    .from(accountInvitation)
    .innerJoin(person, eq(person.id, accountInvitation.personId))
    .where(eq(accountInvitation.tokenHash, tokenHash))
  return row
}

/**
 * Returns the invitation with this token hash, locked, or undefined. The person is locked first, as by an administrator who
 * invites anew, withdraws or locks out at the same moment: neither waits for the other for ever.
 */
export async function lockInvitation(tx: Tx, tokenHash: string): Promise<InvitationRow | undefined> {
  const theirs = tx
    .select({ id: accountInvitation.personId })
    .from(accountInvitation)
    .where(eq(accountInvitation.tokenHash, tokenHash))
  await tx.select({ id: person.id }).from(person).where(inArray(person.id, theirs)).for('no key update')
  const [row] = await tx
    .select()
    .from(accountInvitation)
    .where(eq(accountInvitation.tokenHash, tokenHash))
    .for('update')
  return row
}

/** Returns the committees in which the person has a role today or later, by name. */
export async function committeesOf(tx: ReadTx, personId: string, today: Day): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ name: committee.name })
    .from(roleHolding)
    .innerJoin(committee, eq(committee.id, roleHolding.committeeId))
    .where(and(eq(roleHolding.personId, personId), or(holdsOn(roleHolding, today), gt(roleHolding.validFrom, today))))
    .orderBy(asc(committee.name))
  return rows.map(({ name }) => name)
}
