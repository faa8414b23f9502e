import { addMilliseconds, type Instant } from '../../kernel/instant.ts'

/** How somebody came in. */
export type SignInMethod = 'code' | 'demonstration' | 'invitation' | 'oidc' | 'saml' | 'passkey' | 'emergency'

/** How long sessions live where the municipality has not said otherwise; the columns of `sign_in_policy` have the same. */
export const usualTimeouts = { idleMinutes: 120, absoluteHours: 12 }

export type Timeouts = { readonly idleMinutes: number; readonly absoluteHours: number }

type SessionTimes = {
  readonly startedAt: Instant
  readonly expiresAt: Instant
  readonly lastSeenAt: Instant | null
  readonly endedAt: Instant | null
}

/** Whether a session still lets its browser in: not ended, not too old, not left alone for too long. */
export function isSessionOpen(session: SessionTimes, timeouts: Timeouts, now: Instant): boolean {
  const seen = session.lastSeenAt ?? session.startedAt
  return (
    session.endedAt === null &&
    session.expiresAt > now &&
    addMilliseconds(session.startedAt, timeouts.absoluteHours * 3_600_000) > now &&
    addMilliseconds(seen, timeouts.idleMinutes * 60_000) > now
  )
}

/** For so many minutes a sign-in is fresh enough to change the ways into the account by. */
const freshMinutes = 15

/**
 * Whether the person signed in so lately that they may change how they come in. Whoever finds a device that was left
 * open cannot make a way in of their own (ASVS 5, 7.5.1).
 */
export function isFresh(startedAt: Instant, now: Instant): boolean {
  return addMilliseconds(startedAt, freshMinutes * 60_000) > now
}

const seenEvery = 60_000

/** Whether it is time to write down that the session is in use. Not at every page: a minute is exact enough. */
export function isSeenLongAgo(session: SessionTimes, now: Instant): boolean {
  return addMilliseconds(session.lastSeenAt ?? session.startedAt, seenEvery) <= now
}

/** Returns what a browser calls itself, short enough to show and without characters that are no text. */
export function browserName(userAgent: string): string {
  return userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, 200)
}

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

/** Returns the browser's own name, `Firefox`, or undefined when what it calls itself holds none that we know. */
export function browserKind(userAgent: string): string | undefined {
  return browsers.find(([mark]) => userAgent.includes(`${mark}/`))?.[1]
}
