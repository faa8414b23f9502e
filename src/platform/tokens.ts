import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Returns 256 random bits as text that is safe in a cookie or an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Returns the SHA-256 of a random token in lower-case hex: what is stored in its place. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Returns six random digits for a person to type. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Returns the salted digest of a code. A code lives for minutes and dies after a few tries, so a plain hash is enough. */
export function hashCode(salt: string, code: string): string {
  return createHash('sha256').update(`${salt}:${code}`).digest('hex')
}

/** Whether two digests are the same, in time that tells nothing. */
export function isSameDigest(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
