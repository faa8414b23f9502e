import { fromStockholm, type Instant } from '../../kernel/instant.ts'
import type { VisitRow } from './visits.store.ts'

/** What can become of a link: it answers, or why it does not. */
export const replyStates = ['open', 'used', 'ended', 'changed', 'removed', 'expired', 'times', 'unknown'] as const
export type ReplyState = (typeof replyStates)[number]

export type Link = {
  readonly personId: string
  readonly visitId: string
  readonly sequence: number
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
}

type Asked = Pick<VisitRow, 'state' | 'sequence' | 'timesOpen'> & {
  readonly invitations: readonly Pick<VisitRow['invitations'][number], 'personId'>[]
}

/** In milliseconds: a letter that has lain for so long is no way in any more. */
const longestLife = 30 * 86_400_000

/** Returns until when a link to the visit answers: its start, or thirty days when that is earlier. */
export function replyExpiry({ day, start }: Pick<VisitRow, 'day' | 'start'>, now: Instant): Instant {
  return Math.min(fromStockholm(day, start), now + longestLife) as Instant
}

/** Returns whether the link answers now, and otherwise the one reason that says most. */
export function replyState(link: Link | undefined, visit: Asked | undefined, now: Instant): ReplyState {
  if (link === undefined || visit === undefined) return 'unknown'
  if (visit.state !== 'proposed' && visit.state !== 'booked') return 'ended'
  if (!visit.invitations.some(({ personId }) => personId === link.personId)) return 'removed'
  if (link.sequence !== visit.sequence) return 'changed'
  if (link.usedAt !== null) return 'used'
  if (now >= link.expiresAt) return 'expired'
  return visit.timesOpen ? 'times' : 'open'
}
