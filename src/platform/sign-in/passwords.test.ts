import { describe, expect, test } from 'vitest'
import { acceptPassword, hashPassword, isPassword } from './passwords.ts'

const ownWords = ['Hedemora kommun', 'Omsorgsnämnden', 'Anna Ek', 'hedemora']

describe('a password', () => {
  test.each([
    'tre gula ankor badar',
    'åäö åäö räksmörgås',
    'en häst i Hedemora åt sju bullar',
    '🦆🦆🦆 anka badar nu igen',
    'vjk8-qmzp-31xw-ttla',
  ])('%s will do, without any kinds of characters asked for', (password) => {
    expect(acceptPassword(password, ownWords)).toMatchObject({ ok: true })
  })

  test('is counted in characters as people see them', () => {
    expect(acceptPassword('tre gula ankor', ownWords)).toMatchObject({ code: 'password.too-short' })
    expect(acceptPassword('tre gula ankor!', ownWords)).toMatchObject({ ok: true })
    // Fourteen, of which three are written with two code units each, or with a letter and its ring apart.
    expect(acceptPassword('🦆🦆🦆 gula ankor', ownWords)).toMatchObject({ code: 'password.too-short' })
    expect(acceptPassword('tre bla\u030A ankor', ownWords)).toMatchObject({ code: 'password.too-short' })
    const long = 'tre gula ankor badar i ån '.repeat(8).slice(0, 200)
    expect(acceptPassword(long, ownWords)).toMatchObject({ ok: true })
    expect(acceptPassword(`${long}!`, ownWords)).toMatchObject({ code: 'password.too-long' })
  })

  test.each([
    'Hedemora kommun 2026!',
    'omsorgsnämnden-26',
    'AnnaEkAnnaEk12345678',
    'HEDEMORA HEDEMORA',
    'password-password',
    'Lösenord123456789',
    'qwertyuiopåasdfghjklöä',
    '1234567890123456',
    'aaaaaaaaaaaaaaaa',
    '................',
    'abababababababab',
  ])('%s is easy to guess', (password) => {
    expect(acceptPassword(password, ownWords)).toMatchObject({ code: 'password.easy-to-guess' })
  })
})

describe('a hash', () => {
  test('is argon2id with the cost that OWASP names, salted anew each time', async () => {
    const [one, other] = await Promise.all([hashPassword('tre gula ankor badar'), hashPassword('tre gula ankor badar')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await isPassword(one, 'tre gula ankor badar')).toBe(true)
    expect(await isPassword(one, 'tre gula ankor badar ')).toBe(false)
    expect(await isPassword(one, 'Tre gula ankor badar')).toBe(false)
  })

  test('knows a letter however the keyboard composes it', async () => {
    expect(await isPassword(await hashPassword('tre blå ankor badar'), 'tre bla\u030A ankor badar')).toBe(true)
  })

  test('that is missing or damaged is nobody’s', async () => {
    expect(await isPassword(undefined, 'tre gula ankor badar')).toBe(false)
    expect(await isPassword('', 'tre gula ankor badar')).toBe(false)
    expect(await isPassword('$argon2id$v=19$m=19456', 'tre gula ankor badar')).toBe(false)
    expect(await isPassword(await hashPassword('tre gula ankor badar'), 'x'.repeat(1_000_000))).toBe(false)
  })
})
