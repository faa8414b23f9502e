import { and, eq, sql } from 'drizzle-orm'
import type { Known } from '../../guard/index.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { area, unit } from '../directory/directory.tables.ts'
import { person } from '../people/people.tables.ts'
import { type guardDecisions, reportGuardDecision, reportTakenAway } from './reports.guard.tables.ts'

/**
 * Returns what the system knows by name: the municipality's persons, whatever committee they are in, and as names of
 * something else the committee's units and areas. Names alone, for comparing; nothing of it is shown.
 */
export async function knownNames(tx: ReadTx | Tx, scope: Scope): Promise<Known> {
  const persons = await tx.selectDistinct({ name: person.name }).from(person)
  const units = await tx.select({ name: unit.name }).from(unit).where(eq(unit.committeeId, scope.committeeId))
  const areas = await tx.select({ name: area.name }).from(area).where(eq(area.committeeId, scope.committeeId))
  return { names: persons.map(({ name }) => name), not: [...units, ...areas].map(({ name }) => name) }
}

/** Flagged words as they are kept: by what kind they are, and a digest. */
export type KeptWords = { readonly kind: string; readonly digest: Buffer }

/** Returns the words that somebody has decided to keep, as `field kind digest` in hexadecimal digits. */
export async function keptWords(tx: ReadTx | Tx, _scope: Scope, reportId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ field: reportGuardDecision.field, kind: reportGuardDecision.kind, digest: reportGuardDecision.digest })
    .from(reportGuardDecision)
    .where(and(eq(reportGuardDecision.reportId, reportId), eq(reportGuardDecision.decision, 'kept')))
  return new Set(rows.map(({ field, kind, digest }) => `${field} ${kind} ${digest.toString('hex')}`))
}

type Decided = {
  readonly reportId: string
  readonly field: string
  readonly decision: (typeof guardDecisions)[number]
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: Instant
  readonly registeredById: string | undefined
}

/** Keeps what was decided about these words. A later decision about the same words takes its place; what is kept stays so. */
export async function addDecisions(
  tx: Tx,
  { municipalityId }: Scope,
  { registeredById, ...decided }: Decided,
  words: readonly KeptWords[],
): Promise<void> {
  const table = reportGuardDecision
  for (const one of new Map(words.map((it) => [`${it.kind} ${it.digest.toString('hex')}`, it])).values())
    await tx
      .insert(table)
      .values({ municipalityId, ...decided, ...one, registeredById: registeredById ?? null })
      .onConflictDoUpdate({
        target: [table.reportId, table.field, table.kind, table.digest],
        set: {
          decision: decided.decision,
          reason: decided.reason,
          decidedBy: decided.decidedBy,
          decidedAt: decided.decidedAt,
          registeredById: registeredById ?? null,
        },
        // The same words can stand in another sentence as well, where it was decided that they stay.
        setWhere: sql`${table.decision} <> 'kept' or excluded.decision = 'kept'`,
      })
}

export type TakenAway = { readonly field: string; readonly text: string; readonly left: string; readonly start: number }

/** Keeps what the person has just taken away, so that it can be put back. What was taken away before it is gone. */
export async function keepTakenAway(
  tx: Tx,
  { municipalityId }: Scope,
  of: { readonly reportId: string; readonly personId: string; readonly takenAt: Instant },
  taken: TakenAway,
): Promise<void> {
  await tx
    .insert(reportTakenAway)
    .values({ municipalityId, ...of, ...taken })
    .onConflictDoUpdate({
      target: [reportTakenAway.reportId, reportTakenAway.personId],
      set: { ...taken, takenAt: of.takenAt },
    })
}

/** Returns what the person last took away from the draft and has not put back. */
export async function findTakenAway(
  tx: ReadTx | Tx,
  _scope: Scope,
  reportId: string,
  personId: string,
): Promise<TakenAway | undefined> {
  const [row] = await tx
    .select({
      field: reportTakenAway.field,
      text: reportTakenAway.text,
      left: reportTakenAway.left,
      start: reportTakenAway.start,
    })
    .from(reportTakenAway)
    .where(and(eq(reportTakenAway.reportId, reportId), eq(reportTakenAway.personId, personId)))
  return row
}

/** Forgets what was taken away: by one person, who has put it back, or by all when the report is final. */
export async function forgetTakenAway(tx: Tx, reportId: string, personId?: string): Promise<void> {
  await tx
    .delete(reportTakenAway)
    .where(
      and(
        eq(reportTakenAway.reportId, reportId),
        personId === undefined ? undefined : eq(reportTakenAway.personId, personId),
      ),
    )
}
