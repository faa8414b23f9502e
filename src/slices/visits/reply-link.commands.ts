import type { Instant } from '../../kernel/instant.ts'
import type { Tx } from '../../platform/db/database.ts'
import { hashToken, newToken } from '../../platform/tokens.ts'
import { replyPath } from './reply.paths.ts'
import { replyExpiry } from './reply.rules.ts'
import { addReplyLink } from './reply.store.ts'
import type { VisitRow } from './visits.store.ts'

/**
 * Makes a link by which one invited person answers once, for the visit as it is now, and returns its address. The token
 * is in the letter alone: here only its hash is kept, and the letter loses it when it is sent.
 */
export async function makeReplyLink(
  tx: Tx,
  about: {
    readonly municipality: { readonly id: string; readonly slug: string }
    readonly visit: Pick<VisitRow, 'id' | 'sequence' | 'day' | 'start'>
    readonly personId: string
    readonly publicUrl: string
    readonly now: Instant
  },
): Promise<string> {
  const { municipality, visit, personId, publicUrl, now } = about
  const token = newToken()
  await addReplyLink(tx, {
    municipalityId: municipality.id,
    visitId: visit.id,
    personId,
    sequence: visit.sequence,
    tokenHash: hashToken(token),
    madeAt: now,
    expiresAt: replyExpiry(visit, now),
  })
  return new URL(replyPath(municipality.slug, token), publicUrl).href
}
