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
