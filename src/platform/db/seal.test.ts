import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeal } from './seal.ts'

const { seal, unseal } = createSeal('a secret of the tests that is long enough')

describe('a sealed text', () => {
  it('opens again as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unseal(seal(text))).toBe(text)
      }),
    )
  })

  it('never looks the same twice, and does not hold the text', () => {
    const [one, other] = [seal('191212121212'), seal('191212121212')]
    expect(one.equals(other)).toBe(false)
    expect(one.includes('191212121212')).toBe(false)
  })

  it('does not open when any byte was changed', () => {
    const sealed = seal('hemligt')
    for (const [index, byte] of sealed.entries()) {
      const changed = Buffer.from(sealed)
      changed[index] = byte ^ 1
      expect(() => unseal(changed)).toThrow()
    }
  })

  it('does not open under another secret, nor when it is cut', () => {
    const sealed = seal('hemligt')
    expect(() => createSeal('another secret that is long enough').unseal(sealed)).toThrow()
    expect(() => unseal(sealed.subarray(0, 20))).toThrow()
  })
})
