import { sql } from 'drizzle-orm'
import type { ReadTx, Tx } from '../../platform/db/database.ts'

/** Returns the names of those who checked what is in the batch, of each claim the last check before it left. */
export async function listCheckers(tx: ReadTx | Tx, batchId: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ readonly name: string }>(sql`
    select distinct p.name
    from (
      select distinct on (d.claim_id) d.person_id
      from payroll_row r
      join payroll_batch b on b.id = r.batch_id
      join claim_decision d on d.claim_id = r.claim_id and d.kind = 'checked' and d.at <= b.created_at
      where r.batch_id = ${batchId} and r.correction_id is null
      order by d.claim_id, d.at desc
    ) d
    join person p on p.id = d.person_id
    order by p.name`)
  return rows.map(({ name }) => name)
}
