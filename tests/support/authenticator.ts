import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { z } from 'zod'

/** A browser with an authenticator in it, and what it can be made to do wrong. */
export type Authenticator = {
  /** Answers the options of a registration as `navigator.credentials.create` and the page's script would: as JSON text. */
  readonly create: (options: string, tricks?: Tricks) => string
  /** Answers the options of a sign-in with the newest passkey, or the one named. */
  readonly get: (options: string, tricks?: Tricks & { readonly id?: string }) => string
}

export type Tricks = {
  readonly origin?: string
  /** The page stands in a frame of another site. */
  readonly crossOrigin?: boolean
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  /** Whether the owner showed who they are, by finger or PIN. */
  readonly verified?: boolean
  readonly counter?: number
  /** Signs with a key of its own instead. */
  readonly otherKey?: boolean
  readonly userHandle?: string
  readonly attestation?: { readonly fmt: string; readonly attStmt: Cbor }
}

export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number | string, Cbor>

type Kept = { readonly id: string; readonly handle: string; readonly key: KeyObject; counter: number }

/** Returns a software authenticator of one person at this origin: P-256 keys, user verification, a counter that moves on. */
export function anAuthenticator(origin: string): Authenticator {
  const kept: Kept[] = []
  const clientData = (type: string, challenge: string, tricks: Tricks) =>
    Buffer.from(
      JSON.stringify({
        type: tricks.type ?? type,
        challenge: tricks.challenge ?? challenge,
        origin: tricks.origin ?? origin,
        crossOrigin: tricks.crossOrigin ?? false,
      }),
    )
  return {
    create: (text, tricks = {}) => {
      const options = creation.parse(JSON.parse(text))
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const id = randomBytes(16)
      const passkey = { id: id.toString('base64url'), handle: options.user.id, key: privateKey, counter: 0 }
      kept.push(passkey)
      const data = Buffer.concat([
        authenticatorData(tricks.rpId ?? options.rp.id, 0x40 | flags(tricks), tricks.counter ?? 0),
        Buffer.alloc(16),
        uint16(id.length),
        id,
        cbor(cosePoint(publicKey)),
      ])
      const { fmt, attStmt } = tricks.attestation ?? { fmt: 'none', attStmt: new Map() }
      const attestationObject = cbor(
        new Map<string, Cbor>([
          ['fmt', fmt],
          ['attStmt', attStmt],
          ['authData', data],
        ]),
      )
      return answer(passkey.id, {
        clientDataJSON: base64url(clientData('webauthn.create', options.challenge, tricks)),
        attestationObject: base64url(attestationObject),
        transports: ['internal', 'hybrid'],
      })
    },
    get: (text, tricks = {}) => {
      const options = assertion.parse(JSON.parse(text))
      const passkey = kept.findLast(({ id }) => tricks.id === undefined || id === tricks.id)
      if (!passkey) throw new Error('The authenticator has no such passkey')
      passkey.counter += 1
      const data = authenticatorData(tricks.rpId ?? options.rpId, flags(tricks), tricks.counter ?? passkey.counter)
      const client = clientData('webauthn.get', options.challenge, tricks)
      const key = tricks.otherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : passkey.key
      return answer(passkey.id, {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
        userHandle: tricks.userHandle ?? passkey.handle,
      })
    },
  }
}

const creation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
})
const assertion = z.object({ challenge: z.string(), rpId: z.string() })

function answer(id: string, response: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
}

/** The owner is there, and is who they should be (WebAuthn level 3, 6.1). */
function flags({ verified = true }: Tricks): number {
  return 0x01 | (verified ? 0x04 : 0)
}

function authenticatorData(rpId: string, flag: number, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flag]), count])
}

/** A P-256 key for ES256 as COSE writes it (RFC 9053, 7.1.1). */
function cosePoint(key: KeyObject): Cbor {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
}

/** The part of CBOR (RFC 8949) that authenticators write. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held)])])
  }
  const items = value as readonly Cbor[]
  return Buffer.concat([head(4, items.length), ...items.map(cbor)])
}

function head(major: number, count: number): Buffer {
  const type = major << 5
  if (count < 24) return Buffer.from([type | count])
  if (count < 256) return Buffer.from([type | 24, count])
  return Buffer.concat([Buffer.from([type | 25]), uint16(count)])
}

function uint16(count: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(count)
  return bytes
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url')
}
