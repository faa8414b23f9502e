import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../kernel/result.ts'
import { aLyingProvider, type Lie, type LyingProvider, secondsNow } from '../../../tests/support/oidc-liar.ts'
import { anOidcProvider, testAcr, type TestProvider } from '../../../tests/support/oidc-peer.ts'
import type { OidcPeer } from './oidc-discovery.ts'
import { beginOidc, finishOidc } from './oidc.ts'
import { oidcSettings, type OidcSettings } from './oidc-settings.ts'

const redirectUri = 'http://localhost:3411/ekby/logga-in/p/svar'
const pnrClaim = 'https://id.oidc.se/claim/personalIdentityNumber'
const asa = {
  sub: 'aa-bb-1',
  name: 'Åsa Öhman',
  email: 'asa@ekby.example',
  employeeid: 4711,
  [pnrClaim]: '19800101-2384',
}

let provider: TestProvider
let liar: LyingProvider

beforeAll(async () => {
  provider = await anOidcProvider([redirectUri])
  liar = await aLyingProvider('namndkontakt')
})
afterAll(async () => {
  await provider.stop()
  await liar.stop()
})

describe('with a certified provider', () => {
  it('gives the person who signed in there', async () => {
    provider.comes(asa)
    const { back, secret } = await walkedBy(peerOf(provider))
    expect(await finishOidc(peerOf(provider), back.searchParams, secret)).toMatchObject({
      ok: true,
      value: {
        identity: {
          subject: 'aa-bb-1',
          employmentNumber: '4711',
          personalNumber: '198001012384',
          email: 'asa@ekby.example',
          name: 'Åsa Öhman',
        },
        claims: expect.arrayContaining([{ name: 'employeeid', value: '4711' }]),
      },
    })
  })

  it('asks with a code, PKCE S256, state and nonce that differ each time', async () => {
    const [one, other] = [await began(peerOf(provider)), await began(peerOf(provider))]
    const asked = new URL(one.url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: one.secret.state,
      nonce: one.secret.nonce,
      redirect_uri: redirectUri,
    })
    expect(one.url).not.toContain(one.secret.codeVerifier)
    for (const name of ['state', 'nonce', 'codeVerifier'] as const) {
      expect(one.secret[name]).not.toBe(other.secret[name])
      expect(one.secret[name].length).toBeGreaterThanOrEqual(43)
    }
  })

  it('takes a code once', async () => {
    provider.comes(asa)
    const { back, secret } = await walkedBy(peerOf(provider))
    expect(await finishOidc(peerOf(provider), back.searchParams, secret)).toMatchObject({ ok: true })
    expect(await finishOidc(peerOf(provider), back.searchParams, secret)).toMatchObject({ code: 'oidc.code-refused' })
  })

  it('takes no answer for another state, another browser’s verifier or another nonce', async () => {
    provider.comes(asa)
    const other = await began(peerOf(provider))
    for (const [field, code] of [
      ['state', 'oidc.wrong-state'],
      ['codeVerifier', 'oidc.code-refused'],
      ['nonce', 'oidc.wrong-nonce'],
    ] as const) {
      const { back, secret } = await walkedBy(peerOf(provider))
      const mixed = { ...secret, [field]: other.secret[field] }
      expect(await finishOidc(peerOf(provider), back.searchParams, mixed)).toMatchObject({ ok: false, code })
    }
  })

  it('takes no answer that was forged, lacks its state or says so twice', async () => {
    const { secret } = await began(peerOf(provider))
    const finish = (query: string) => finishOidc(peerOf(provider), new URLSearchParams(query), secret)
    const iss = `iss=${encodeURIComponent(provider.issuer)}`
    expect(await finish(`code=made-up&${iss}&state=made-up`)).toMatchObject({ code: 'oidc.wrong-state' })
    expect(await finish(`code=made-up&${iss}`)).toMatchObject({ code: 'oidc.wrong-state' })
    expect(await finish(`code=made-up&${iss}&state=${secret.state}`)).toMatchObject({ code: 'oidc.code-refused' })
    expect(await finish(`code=a&code=b&${iss}&state=${secret.state}`)).toMatchObject({ code: 'oidc.bad-answer' })
    expect(await finish('')).toMatchObject({ ok: false })
  })

  it('takes no answer that another provider gave (mix-up)', async () => {
    provider.comes(asa)
    const { back, secret } = await walkedBy(peerOf(provider))
    const elsewhere = new URLSearchParams(back.searchParams)
    elsewhere.set('iss', 'https://evil.example')
    expect(await finishOidc(peerOf(provider), elsewhere, secret)).toMatchObject({ code: 'oidc.wrong-issuer' })
    expect(await finishOidc(lyingPeer(), back.searchParams, secret)).toMatchObject({ code: 'oidc.wrong-issuer' })
  })

  it('says that the person was turned away there', async () => {
    provider.comes('denied')
    const { back, secret } = await walkedBy(peerOf(provider))
    expect(await finishOidc(peerOf(provider), back.searchParams, secret)).toMatchObject({ code: 'oidc.denied' })
  })

  it('says that the secret is wrong', async () => {
    provider.comes(asa)
    const peer = { ...peerOf(provider), clientSecret: 'not the secret' }
    const { back, secret } = await walkedBy(peer)
    expect(await finishOidc(peer, back.searchParams, secret)).toMatchObject({ code: 'oidc.client-refused' })
  })

  it('asks for a level of assurance and takes no other', async () => {
    const peer = peerOf(provider, { acceptedAcr: [testAcr] })
    provider.comes(asa, testAcr)
    const high = await walkedBy(peer)
    expect(await finishOidc(peer, high.back.searchParams, high.secret)).toMatchObject({
      value: { identity: { assurance: testAcr } },
    })
    provider.comes(asa)
    const none = await walkedBy(peer)
    expect(await finishOidc(peer, none.back.searchParams, none.secret)).toMatchObject({
      code: 'oidc.assurance-too-low',
    })
  })

  it('names the person by the claim of the settings, and refuses when it does not come', async () => {
    provider.comes(asa)
    const peer = peerOf(provider, { subjectClaim: 'oid' })
    const { back, secret } = await walkedBy(peer)
    expect(await finishOidc(peer, back.searchParams, secret)).toMatchObject({ code: 'oidc.no-subject' })
  })
})

