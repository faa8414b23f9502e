/** How a municipality's documents look; our own colour and no picture unless chosen. */
export type Look = {
  readonly accent?: string | undefined
  readonly logo?: { readonly png: Uint8Array; readonly alternative: string } | undefined
}

/** A colour of the municipality as `#rrggbb`, in small letters. */
export const colourPattern = /^#[0-9a-f]{6}$/

/** Below this against white, text of ordinary size is hard to read (WCAG 2.2, success criterion 1.4.3). */
export const leastContrast = 4.5

/** Returns how much a colour stands out from white paper, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/** WCAG's own figure where the curve begins (0.04045 in IEC 61966-2-1 gives the same for whole bytes). */
function linear(channel: number): number {
  return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
