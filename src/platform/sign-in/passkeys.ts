import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import {
  COSEALG,
  decodeAttestationObject,
  decodeClientDataJSON,
  isoBase64URL,
  parseAuthenticatorData,
} from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'

/** The installation as passkeys know it: bound to its host name, answered from its origin alone (WebAuthn level 3, 5.1.7). */
export type RelyingParty = { readonly id: string; readonly origin: string }

/**
 * Returns who asks for passkeys at this public address, or undefined where no browser gives any: passkeys need a host
 * name, and https unless it is the own computer.
 */
export function relyingParty(publicUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(publicUrl)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  if (protocol !== 'https:' && hostname !== 'localhost') return undefined
  return { id: hostname, origin }
}

/** What is kept of a passkey. Nothing of it is secret: the private key never leaves its owner's device. */
export type KnownPasskey = {
  /** Base64url. */
  readonly credentialId: string
  /** COSE. */
  readonly publicKey: Uint8Array
  /** 0 for ever with passkeys that are kept in an account of the owner's, and then it says nothing. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** Text for the page's script, and the challenge that its answer is held against, to be kept until then. */
export type Question = { readonly options: string; readonly challenge: string }

/** ES256, EdDSA and RS256: what every authenticator knows one of. */
const algorithms = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256]
const timeout = 300_000

/**
 * Returns the question that makes a passkey: discoverable, so that nobody has to say who they are, and with user
 * verification, so that the device alone is not enough. `handle` is what the passkey calls its owner: no personal data.
 */
export async function askForNewPasskey(
  party: RelyingParty,
  owner: {
    readonly handle: string
    readonly name: string
    readonly displayName: string
    readonly service: string
    readonly known: readonly Pick<KnownPasskey, 'credentialId' | 'transports'>[]
  },
): Promise<Question> {
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: owner.service,
    userID: Buffer.from(owner.handle),
    userName: owner.name,
    userDisplayName: owner.displayName,
    attestationType: 'none',
    excludeCredentials: owner.known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: knownTransports(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
    timeout,
  })
  return { options: JSON.stringify(options), challenge: options.challenge }
}

/** Returns the question that a passkey answers at sign-in, whosoever it is. */
export async function askForPasskey(party: RelyingParty): Promise<Question> {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required', timeout })
  return { options: JSON.stringify(options), challenge: options.challenge }
}

/**
 * Returns the passkey that was made. Refuses, never throws, whatever the browser sent: `passkey.unreadable`,
 * `passkey.other-challenge`, `passkey.other-origin`, `passkey.other-party`, `passkey.owner-not-verified`,
 * `passkey.with-certificates`, `passkey.not-proven`.
 */
