import { Secret, TOTP } from 'otpauth'
import { toString as drawQr } from 'qrcode'
import type { Instant } from '../../kernel/instant.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'

/** What every authenticator app knows (RFC 6238 with the defaults of RFC 4226). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** As long as the hash (RFC 4226, 4, R6). */
const secretBytes = 20
/** How many steps a clock may be ahead or behind (RFC 6238, 5.2). */
const skew = 1

/** Returns a new secret of 160 random bits as base32. Keep it sealed. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32
}

/** Returns the `otpauth:` address that an authenticator app takes the secret from. It is as secret as the secret. */
export function totpAddress(secret: string, names: { readonly service: string; readonly account: string }): string {
  return new TOTP({ ...kind, secret, issuer: names.service, label: names.account }).toString()
}

/** Returns the address as a QR code: the address of an image, `data:image/svg+xml,…`, that a page can show. */
export async function totpQr(address: string): Promise<string> {
  const drawing = await drawQr(address, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`
}

/**
 * Returns the step that the code belongs to: keep it, for a step is used up once (RFC 6238, 5.2), and so are those
 * before it. Spaces in the code are forgiven. Refuses with `totp.wrong`, or `totp.used` when the step is not after
 * `usedStep`.
 */
export function checkTotp(
  secret: string,
  code: string,
  at: { readonly now: Instant; readonly usedStep?: number | undefined },
): Result<{ readonly step: number }> {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return refuse('totp.wrong')
  const totp = new TOTP({ ...kind, secret })
  const delta = totp.validate({ token, timestamp: at.now, window: skew })
  if (delta === null) return refuse('totp.wrong')
  const step = totp.counter({ timestamp: at.now }) + delta
  return at.usedStep !== undefined && step <= at.usedStep ? refuse('totp.used') : done({ step })
}
