import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSamlProvider, type SamlProvider } from '../../../tests/support/saml-peer.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { answeredRequest, beginSaml, finishSaml } from './saml.ts'
import { samlMetadata } from './saml-metadata.ts'
import { type SamlPeer, samlSettings } from './saml-settings.ts'

const now = instantFromIso('2027-03-10T09:00:00Z')

let provider: SamlProvider
beforeAll(async () => {
  provider = await aSamlProvider(() => now)
  provider.trust(samlMetadata(peerWith(true)))
})
afterAll(() => provider.stop())

/** The parts of an answer that wrapping moves about. */
type Parts = {
  readonly response: string
  readonly signedAssertion: string
  readonly bareAssertion: string
  /** The same with another name in it and an id of its own. */
  readonly forgedAssertion: string
  readonly assertionSignature: string
}

/**
 * The eight variants of signature wrapping (Somorovsky et al., On Breaking SAML, 2012; numbered as by SAML Raider).
 * In 1 and 2 the signature of the response is misused, in the others that of the assertion.
 */
const wrappings: readonly (readonly [variant: string, responseSigned: boolean, wrap: (parts: Parts) => string])[] = [
  [
    'XSW1: the signed response inside the signature of a forged one',
    true,
    (parts) =>
      forgedResponse(parts).replace('</ds:Signature>', `${withoutOwnSignature(parts.response)}</ds:Signature>`),
  ],
  [
    'XSW2: the signed response before the signature of a forged one',
    true,
    (parts) => forgedResponse(parts).replace('<ds:Signature', `${withoutOwnSignature(parts.response)}<ds:Signature`),
  ],
  [
    'XSW3: a forged assertion before the signed one',
    false,
    ({ response, signedAssertion, forgedAssertion }) =>
      response.replace(signedAssertion, `${forgedAssertion}${signedAssertion}`),
  ],
  [
    'XSW4: the signed assertion inside a forged one',
    false,
    ({ response, signedAssertion, forgedAssertion }) =>
      response.replace(signedAssertion, before(forgedAssertion, '</saml:Assertion>', signedAssertion)),
  ],
  [
    'XSW5: the signature in a forged assertion, the signed one after it',
    false,
    ({ response, signedAssertion, bareAssertion, forgedAssertion, assertionSignature }) =>
      response.replace(
        signedAssertion,
        `${before(forgedAssertion, '<saml:Subject>', assertionSignature)}${bareAssertion}`,
      ),
  ],
  [
    'XSW6: the signed assertion inside its signature inside a forged one',
    false,
    ({ response, signedAssertion, bareAssertion, forgedAssertion, assertionSignature }) =>
      response.replace(
        signedAssertion,
        before(forgedAssertion, '<saml:Subject>', before(assertionSignature, '</ds:Signature>', bareAssertion)),
      ),
  ],
  [
    'XSW7: a forged assertion in extensions',
    false,
    ({ response, signedAssertion, forgedAssertion }) =>
      response.replace(signedAssertion, `<samlp:Extensions>${forgedAssertion}</samlp:Extensions>${signedAssertion}`),
  ],
  [
    'XSW8: the signed assertion in an object of the signature',
    false,
    ({ response, signedAssertion, bareAssertion, forgedAssertion, assertionSignature }) =>
      response.replace(
        signedAssertion,
        before(
          forgedAssertion,
          '<saml:Subject>',
          before(assertionSignature, '</ds:Signature>', `<ds:Object>${bareAssertion}</ds:Object>`),
        ),
      ),
  ],
]

