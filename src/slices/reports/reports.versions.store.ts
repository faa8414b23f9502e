import { asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { getReport } from './reports.store.ts'
import { reportDocument } from './reports.tables.ts'

const change = z
  .object({
    by: z.object({ name: z.string() }),
    on: z.string().transform(dayFromIso),
    why: z.string(),
    changed: z.array(z.string()),
  })
  .nullable()

export type VersionRow = Awaited<ReturnType<typeof listVersionsOf>>[number]

/** Returns the versions of the final report, the first one first, with what made each. Throws `NotFound` like `getReport`. */
export async function listVersionsOf(tx: ReadTx | Tx, scope: Scope, reportId: string) {
  const { id } = await getReport(tx, scope, reportId)
  return tx
    .select({
      version: reportDocument.version,
      change: sql`${reportDocument.frozen}->'correction'`.mapWith((value) => change.parse(value)),
      createdAt: sql`${reportDocument.frozen}->>'createdAt'`.mapWith((value) => instantFromIso(String(value))),
      isPrinted: sql<boolean>`${reportDocument.pdf} is not null`,
    })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, id))
    .orderBy(asc(reportDocument.version))
}
