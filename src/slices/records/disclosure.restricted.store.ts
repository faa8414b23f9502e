import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'

/** Returns which of these reports are marked as restricted (sekretessmarkerade). */
export async function restrictedReports(
  tx: ReadTx | Tx,
  scope: Scope,
  reportIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (reportIds.length === 0) return new Set()
  const { rows } = await tx.execute(sql`
    select r.id from report r join report_restriction x on x.report_id = r.id and x.lifted_at is null
    where r.committee_id = ${scope.committeeId} and r.id = any(${sql.param([...reportIds])}::uuid[])`)
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  )
}
