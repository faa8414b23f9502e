import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { invitation } from './visits.tables.ts'

/** Takes the person off the visit. The row stays as the record that they were asked. */
export async function withdrawInvitation(
  tx: Tx,
  of: { readonly visitId: string; readonly personId: string },
  at: Instant,
): Promise<void> {
  await tx
    .update(invitation)
    .set({ withdrawnAt: at })
    .where(and(eq(invitation.visitId, of.visitId), eq(invitation.personId, of.personId)))
}
