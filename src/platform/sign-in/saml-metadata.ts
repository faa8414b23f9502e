import { generateServiceProviderMetadata } from '@node-saml/node-saml'
import { createHash } from 'node:crypto'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { isSignOnAddress, ourEntityId, readCertificate, type SamlPeer } from './saml-settings.ts'
import { allNamed, childrenNamed, parseXml, textOf, type XmlElement } from './saml-xml.ts'

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const redirectBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol'

/** Characters of pasted metadata. AD FS writes some 70 000; a whole federation is not for pasting. */
const longestMetadata = 500_000

/** Returns our metadata as XML, the same for the same settings: what the provider's administrator imports. */
export function samlMetadata(peer: SamlPeer): string {
  const issuer = ourEntityId(peer)
  const id = createHash('sha256').update(`${issuer} ${peer.answerAddress}`).digest('hex').slice(0, 40)
  return generateServiceProviderMetadata({
    issuer,
    callbackUrl: peer.answerAddress,
    identifierFormat: peer.settings.attributes.subject === undefined ? persistent : null,
    wantAssertionsSigned: true,
    generateUniqueId: () => `_${id}`,
  })
}

/** What an identity provider's metadata says that the settings need. */
export type IdentityProviderMetadata = {
  readonly entityId: string
  readonly signOnAddress: string
  readonly certificates: readonly string[]
}

/**
 * Returns the provider's name, address and signing certificates from metadata that an administrator pasted (SAML 2.0
 * Metadata, 2.4.3). Refuses text that is none, metadata of several providers and of one that cannot be used. Its
 * signature is not proven: the administrator answers for where the text comes from.
 */
export function readIdentityProviderMetadata(text: string): Result<IdentityProviderMetadata> {
  if (text.length > longestMetadata) return refuse('saml-metadata.too-large')
  const root = parseXml(text.replace(/^\uFEFF/, '').trim())
  if (!root) return refuse('saml-metadata.malformed')
  const providers = allNamed(root, 'EntityDescriptor').filter((entity) => descriptorOf(entity) !== undefined)
  const [provider] = providers
  if (!provider) return refuse('saml-metadata.no-provider')
  if (providers.length > 1) return refuse('saml-metadata.several')
  return readProvider(provider)
}

function readProvider(provider: XmlElement): Result<IdentityProviderMetadata> {
  const descriptor = descriptorOf(provider)
  const entityId = provider.attributes.get('entityID') ?? ''
  const signOnAddress = childrenNamed(descriptor, 'SingleSignOnService')
    .find(({ attributes }) => attributes.get('Binding') === redirectBinding)
    ?.attributes.get('Location')
  if (entityId === '') return refuse('saml-metadata.no-provider')
  if (signOnAddress === undefined || !isSignOnAddress(signOnAddress)) return refuse('saml-metadata.no-address')
  const certificates = childrenNamed(descriptor, 'KeyDescriptor')
    .filter(({ attributes }) => attributes.get('use') !== 'encryption')
    .flatMap((key) => allNamed(key, 'X509Certificate'))
    .flatMap((certificate) => readCertificate(textOf(certificate))?.pem ?? [])
  if (certificates.length === 0) return refuse('saml-metadata.no-certificate')
  return done({ entityId, signOnAddress, certificates: [...new Set(certificates)] })
}

function descriptorOf(entity: XmlElement): XmlElement | undefined {
  return childrenNamed(entity, 'IDPSSODescriptor').find(({ attributes }) =>
    (attributes.get('protocolSupportEnumeration') ?? '').split(/\s+/).includes(protocol),
  )
}
