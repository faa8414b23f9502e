import { describe, expect, it } from 'vitest'
import { contrastToWhite } from './look.rules.ts'

describe('how much a colour stands out from white paper', () => {
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    // The darkest grey that fails and the lightest that passes 4.5 to 1 (WebAIM's checker says the same).
    ['#777777', 4.48],
    ['#767676', 4.54],
    ['#ff0000', 4],
    ['#0000ff', 8.59],
  ])('%s is %d', (colour, ratio) => {
    expect(contrastToWhite(colour)).toBeCloseTo(ratio, 2)
  })
})
