import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Instant, inStockholm } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Scope } from '../../platform/scope.ts'
import { reminder } from './visits.tables.ts'

/** What somebody is told once: by whom, about what, and what makes it new again. */
export type ToRemind = {
  readonly personId: string
  readonly kind: string
  readonly subjectId: string
  readonly occasion: string
}

/**
 * Notes that these persons are told these things, and returns those that nobody has been told before. What is noted
 * stands only if the transaction does; somebody who does the same at the same moment gets none of them.
 */
export async function noteReminders<T extends ToRemind>(
  tx: Tx,
  { municipalityId, committeeId }: Scope,
  wanted: readonly T[],
  toldAt: Instant,
): Promise<readonly T[]> {
  // In one order for all: two that wait for each other's rows would never come to an end.
  const sorted = [...new Map(wanted.map((it) => [keyOf(it), it]))].sort(([a], [b]) => (a < b ? -1 : 1))
  if (sorted.length === 0) return []
  const rows = await tx
    .insert(reminder)
    .values(
      sorted.map(([, { personId, kind, subjectId, occasion }]) => {
        return { id: newId(), municipalityId, committeeId, personId, kind, subjectId, occasion, toldAt }
      }),
    )
    .onConflictDoNothing()
    .returning({
      personId: reminder.personId,
      kind: reminder.kind,
      subjectId: reminder.subjectId,
      occasion: reminder.occasion,
    })
  const added = new Set(rows.map(keyOf))
  return sorted.flatMap(([key, it]) => (added.has(key) ? [it] : []))
}

/** Returns who has been told of these subjects, and on which day, in order of time. */
export async function listTold(
  tx: ReadTx | Tx,
  { committeeId }: Scope,
  { kinds, subjectIds }: { readonly kinds: readonly string[]; readonly subjectIds: readonly string[] },
) {
  const rows = await tx
    .select({
      personId: reminder.personId,
      kind: reminder.kind,
      subjectId: reminder.subjectId,
      occasion: reminder.occasion,
      toldAt: reminder.toldAt,
    })
    .from(reminder)
    .where(
      and(
        eq(reminder.committeeId, committeeId),
        inArray(reminder.kind, [...kinds]),
        inArray(reminder.subjectId, [...subjectIds]),
      ),
    )
    .orderBy(asc(reminder.toldAt), asc(reminder.id))
  return rows.map(({ toldAt, ...told }) => ({ ...told, day: inStockholm(toldAt).day }))
}

function keyOf({ personId, kind, subjectId, occasion }: ToRemind): string {
  return [personId, kind, subjectId, occasion].join(' ')
}
