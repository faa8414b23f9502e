import * as client from 'openid-client'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { hashToken } from '../tokens.ts'
import { oidcFault } from './oidc-faults.ts'
import type { OidcSettings } from './oidc-settings.ts'

/** A provider to speak with. */
export type OidcPeer = {
  readonly settings: OidcSettings
  readonly clientSecret: string
  /** Whether a provider on this computer may be spoken with by http: when people come to the product by http too. */
  readonly allowLoopbackHttp: boolean
  /** Asks the provider who it is anew, for an administrator who tries the settings. */
  readonly fresh?: boolean
}

/** How long a provider may take for one answer, in seconds. */
const patience = 5
/** How long what a provider says of itself is believed, in milliseconds. */
const trustedFor = 60 * 60 * 1000
const mostKept = 100

/** Signatures by the provider's own key. Neither `none` nor one by the shared secret (RFC 8725, 2.1 and 3.1). */
const signatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

type Kept = {
  readonly configuration: client.Configuration /** On the clock that never jumps. */
  readonly until: number
}
const kept = new Map<string, Kept>()

/**
 * Returns the provider's configuration, which is read from it once an hour (OpenID Connect Discovery 1.0). Refuses when
 * it does not answer, is another than the settings name, or lacks what a safe sign-in needs. A refusal is not kept.
 */
export async function openConfiguration(peer: OidcPeer): Promise<Result<client.Configuration>> {
  const { settings, clientSecret, allowLoopbackHttp } = peer
  const key = [settings.issuer, settings.clientId, hashToken(clientSecret), allowLoopbackHttp].join('\n')
  const known = kept.get(key)
  if (known && known.until > performance.now() && !peer.fresh) return done(known.configuration)
  const discovered = await discover(peer)
  if (!discovered.ok) return discovered
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, { configuration: discovered.value, until: performance.now() + trustedFor })
  return discovered
}

async function discover(peer: OidcPeer): Promise<Result<client.Configuration>> {
  const { settings, clientSecret } = peer
  const issuer = new URL(settings.issuer)
  if (!isTrustedAddress(peer, issuer.href)) return refuse('oidc.insecure', { address: issuer.origin })
  try {
    const found = await client.discovery(issuer, settings.clientId, undefined, client.None(), transport(peer))
    const metadata = found.serverMetadata()
    // A provider for everybody's tenants (Entra ID's `common`) answers with another issuer: then anybody could come.
    if (metadata.issuer !== settings.issuer) return refuse('oidc.wrong-issuer', { found: metadata.issuer })
    const endpoints = [
      metadata.authorization_endpoint,
      metadata.token_endpoint,
      metadata.jwks_uri,
      metadata.userinfo_endpoint,
    ]
    if (endpoints.slice(0, 3).includes(undefined)) return refuse('oidc.not-a-provider')
    const insecure = endpoints.find((address) => address !== undefined && !isTrustedAddress(peer, address))
    if (insecure !== undefined) return refuse('oidc.insecure', { address: insecure })
    const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256']
    const algorithms = signatures.filter((name) => offered.includes(name))
    if (algorithms.length === 0) return refuse('oidc.no-signature')
    const configuration = new client.Configuration(
      Object.assign(metadata, { id_token_signing_alg_values_supported: algorithms }),
      settings.clientId,
      clientSecret,
      // Basic is what a provider knows that does not say (OpenID Connect Discovery 1.0, 3).
      metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post')
        ? client.ClientSecretPost(clientSecret)
        : client.ClientSecretBasic(clientSecret),
    )
    configuration.timeout = patience
    if (peer.allowLoopbackHttp) client.allowInsecureRequests(configuration)
    // Without this the signature would not be looked at when the token comes straight from the token endpoint.
    client.enableNonRepudiationChecks(configuration)
    return done(configuration)
  } catch (error) {
    return oidcFault(error)
  }
}

function transport(peer: OidcPeer): client.DiscoveryRequestOptions {
  return { timeout: patience, ...(peer.allowLoopbackHttp && { execute: [client.allowInsecureRequests] }) }
}

function isTrustedAddress({ allowLoopbackHttp }: OidcPeer, address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:') return true
  return protocol === 'http:' && allowLoopbackHttp && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
