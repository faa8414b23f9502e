import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { reportRestriction } from './reports.restriction.tables.ts'

const standing = (scope: Scope, reportId: string) =>
  and(
    eq(reportRestriction.committeeId, scope.committeeId),
    eq(reportRestriction.reportId, reportId),
    isNull(reportRestriction.liftedAt),
  )

/** Returns the secrecy mark that the report has now. */
export async function findRestriction(tx: ReadTx | Tx, scope: Scope, reportId: string) {
  const [row] = await tx
    .select({
      legalGround: reportRestriction.legalGround,
      reason: reportRestriction.reason,
      restrictedAt: reportRestriction.restrictedAt,
      by: person.name,
    })
    .from(reportRestriction)
    .innerJoin(person, eq(person.id, reportRestriction.restrictedBy))
    .where(standing(scope, reportId))
  return row
}

type NewRestriction = {
  readonly reportId: string
  readonly legalGround: string
  readonly reason: string
  readonly restrictedAt: Instant
  readonly restrictedBy: string
}

/** Marks the report. Returns false when it is marked already. */
export async function addRestriction(tx: Tx, scope: Scope, restriction: NewRestriction): Promise<boolean> {
  const { municipalityId, committeeId } = scope
  const added = await tx
    .insert(reportRestriction)
    .values({ municipalityId, committeeId, ...restriction })
    .onConflictDoNothing()
    .returning({ id: reportRestriction.id })
  return added.length > 0
}

/** Lifts the mark that stands. Returns false when there is none. */
export async function endRestriction(
  tx: Tx,
  scope: Scope,
  reportId: string,
  lifted: { readonly liftedAt: Instant; readonly liftedBy: string },
): Promise<boolean> {
  const ended = await tx
    .update(reportRestriction)
    .set(lifted)
    .where(standing(scope, reportId))
    .returning({ id: reportRestriction.id })
  return ended.length > 0
}
