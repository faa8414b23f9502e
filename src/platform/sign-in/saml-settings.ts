import { X509Certificate } from 'node:crypto'
import { z } from 'zod'

const attributeName = z
  .string()
  .trim()
  .max(300, 'too-long')
  .regex(/^[^\s"'<>]+$/, 'bad-attribute')

const uri = z
  .string()
  .trim()
  .max(300, 'too-long')
  .regex(/^[a-z][a-z0-9+.-]*:[^\s"'<>]+$/i, 'bad-uri')

/** Attributes that another person may get later: they never name who somebody is. */
const attributesThatMove = [
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'urn:oid:2.16.840.1.113730.3.1.241',
]

/** A number that leads in the first time is as good as the subject: nobody may choose it for themself. */
const lastingAttribute = attributeName.refine((name) => !attributesThatMove.includes(name), 'attribute-moves')

/** Sweden Connect's attribute with a personal or coordination number. */
const personalIdentityNumber = 'urn:oid:1.2.752.29.4.13'

const certificate = z
  .string()
  .max(20_000, 'too-long')
  .transform((text, context) => {
    const read = readCertificate(text)
    if (!read) context.addIssue({ code: 'custom', message: 'bad-certificate' })
    return read?.pem ?? ''
  })

/** What is agreed with one identity provider. Nothing of it is secret: the provider's keys are public ones. */
export const samlSettings = z
  .strictObject({
    /** Compared character by character with what the provider says of itself. */
    entityId: uri,
    /** Where the browser is sent with a request, by the HTTP-Redirect binding. */
    signOnAddress: z.string().trim().max(500, 'too-long').refine(isSignOnAddress, 'bad-address'),
    /** One, or several while keys are changed, as PEM; the bare base64 text that metadata has is taken too. */
    certificates: z.array(certificate).min(1, 'missing').max(10, 'too-many'),
    /** Our own name. Absent: the address of our metadata. */
    ourEntityId: uri.optional(),
    /** Whom assertions are meant for. Absent: our own name. */
    audience: uri.optional(),
    /** Where each thing about a person stands. Without `subject`, the NameID is the subject. */
    attributes: z.strictObject({
      subject: lastingAttribute.refine((name) => name !== personalIdentityNumber, 'attribute-secret').optional(),
      employmentNumber: lastingAttribute.optional(),
      personalNumber: lastingAttribute.optional(),
      email: attributeName.optional(),
      name: attributeName.optional(),
    }),
    /** URIs of `AuthnContextClassRef`, one of which must come back. Empty: the level is neither asked for nor checked. */
    assuranceLevels: z.array(uri).max(20, 'too-many'),
    /** Whether the whole response is signed too. The assertion always is. */
    wantsResponseSigned: z.boolean(),
    /** How much clocks may differ. */
    clockSkewSeconds: z.int().min(0, 'bad-skew').max(60, 'bad-skew'),
  })
  .refine(({ attributes: { subject, personalNumber } }) => subject === undefined || subject !== personalNumber, {
    path: ['attributes', 'subject'],
    message: 'attribute-secret',
  })

export type SamlSettings = z.infer<typeof samlSettings>

/** Both sides of the agreement: what is settled with the provider, and our own addresses. */
export type SamlPeer = {
  readonly settings: SamlSettings
  /** Where our metadata is read, which is our name too when no other is settled. */
  readonly metadataAddress: string
  /** Where answers are posted (assertion consumer service). */
  readonly answerAddress: string
}

/** Returns our own entity id. */
export function ourEntityId({ settings, metadataAddress }: SamlPeer): string {
  return settings.ourEntityId ?? metadataAddress
}

/**
 * Returns the certificate as PEM with its last moment of validity as the certificate words it, or undefined when
 * the text is none that an answer can be proven with: RSA of at least 2048 bits.
 */
export function readCertificate(text: string): { readonly pem: string; readonly validTo: string } | undefined {
  const base64 = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
    if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return undefined
    return { pem: certificate.toString(), validTo: certificate.validTo }
  } catch {
    return undefined
  }
}

/** Whether the address is https, or http on this very machine. Nothing else is sent a sign-in. */
export function isSignOnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}
