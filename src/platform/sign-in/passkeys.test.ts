import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAuthenticator, type Tricks } from '../../../tests/support/authenticator.ts'
import {
  askForNewPasskey,
  askForPasskey,
  type KnownPasskey,
  passkeyNamedIn,
  provePasskey,
  readNewPasskey,
  relyingParty,
} from './passkeys.ts'

const origin = 'https://namndkontakt.ekby.example'
const party = { id: 'namndkontakt.ekby.example', origin }
const owner = { handle: 'p1', name: 'anna@ekby.example', displayName: 'Anna', service: 'Nämndkontakt', known: [] }

describe('who asks', () => {
  test('is the host and the origin of the public address, whatever path it has', () => {
    expect(relyingParty('https://namndkontakt.ekby.example:8443/namnd')).toEqual({
      id: 'namndkontakt.ekby.example',
      origin: 'https://namndkontakt.ekby.example:8443',
    })
    expect(relyingParty('http://localhost:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
  })

  test.each([
    'http://namndkontakt.ekby.example',
    'https://192.0.2.7',
    'http://127.0.0.1:3000',
    'https://[2001:db8::1]',
  ])('nobody at %s, where browsers give no passkeys', (address) => expect(relyingParty(address)).toBeUndefined())
})

describe('a new passkey', () => {
  test('is asked to know its owner, to be found without a name and to bring no certificate', async () => {
    const known = [{ credentialId: 'AAAA', transports: ['usb', 'carrier-pigeon'] }]
    const { options, challenge } = await askForNewPasskey(party, { ...owner, known })
    expect(JSON.parse(options)).toMatchObject({
      challenge,
      rp: { id: party.id, name: 'Nämndkontakt' },
      user: { id: Buffer.from('p1').toString('base64url'), name: 'anna@ekby.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: 'AAAA', transports: ['usb'] }],
    })
  })

  test('is kept by its public key and counter', async () => {
    const answer = await registered()
    expect(answer).toMatchObject({ ok: true, value: { counter: 0, transports: ['hybrid', 'internal'] } })
  })

  const certificate = new Map([['x5c', [Buffer.from('a certificate')]]])
  test.each<[string, Tricks]>([
    ['passkey.other-challenge', { challenge: 'c29tZXRoaW5nLWVsc2U' }],
    ['passkey.other-origin', { origin: 'https://namndkontakt.ekby.example.evil.example' }],
    ['passkey.other-origin', { crossOrigin: true }],
    ['passkey.other-party', { rpId: 'ekby.example' }],
    ['passkey.owner-not-verified', { verified: false }],
    ['passkey.unreadable', { type: 'webauthn.get' }],
    ['passkey.with-certificates', { attestation: { fmt: 'packed', attStmt: certificate } }],
    ['passkey.with-certificates', { attestation: { fmt: 'tpm', attStmt: new Map() } }],
    ['passkey.not-proven', { attestation: { fmt: 'none', attStmt: new Map([['sig', Buffer.from('x')]]) } }],
  ])('is refused as %s: %j', async (code, tricks) => {
    expect(await registered(tricks)).toMatchObject({ ok: false, code })
  })

  test.each(['', 'null', '[]', '{}', '{"id":7}', 'x'.repeat(20_000)])('of %s is unreadable', async (answer) => {
    expect(await readNewPasskey(party, 'c', answer)).toMatchObject({ ok: false, code: 'passkey.unreadable' })
  })
})

describe('a passkey at sign-in', () => {
  test('proves itself, and its counter moves on', async () => {
    const { passkey, ask } = await aPasskey()
    expect(await ask()).toEqual({ ok: true, value: { counter: 1 } })
    expect(await ask({}, { ...passkey, counter: 1 })).toEqual({ ok: true, value: { counter: 2 } })
  })

  test('may have a counter that stands still at nought for ever', async () => {
    const { ask } = await aPasskey()
    expect(await ask({ counter: 0 })).toEqual({ ok: true, value: { counter: 0 } })
  })

  test('says which it is before it is proven', async () => {
    const { authenticator, passkey } = await aPasskey()
    const { options } = await askForPasskey(party)
    expect(passkeyNamedIn(authenticator.get(options))).toBe(passkey.credentialId)
    expect(passkeyNamedIn('{"id":"../../etc"}')).toBeUndefined()
  })

  test('answers one question alone', async () => {
    const { authenticator, passkey } = await aPasskey()
    const [first, second] = [await askForPasskey(party), await askForPasskey(party)]
    const answer = authenticator.get(first.options)
    expect(await provePasskey(party, first.challenge, answer, passkey)).toMatchObject({ ok: true })
    expect(await provePasskey(party, second.challenge, answer, passkey)).toMatchObject({
      code: 'passkey.other-challenge',
    })
  })

  test.each<[string, Tricks]>([
    ['passkey.other-origin', { origin: 'http://namndkontakt.ekby.example' }],
    ['passkey.other-origin', { crossOrigin: true }],
    ['passkey.other-party', { rpId: 'evil.example' }],
    ['passkey.not-proven', { otherKey: true }],
    ['passkey.not-proven', { otherKey: true, counter: 0 }],
    ['passkey.not-proven', { userHandle: Buffer.from('p2').toString('base64url') }],
    ['passkey.owner-not-verified', { verified: false }],
    ['passkey.unreadable', { type: 'webauthn.create' }],
    ['passkey.counter-back', { counter: 4 }],
    ['passkey.counter-back', { counter: 5 }],
    ['passkey.counter-back', { counter: 0 }],
  ])('is refused as %s: %j', async (code, tricks) => {
    const { passkey, ask } = await aPasskey()
    expect(await ask({ counter: 6, ...tricks }, { ...passkey, counter: 5 })).toMatchObject({ ok: false, code })
  })

  test('of somebody else is not proven by this one', async () => {
    const [{ ask }, { passkey: other }] = [await aPasskey(), await aPasskey()]
    expect(await ask({}, other)).toMatchObject({ code: 'passkey.not-proven' })
  })

  test('is refused and no fault, whatever is changed in what the browser sends', async () => {
    const { authenticator, passkey } = await aPasskey()
    const { options, challenge } = await askForPasskey(party)
    const answer = authenticator.get(options)
    const { response } = JSON.parse(answer)
    const field = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature', 'userHandle')
    const changed = fc.oneof(fc.string(), fc.base64String(), fc.integer(), fc.constant(null), fc.array(fc.string()))
    await fc.assert(
      fc.asyncProperty(field, changed, async (name, value) => {
        fc.pre(value !== response[name])
        const forged = JSON.stringify({ ...JSON.parse(answer), response: { ...response, [name]: value } })
        expect(await provePasskey(party, challenge, forged, passkey)).toMatchObject({ ok: false })
        expect(await readNewPasskey(party, challenge, forged)).toMatchObject({ ok: false })
      }),
      { numRuns: 200 },
    )
  })
})

async function registered(tricks: Tricks = {}, authenticator = anAuthenticator(origin)) {
  const { options, challenge } = await askForNewPasskey(party, owner)
  return readNewPasskey(party, challenge, authenticator.create(options, tricks))
}

async function aPasskey() {
  const authenticator = anAuthenticator(origin)
  const made = await registered({}, authenticator)
  if (!made.ok) throw new Error(made.code)
  const passkey = { ...made.value, handle: owner.handle }
  return {
    authenticator,
    passkey,
    ask: async (tricks: Tricks = {}, known: KnownPasskey & { readonly handle: string } = passkey) => {
      const { options, challenge } = await askForPasskey(party)
      return provePasskey(party, challenge, authenticator.get(options, tricks), known)
    },
  }
}
