import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { payrollSetting } from './payroll.layout.tables.ts'
import { type PayrollSettings, standardSettings } from './payroll.settings.rules.ts'

/** Returns what the municipality has set for its payroll files, with version 0 where it has set nothing. */
export async function getPayrollSettings(
  tx: ReadTx | Tx,
): Promise<{ readonly version: number; readonly settings: PayrollSettings }> {
  const [row] = await tx.select().from(payrollSetting)
  if (row === undefined) return { version: 0, settings: standardSettings }
  const { version, paxmlVersion, paxmlSchema, paxmlEncoding, costCentreDimension, projectDimension } = row
  return {
    version,
    settings: { paxmlVersion, paxmlSchema, paxmlEncoding, costCentreDimension, projectDimension },
  }
}

type Saved = { readonly settings: PayrollSettings; readonly by: string; readonly at: Instant }

/** Keeps the settings in place of those with this version. Returns the row's id, or undefined when they have another by now. */
export async function putPayrollSettings(
  tx: Tx,
  municipalityId: string,
  version: number,
  { settings, by, at }: Saved,
): Promise<string | undefined> {
  const columns = { ...settings, changedById: by, changedAt: at }
  const rows =
    version === 0
      ? await tx
          .insert(payrollSetting)
          .values({ municipalityId, ...columns })
          .onConflictDoNothing()
          .returning({ id: payrollSetting.id })
      : await tx
          .update(payrollSetting)
          .set({ ...columns, version: sql`${payrollSetting.version} + 1` })
          .where(and(eq(payrollSetting.municipalityId, municipalityId), eq(payrollSetting.version, version)))
          .returning({ id: payrollSetting.id })
  return rows[0]?.id
}