export async function readNewPasskey(
  party: RelyingParty,
  challenge: string,
  answer: string,
): Promise<Result<KnownPasskey>> {
  const read = readAnswer(newPasskey, answer)
  const said =
    read && readSaid(read.response.clientDataJSON, () => attestation(read.response.attestationObject).get('authData'))
  if (!said) return refuse('passkey.unreadable')
  const wrong = mismatch(party, { type: 'webauthn.create', challenge }, said)
  if (wrong) return wrong
  // We ask for none. One that brings certificates would have them read, and looked up in the network, for nothing.
  if (bringsCertificates(read.response.attestationObject)) return refuse('passkey.with-certificates')
  const verified = await orUndefined(() =>
    verifyRegistrationResponse({
      response: read,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified?.verified) return refuse('passkey.not-proven')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return done({ credentialId: id, publicKey, counter, transports: read.response.transports })
}

/** Returns which passkey an answer at sign-in says it is from, before anything of it is proven, or undefined. */
export function passkeyNamedIn(answer: string): string | undefined {
  return readAnswer(usedPasskey, answer)?.id
}

/**
 * Returns the passkey's new counter when the answer proves it. `handle` is its owner's. Refuses, never throws, with the
 * codes of `readNewPasskey`, and `passkey.counter-back` when the counter has not moved on: the passkey may be copied.
 */
export async function provePasskey(
  party: RelyingParty,
  challenge: string,
  answer: string,
  passkey: KnownPasskey & { readonly handle: string },
): Promise<Result<{ readonly counter: number }>> {
  const read = readAnswer(usedPasskey, answer)
  const said =
    read && readSaid(read.response.clientDataJSON, () => isoBase64URL.toBuffer(read.response.authenticatorData))
  if (!said) return refuse('passkey.unreadable')
  const wrong = mismatch(party, { type: 'webauthn.get', challenge }, said)
  if (wrong) return wrong
  const { credentialId, handle, counter } = passkey
  if (read.id !== credentialId || !isHandle(read.response.userHandle, handle)) return refuse('passkey.not-proven')
  const publicKey = new Uint8Array(passkey.publicKey)
  // The counter is judged below, of a proven answer alone: a forged one must not read as a copied passkey.
  const verified = await orUndefined(() =>
    verifyAuthenticationResponse({
      response: read,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey, counter: 0 },
    }),
  )
  if (!verified?.verified) return refuse('passkey.not-proven')
  const { newCounter } = verified.authenticationInfo
  if ((newCounter > 0 || counter > 0) && newCounter <= counter) return refuse('passkey.counter-back')
  return done({ counter: newCounter })
}

/** An answer is about 1 kB; a key of 4 096 bits makes it two. */
const longestAnswer = 16_384
const base64url = z.string().regex(/^[\w-]+$/)
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
type Transport = (typeof transports)[number]

const credential = {
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  // What extensions say is of no use to us, and is not read.
  clientExtensionResults: z.unknown().transform(() => ({})),
}

const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string())
      .max(20)
      .default([])
      .transform((named) => knownTransports(named)),
  }),
})

const usedPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
})

const clientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
})

/** What the browser and the authenticator each say, before anything of it is proven. */
type Said = z.infer<typeof clientData> & { readonly rpIdHash: Uint8Array; readonly isVerified: boolean }

/** Returns what the browser sent in the shape it should have, or undefined. Unknown fields are left out. */
function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: string): z.infer<Schema> | undefined {
  if (answer.length > longestAnswer) return undefined
  try {
    return schema.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}

function readSaid(clientDataJSON: string, authenticatorData: () => Uint8Array<ArrayBuffer>): Said | undefined {
  try {
    const { rpIdHash, flags } = parseAuthenticatorData(authenticatorData())
    return { ...clientData.parse(decodeClientDataJSON(clientDataJSON)), rpIdHash, isVerified: flags.up && flags.uv }
  } catch {
    return undefined
  }
}

/** The library judges the same again; here each difference has its name. */
function mismatch(
  party: RelyingParty,
  asked: { readonly type: string; readonly challenge: string },
  said: Said,
): Refusal | undefined {
  if (said.type !== asked.type) return refuse('passkey.unreadable')
  if (said.challenge !== asked.challenge) return refuse('passkey.other-challenge')
  if (said.origin !== party.origin || said.crossOrigin === true) return refuse('passkey.other-origin')
  const hash = createHash('sha256').update(party.id).digest()
  if (!hash.equals(said.rpIdHash)) return refuse('passkey.other-party')
  return said.isVerified ? undefined : refuse('passkey.owner-not-verified')
}

function attestation(object: string) {
  return decodeAttestationObject(isoBase64URL.toBuffer(object))
}

/** Self-attestation says no more than none does, and some authenticators give it unasked. */
function bringsCertificates(object: string): boolean {
  const decoded = attestation(object)
  const isSelf = decoded.get('fmt') === 'packed' && decoded.get('attStmt').get('x5c') === undefined
  return decoded.get('fmt') !== 'none' && !isSelf
}

/** An authenticator may leave the handle out; another one than the owner's is no mistake. */
function isHandle(userHandle: string | undefined, handle: string): boolean {
  return userHandle === undefined || userHandle === Buffer.from(handle).toString('base64url')
}

function knownTransports(named: readonly string[]): Transport[] {
  return transports.filter((transport) => named.includes(transport))
}

/** The library throws for everything that is not as it should be. */
async function orUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