describe('with a provider that lies', () => {
  const later = secondsNow()
  const tokens: readonly (readonly [string, Lie, string])[] = [
    ['an expired token', { claims: { iat: later - 900, exp: later - 600 } }, 'oidc.expired'],
    ['a token that never expires', { claims: { exp: undefined } }, 'oidc.bad-answer'],
    ['a token that is not valid yet', { claims: { nbf: later + 3600 } }, 'oidc.expired'],
    ['an unsigned token', { header: { alg: 'none', kid: undefined }, signature: 'none' }, 'oidc.bad-signature'],
    ['a token without its signature', { signature: 'none' }, 'oidc.bad-signature'],
    ['a token signed by a stranger', { signature: 'stranger' }, 'oidc.bad-signature'],
    ['a signature with one bit turned', { signature: 'garbled' }, 'oidc.bad-signature'],
    ['a key that is not published', { header: { kid: 'other' } }, 'oidc.bad-signature'],
    ['a token for another client', { claims: { aud: 'somebody-else' } }, 'oidc.wrong-audience'],
    ['a token for two clients', { claims: { aud: ['namndkontakt', 'other'], azp: 'other' } }, 'oidc.wrong-audience'],
    ['a token by another issuer', { claims: { iss: 'https://evil.example' } }, 'oidc.wrong-issuer'],
    ['a token for another sign-in', { claims: { nonce: 'an older one' } }, 'oidc.wrong-nonce'],
    ['a token without nonce', { claims: { nonce: undefined } }, 'oidc.wrong-nonce'],
    ['a token without subject', { claims: { sub: undefined } }, 'oidc.bad-answer'],
    ['a subject of 300 characters', { claims: { sub: 'x'.repeat(300) } }, 'oidc.no-subject'],
    ['no JSON', { tokenAnswer: { status: 200, type: 'text/html', body: '<h1>' } }, 'oidc.not-a-provider'],
    ['broken JSON', { tokenAnswer: { status: 200, type: 'application/json', body: '{' } }, 'oidc.bad-answer'],
    ['no token', { tokenAnswer: { status: 200, type: 'application/json', body: '{}' } }, 'oidc.bad-answer'],
    ['a fault of its own', { tokenAnswer: { status: 500, type: 'text/plain', body: 'no' } }, 'oidc.not-a-provider'],
    ['claims of somebody else', { userinfo: { sub: 'another' } }, 'oidc.wrong-subject'],
  ]
  it.each(tokens)('refuses %s', async (_name, lie, code) => {
    expect(await answerTo(lie)).toMatchObject({ ok: false, code })
  })

  it('refuses a token signed with the secret that both know', async () => {
    const { secret } = await began(lyingPeer())
    const now = secondsNow()
    const parts = [
      { alg: 'HS256' },
      { iss: liar.issuer, sub: 'subject-1', aud: 'namndkontakt', iat: now, exp: now + 300, nonce: secret.nonce },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    const signature = createHmac('sha256', 'secret').update(parts.join('.')).digest('base64url')
    const body = { access_token: 'a', token_type: 'Bearer', id_token: [...parts, signature].join('.') }
    liar.lies(secret.nonce, { tokenAnswer: { status: 200, type: 'application/json', body: JSON.stringify(body) } })
    const query = new URLSearchParams({ code: 'c', state: secret.state })
    expect(await finishOidc(lyingPeer(), query, secret)).toMatchObject({ code: 'oidc.bad-signature' })
  })

  it('takes its true answer, so that the refusals above are for the lies', async () => {
    expect(await answerTo({ userinfo: { employeeid: '4711' } })).toMatchObject({
      ok: true,
      value: { identity: { subject: 'subject-1', employmentNumber: '4711' } },
    })
  })

  it('says no secret, code or claim in what goes to the log', async () => {
    for (const [, lie] of tokens) {
      const answer = await answerTo(lie)
      expect(JSON.stringify(answer)).not.toMatch(/the-code|subject-1|eyJ|somebody-else/)
    }
  })

  it.each([
    ['another issuer', { issuer: 'https://evil.example' }, 'oidc.wrong-issuer'],
    ['everybody’s tenants', { issuer: 'https://login.example/{tenantid}/v2.0' }, 'oidc.wrong-issuer'],
    ['a token endpoint without https', { token_endpoint: 'http://evil.example/token' }, 'oidc.insecure'],
    ['a script for an address', { authorization_endpoint: 'javascript:alert(1)' }, 'oidc.insecure'],
    ['no keys', { jwks_uri: undefined }, 'oidc.not-a-provider'],
    ['no signatures', { id_token_signing_alg_values_supported: ['none', 'HS256'] }, 'oidc.no-signature'],
  ])('is not begun with when it tells of %s', async (_name, metadata, code) => {
    liar.lies('', { metadata })
    expect(await beginOidc({ ...lyingPeer(), fresh: true }, redirectUri)).toMatchObject({ ok: false, code })
  })
})

describe('with a provider that is not there', () => {
  it('refuses calmly at the beginning and at the end', async () => {
    const gone = await anOidcProvider([redirectUri])
    gone.comes(asa)
    const { back, secret } = await walkedBy(peerOf(gone))
    await gone.stop()
    expect(await finishOidc(peerOf(gone), back.searchParams, secret)).toMatchObject({ code: 'oidc.unreachable' })
    expect(await beginOidc({ ...peerOf(gone), fresh: true }, redirectUri)).toMatchObject({ code: 'oidc.unreachable' })
  })

  it('does not wait for long', async () => {
    expect(await answerTo({ silent: true })).toMatchObject({ code: 'oidc.unreachable' })
  })

  it('speaks without https with nobody but this computer, and not even that when people come by https', async () => {
    const strict = { ...peerOf(provider), allowLoopbackHttp: false }
    expect(await beginOidc(strict, redirectUri)).toMatchObject({ code: 'oidc.insecure' })
    const elsewhere = peerOf(provider, { issuer: 'http://idp.example' })
    expect(await beginOidc(elsewhere, redirectUri)).toMatchObject({ code: 'oidc.insecure' })
  })
})

describe('settings', () => {
  it.each([
    { issuer: 'ftp://idp.example' },
    { issuer: 'https://user:secret@idp.example' },
    { issuer: 'https://idp.example/?a=b' },
    { clientId: '' },
    { scope: 'profile' },
    { scope: 'openid "x"' },
    { subjectClaim: 'email' },
    { subjectClaim: 'upn' },
    { employmentNumberClaim: 'a b' },
    { unknown: 'field' },
  ])('refuses %o', (change) => {
    expect(oidcSettings.safeParse({ ...peerOf(provider).settings, ...change }).success).toBe(false)
  })
})

function peerOf(of: TestProvider, change: Partial<OidcSettings> = {}): OidcPeer {
  const settings = oidcSettings.parse({
    issuer: of.issuer,
    clientId: of.clientId,
    scope: 'openid profile email',
    subjectClaim: 'sub',
    employmentNumberClaim: 'employeeid',
    personalNumberClaim: pnrClaim,
    acceptedAcr: [],
    ...change,
  })
  return { settings, clientSecret: of.clientSecret, allowLoopbackHttp: true }
}

function lyingPeer(): OidcPeer {
  const settings = {
    issuer: liar.issuer,
    clientId: 'namndkontakt',
    scope: 'openid',
    subjectClaim: 'sub',
    employmentNumberClaim: 'employeeid',
    acceptedAcr: [],
  }
  return { settings, clientSecret: 'secret', allowLoopbackHttp: true }
}

async function answerTo(lie: Lie) {
  const { secret } = await began(lyingPeer())
  liar.lies(secret.nonce, lie)
  const answer = await finishOidc(lyingPeer(), new URLSearchParams({ code: 'the-code', state: secret.state }), secret)
  liar.lies('', {})
  return answer
}

async function walkedBy(peer: OidcPeer) {
  const { url, secret } = await began(peer)
  return { back: await provider.walk(url), secret }
}

async function began(peer: OidcPeer) {
  return value(await beginOidc(peer, redirectUri))
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code)
  return result.value
}
