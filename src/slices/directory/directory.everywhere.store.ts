import { asc } from 'drizzle-orm'
import type { ReadTx } from '../../platform/db/database.ts'
import { committee } from './directory.tables.ts'

/** Returns every committee that the transaction sees, with its municipality: of the whole installation for the system role. */
export async function listCommitteesEverywhere(
  tx: ReadTx,
): Promise<readonly { readonly municipalityId: string; readonly committeeId: string }[]> {
  return tx
    .select({ municipalityId: committee.municipalityId, committeeId: committee.id })
    .from(committee)
    .orderBy(asc(committee.municipalityId), asc(committee.id))
}
