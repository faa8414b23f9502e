import { done } from '../../kernel/result.ts'
import type { ForeignPeer, ForeignProtocol } from './foreign-protocol.ts'
import type { OidcPeer } from './oidc-discovery.ts'
import { oidcSettings } from './oidc-settings.ts'
import { beginOidc, finishOidc, type OidcSecretState } from './oidc.ts'

/** OpenID Connect as one of the ways to ask somebody else. */
export const oidcProtocol: ForeignProtocol = {
  begin: async (peer) => {
    const begun = await beginOidc(oidcPeer(peer), peer.addresses.answer)
    if (!begun.ok) return begun
    const { url, secret } = begun.value
    return done({ url, requestId: secret.state, secret: JSON.stringify(secret) })
  },
  requestIdOf: (answer) => answer.get('state') ?? undefined,
  finish: (peer, answer, { secret }) => finishOidc(oidcPeer(peer), answer, JSON.parse(secret) as OidcSecretState),
}

function oidcPeer({ settings, secret, allowLoopbackHttp, fresh = false }: ForeignPeer): OidcPeer {
  return { settings: oidcSettings.parse(settings), clientSecret: secret ?? '', allowLoopbackHttp, fresh }
}