describe('a wrapped signature', () => {
  it.each(wrappings)('%s is refused', async (_, responseSigned, wrap) => {
    const { finish, xml } = await anAnswer(responseSigned)
    const wrapped = wrap(partsOf(xml))
    expect(wrapped).toContain('attacker')
    expect(await finish(wrapped)).toMatchObject({ ok: false, code: 'saml.wrapped' })
  })

  it.each(wrappings)('%s is refused too when the forged one has the id of the signed one', async (_, signed, wrap) => {
    const { finish, xml } = await anAnswer(signed)
    const parts = partsOf(xml)
    const sameId = parts.forgedAssertion.replace('ID="_forged"', `ID="${idOf(parts.bareAssertion)}"`)
    expect(await finish(wrap({ ...parts, forgedAssertion: sameId }))).toMatchObject({ ok: false })
  })

  it('is not what refuses the answer as it was', async () => {
    for (const responseSigned of [true, false]) {
      const { finish, xml } = await anAnswer(responseSigned)
      expect(await finish(xml)).toMatchObject({ ok: true, value: { identity: { subject: 'anna' } } })
    }
  })
})

const entity = (declaration: string) => (xml: string) =>
  `<!DOCTYPE r [${declaration}]>${xml.replace('>anna<', '>&e;<')}`

