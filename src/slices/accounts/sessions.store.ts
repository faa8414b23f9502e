import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { session } from './accounts.tables.ts'

type Ending = { readonly at: Instant; readonly because: NonNullable<(typeof session.$inferSelect)['endedBecause']> }

export async function addSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row)
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

/** Returns whose session it is and in which municipality, in a look-up transaction for its token hash, or undefined. */
export async function findSession(tx: ReadTx, tokenHash: string) {
  const [row] = await tx
    .select({ municipalityId: session.municipalityId, personId: session.personId })
    .from(session)
    .where(eq(session.tokenHash, tokenHash))
  return row
}
