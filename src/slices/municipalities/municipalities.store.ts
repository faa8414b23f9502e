import { asc, eq } from 'drizzle-orm'
import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import { municipality } from './municipalities.tables.ts'

export type MunicipalityRow = typeof municipality.$inferSelect

/** Returns the municipality that a look-up transaction asks for by slug, or undefined. */
export async function findMunicipality(tx: ReadTx, slug: string): Promise<MunicipalityRow | undefined> {
  const [row] = await tx.select().from(municipality).where(eq(municipality.slug, slug))
  return row
}

/** Returns the demonstration's municipalities, in a look-up transaction that lists them. */
export async function listDemoMunicipalities(tx: ReadTx): Promise<readonly MunicipalityRow[]> {
  return tx.select().from(municipality).where(eq(municipality.demo, true)).orderBy(asc(municipality.id))
}

/** Returns the municipality of the transaction. Throws `NotFound`. */
export async function getMunicipality(tx: ReadTx | Tx, id: string): Promise<MunicipalityRow> {
  const [row] = await tx.select().from(municipality).where(eq(municipality.id, id))
  if (!row) throw new NotFound('municipality')
  return row
}

export async function addMunicipality(tx: Tx, row: typeof municipality.$inferInsert): Promise<void> {
  await tx.insert(municipality).values(row)
}
