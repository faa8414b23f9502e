import * as client from 'openid-client'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { foreignPersonalNumber, foreignText, type ForeignAnswer } from './foreign-identity.ts'
import { openConfiguration, type OidcPeer } from './oidc-discovery.ts'
import { oidcFault } from './oidc-faults.ts'

/** What the server remembers between the two halves of a sign-in. Secret: it never reaches the browser. */
export type OidcSecretState = {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly redirectUri: string
  /** The provider that was asked; an answer is tried against no other (RFC 9207: mix-up). */
  readonly issuer: string
}

export type OidcBeginning = { readonly url: string; readonly secret: OidcSecretState }

/**
 * Returns where to send the browser, and what to remember: the code flow with PKCE S256, state and nonce (OpenID
 * Connect Core 1.0, 3.1; RFC 7636; RFC 9700, 2.1). Refuses when the provider does not answer or is not what the
 * settings say.
 */
export async function beginOidc(peer: OidcPeer, redirectUri: string): Promise<Result<OidcBeginning>> {
  const opened = await openConfiguration(peer)
  if (!opened.ok) return opened
  const { settings } = peer
  const secret: OidcSecretState = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
    redirectUri,
    issuer: settings.issuer,
  }
  const url = client.buildAuthorizationUrl(opened.value, {
    redirect_uri: redirectUri,
    scope: settings.scope,
    state: secret.state,
    nonce: secret.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secret.codeVerifier),
    code_challenge_method: 'S256',
    ...(settings.acceptedAcr.length > 0 && { acr_values: settings.acceptedAcr.join(' ') }),
  })
  return done({ url: url.href, secret })
}

/**
 * Returns who signed in, from the query that the browser brought back. Everything that can be wrong with the answer is
 * a refusal `oidc.*`, whose facts say for the log what the matter was and hold neither code, token nor claim.
 */
export async function finishOidc(
  peer: OidcPeer,
  query: URLSearchParams,
  secret: OidcSecretState,
): Promise<Result<ForeignAnswer>> {
  if (peer.settings.issuer !== secret.issuer) return refuse('oidc.wrong-issuer')
  const opened = await openConfiguration(peer)
  if (!opened.ok) return opened
  const answered = await tokensFor(opened.value, query, secret)
  return answered.ok ? answerFrom(peer, opened.value, answered.value) : answered
}

/** Claims that tell of the token and not of the person (RFC 7519, 4.1; OpenID Connect Core 1.0, 2 and 3.3.2.11). */
const aboutTheToken = ['iss', 'aud', 'azp', 'exp', 'iat', 'nbf', 'jti', 'nonce', 'at_hash', 'c_hash', 's_hash', 'sid']

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

async function tokensFor(
  configuration: client.Configuration,
  query: URLSearchParams,
  secret: OidcSecretState,
): Promise<Result<Tokens>> {
  // The address that was sent goes back to the token endpoint, whatever a proxy made of the one that was opened.
  const answered = new URL(secret.redirectUri)
  answered.search = query.toString()
  try {
    const tokens = await client.authorizationCodeGrant(configuration, answered, {
      expectedState: secret.state,
      expectedNonce: secret.nonce,
      pkceCodeVerifier: secret.codeVerifier,
    })
    return done(tokens)
  } catch (error) {
    return oidcFault(error)
  }
}

async function answerFrom(
  { settings }: OidcPeer,
  configuration: client.Configuration,
  tokens: Tokens,
): Promise<Result<ForeignAnswer>> {
  const signed: Readonly<Record<string, unknown>> = tokens.claims() ?? {}
  const assurance = foreignText(signed.acr)
  if (settings.acceptedAcr.length > 0 && !settings.acceptedAcr.some((accepted) => accepted === assurance)) {
    return refuse('oidc.assurance-too-low', { assurance: assurance ?? null })
  }
  // The key to a person comes from what the provider signed, and from nowhere else.
  const subject = foreignText(signed[settings.subjectClaim])
  if (subject === undefined) return refuse('oidc.no-subject', { claim: settings.subjectClaim })
  const more = await moreClaims(configuration, tokens, wantedClaims(settings), signed)
  if ('code' in more) return more
  const claims = { ...more.claims, ...signed }
  const named = (name: string | undefined) => (name === undefined ? undefined : claims[name])
  return done({
    identity: {
      subject,
      employmentNumber: foreignText(named(settings.employmentNumberClaim)),
      personalNumber: foreignPersonalNumber(named(settings.personalNumberClaim)),
      email: foreignText(claims.email),
      name: foreignText(claims.name),
      assurance,
    },
    claims: Object.entries(claims)
      .filter(([name]) => !aboutTheToken.includes(name))
      .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) })),
  })
}

function wantedClaims(settings: OidcPeer['settings']): readonly string[] {
  return [settings.employmentNumberClaim, settings.personalNumberClaim].filter((name) => name !== undefined)
}

/**
 * Many providers keep some claims for their UserInfo endpoint, so it is asked when something that the settings name is
 * missing. One that does not answer costs those claims and nothing else; one that speaks of somebody else is refused.
 */
async function moreClaims(
  configuration: client.Configuration,
  tokens: Tokens,
  wanted: readonly string[],
  signed: Readonly<Record<string, unknown>>,
): Promise<{ readonly claims: Readonly<Record<string, unknown>> } | Refusal> {
  const none = { claims: {} }
  const endpoint = configuration.serverMetadata().userinfo_endpoint
  if (endpoint === undefined || wanted.every((name) => name in signed)) return none
  try {
    return { claims: await client.fetchUserInfo(configuration, tokens.access_token, String(signed.sub)) }
  } catch (error) {
    const refusal = oidcFault(error)
    return refusal.code === 'oidc.wrong-subject' ? refusal : none
  }
}
