import type { Day } from '../../kernel/date.ts'
import { addMilliseconds, type Instant } from '../../kernel/instant.ts'

/** So many wrong tries in a row lock the emergency login of an address. */
export const emergencyTries = 5
export const emergencyLockMinutes = 15

export type Tries = { readonly startedAt: Instant; readonly count: number }

/** Whether an address has been tried wrongly too often lately: since its last wrong try no quarter of an hour has passed. */
export function isLocked({ startedAt, count }: Tries, now: Instant): boolean {
  return count >= emergencyTries && !isOver(startedAt, now)
}

/** Returns the tries with one more wrong one. They are forgotten a quarter of an hour after the last. */
export function withWrongTry({ startedAt, count }: Tries, now: Instant): Tries {
  return { startedAt: now, count: isOver(startedAt, now) ? 1 : count + 1 }
}

function isOver(startedAt: Instant, now: Instant): boolean {
  return addMilliseconds(startedAt, emergencyLockMinutes * 60_000) <= now
}

/** A period that a role is held; `validUntil` is the first day that it is not. */
export type Period = { readonly validFrom: Day; readonly validUntil: Day | null }

/**
 * Whether a role has been held on every day from the one to the other, in one period or in several that follow each
 * other. An emergency login ends with the role: one who is given it again later makes a new one.
 */
export function isHeldThroughout(periods: readonly Period[], from: Day, to: Day): boolean {
  let reached = from
  for (const { validFrom, validUntil } of periods.toSorted((one, other) => one.validFrom - other.validFrom)) {
    if (validFrom > reached) return false
    if (validUntil === null || validUntil > to) return true
    if (validUntil > reached) reached = validUntil
  }
  return false
}
