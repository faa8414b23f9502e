import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aJpeg, aPhotograph, place } from '../../../tests/support/a-jpeg.ts'
import { aPng } from '../../../tests/support/a-png.ts'
import { bareJpeg, barePng } from './picture-metadata.ts'

const latin = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1')

describe('a photograph', () => {
  it('loses place, comments and what stands after its end, and no part of the picture', () => {
    const photograph = aPhotograph(1)
    expect(latin(photograph).split(place)).toHaveLength(6)
    expect(bareJpeg(photograph)).toEqual(aJpeg())
    expect(bareJpeg(aJpeg())).toEqual(aJpeg())
  })

  it('is still turned the right way', () => {
    const bare = bareJpeg(aPhotograph(6))
    expect(latin(bare)).not.toContain(place)
    expect(latin(bare)).toContain('Exif\0\0MM\0*')
    // Twice the same: the orientation alone is kept, in our own words.
    expect(bareJpeg(bare ?? new Uint8Array())).toEqual(bare)
    expect(bare?.length).toBe(aJpeg().length + 36)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['its first half', aPhotograph().subarray(0, 200)],
    ['a beginning alone', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    ['a segment longer than the file', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1)],
    ['a segment of no length', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 0, 1, 1)],
    ['something else', new TextEncoder().encode('%PDF-1.7')],
  ])('%s is no JPEG', (_, bytes) => {
    expect(bareJpeg(bytes)).toBeUndefined()
  })

  it('whatever is cut or changed in it ends, and nothing of the place is left', () => {
    const whole = aPhotograph()
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      for (const bytes of [whole.subarray(0, at), changed]) {
        const bare = bareJpeg(bytes)
        if (bare !== undefined) expect(bare.length).toBeLessThanOrEqual(bytes.length + 40)
      }
    }
  })
})

describe('a PNG', () => {
  const chunk = (type: string, text: string) => {
    const named = Buffer.from(`${type}${text}`, 'latin1')
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(text.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const withMore = (...more: readonly Buffer[]) => {
    const bytes = Buffer.from(aPng(4, 4))
    return new Uint8Array(Buffer.concat([bytes.subarray(0, 33), ...more, bytes.subarray(33)]))
  }

  it('loses texts, time, Exif and what nobody knows, and keeps what it is drawn with', () => {
    const gamma = chunk('gAMA', '\0\0\xb1\x8f')
    const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) => chunk(type, place))
    expect(barePng(withMore(gamma, ...told))).toEqual(withMore(gamma))
    const after = new Uint8Array(Buffer.concat([withMore(), Buffer.from(place)]))
    expect(barePng(after)).toEqual(withMore())
  })

  it.each([
    ['cut off', aPng(4, 4).subarray(0, 50)],
    ['without pixels', aPng(4, 4).subarray(0, 33)],
    ['with a wrong check sum', Uint8Array.from(aPng(4, 4), (byte, index) => (index === 20 ? byte ^ 1 : byte))],
  ])('%s is none', (_, bytes) => {
    expect(barePng(bytes)).toBeUndefined()
  })
})
