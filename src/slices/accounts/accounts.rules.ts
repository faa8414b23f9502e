import type { Instant } from '../../kernel/instant.ts'

export const codeMinutes = 15
export const codeAttempts = 5

type Code = { readonly expiresAt: Instant; readonly attempts: number; readonly usedAt: Instant | null }

/** Whether a one-time code can still be tried: not used, not too old, not tried too often. */
export function isCodeOpen(code: Code, now: Instant): boolean {
  return code.usedAt === null && code.expiresAt > now && code.attempts < codeAttempts
}
