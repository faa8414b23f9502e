import type { Instant } from '../../kernel/instant.ts'

/** As many as anybody has devices; each is a way in that has to be looked after. */
export const mostPasskeys = 10
export const longestLabel = 60
/** How long a question waits for a passkey's answer. */
export const questionMinutes = 10

type Question = { readonly expiresAt: Instant; readonly usedAt: Instant | null }

/** Whether a question still waits for its answer: one answer alone, right or wrong. */
export function isQuestionOpen(question: Question, now: Instant): boolean {
  return question.usedAt === null && question.expiresAt > now
}

const devices = ['iPad', 'iPhone', 'Android', 'Windows', 'Macintosh', 'CrOS', 'Linux'] as const
const names: { readonly [D in (typeof devices)[number]]: string } = {
  iPad: 'iPad',
  iPhone: 'iPhone',
  Android: 'Android',
  Windows: 'Windows',
  Macintosh: 'Mac',
  CrOS: 'Chromebook',
  Linux: 'Linux',
}

/** Returns what the owner may call a passkey made in this browser, or undefined: what kind of device it says it is. */
export function deviceName(userAgent: string): string | undefined {
  const device = devices.find((it) => userAgent.includes(it))
  return device && names[device]
}
