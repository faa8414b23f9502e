import { and, eq, isNull } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { type FrozenReport, frozenJson, parseFrozen } from './reports.document.ts'
import { getReport } from './reports.store.ts'
import { reportDocument } from './reports.tables.ts'

/** Keeps the final report. It is written once. */
export async function addDocument(tx: Tx, scope: Scope, reportId: string, frozen: FrozenReport): Promise<void> {
  await tx.insert(reportDocument).values({ municipalityId: scope.municipalityId, reportId, frozen: frozenJson(frozen) })
}

/** Returns the final report as it was frozen. Throws `NotFound` for a draft, and for one that must not be seen. */
export async function getFrozen(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<FrozenReport> {
  await getReport(tx, scope, reportId)
  const [row] = await tx
    .select({ frozen: reportDocument.frozen })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
  if (!row) throw new NotFound('report document')
  return parseFrozen(row.frozen)
}

/** Returns the PDF/A of the final report, or undefined while it is not made yet. Throws `NotFound` like `getFrozen`. */
export async function reportPdfBytes(tx: ReadTx | Tx, scope: Scope, reportId: string): Promise<Uint8Array | undefined> {
  await getReport(tx, scope, reportId)
  const [row] = await tx
    .select({ pdf: reportDocument.pdf })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
  if (!row) throw new NotFound('report document')
  return row.pdf ?? undefined
}

/** Keeps the PDF/A unless there is one: it is made once. */
export async function savePdf(tx: Tx, reportId: string, pdf: Uint8Array): Promise<void> {
  await tx
    .update(reportDocument)
    .set({ pdf: Buffer.from(pdf) })
    .where(and(eq(reportDocument.reportId, reportId), isNull(reportDocument.pdf)))
}
