import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { systemClock } from '../../src/platform/clock.ts'
import { close, listen } from './oidc-peer.ts'

/** What the liar is to send; a right answer where nothing is said. */
export type Lie = {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  /** `none` leaves the signature out, `stranger` signs with a key that is not published. */
  readonly signature?: 'none' | 'stranger' | 'garbled'
  /** The whole answer of the token endpoint. */
  readonly tokenAnswer?: { readonly status: number; readonly type: string; readonly body: string }
  /** What discovery says beside, or instead of, the truth. */
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly userinfo?: Readonly<Record<string, unknown>>
  /** Never answers at the token endpoint. */
  readonly silent?: boolean
}

/** A provider on loopback that does what no certified one can be made to do. */
export type LyingProvider = {
  readonly issuer: string
  /** How it lies from now on, in tokens for this nonce. */
  readonly lies: (nonce: string, lie: Lie) => void
  readonly stop: () => Promise<void>
}

/** Starts one that tells the truth until it is told to lie. */
export async function aLyingProvider(clientId: string): Promise<LyingProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let nonce = ''
  let lie: Lie = {}
  let issuer = ''
  const answers: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      ...lie.metadata,
    }),
    '/jwks': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] }),
    '/userinfo': () => ({ sub: 'subject-1', ...lie.userinfo }),
    '/token': () => {
      const now = secondsNow()
      const claims = { iss: issuer, sub: 'subject-1', aud: clientId, iat: now, exp: now + 300, nonce, ...lie.claims }
      const key = lie.signature === 'stranger' ? stranger.privateKey : own.privateKey
      return { access_token: 'access', token_type: 'Bearer', id_token: token(claims, key, lie) }
    },
  }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/token' && lie.silent) return
    if (path === '/token' && lie.tokenAnswer) {
      response.writeHead(lie.tokenAnswer.status, { 'content-type': lie.tokenAnswer.type }).end(lie.tokenAnswer.body)
      return
    }
    const answer = answers[path]
    if (!answer) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()))
  })
  issuer = await listen(server)
  return {
    issuer,
    lies: (forNonce, how) => {
      nonce = forNonce
      lie = how
    },
    stop: () => close(server),
  }
}

function token(claims: Readonly<Record<string, unknown>>, key: KeyObject, lie: Lie): string {
  const header = { alg: 'RS256', kid: 'own', ...lie.header }
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  if (lie.signature === 'none') return `${signed}.`
  const signature = sign('sha256', Buffer.from(signed), key)
  if (lie.signature === 'garbled') signature.writeUInt8(signature.readUInt8(10) ^ 1, 10)
  return `${signed}.${signature.toString('base64url')}`
}

/** Returns the seconds since 1970 on the real clock, which is the one that a token's times are compared with. */
export function secondsNow(): number {
  return Math.floor(systemClock.now() / 1000)
}
