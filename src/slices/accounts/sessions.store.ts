import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { person } from '../people/people.tables.ts'
import { identityProvider, session } from './accounts.tables.ts'

type Ending = { readonly at: Instant; readonly because: NonNullable<(typeof session.$inferSelect)['endedBecause']> }

export async function addSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row)
}

/**
 * Locks the person's row and returns whether they may come in at all. Whoever locks somebody out at the same moment goes
 * before or after, and then ends the session too.
 */
export async function lockAccount(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ lockedAt: person.lockedAt })
    .from(person)
    .where(eq(person.id, personId))
    .for('no key update')
  return row !== undefined && row.lockedAt === null
}

/** Ends the session with this token hash and returns its id, or undefined when there is none that is open. */
export async function endSessionOf(tx: Tx, tokenHash: string, ending: Ending): Promise<string | undefined> {
  const [row] = await tx
    .update(session)
    .set({ endedAt: ending.at, endedBecause: ending.because })
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
    .returning({ id: session.id })
  return row?.id
}

/** Writes down that the session is in use. No row of the log: it is done every minute. */
export async function touchSession(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
  await tx
    .update(session)
    .set({ lastSeenAt: at })
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
}

/**
 * Returns whose session it is and in which municipality, in a look-up transaction for its token hash, or undefined. One
 * that was ended is nobody's; whether it is too old is for `findVisitor`.
 */
export async function findSession(tx: ReadTx, tokenHash: string) {
  const [row] = await tx
    .select({ municipalityId: session.municipalityId, personId: session.personId })
    .from(session)
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
  return row
}

/** Returns when the session began, or undefined when there is none. */
export async function findSessionStart(tx: ReadTx, sessionId: string): Promise<Instant | undefined> {
  const [row] = await tx.select({ startedAt: session.startedAt }).from(session).where(eq(session.id, sessionId))
  return row?.startedAt
}

export type OwnSession = Pick<
  typeof session.$inferSelect,
  'id' | 'startedAt' | 'expiresAt' | 'lastSeenAt' | 'endedAt' | 'method' | 'browser'
> & { readonly providerLabel: string | null }

/** Returns the person's sessions that nobody has ended, the latest first; some of them may be over by themselves. */
export async function listSessions(tx: ReadTx, personId: string): Promise<readonly OwnSession[]> {
  return tx
    .select({
      id: session.id,
      startedAt: session.startedAt,
      expiresAt: session.expiresAt,
      lastSeenAt: session.lastSeenAt,
      endedAt: session.endedAt,
      method: session.method,
      browser: session.browser,
      providerLabel: identityProvider.label,
    })
    .from(session)
    .leftJoin(identityProvider, eq(identityProvider.id, session.providerId))
    .where(and(eq(session.personId, personId), isNull(session.endedAt)))
    .orderBy(desc(session.startedAt), desc(session.id))
}

/** Ends one of the person's own sessions. Returns whether there was such a one that was not ended. */
export async function endOwnSession(
  tx: Tx,
  of: { readonly personId: string; readonly sessionId: string },
  ending: Ending,
): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ endedAt: ending.at, endedBecause: ending.because })
    .where(and(eq(session.id, of.sessionId), eq(session.personId, of.personId), isNull(session.endedAt)))
    .returning({ id: session.id })
  return ended.length > 0
}

/** Ends all of the person's sessions, or those by one provider alone. Returns how many. */
export async function endAllSessions(
  tx: Tx,
  of: { readonly personId: string; readonly providerId?: string; readonly except?: string },
  ending: Ending,
): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedAt: ending.at, endedBecause: ending.because })
    .where(
      and(
        eq(session.personId, of.personId),
        isNull(session.endedAt),
        of.providerId === undefined ? undefined : eq(session.providerId, of.providerId),
        of.except === undefined ? undefined : ne(session.id, of.except),
      ),
    )
    .returning({ id: session.id })
  return ended.length
}
