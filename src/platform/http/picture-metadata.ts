import { crc32 } from 'node:zlib'

/**
 * Returns a JPEG without what a camera or a program has written into it (place, time, device, small pictures, comments), and
 * with the way it is to be turned kept; undefined when it is not a whole JPEG. The picture itself is not touched.
 * Source: ITU-T T.81 annex B; Exif 2.32, tag 0x0112.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = []
  let turned: number | undefined
  let at = 2
  let hasPicture = false
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    // A marker may be filled out with more of the same byte.
    if (marker === 0xff) {
      at += 1
      continue
    }
    // What stands after the end, another picture or a program's notes, is left behind.
    if (marker === endOfImage) return hasPicture ? joined([startOfJpeg, ...turning(turned), ...kept, end]) : undefined
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) return undefined
    const segment = bytes.subarray(at, next)
    turned ??= marker === 0xe1 ? orientationIn(segment) : undefined
    if (isPicturePart(marker, segment)) kept.push(segment)
    at = next
    if (marker !== startOfScan) continue
    hasPicture = true
    const scanned = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, scanned))
    at = scanned
  }
  return undefined
}

const startOfJpeg = Uint8Array.of(0xff, 0xd8)
const endOfImage = 0xd9
const end = Uint8Array.of(0xff, endOfImage)
const startOfScan = 0xda

/** Frames, tables and scans; of what programs add, only what the colours need: JFIF, Adobe and colour profiles. */
function isPicturePart(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(segment, 4, 'JFIF\0')
  if (marker === 0xe2) return startsWith(segment, 4, 'ICC_PROFILE\0')
  if (marker === 0xee) return startsWith(segment, 4, 'Adobe')
  const isFrameOrTable = marker >= 0xc0 && marker <= 0xcf
  return isFrameOrTable || (marker >= 0xda && marker <= 0xdf)
}

/** A scan runs to the next marker; a stuffed 0 and the restart markers belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}

/** Returns 2–8 when the picture is to be turned or mirrored; undefined when it is not, or nothing says so. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (!startsWith(segment, 4, 'Exif\0\0')) return undefined
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10)
  const isLittle = startsWith(segment, 10, 'II')
  if (view.byteLength < 8) return undefined
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > view.byteLength) return undefined
  const entries = view.getUint16(directory, isLittle)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > view.byteLength) return undefined
    if (view.getUint16(at, isLittle) !== 0x0112) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif segment with the orientation alone, big-endian. */
function turning(orientation: number | undefined): readonly Uint8Array[] {
  if (orientation === undefined) return []
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const content = [...exif, ...header, ...directory]
  return [Uint8Array.of(0xff, 0xe1, 0, content.length + 2, ...content)]
}

/**
 * Returns a PNG without texts, time and Exif, and without what stands after its end; undefined when it is not a whole PNG.
 * Source: PNG (third edition) 5.3 and 11.3.
 */
export function barePng(bytes: Uint8Array): Uint8Array | undefined {
  if (signature.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = [Uint8Array.from(signature)]
  const seen = new Set<string>()
  let at: number = signature.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const next = at + 12 + length
    if (next > bytes.length) return undefined
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (view.getUint32(next - 4) !== crc32(bytes.subarray(at + 4, next - 4))) return undefined
    if (seen.size === 0 && type !== 'IHDR') return undefined
    seen.add(type)
    if (pictureChunks.has(type)) kept.push(bytes.subarray(at, next))
    if (type === 'IEND') return seen.has('IDAT') ? joined(kept) : undefined
    at = next
  }
  return undefined
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

/** What the picture is drawn with. Whatever else somebody has put in is left out, known or not. */
const pictureChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP'.split(' '),
)

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
