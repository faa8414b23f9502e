import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const form = 1
const nonceBytes = 12
const tagBytes = 16

/**
 * Returns how texts are sealed and opened under the installation's secret: AES-256-GCM (NIST SP 800-38D) with a key of its
 * own derived by HKDF (RFC 5869). A sealed text begins with the number of its form, so that a later form can be told
 * from this one. Opening throws when anything was changed.
 */
export function createSeal(secretKey: string): {
  readonly seal: (text: string) => Buffer
  readonly unseal: (sealed: Buffer) => string
} {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'namndkontakt seal', 32))
  return {
    seal: (text) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([form]), nonce, cipher.getAuthTag(), body])
    },
    unseal: (sealed) => {
      if (sealed[0] !== form || sealed.length < 1 + nonceBytes + tagBytes)
        throw new Error('This is nothing sealed here')
      const [nonce, tag] = [
        sealed.subarray(1, 1 + nonceBytes),
        sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes),
      ]
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAuthTag(tag)
      return decipher.update(sealed.subarray(1 + nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
