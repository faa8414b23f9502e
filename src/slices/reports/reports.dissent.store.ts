import { and, asc, eq } from 'drizzle-orm'
import type { Day } from '../../kernel/date.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { person } from '../people/people.tables.ts'
import { reportDissent } from './reports.tables.ts'

/** Returns the dissents from the report, by name. */
export async function listDissents(tx: ReadTx | Tx, _scope: Scope, reportId: string) {
  return tx
    .select({
      personId: reportDissent.personId,
      name: person.name,
      text: reportDissent.text,
      on: reportDissent.day,
    })
    .from(reportDissent)
    .innerJoin(person, eq(person.id, reportDissent.personId))
    .where(eq(reportDissent.reportId, reportId))
    .orderBy(asc(person.name), asc(person.id))
}

/** Keeps the person's dissent; a later one takes the place of the former. */
export async function saveDissent(
  tx: Tx,
  { municipalityId }: Scope,
  reportId: string,
  dissent: { readonly personId: string; readonly text: string; readonly day: Day },
): Promise<void> {
  const { text, day } = dissent
  await tx
    .insert(reportDissent)
    .values({ municipalityId, reportId, ...dissent })
    .onConflictDoUpdate({ target: [reportDissent.reportId, reportDissent.personId], set: { text, day } })
}

/** Takes the person's dissent away. */
export async function removeDissent(tx: Tx, reportId: string, personId: string): Promise<void> {
  await tx.delete(reportDissent).where(and(eq(reportDissent.reportId, reportId), eq(reportDissent.personId, personId)))
}
