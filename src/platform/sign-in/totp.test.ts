import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addMilliseconds, instantFromMilliseconds } from '../../kernel/instant.ts'
import { checkTotp, newTotpSecret, totpAddress, totpQr } from './totp.ts'

/** «12345678901234567890», the secret of RFC 6238's examples, as base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code of six digits', () => {
  // RFC 6238, appendix B, of which the last six digits are what apps show.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('after %i seconds is %s', (seconds, code) => {
    const now = instantFromMilliseconds(seconds * 1000)
    expect(checkTotp(secret, code, { now })).toEqual({ ok: true, value: { step: Math.floor(seconds / 30) } })
  })

  const now = instantFromMilliseconds(1_111_111_109_000)
  const step = Math.floor(1_111_111_109 / 30)

  test.each([-1, 0, 1])('is taken %i steps away', (skew) => {
    expect(checkTotp(secret, codeOf(step + skew), { now })).toEqual({ ok: true, value: { step: step + skew } })
  })

  test.each([-3, -2, 2, 3])('is refused %i steps away', (skew) => {
    expect(checkTotp(secret, codeOf(step + skew), { now })).toMatchObject({ code: 'totp.wrong' })
  })

  test('is used once, and those before it never again', () => {
    const code = codeOf(step)
    expect(checkTotp(secret, code, { now, usedStep: step - 1 })).toMatchObject({ ok: true })
    expect(checkTotp(secret, code, { now, usedStep: step })).toMatchObject({ code: 'totp.used' })
    expect(checkTotp(secret, code, { now, usedStep: step + 1 })).toMatchObject({ code: 'totp.used' })
    expect(checkTotp(secret, codeOf(step + 1), { now: addMilliseconds(now, 30_000), usedStep: step })).toMatchObject({
      ok: true,
    })
  })

  test('may be written with a space in it', () => {
    expect(checkTotp(secret, ' 081 804 ', { now })).toMatchObject({ ok: true })
  })

  test.each(['', '81804', '0081804', 'abcdef', '-81804', '٠٨١٨٠٤', '081804; drop'])('%s is none', (code) => {
    expect(checkTotp(secret, code, { now })).toMatchObject({ code: 'totp.wrong' })
  })

  test('of another secret is wrong', () => {
    expect(checkTotp(newTotpSecret(), codeOf(step), { now })).toMatchObject({ ok: false })
  })
})

test('a secret is 160 random bits', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
})

test('the app is told service, account and secret, and finds them in the drawing', async () => {
  const address = totpAddress(secret, { service: 'Nämndkontakt', account: 'Ekby: «Åsa» & co' })
  const url = new URL(address)
  expect(url.protocol).toBe('otpauth:')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    secret,
    issuer: 'Nämndkontakt',
    digits: '6',
    period: '30',
  })
  const drawing = await totpQr(address)
  expect(drawing).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  expect(drawing).not.toContain(secret)
})

/** RFC 4226, 5.3, by hand. */
function codeOf(step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', '12345678901234567890').update(counter).digest()
  const number = mac.readUInt32BE((mac[19] ?? 0) & 0xf) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
