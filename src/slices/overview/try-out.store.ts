import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { visit } from '../visits/visits.tables.ts'
import type { TryOutProblem, TryOutResult } from './try-out.rules.ts'
import { guidelineTrial } from './try-out.tables.ts'

const listed = {
  id: guidelineTrial.id,
  title: guidelineTrial.title,
  over: guidelineTrial.over,
  fromYear: guidelineTrial.fromYear,
  toYear: guidelineTrial.toYear,
  day: guidelineTrial.day,
  state: guidelineTrial.state,
  done: guidelineTrial.done,
  total: guidelineTrial.total,
  problem: guidelineTrial.problem,
  startedAt: guidelineTrial.startedAt,
  changedAt: guidelineTrial.changedAt,
  startedByName: person.name,
}

type Row = typeof guidelineTrial.$inferSelect
export type ListedTryOut = Omit<Row, 'municipalityId' | 'committeeId' | 'source' | 'result' | 'startedBy'> & {
  readonly startedByName: string
}
export type TryOut = ListedTryOut & { readonly source: string; readonly result: TryOutResult | null }

/** Returns the committee's try-outs without their results, the last started first. */
export async function listTryOuts(tx: ReadTx | Tx, scope: Scope): Promise<readonly ListedTryOut[]> {
  return await tx
    .select(listed)
    .from(guidelineTrial)
    .innerJoin(person, eq(person.id, guidelineTrial.startedBy))
    .where(eq(guidelineTrial.committeeId, scope.committeeId))
    .orderBy(desc(guidelineTrial.startedAt), desc(guidelineTrial.id))
}

/** Returns one of the committee's try-outs; undefined when it has been removed. */
export async function findTryOut(tx: ReadTx | Tx, scope: Scope, id: string): Promise<TryOut | undefined> {
  const [row] = await tx
    .select({ ...listed, source: guidelineTrial.source, result: guidelineTrial.result })
    .from(guidelineTrial)
    .innerJoin(person, eq(person.id, guidelineTrial.startedBy))
    .where(and(eq(guidelineTrial.id, id), eq(guidelineTrial.committeeId, scope.committeeId)))
  // The table's rows are written by `saveEnd` alone.
  return row && { ...row, result: row.result as TryOutResult | null }
}

/** Returns one of the committee's try-outs. Throws `NotFound`. */
export async function getTryOut(tx: ReadTx | Tx, scope: Scope, id: string): Promise<TryOut> {
  const found = await findTryOut(tx, scope, id)
  if (found === undefined) throw new NotFound('try-out')
  return found
}

/** Locks it, so that of two who change it at once one waits. Throws `NotFound`. */
export async function lockTryOut(tx: Tx, scope: Scope, id: string): Promise<TryOut> {
  await tx.select({ id: guidelineTrial.id }).from(guidelineTrial).where(eq(guidelineTrial.id, id)).for('update')
  return getTryOut(tx, scope, id)
}

export async function addTryOut(tx: Tx, row: typeof guidelineTrial.$inferInsert): Promise<void> {
  await tx.insert(guidelineTrial).values(row)
}

/** Puts it back in line. */
export async function waitAgain(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .update(guidelineTrial)
    .set({ state: 'waiting', done: 0, problem: null, changedAt: at })
    .where(eq(guidelineTrial.id, id))
}

/** Notes how far it has come. Returns whether it is still wanted: not when it has been removed or somebody else is done with it. */
export async function saveProgress(
  tx: Tx,
  { id, done, at }: { readonly id: string; readonly done: number; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx
    .update(guidelineTrial)
    .set({ state: 'running', done, changedAt: at })
    .where(unfinished(id))
  return rowCount === 1
}

type Ended = { readonly id: string; readonly at: Instant } & (
  | { readonly result: TryOutResult }
  | { readonly problem: TryOutProblem }
)

/** Saves what came of it. Returns whether it was still wanted. */
export async function saveEnd(tx: Tx, { id, at, ...ended }: Ended): Promise<boolean> {
  const { rowCount } = await tx
    .update(guidelineTrial)
    .set(
      'result' in ended
        ? { state: 'done', done: sql`${guidelineTrial.total}`, result: ended.result, changedAt: at }
        : { state: 'failed', problem: ended.problem, changedAt: at },
    )
    .where(unfinished(id))
  return rowCount === 1
}

export async function removeRow(tx: Tx, id: string): Promise<void> {
  await tx.delete(guidelineTrial).where(eq(guidelineTrial.id, id))
}

/** Returns the days of the committee's visits up to today that were made or should have been. */
export async function visitDays(tx: ReadTx | Tx, scope: Scope): Promise<readonly Day[]> {
  const rows = await tx
    .selectDistinct({ day: visit.day })
    .from(visit)
    .where(and(eq(visit.committeeId, scope.committeeId), lte(visit.day, scope.today)))
  return rows.map(({ day }) => day)
}

function unfinished(id: string) {
  return and(eq(guidelineTrial.id, id), inArray(guidelineTrial.state, ['waiting', 'running']))
}