const laughs = [...Array(9).keys()].map((n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

const tricks: readonly (readonly [what: string, change: (xml: string) => string, code: string])[] = [
  ['a changed name', (xml) => xml.replace('>anna<', '>attacker<'), 'saml.bad-signature'],
  ['a changed response', (xml) => xml.replace('Version="2.0"', 'Version="2.1"'), 'saml.bad-signature'],
  ['a comment in the name', (xml) => xml.replace('>anna<', '>an<!-- x -->na<'), 'saml.malformed'],
  ['CDATA in the name', (xml) => xml.replace('>anna<', '><![CDATA[anna]]><'), 'saml.malformed'],
  ['an instruction in the name', (xml) => xml.replace('>anna<', '>an<?x y?>na<'), 'saml.malformed'],
  ['an entity of its own', entity('<!ENTITY e "attacker">'), 'saml.malformed'],
  ['a billion laughs', entity(`<!ENTITY l0 "ha">${laughs}<!ENTITY e "&l9;">`), 'saml.malformed'],
  ['an external entity', entity('<!ENTITY e SYSTEM "file:///etc/passwd">'), 'saml.malformed'],
  ['an external document type', (xml) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">${xml}`, 'saml.malformed'],
  ['a stylesheet', (xml) => `<?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?>${xml}`, 'saml.malformed'],
  ['an undeclared entity', (xml) => xml.replace('>anna<', '>&e;<'), 'saml.malformed'],
  ['another encoding', (xml) => `<?xml version="1.0" encoding="utf-7"?>${xml}`, 'saml.malformed'],
  ['two roots', (xml) => `${xml}${xml}`, 'saml.malformed'],
  ['no end', (xml) => xml.slice(0, -20), 'saml.malformed'],
  ['ten thousand levels', (xml) => `${'<a>'.repeat(10_000)}${xml}${'</a>'.repeat(10_000)}`, 'saml.malformed'],
  ['an encrypted assertion', (xml) => xml.replaceAll('saml:Assertion', 'saml:EncryptedAssertion'), 'saml.encrypted'],
  [
    'an empty signature',
    (xml) => xml.replaceAll(/<ds:SignatureValue>[^<]*</g, '<ds:SignatureValue><'),
    'saml.bad-signature',
  ],
  [
    'an algorithm without key',
    (xml) => xml.replaceAll('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'),
    'saml.weak-signature',
  ],
  [
    'a transform that chooses',
    (xml) => xml.replace(/xml-exc-c14n#(?="\/><\/ds:Transforms)/, 'REC-xslt'),
    'saml.weak-signature',
  ],
  ['another root', () => '<html><body>Signed in</body></html>', 'saml.malformed'],
  ['no XML at all', () => 'Signed in as anna', 'saml.malformed'],
  [
    'a name that is a prototype',
    (xml) => xml.replace('<saml:Subject>', '<__proto__>x</__proto__><saml:Subject>'),
    'saml.malformed',
  ],
  ['200 000 characters', (xml) => xml.replace('>anna<', `>${'a'.repeat(200_000)}<`), 'saml.too-large'],
  ['two megabytes', (xml) => xml.replace('>anna<', `>${'a'.repeat(2_000_000)}<`), 'saml.too-large'],
]

describe('a tricked answer', () => {
  it.each(tricks)('with %s is refused', async (_, change, code) => {
    const { finish, xml } = await anAnswer(true)
    expect(xml).toContain('>anna<')
    expect(await finish(change(xml))).toMatchObject({ ok: false, code })
  })

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['two answers', ['a', 'b']],
    ['what is not base64', '%%%'],
  ])('that is %s is refused', async (_, posted) => {
    const { requestId } = await beginSaml(peerWith(true))
    expect(await finishSaml(peerWith(true), posted, { requestId, now })).toMatchObject({ ok: false })
    expect(answeredRequest(posted)).toBeUndefined()
  })

  it('with any stretch of it replaced says the same or nothing', async () => {
    const { finish, xml } = await anAnswer(true)
    const same = await finish(xml)
    const stretch = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '<!---->',
      '<a/>',
      'x',
      '\u0000',
      '&#0;',
      ' xmlns="a"',
      '\uFFFF',
    )
    const place = fc.nat(xml.length - 1)
    await fc.assert(
      fc.asyncProperty(place, fc.nat(3), stretch, async (from, length, put) => {
        const came = await finish(`${xml.slice(0, from)}${put}${xml.slice(from + length)}`)
        if (came.ok) expect(came).toEqual(same)
        else expect(came.code).toMatch(/^saml\.[a-z-]+$/)
      }),
      { numRuns: 60 },
    )
  })

  it('cannot send a request id with anything but letters, digits and a few signs', async () => {
    const { xml, requestId } = await anAnswer(true)
    expect(answeredRequest(base64(xml))).toBe(requestId)
    expect(answeredRequest(base64(xml.replaceAll(requestId, "' or 1=1 --")))).toBeUndefined()
  })
})

async function anAnswer(responseSigned: boolean) {
  const peer = peerWith(responseSigned)
  const { url, requestId } = await beginSaml(peer)
  const { SAMLResponse } = await provider.signIn(url, { nameId: 'anna', signs: responseSigned ? 'both' : 'assertion' })
  return {
    requestId,
    xml: Buffer.from(SAMLResponse, 'base64').toString(),
    finish: (xml: string) => finishSaml(peer, base64(xml), { requestId, now }),
  }
}

function peerWith(wantsResponseSigned: boolean): SamlPeer {
  return {
    settings: samlSettings.parse({
      entityId: provider.entityId,
      signOnAddress: provider.signOnAddress,
      certificates: [provider.key.certificate],
      attributes: {},
      assuranceLevels: [],
      wantsResponseSigned,
      clockSkewSeconds: 60,
    }),
    metadataAddress: 'https://namndkontakt.example/ekby/logga-in/1/metadata',
    answerAddress: 'https://namndkontakt.example/ekby/logga-in/1/saml',
  }
}

function partsOf(response: string): Parts {
  const signedAssertion = matched(response, /<saml:Assertion[\s>].*<\/saml:Assertion>/s)
  const assertionSignature = matched(signedAssertion, /<ds:Signature[\s>].*<\/ds:Signature>/s)
  const bareAssertion = signedAssertion.replace(assertionSignature, '')
  const forgedAssertion = bareAssertion.replace(/ ID="[^"]*"/, ' ID="_forged"').replace('>anna<', '>attacker<')
  return { response, signedAssertion, bareAssertion, forgedAssertion, assertionSignature }
}

function forgedResponse({ response, signedAssertion, forgedAssertion }: Parts): string {
  return response.replace(signedAssertion, forgedAssertion).replace(/ ID="[^"]*"/, ' ID="_forged-response"')
}

/** The response without the signature that stands directly below it, which comes first. */
function withoutOwnSignature(response: string): string {
  return response.replace(/<ds:Signature[\s>].*?<\/ds:Signature>/s, '')
}

function before(text: string, mark: string, inserted: string): string {
  return text.replace(mark, () => `${inserted}${mark}`)
}

function idOf(element: string): string {
  return matched(element, /(?<= ID=")[^"]*/)
}

function matched(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[0]
  if (found === undefined) throw new Error(`${pattern} is not in the answer`)
  return found
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
