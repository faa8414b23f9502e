/** Draws that look random and are the same for the same seed. */
export type Drawing = {
  /** A number from 0 up to 1. */
  next(): number
  /** Whether something happens that does so this often, 0–1. */
  chance(often: number): boolean
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
}

/** Returns draws from a seed (mulberry32). */
export function drawingFrom(seed: number): Drawing {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    chance: (often) => next() < often,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
  }
}
