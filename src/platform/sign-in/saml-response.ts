import { type Refusal, refuse } from '../../kernel/result.ts'
import type { SamlPeer } from './saml-settings.ts'
import { allNamed, childrenNamed, onlyChild, textOf, type XmlElement } from './saml-xml.ts'

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'

/** SHA-1 is left out: a forged document with the same digest can be made for money. */
const algorithms: Readonly<Record<string, readonly string[]>> = {
  SignatureMethod: [
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  ],
  DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
  CanonicalizationMethod: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
  Transform: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
}

/**
 * Returns what is wrong with a response before its signatures are proven, or undefined. Its shape is held to the one
 * that providers send: one assertion, directly below, and a signature only as the child of what it signs. Nothing of
 * what wraps a signed assertion in a forged one has that shape (Somorovsky et al., On Breaking SAML, 2012).
 */
export function responseFault(peer: SamlPeer, response: XmlElement, requestId: string): Refusal | undefined {
  const denied = statusFault(response)
  if (denied) return denied
  const answered = response.attributes.get('InResponseTo')
  if (answered === undefined) return refuse('saml.unsolicited')
  if (answered !== requestId) return refuse('saml.wrong-request')
  const destination = response.attributes.get('Destination')
  // A signed response names where it is meant to go (SAML 2.0 Bindings, 3.5.5.2); one that is not, may.
  if (destination === undefined ? peer.settings.wantsResponseSigned : destination !== peer.answerAddress) {
    return refuse('saml.wrong-destination')
  }
  const issuers = childrenNamed(response, 'Issuer')
  if (issuers.some((issuer) => textOf(issuer) !== peer.settings.entityId)) return refuse('saml.wrong-issuer')
  return shapeFault(response)
}

function statusFault(response: XmlElement): Refusal | undefined {
  const code = onlyChild(onlyChild(response, 'Status'), 'StatusCode')
  const status = code?.attributes.get('Value')
  if (status === success) return undefined
  if (status === undefined) return refuse('saml.malformed')
  const within = onlyChild(code, 'StatusCode')?.attributes.get('Value') ?? status
  return refuse('saml.denied', { reason: plainStatus(within) })
}

/** The last part of the status' URN, for the log; anything else that somebody may have written is not repeated. */
function plainStatus(status: string): string {
  return /^urn:oasis:names:tc:SAML:2\.0:status:([A-Za-z]{1,40})$/.exec(status)?.[1] ?? 'unknown'
}

function shapeFault(response: XmlElement): Refusal | undefined {
  if (allNamed(response, 'EncryptedAssertion').length > 0) return refuse('saml.encrypted')
  const assertions = childrenNamed(response, 'Assertion')
  if (assertions.length === 0) return refuse('saml.malformed')
  const isWrapped =
    assertions.length !== 1 ||
    allNamed(response, 'Assertion').length !== 1 ||
    allNamed(response, 'Response').length !== 1 ||
    allNamed(response, 'Object').length > 0
  if (isWrapped) return refuse('saml.wrapped')
  const [signedBy, expected] = [allNamed(response, 'Signature'), [response, ...assertions]]
  const inPlace = expected.flatMap((element) => childrenNamed(element, 'Signature'))
  if (inPlace.length !== signedBy.length) return refuse('saml.wrapped')
  if (expected.some((element) => !hasOwnSignature(element))) return refuse('saml.wrapped')
  return algorithmFault(response)
}

/** Whether the signature below the element, when there is one, is a single one and says that it signs the element. */
function hasOwnSignature(element: XmlElement): boolean {
  const signatures = childrenNamed(element, 'Signature')
  if (signatures.length === 0) return true
  const references = signatures.flatMap((signature) => allNamed(signature, 'Reference'))
  return (
    signatures.length === 1 &&
    references.length === 1 &&
    references[0]?.attributes.get('URI') === `#${element.attributes.get('ID') ?? ''}`
  )
}

function algorithmFault(response: XmlElement): Refusal | undefined {
  for (const [name, accepted] of Object.entries(algorithms)) {
    for (const element of allNamed(response, name)) {
      const algorithm = element.attributes.get('Algorithm') ?? ''
      if (!accepted.includes(algorithm)) return refuse('saml.weak-signature', { element: name })
    }
  }
  return undefined
}
