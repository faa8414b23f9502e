import { crc32 } from 'node:zlib'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/**
 * Returns how many pixels wide and high a PNG is (ISO/IEC 15948), or undefined when the bytes are none: every chunk must
 * have its right check sum, the first say the size, the last be the end, and nothing follow. Pixels are not unpacked.
 */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, signature.length).equals(signature)) return undefined
  const types: string[] = []
  let at = signature.length
  while (at + 12 <= file.length) {
    const end = at + 8 + file.readUInt32BE(at)
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return undefined
    types.push(file.toString('latin1', at + 4, at + 8))
    at = end + 4
  }
  const isWhole = at === file.length && types[0] === 'IHDR' && types.includes('IDAT') && types.at(-1) === 'IEND'
  return isWhole ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) } : undefined
}
