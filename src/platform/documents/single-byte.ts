/** What Windows-1252 has at 0x80–0x9f, where ISO-8859-1 has control characters; a space where nothing is assigned. */
const windowsExtras = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

export type SingleByteEncoding = 'windows-1252' | 'iso-8859-1'

/** Returns the text with one byte per character; `substitute` gives ASCII for what the encoding lacks. */
export function encodeSingleByte(
  text: string,
  encoding: SingleByteEncoding,
  substitute: (character: string) => string,
): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteFor(character, encoding)
    if (byte !== undefined) bytes.push(byte)
    else for (const ascii of substitute(character)) bytes.push(ascii.charCodeAt(0))
  }
  return Uint8Array.from(bytes)
}

/** Whether the encoding has a byte for the character. */
export function isInSingleByte(character: string, encoding: SingleByteEncoding): boolean {
  return byteFor(character, encoding) !== undefined
}

function byteFor(character: string, encoding: SingleByteEncoding): number | undefined {
  const codepoint = character.codePointAt(0) ?? 0
  if (codepoint < 0x80 || (codepoint >= 0xa0 && codepoint <= 0xff)) return codepoint
  const extra = encoding === 'windows-1252' ? windowsExtras.indexOf(character) : -1
  return extra < 0 ? undefined : 0x80 + extra
}
