import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { correctionRequest } from './correction.tables.ts'

/** Adds a request. */
export async function addCorrection(tx: Tx, row: typeof correctionRequest.$inferInsert): Promise<void> {
  await tx.insert(correctionRequest).values(row)
}

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number]

/** Returns the committee's requests: those that wait first, the oldest at the top, then the answered ones. */
export async function listCorrections(tx: ReadTx | Tx, scope: Scope) {
  return tx
    .select({ request: correctionRequest, name: person.name })
    .from(correctionRequest)
    .innerJoin(person, eq(person.id, correctionRequest.personId))
    .where(eq(correctionRequest.committeeId, scope.committeeId))
    .orderBy(
      sql`${correctionRequest.handledAt} desc nulls first`,
      asc(correctionRequest.askedAt),
      desc(correctionRequest.id),
    )
}

/** Returns one request, locked. Throws `NotFound`. */
export async function lockCorrection(tx: Tx, scope: Scope, id: string) {
  const [row] = await tx
    .select()
    .from(correctionRequest)
    .where(and(eq(correctionRequest.id, id), eq(correctionRequest.committeeId, scope.committeeId)))
    .for('update')
  if (!row) throw new NotFound('correction')
  return row
}

/** Writes the answer, once. */
export async function answerRequest(
  tx: Tx,
  id: string,
  given: {
    readonly outcome: 'corrected' | 'refused'
    readonly answer: string
    readonly handledAt: Instant
    readonly handledById: string
  },
): Promise<void> {
  await tx
    .update(correctionRequest)
    .set(given)
    .where(and(eq(correctionRequest.id, id), isNull(correctionRequest.handledAt)))
}
