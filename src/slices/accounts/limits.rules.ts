import { addMilliseconds, type Instant } from '../../kernel/instant.ts'

/** How often something may be tried: no more than `most` times within `minutes` of the first. */
export type Limit = { readonly minutes: number; readonly most: number }

const hour = 60
const day = 24 * hour

/** Codes sent to one address of an account. */
export const codesSent: Limit = { minutes: hour, most: 5 }
/** Wrong codes for one account; the next closes codes for it. */
export const wrongCodes: Limit = { minutes: day, most: 20 }
/** How long codes stay closed for an account. */
export const codesClosed: Limit = { minutes: day, most: 0 }
/** Everything that one client address tries: codes asked for and codes typed. */
export const clientTries: Limit = { minutes: hour, most: 100 }

type Tally = { readonly startedAt: Instant; readonly count: number }

/** Whether so much has been tried that nothing more is, until the stretch of time is over. */
export function isUsedUp(tally: Tally | undefined, limit: Limit, now: Instant): boolean {
  if (tally === undefined || endOf(tally.startedAt, limit) <= now) return false
  return tally.count >= Math.max(limit.most, 1)
}

function endOf(startedAt: Instant, { minutes }: Limit): Instant {
  return addMilliseconds(startedAt, minutes * 60_000)
}
