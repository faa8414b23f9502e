import { SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { randomBytes } from 'node:crypto'
import type { Instant } from '../../kernel/instant.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import type { ForeignAnswer } from './foreign-identity.ts'
import { assertionFault, foreignAnswer } from './saml-assertion.ts'
import { responseFault } from './saml-response.ts'
import { ourEntityId, type SamlPeer } from './saml-settings.ts'
import { parseXml, type XmlElement } from './saml-xml.ts'

/** Characters of the posted field. An answer with every attribute and two certificates has some 20 000. */
const longestAnswer = 200_000

/**
 * Returns where to send the browser (SAML 2.0 Bindings, 3.4: HTTP-Redirect) and the id of the request, which the
 * caller keeps: only an answer to it is accepted, once. No RelayState is sent, and none that comes is believed.
 */
export async function beginSaml(peer: SamlPeer): Promise<{ readonly url: string; readonly requestId: string }> {
  const requestId = `_${randomBytes(20).toString('hex')}`
  const url = await serviceProvider(peer, requestId).getAuthorizeUrlAsync('', undefined, {})
  return { url, requestId }
}

/**
 * Returns which request a posted answer says that it answers: for finding the sign-in it belongs to, and proof of
 * nothing. Undefined when it says none or cannot be read.
 */
export function answeredRequest(posted: unknown): string | undefined {
  const read = readAnswer(posted)
  const id = read.ok ? read.value.response.attributes.get('InResponseTo') : undefined
  return id !== undefined && /^[\w.-]{1,100}$/.test(id) ? id : undefined
}

/**
 * Returns who signed in, from the field `SAMLResponse` that the browser posted (SAML 2.0 Profiles, 4.1.4.3). Everything
 * that can be wrong with it is a refusal `saml.*`, whose facts hold nothing of what the assertion says of the person.
 * That the request is answered once is for the caller to keep.
 */
export async function finishSaml(
  peer: SamlPeer,
  posted: unknown,
  { requestId, now }: { readonly requestId: string; readonly now: Instant },
): Promise<Result<ForeignAnswer>> {
  const read = readAnswer(posted)
  if (!read.ok) return read
  const { xml, response } = read.value
  const fault = responseFault(peer, response, requestId)
  if (fault) return fault
  const proven = await provenAssertion(peer, xml, requestId)
  if (!proven.ok) return proven
  return assertionFault(peer, proven.value, { requestId, now }) ?? foreignAnswer(peer.settings, proven.value)
}

function readAnswer(posted: unknown): Result<{ readonly xml: string; readonly response: XmlElement }> {
  if (typeof posted !== 'string' || posted.trim() === '') return refuse('saml.no-answer')
  if (posted.length > longestAnswer) return refuse('saml.too-large')
  const xml = Buffer.from(posted, 'base64').toString('utf8')
  // Neither comments, CDATA, document types nor instructions belong in an answer, and each has hidden an attack.
  if (/<!|<\?(?!xml\s)/i.test(xml)) return refuse('saml.malformed')
  const response = parseXml(xml)
  return response?.name === 'Response' ? done({ xml, response }) : refuse('saml.malformed')
}

/** Returns the assertion as it was signed: the very text that the signature covers, read anew. */
async function provenAssertion(peer: SamlPeer, xml: string, requestId: string): Promise<Result<XmlElement>> {
  try {
    // The library gets the text that was read above, and not another decoding of what was posted.
    const SAMLResponse = Buffer.from(xml, 'utf8').toString('base64')
    const { profile } = await serviceProvider(peer, requestId).validatePostResponseAsync({ SAMLResponse })
    const assertion = parseXml(profile?.getAssertionXml?.() ?? '')
    return assertion?.name === 'Assertion' ? done(assertion) : refuse('saml.malformed')
  } catch (error) {
    return libraryFault(error)
  }
}

/**
 * The library proves signatures and audience. It does not look at issuer, status, recipient, destination, kind of
 * confirmation, algorithms or level of assurance, and its times go by a clock that cannot be set: those are ours.
 */
function serviceProvider(peer: SamlPeer, requestId: string): SAML {
  const { settings, answerAddress } = peer
  const name = ourEntityId(peer)
  return new SAML({
    entryPoint: settings.signOnAddress,
    idpIssuer: settings.entityId,
    idpCert: [...settings.certificates],
    issuer: name,
    callbackUrl: answerAddress,
    audience: settings.audience ?? name,
    identifierFormat: null,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: settings.wantsResponseSigned,
    disableRequestedAuthnContext: settings.assuranceLevels.length === 0,
    authnContext: settings.assuranceLevels,
    racComparison: 'exact',
    // Minus one turns the library's clock off.
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: Number.MAX_SAFE_INTEGER,
    generateUniqueId: () => requestId,
    cacheProvider: onlyRequest(requestId),
  })
}

/** The library asks for request ids one by one; the only one that exists is the one that the caller has looked up. */
function onlyRequest(requestId: string) {
  return {
    saveAsync: async () => null,
    getAsync: async (key: string) => (key === requestId ? '2000-01-01T00:00:00Z' : null),
    removeAsync: async () => null,
  }
}

function libraryFault(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : ''
  if (/audience/i.test(message)) return refuse('saml.wrong-audience')
  if (/signature/i.test(message)) return refuse('saml.bad-signature')
  if (/InResponseTo/.test(message)) return refuse('saml.wrong-request')
  return refuse('saml.malformed')
}
