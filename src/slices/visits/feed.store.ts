import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { person } from '../people/people.tables.ts'
import { calendarFeed } from './visits.tables.ts'

export type Feed = { readonly madeAt: Instant; readonly lastFetchedAt: Instant | null }

/** Returns the person's own calendar feed, or undefined. */
export async function findFeed(tx: ReadTx | Tx, personId: string): Promise<Feed | undefined> {
  const [row] = await tx
    .select({ madeAt: calendarFeed.madeAt, lastFetchedAt: calendarFeed.lastFetchedAt })
    .from(calendarFeed)
    .where(eq(calendarFeed.personId, personId))
  return row
}

/** Returns whose feed has this secret's hash. One of a person who is locked is not there. */
export async function findFeedOwner(
  tx: ReadTx | Tx,
  tokenHash: string,
): Promise<
  { readonly personId: string; readonly language: Language; readonly lastFetchedAt: Instant | null } | undefined
> {
  const [row] = await tx
    .select({ personId: person.id, language: person.language, lastFetchedAt: calendarFeed.lastFetchedAt })
    .from(calendarFeed)
    .innerJoin(person, eq(person.id, calendarFeed.personId))
    .where(and(eq(calendarFeed.tokenHash, tokenHash), isNull(person.lockedAt)))
  return row
}

/** Puts a new feed in the place of the one there was, whose address then leads nowhere. */
export async function saveFeed(
  tx: Tx,
  of: { readonly municipalityId: string; readonly personId: string },
  made: { readonly tokenHash: string; readonly madeAt: Instant },
): Promise<void> {
  await tx
    .insert(calendarFeed)
    .values({ ...of, ...made, id: newId() })
    .onConflictDoUpdate({ target: calendarFeed.personId, set: { ...made, lastFetchedAt: null } })
}

/** Removes the person's feed. Returns whether there was one. */
export async function removeFeed(tx: Tx, personId: string): Promise<boolean> {
  const removed = await tx.delete(calendarFeed).where(eq(calendarFeed.personId, personId))
  return removed.rowCount === 1
}

/** Notes when the feed was fetched, unless it has been since the day began. Returns whether it was noted. */
export async function markFetched(
  tx: Tx,
  personId: string,
  { at, dayBegan }: { readonly at: Instant; readonly dayBegan: Instant },
): Promise<boolean> {
  const marked = await tx
    .update(calendarFeed)
    .set({ lastFetchedAt: at })
    .where(
      and(
        eq(calendarFeed.personId, personId),
        or(isNull(calendarFeed.lastFetchedAt), lt(calendarFeed.lastFetchedAt, dayBegan)),
      ),
    )
  return marked.rowCount === 1
}
