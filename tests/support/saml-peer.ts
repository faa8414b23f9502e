import { createServer } from 'node:http'
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Constants, IdentityProvider, ServiceProvider, setSchemaValidator } from 'samlify'
import { addMilliseconds, type Instant, isoFromInstant } from '../../src/kernel/instant.ts'

/** What a provider says of a sign-in; each part can be made wrong. */
export type SamlSaying = {
  readonly nameId: string
  readonly nameIdFormat: string
  readonly attributes: Readonly<Record<string, string | readonly string[]>>
  readonly level: string | undefined
  readonly issuer: string
  readonly audience: string
  readonly recipient: string
  readonly destination: string
  readonly inResponseTo: string | undefined
  readonly notBefore: Instant
  readonly notOnOrAfter: Instant
  readonly status: string
  readonly method: string
  readonly signs: 'both' | 'assertion' | 'response' | 'nothing'
  readonly key: SigningKey
  readonly algorithm: string
  /** Whether the assertion is written as AD FS does it: in a default namespace and without prefixes. */
  readonly isBare: boolean
}

export type SigningKey = { readonly privateKey: string; readonly certificate: string }

export type SamlProvider = {
  readonly entityId: string
  readonly signOnAddress: string
  readonly key: SigningKey
  /** The provider's own metadata, as samlify writes it. */
  readonly metadata: string
  /** Tells the provider about a service, by the service's metadata. */
  readonly trust: (metadata: string) => void
  /** Opens the address as the browser that is sent there, and returns what its form posts back and where to. */
  readonly signIn: (url: string, changes?: Partial<SamlSaying>) => Promise<SamlPosted>
  /** What is said to the next browser that comes by itself. */
  readonly comes: (changes: Partial<SamlSaying>) => void
  readonly stop: () => Promise<void>
}

export type SamlPosted = { readonly action: string; readonly SAMLResponse: string; readonly requestId: string }

export const rsaSha256 = Constants.algorithms.signature.RSA_SHA256
export const rsaSha1 = Constants.algorithms.signature.RSA_SHA1
export const persistentName = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
export const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'

// What is wrong with messages is for the service to find; the provider reads its own side's alone.
setSchemaValidator({ validate: async () => 'not validated here' })

/** Starts an identity provider on loopback, with a key of its own, whose clock is the one given. */
export async function aSamlProvider(now: () => Instant): Promise<SamlProvider> {
  const key = aSigningKey()
  const waiting: { service?: string; changes: Partial<SamlSaying> } = { changes: {} }
  const server = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '/', entityId).searchParams)
    answer(query).then(
      (form) => response.setHeader('content-type', 'text/html; charset=utf-8').end(form),
      (error: unknown) => response.writeHead(400).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const entityId = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const signOnAddress = `${entityId}/sso`

  const providerWith = (signing: SigningKey, algorithm: string) =>
    IdentityProvider({
      entityID: entityId,
      privateKey: signing.privateKey,
      signingCert: signing.certificate,
      requestSignatureAlgorithm: algorithm,
      wantAuthnRequestsSigned: false,
      nameIDFormat: [persistentName],
      singleSignOnService: [{ Binding: Constants.namespace.binding.redirect, Location: signOnAddress }],
      singleLogoutService: [{ Binding: Constants.namespace.binding.redirect, Location: `${entityId}/out` }],
      loginResponseTemplate: { context: '<none/>', attributes: [] },
    })

  const answer = async (query: Readonly<Record<string, string>>) => {
    const { service = '', changes } = waiting
    waiting.changes = {}
    const asked = await providerWith(key, rsaSha256).parseLoginRequest(
      ServiceProvider({ metadata: service }),
      'redirect',
      {
        query,
      },
    )
    const requestId = String(asked.extract.request?.id)
    const answerAddress = String(asked.extract.request?.assertionConsumerServiceUrl)
    const said: SamlSaying = {
      nameId: 'f2b7c1d0-persistent',
      nameIdFormat: persistentName,
      attributes: {},
      level: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      issuer: entityId,
      audience: String(asked.extract.issuer),
      recipient: answerAddress,
      destination: answerAddress,
      inResponseTo: requestId,
      notBefore: addMilliseconds(now(), -1000),
      notOnOrAfter: addMilliseconds(now(), 5 * 60_000),
      status: success,
      method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
      signs: 'both',
      key,
      algorithm: rsaSha256,
      isBare: false,
      ...changes,
    }
    const wantsAssertion = said.signs !== 'response'
    const serviceMetadata = wantsAssertion ? service : service.replace(/ WantAssertionsSigned="true"/, '')
    const { context } = await providerWith(said.key, said.algorithm).createLoginResponse(
      ServiceProvider({ metadata: serviceMetadata, wantMessageSigned: said.signs !== 'assertion' }),
      { extract: asked.extract },
      'post',
      {},
      { customTagReplacement: () => ({ id: 'unused', context: responseXml(said, now()) }) },
    )
    const signed = said.signs === 'nothing' ? withoutSignatures(context) : context
    return `<link rel="icon" href="data:,"><form method="post" action="${answerAddress}"><input name="SAMLResponse" value="${signed}"><input name="id" value="${requestId}"></form>`
  }

  return {
    entityId,
    signOnAddress,
    key,
    metadata: providerWith(key, rsaSha256).getMetadata(),
    trust: (metadata) => {
      waiting.service = metadata
    },
    comes: (changes) => {
      waiting.changes = changes
    },
    signIn: async (url, changes = {}) => {
      waiting.changes = changes
      const page = await (await fetch(url)).text()
      const field = (pattern: RegExp) => {
        const value = pattern.exec(page)?.[1]
        if (value === undefined) throw new Error(`The provider answered: ${page}`)
        return value
      }
      return {
        action: field(/action="([^"]*)"/),
        SAMLResponse: field(/name="SAMLResponse" value="([^"]*)"/),
        requestId: field(/name="id" value="([^"]*)"/),
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Returns a new key of 2048 bits and a certificate that it signed itself (RFC 5280), made without any tool. */
export function aSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sha256WithRsa = der(0x30, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05))
  const commonName = der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('saml peer')))
  const name = der(0x30, der(0x31, commonName))
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const body = der(0x30, der(0xa0, der(0x02, Buffer.from([2]))), serial, sha256WithRsa, name, validity, name, spki)
  const signature = createSign('sha256').update(body).sign(privateKey)
  const certificate = der(0x30, body, sha256WithRsa, der(0x03, Buffer.from([0]), signature))
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: certificate.toString('base64'),
  }
}

