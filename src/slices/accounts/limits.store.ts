import { eq, inArray, lt, sql } from 'drizzle-orm'
import { addMilliseconds, type Instant, isoFromInstant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { attemptTally } from './accounts.tables.ts'
import { isUsedUp, type Limit } from './limits.rules.ts'

/** Returns under what a try is counted: a keyed digest, from which neither the account nor the address can be read. */
export function tallyKey(tx: Pick<ReadTx, 'digest'>, what: string, whose: string): string {
  return tx.digest(`tally:${what}:${whose.toLowerCase()}`).toString('base64url')
}

/**
 * Counts one try under the key and returns whether it was one too many, in one statement: tries at the same time are
 * counted one after the other. A stretch of time that is over begins anew.
 */
export async function tally(
  tx: Tx,
  {
    municipalityId,
    key,
    limit,
    now,
  }: { readonly municipalityId: string; readonly key: string; readonly limit: Limit; readonly now: Instant },
): Promise<boolean> {
  const [at, over] = [isoFromInstant(now), isoFromInstant(addMilliseconds(now, -limit.minutes * 60_000))]
  const { rows } = await tx.execute<{ readonly count: number }>(sql`
    insert into attempt_tally as t (id, municipality_id, key, started_at, count)
    values (${newId()}::uuid, ${municipalityId}::uuid, ${key}, ${at}::timestamptz, 1)
    on conflict (municipality_id, key) do update set
      count = case when t.started_at <= ${over}::timestamptz then 1 else t.count + 1 end,
      started_at = case when t.started_at <= ${over}::timestamptz then excluded.started_at else t.started_at end
    returning count`)
  const count = rows[0]?.count ?? 0
  // A new stretch is the time to forget others that nobody asks for any more.
  if (count === 1) await forgetOldTallies(tx, now)
  return count > limit.most
}

const oldest = 7 * 86_400_000

/** Forgets what was counted long ago, but for what others are counting at this moment: nobody waits for anybody. */
export async function forgetOldTallies(tx: Tx, now: Instant): Promise<void> {
  const before = addMilliseconds(now, -oldest)
  const old = tx
    .select({ id: attemptTally.id })
    .from(attemptTally)
    .where(lt(attemptTally.startedAt, before))
    .for('update', { skipLocked: true })
  await tx.delete(attemptTally).where(inArray(attemptTally.id, old))
}

/** Whether what is counted under the key is used up already. Counts nothing. */
export async function isTallyUsedUp(tx: ReadTx, key: string, limit: Limit, now: Instant): Promise<boolean> {
  const [row] = await tx
    .select({ startedAt: attemptTally.startedAt, count: attemptTally.count })
    .from(attemptTally)
    .where(eq(attemptTally.key, key))
  return isUsedUp(row, limit, now)
}
