import { and, asc, eq, isNull } from 'drizzle-orm'
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

/** Returns the secrecy marks that the report has now, the oldest first. */
export async function listRestrictions(tx: ReadTx | Tx, scope: Scope, reportId: string) {
  const rows = await tx
    .select({
      id: reportRestriction.id,
      legalGround: reportRestriction.legalGround,
      reason: reportRestriction.reason,
      passage: reportRestriction.passage,
      restrictedAt: reportRestriction.restrictedAt,
      by: person.name,
    })
    .from(reportRestriction)
    .innerJoin(person, eq(person.id, reportRestriction.restrictedBy))
    .where(standing(scope, reportId))
    .orderBy(asc(reportRestriction.restrictedAt), asc(reportRestriction.id))
  return rows.map(({ passage, ...row }) => ({ ...row, ...(passage !== null && { passage }) }))
}

type NewRestriction = {
  readonly reportId: string
  readonly legalGround: string
  readonly reason: string
  /** Absent for the whole report. */
  readonly passage?: string | undefined
  readonly restrictedAt: Instant
  readonly restrictedBy: string
}

/** Marks the report or a passage. Returns false when the report is marked as a whole already. */
export async function addRestriction(tx: Tx, scope: Scope, restriction: NewRestriction): Promise<boolean> {
  const { municipalityId, committeeId } = scope
  const added = await tx
    .insert(reportRestriction)
    .values({ municipalityId, committeeId, ...restriction })
    .onConflictDoNothing()
    .returning({ id: reportRestriction.id })
  return added.length > 0
}

/** Lifts a mark that stands, or every one of the report. Returns how many there were. */
export async function endRestrictions(
  tx: Tx,
  scope: Scope,
  { reportId, id }: { readonly reportId: string; readonly id?: string | undefined },
  lifted: { readonly liftedAt: Instant; readonly liftedBy: string },
): Promise<number> {
  const ended = await tx
    .update(reportRestriction)
    .set(lifted)
    .where(and(standing(scope, reportId), id === undefined ? undefined : eq(reportRestriction.id, id)))
    .returning({ id: reportRestriction.id })
  return ended.length
}
