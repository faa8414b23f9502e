import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { report, reportVariant } from './reports.tables.ts'

type Doing = { readonly byId: string; readonly at: Instant }

/** Notes that the report is made final without this text. */
export async function leaveOut(
  tx: Tx,
  text: { readonly reportId: string; readonly field: string; readonly personId: string },
  { byId, at }: Doing,
): Promise<void> {
  const { reportId, field, personId } = text
  await tx
    .update(reportVariant)
    .set({ leftOutById: byId, leftOutAt: at })
    .where(
      and(eq(reportVariant.reportId, reportId), eq(reportVariant.field, field), eq(reportVariant.personId, personId)),
    )
}

/** Notes who writes the report since all its authors have left. */
export async function takeOver(tx: Tx, reportId: string, { byId, at }: Doing): Promise<void> {
  await tx.update(report).set({ takenOverById: byId, takenOverAt: at }).where(eq(report.id, reportId))
}
