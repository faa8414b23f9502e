import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Context, type Interaction, Provider } from 'oidc-provider'

export type OidcAccount = { readonly sub: string; readonly [claim: string]: unknown }

/** A real OpenID provider on loopback that signs in whoever the test says, without asking. */
export type TestProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who comes next, or a no from the provider. */
  readonly comes: (who: OidcAccount | 'denied', acr?: string) => void
  /** Walks there as a browser would, and returns the address that it is sent back to, unopened. */
  readonly walk: (url: string) => Promise<URL>
  readonly stop: () => Promise<void>
}

export const testAcr = 'http://id.elegnamnden.se/loa/1.0/loa3'

/** Starts the provider for one client, who is answered at these addresses alone. */
export async function anOidcProvider(
  redirectUris: readonly string[],
  options: { readonly idTokenHasAll?: boolean } = {},
): Promise<TestProvider> {
  const clientId = 'namndkontakt'
  const clientSecret = randomBytes(24).toString('base64url')
  let next: { readonly who: OidcAccount | 'denied'; readonly acr: string | undefined } = {
    who: 'denied',
    acr: undefined,
  }
  const accounts = new Map<string, OidcAccount>()
  // The port has to be known before the provider can be made.
  let handle: RequestListener = (_request, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  const issuer = await listen(server)
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris.map((uri) => new URL('/', uri).href),
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: {
      openid: ['sub', 'acr'],
      email: ['email'],
      profile: ['name', 'employeeid', 'https://id.oidc.se/claim/personalIdentityNumber'],
    },
    conformIdTokenClaims: !options.idTokenHasAll,
    acrValues: [testAcr],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_context: Context, interaction: Interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => accounts.get(sub) ?? { sub } }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope(oidc.params.scope)
      await grant.save()
      return grant
    },
  })
  const speak = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return speak(request, response)
    const { who, acr } = next
    if (who !== 'denied') accounts.set(who.sub, who)
    const result =
      who === 'denied'
        ? { error: 'access_denied', error_description: 'The person went back' }
        : { login: { accountId: who.sub, ...(acr !== undefined && { acr }) } }
    void provider.interactionFinished(request, response, result)
  }
  return {
    issuer,
    clientId,
    clientSecret,
    comes: (who, acr) => {
      next = { who, acr }
    },
    walk: (url) => walk(url),
    stop: () => close(server),
  }
}

/** Follows redirects with cookies, as long as they stay with the provider. */
async function walk(start: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(start)
  const { origin } = url
  while (url.origin === origin) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The provider stopped at ${response.status}: ${await response.text()}`)
    url = new URL(location, url)
  }
  return url
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
}

/** Starts listening on loopback and returns the address, without a slash at the end. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Stops it with the connections that are kept open. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
