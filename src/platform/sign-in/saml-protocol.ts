import { done } from '../../kernel/result.ts'
import type { ForeignPeer, ForeignProtocol } from './foreign-protocol.ts'
import { answeredRequest, beginSaml, finishSaml } from './saml.ts'
import { type SamlPeer, samlSettings } from './saml-settings.ts'

/** SAML 2.0 as one of the ways to ask somebody else. The answer is the field `SAMLResponse` of what was posted. */
export const samlProtocol: ForeignProtocol = {
  begin: async (peer) => {
    const { url, requestId } = await beginSaml(samlPeer(peer))
    return done({ url, requestId, secret: '' })
  },
  requestIdOf: (answer) => answeredRequest(answer.get('SAMLResponse')),
  finish: (peer, answer, { requestId, now }) =>
    finishSaml(samlPeer(peer), answer.get('SAMLResponse'), { requestId, now }),
}

/** Returns the provider as SAML speaks with it. */
export function samlPeer({ settings, addresses }: Pick<ForeignPeer, 'settings' | 'addresses'>): SamlPeer {
  return {
    settings: samlSettings.parse(settings),
    metadataAddress: addresses.metadata,
    answerAddress: addresses.answer,
  }
}
