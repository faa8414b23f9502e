import { describe, expect, it } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { pngSize } from './png.ts'

const changed = (bytes: Uint8Array, at: number) =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte))

describe('a picture in PNG', () => {
  it('says how wide and high it is', () => {
    expect(pngSize(aPng(40, 30))).toEqual({ width: 40, height: 30 })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70)],
    ['a signature alone', aPng(40, 30).subarray(0, 8)],
    ['cut off', aPng(40, 30).subarray(0, -12)],
    ['followed by something else', Uint8Array.of(...aPng(40, 30), 80, 75, 3, 4)],
    ['changed in its size', changed(aPng(40, 30), 17)],
    ['changed in its pixels', changed(aPng(40, 30), 45)],
  ])('is none when it is %s', (_what, bytes) => {
    expect(pngSize(bytes)).toBeUndefined()
  })
})
