import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { committeeNews, referral } from './visits.tables.ts'

export type ReferralRow = Awaited<ReturnType<typeof listReferrals>>[number]
export type NewsRow = Awaited<ReturnType<typeof listNews>>[number]

/** Returns the committee's own guide to whom one turns with what, in its order. */
export async function listReferrals(tx: ReadTx | Tx, scope: Scope) {
  return tx
    .select({
      id: referral.id,
      position: referral.position,
      question: referral.question,
      turnTo: referral.turnTo,
      reachedBy: referral.reachedBy,
      version: referral.version,
    })
    .from(referral)
    .where(eq(referral.committeeId, scope.committeeId))
    .orderBy(asc(referral.position))
}

/** Returns the guide, and keeps others from changing it until the transaction ends. */
export async function lockReferrals(tx: Tx, scope: Scope): Promise<readonly ReferralRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`referrals ${scope.committeeId}`}, 0))`)
  return listReferrals(tx, scope)
}

type Referral = { readonly question: string; readonly turnTo: string; readonly reachedBy: string }

/** Adds an entry at this position, which must be free. */
export async function addReferral(
  tx: Tx,
  scope: Scope,
  entry: Referral & { readonly id: string; readonly position: number },
): Promise<void> {
  await tx.insert(referral).values({ municipalityId: scope.municipalityId, committeeId: scope.committeeId, ...entry })
}

/** Writes the entry anew and counts its version up. */
export async function saveReferral(tx: Tx, id: string, entry: Partial<Referral & { position: number }>): Promise<void> {
  await tx
    .update(referral)
    .set({ ...entry, version: sql`${referral.version} + 1` })
    .where(eq(referral.id, id))
}

/** Puts the entry at another position, which must be free. What it says stands. */
export async function placeReferral(tx: Tx, id: string, position: number): Promise<void> {
  await tx.update(referral).set({ position }).where(eq(referral.id, id))
}

export async function deleteReferral(tx: Tx, id: string): Promise<void> {
  await tx.delete(referral).where(eq(referral.id, id))
}

/** Returns what the secretary has written about the committee, the latest first; what is shown on a day alone when given. */
export async function listNews(tx: ReadTx | Tx, scope: Scope, on?: Day) {
  return tx
    .select({
      id: committeeNews.id,
      text: committeeNews.text,
      validFrom: committeeNews.validFrom,
      validUntil: committeeNews.validUntil,
      version: committeeNews.version,
    })
    .from(committeeNews)
    .where(
      and(
        eq(committeeNews.committeeId, scope.committeeId),
        ...(on === undefined ? [] : [lte(committeeNews.validFrom, on), gt(committeeNews.validUntil, on)]),
      ),
    )
    .orderBy(desc(committeeNews.validFrom), desc(committeeNews.id))
}

/** Returns the news and locks it to the end of the transaction, or undefined when it has been taken away. */
export async function lockNews(tx: Tx, scope: Scope, id: string): Promise<{ readonly version: number } | undefined> {
  const [row] = await tx
    .select({ version: committeeNews.version })
    .from(committeeNews)
    .where(and(eq(committeeNews.committeeId, scope.committeeId), eq(committeeNews.id, id)))
    .for('update')
  return row
}

type News = { readonly text: string; readonly validFrom: Day; readonly validUntil: Day }

export async function addNews(
  tx: Tx,
  scope: Scope,
  news: News & { readonly id: string; readonly writtenById: string; readonly writtenAt: Instant },
): Promise<void> {
  await tx
    .insert(committeeNews)
    .values({ municipalityId: scope.municipalityId, committeeId: scope.committeeId, ...news })
}

/** Writes the news anew and counts its version up. */
export async function saveNews(tx: Tx, id: string, news: News): Promise<void> {
  await tx
    .update(committeeNews)
    .set({ ...news, version: sql`${committeeNews.version} + 1` })
    .where(eq(committeeNews.id, id))
}

export async function deleteNews(tx: Tx, id: string): Promise<void> {
  await tx.delete(committeeNews).where(eq(committeeNews.id, id))
}
