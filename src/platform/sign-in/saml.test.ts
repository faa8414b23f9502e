import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aSamlProvider,
  aSigningKey,
  persistentName,
  rsaSha1,
  type SamlProvider,
  type SamlSaying,
} from '../../../tests/support/saml-peer.ts'
import { addMilliseconds, instantFromIso } from '../../kernel/instant.ts'
import { answeredRequest, beginSaml, finishSaml } from './saml.ts'
import { samlMetadata } from './saml-metadata.ts'
import { type SamlPeer, type SamlSettings, samlSettings } from './saml-settings.ts'

const now = instantFromIso('2027-03-10T09:00:00Z')
const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3'

let provider: SamlProvider
beforeAll(async () => {
  provider = await aSamlProvider(() => now)
  provider.trust(samlMetadata(peerWith()))
})
afterAll(() => provider.stop())

describe('a right sign-in', () => {
  it('gives the subject, what the settings name and the level, and lists what came', async () => {
    const peer = peerWith({
      attributes: { employmentNumber: 'empno', personalNumber: 'pnr', email: 'mail', name: 'cn' },
    })
    const answer = await signIn(peer, {
      nameId: 'anna & co',
      attributes: {
        empno: '90017',
        pnr: '19121212-1212',
        mail: 'anna@ekby.example',
        cn: 'Anna Åsén',
        other: ['a', 'b'],
      },
      level: loa3,
    })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        identity: {
          subject: 'anna & co',
          employmentNumber: '90017',
          personalNumber: '191212121212',
          email: 'anna@ekby.example',
          name: 'Anna Åsén',
          assurance: loa3,
        },
      },
    })
    expect(answer.ok && answer.value.claims).toContainEqual({ name: 'other', value: 'a, b' })
  })

  it('takes the subject from an attribute when the settings say so', async () => {
    const peer = peerWith({ attributes: { subject: 'urn:oid:1.2.752.201.3.1' } })
    const answer = await signIn(peer, { attributes: { 'urn:oid:1.2.752.201.3.1': 'anna@2120000000' } })
    expect(answer).toMatchObject({ ok: true, value: { identity: { subject: 'anna@2120000000' } } })
  })

  it('holds when the provider signs the assertion alone, if that is settled', async () => {
    expect(await signIn(peerWith({ wantsResponseSigned: false }), { signs: 'assertion' })).toMatchObject({ ok: true })
  })

  it('holds when the assertion is written in a default namespace, as AD FS writes it', async () => {
    const said = { isBare: true, nameId: 'S-1-5-21-1', attributes: { empno: '90017' } }
    expect(await signIn(peerWith({ attributes: { employmentNumber: 'empno' } }), said)).toMatchObject({
      ok: true,
      value: { identity: { subject: 'S-1-5-21-1', employmentNumber: '90017' } },
    })
  })

  it('holds with the new one of two keys, and with a clock a minute off', async () => {
    const newKey = aSigningKey()
    const peer = peerWith({ certificates: [provider.key.certificate, newKey.certificate] })
    const inAMinute = { notBefore: addMilliseconds(now, 59_000), notOnOrAfter: addMilliseconds(now, 120_000) }
    expect(await signIn(peer, { key: newKey, ...inAMinute })).toMatchObject({ ok: true })
  })

  it('asks exactly for the levels that are enough', async () => {
    const { url } = await beginSaml(peerWith({ assuranceLevels: [loa3] }))
    const request = await inflated(new URL(url).searchParams.get('SAMLRequest') ?? '')
    expect(request).toContain('Comparison="exact"')
    expect(request).toContain(`>${loa3}</saml:AuthnContextClassRef>`)
    expect(
      await inflated(new URL((await beginSaml(peerWith())).url).searchParams.get('SAMLRequest') ?? ''),
    ).not.toContain('RequestedAuthnContext')
  })
})

