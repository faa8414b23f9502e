import { type SQL, sql } from 'drizzle-orm'
import type { ReadTx } from './database.ts'

/**
 * Returns the value of every part, read in one statement and so from one moment. Each part is a scalar subquery that
 * gives json, without parentheses around it: `sql`select json_agg(...) from ...``. What comes back is what the
 * database says: the caller parses it with its schema. An empty `json_agg` is null. Text is put together faster than
 * jsonb, which is built, rebuilt and written out again.
 */
export async function gather<Name extends string>(
  tx: ReadTx,
  parts: Readonly<Record<Name, SQL>>,
): Promise<Record<Name, unknown>> {
  const columns = Object.entries<SQL>(parts).map(([name, part]) => sql`(${part}) as ${sql.identifier(name)}`)
  const { rows } = await tx.execute<Record<Name, unknown>>(sql`select ${sql.join(columns, sql`, `)}`)
  const [row] = rows
  if (row === undefined) throw new Error('A select without from gives exactly one row')
  return row
}
