import { addMilliseconds, type Instant } from '../../kernel/instant.ts'

/** How long an invitation can be used. */
export const invitationDays = 7

/** Returns when an invitation that is sent now no longer can be used. */
export function invitationEnd(sentAt: Instant): Instant {
  return addMilliseconds(sentAt, invitationDays * 86_400_000)
}

type Invitation = {
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
  readonly endedAt: Instant | null
}

export type InvitationState = 'open' | 'used' | 'expired' | 'withdrawn'

/** Returns how an invitation stands. */
export function invitationState({ expiresAt, usedAt, endedAt }: Invitation, now: Instant): InvitationState {
  if (usedAt !== null) return 'used'
  if (endedAt !== null) return 'withdrawn'
  return expiresAt > now ? 'open' : 'expired'
}