const minute = 60_000
const wrong: readonly (readonly [what: string, changes: Partial<SamlSaying>, code: string])[] = [
  ['signed by nobody', { signs: 'nothing' }, 'saml.bad-signature'],
  ['with the response alone signed', { signs: 'response' }, 'saml.bad-signature'],
  ['with the assertion alone signed', { signs: 'assertion' }, 'saml.bad-signature'],
  ['signed by SHA-1', { algorithm: rsaSha1 }, 'saml.weak-signature'],
  ['for another service', { audience: 'https://another.example' }, 'saml.wrong-audience'],
  ['for another address', { recipient: 'https://another.example/saml' }, 'saml.wrong-recipient'],
  ['sent to another address', { destination: 'https://another.example/saml' }, 'saml.wrong-destination'],
  ['to another request', { inResponseTo: '_another' }, 'saml.wrong-request'],
  ['to no request', { inResponseTo: undefined }, 'saml.unsolicited'],
  ['by another provider', { issuer: 'https://another.example' }, 'saml.wrong-issuer'],
  ['that has run out', { notOnOrAfter: addMilliseconds(now, -minute) }, 'saml.expired'],
  ['that does not hold yet', { notBefore: addMilliseconds(now, minute + 1) }, 'saml.not-yet-valid'],
  ['for the holder of a key', { method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }, 'saml.not-bearer'],
  ['with too low a level', { level: 'http://id.elegnamnden.se/loa/1.0/loa2' }, 'saml.assurance-too-low'],
  ['without a level', { level: undefined }, 'saml.assurance-too-low'],
  ['with a level that only begins right', { level: `${loa3}x` }, 'saml.assurance-too-low'],
  ['with a no', { status: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed' }, 'saml.denied'],
  ['about nobody', { nameId: '' }, 'saml.no-subject'],
  [
    'with a name that changes',
    { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
    'saml.subject-changes',
  ],
]

describe('an answer', () => {
  it.each(wrong)('%s is refused', async (_, changes, code) => {
    expect(await signIn(peerWith({ assuranceLevels: [loa3] }), { level: loa3, ...changes })).toMatchObject({
      ok: false,
      code,
    })
  })

  it('signed by another key is refused', async () => {
    expect(await signIn(peerWith(), { key: aSigningKey() })).toMatchObject({ ok: false, code: 'saml.bad-signature' })
  })

  it('to an earlier request is refused', async () => {
    const peer = peerWith()
    const earlier = await provider.signIn((await beginSaml(peer)).url)
    const { requestId } = await beginSaml(peer)
    expect(answeredRequest(earlier.SAMLResponse)).toBe(earlier.requestId)
    expect(await finishSaml(peer, earlier.SAMLResponse, { requestId, now })).toMatchObject({
      ok: false,
      code: 'saml.wrong-request',
    })
  })

  it('with a subject in two values is refused', async () => {
    const peer = peerWith({ attributes: { subject: 'uid' } })
    expect(await signIn(peer, { attributes: { uid: ['anna', 'bo'] } })).toMatchObject({ code: 'saml.no-subject' })
  })

  it('never puts what it says of the person in a refusal', async () => {
    const refused = await signIn(peerWith(), { nameId: 'secret-name', audience: 'https://secret.example' })
    expect(JSON.stringify(refused)).not.toContain('secret')
  })
})

async function signIn(peer: SamlPeer, changes: Partial<SamlSaying>) {
  const { url, requestId } = await beginSaml(peer)
  const posted = await provider.signIn(url, { nameIdFormat: persistentName, ...changes })
  expect(posted).toMatchObject({ action: peer.answerAddress, requestId })
  return finishSaml(peer, posted.SAMLResponse, { requestId, now })
}

function peerWith(changes: Partial<SamlSettings> = {}): SamlPeer {
  return {
    settings: samlSettings.parse({
      entityId: provider.entityId,
      signOnAddress: provider.signOnAddress,
      certificates: [provider.key.certificate],
      attributes: {},
      assuranceLevels: [],
      wantsResponseSigned: true,
      clockSkewSeconds: 60,
      ...changes,
    }),
    metadataAddress: 'https://namndkontakt.example/ekby/logga-in/1/metadata',
    answerAddress: 'https://namndkontakt.example/ekby/logga-in/1/saml',
  }
}

async function inflated(base64: string): Promise<string> {
  const { inflateRawSync } = await import('node:zlib')
  return inflateRawSync(Buffer.from(base64, 'base64')).toString()
}
