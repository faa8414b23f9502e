import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSamlProvider, aSigningKey, type SamlProvider } from '../../../tests/support/saml-peer.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { readIdentityProviderMetadata, samlMetadata } from './saml-metadata.ts'
import { isSignOnAddress, readCertificate, samlSettings } from './saml-settings.ts'

let provider: SamlProvider
beforeAll(async () => {
  provider = await aSamlProvider(() => instantFromIso('2027-03-10T09:00:00Z'))
})
afterAll(() => provider.stop())

describe('the metadata of a provider', () => {
  it('gives its name, its address and its certificates', () => {
    expect(readIdentityProviderMetadata(provider.metadata)).toEqual({
      ok: true,
      value: {
        entityId: provider.entityId,
        signOnAddress: provider.signOnAddress,
        certificates: [readCertificate(provider.key.certificate)?.pem],
      },
    })
  })

  it('gives both keys while they are changed, and none that is for encryption', () => {
    const [second, other] = [aSigningKey(), aSigningKey()]
    const declared = '\uFEFF<?xml version="1.0" encoding="utf-8"?><!-- from the wizard -->'
    const entity = aDocument([
      keyOf(provider.key.certificate),
      keyOf(second.certificate),
      keyOf(second.certificate),
      keyOf(other.certificate, 'encryption'),
    ])
    const read = readIdentityProviderMetadata(`${declared}${entity}`)
    expect(read).toMatchObject({ ok: true, value: { signOnAddress: 'https://adfs.ekby.example/adfs/ls/?a=1&b=2' } })
    expect(read.ok && read.value.certificates).toEqual(
      [provider.key, second].map(({ certificate }) => readCertificate(certificate)?.pem),
    )
  })

  it.each([
    ['no XML', 'hello', 'saml-metadata.malformed'],
    ['a document type', `<!DOCTYPE x [<!ENTITY e "x">]>${aDocument([])}`, 'saml-metadata.malformed'],
    ['a page', '<html><body>Not found</body></html>', 'saml-metadata.no-provider'],
    ['no key', aDocument([]), 'saml-metadata.no-certificate'],
    ['a key that is none', aDocument([keyOf('AAAA')]), 'saml-metadata.no-certificate'],
    ['an address without https', aDocument([], 'http://adfs.ekby.example/'), 'saml-metadata.no-address'],
    ['a script for an address', aDocument([], 'javascript:alert(1)'), 'saml-metadata.no-address'],
    ['several providers', `<All>${aDocument([])}${aDocument([])}</All>`, 'saml-metadata.several'],
    ['a whole federation', `<All>${' '.repeat(500_000)}</All>`, 'saml-metadata.too-large'],
  ])('with %s is refused', (_, text, code) => {
    expect(readIdentityProviderMetadata(text)).toMatchObject({ ok: false, code })
  })
})

describe('our metadata', () => {
  it('is XML that says where answers go and that assertions are to be signed, the same each time', () => {
    const peer = {
      settings: samlSettings.parse({ ...right(), ourEntityId: 'https://ekby.example/?a=1&b=2' }),
      metadataAddress: 'https://ekby.example/metadata',
      answerAddress: 'https://ekby.example/saml?x=1&y=2',
    }
    const xml = samlMetadata(peer)
    expect(xml).toContain('entityID="https://ekby.example/?a=1&amp;b=2"')
    expect(xml).toContain('Location="https://ekby.example/saml?x=1&amp;y=2"')
    expect(xml).toContain('WantAssertionsSigned="true"')
    expect(samlMetadata(peer)).toBe(xml)
  })
})

describe('settings', () => {
  it.each([
    ['a certificate that is none', { certificates: ['hello'] }, 'bad-certificate'],
    ['no certificate', { certificates: [] }, 'missing'],
    ['an address on another protocol', { signOnAddress: 'ftp://adfs.ekby.example' }, 'bad-address'],
    ['a name with markup', { entityId: '<script>' }, 'bad-uri'],
    ['clocks two minutes apart', { clockSkewSeconds: 120 }, 'bad-skew'],
    ['an address as the subject', { attributes: { subject: 'urn:oid:0.9.2342.19200300.100.1.3' } }, 'attribute-moves'],
    ['a personal number as the subject', { attributes: { subject: 'urn:oid:1.2.752.29.4.13' } }, 'attribute-secret'],
    ['the same attribute as both', { attributes: { subject: 'pnr', personalNumber: 'pnr' } }, 'attribute-secret'],
  ])('with %s are refused', (_, changes, code) => {
    const parsed = samlSettings.safeParse({ ...right(), ...changes })
    expect(parsed.error?.issues.map(({ message }) => message)).toContain(code)
  })

  it('take no key that is too short or of another kind', () => {
    expect(readCertificate(provider.key.certificate)).toMatchObject({ validTo: expect.stringContaining('2049') })
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(readCertificate(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeUndefined()
  })

  it('send nobody to an address with a password in it', () => {
    expect(isSignOnAddress('https://user:secret@adfs.ekby.example/')).toBe(false)
    expect(isSignOnAddress('https://adfs.ekby.example/adfs/ls/')).toBe(true)
  })
})

function right() {
  return {
    entityId: provider.entityId,
    signOnAddress: provider.signOnAddress,
    certificates: [provider.key.certificate],
    attributes: {},
    assuranceLevels: [],
    wantsResponseSigned: true,
    clockSkewSeconds: 60,
  }
}

function aDocument(keys: readonly string[], address = 'https://adfs.ekby.example/adfs/ls/?a=1&amp;b=2'): string {
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://adfs.ekby.example/adfs/services/trust"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.join('')}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${address}"/></md:IDPSSODescriptor></md:EntityDescriptor>`
}

function keyOf(certificate: string, use = 'signing'): string {
  return `<md:KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\n${certificate}\n</X509Certificate></X509Data></KeyInfo></md:KeyDescriptor>`
}