/** One value in the distinguished encoding (X.690): its tag, its length and what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function withoutSignatures(base64: string): string {
  const xml = Buffer.from(base64, 'base64').toString()
  return Buffer.from(xml.replace(/<ds:Signature[\s>].*?<\/ds:Signature>/gs, '')).toString('base64')
}

function responseXml(said: SamlSaying, now: Instant): string {
  const issued = isoFromInstant(now)
  const [from, to] = [isoFromInstant(said.notBefore), isoFromInstant(said.notOnOrAfter)]
  const inResponseTo = said.inResponseTo === undefined ? '' : ` InResponseTo="${escaped(said.inResponseTo)}"`
  const issuer = `<saml:Issuer>${escaped(said.issuer)}</saml:Issuer>`
  const level =
    said.level === undefined ? '' : `<saml:AuthnContextClassRef>${escaped(said.level)}</saml:AuthnContextClassRef>`
  const attributes = Object.entries(said.attributes).map(([name, values]) => {
    const texts = [values].flat().map((value) => `<saml:AttributeValue>${escaped(value)}</saml:AttributeValue>`)
    return `<saml:Attribute Name="${escaped(name)}">${texts.join('')}</saml:Attribute>`
  })
  const statement =
    attributes.length === 0 ? '' : `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`
  const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${newXmlId()}" Version="2.0" IssueInstant="${issued}">${issuer}<saml:Subject><saml:NameID Format="${said.nameIdFormat}">${escaped(said.nameId)}</saml:NameID><saml:SubjectConfirmation Method="${said.method}"><saml:SubjectConfirmationData NotOnOrAfter="${to}" Recipient="${escaped(said.recipient)}"${inResponseTo}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${from}" NotOnOrAfter="${to}"><saml:AudienceRestriction><saml:Audience>${escaped(said.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${issued}" SessionIndex="${newXmlId()}"><saml:AuthnContext>${level}</saml:AuthnContext></saml:AuthnStatement>${statement}</saml:Assertion>`
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${newXmlId()}" Version="2.0" IssueInstant="${issued}" Destination="${escaped(said.destination)}"${inResponseTo}>${issuer}<samlp:Status><samlp:StatusCode Value="${said.status}"/></samlp:Status>${said.isBare ? bare(assertion) : assertion}</samlp:Response>`
}

function bare(assertion: string): string {
  return assertion.replaceAll(/(<\/?)saml:/g, '$1').replace('xmlns:saml=', 'xmlns=')
}

function newXmlId(): string {
  return `_${randomBytes(16).toString('hex')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
