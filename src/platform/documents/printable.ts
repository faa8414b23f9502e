import type { Coverage } from './fonts.ts'
import type { TemplateData } from './typst.ts'

/**
 * Returns the text as it can be printed: composed (Unicode NFC), without control characters and the marks that
 * turn writing direction by force (they can make a text read otherwise than it is stored). A character that no
 * font has is spelled out as `[U+1F600]`, so that nothing a person wrote disappears without a trace.
 */
export function printableText(text: string, covers: Coverage): string {
  let printable = ''
  for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n').replace(invisible, '')) {
    printable += printableCharacter(character, covers)
  }
  return printable.replace(unbroken, '$&\u200b')
}

/** Returns the data with every string, keys aside, made printable. */
export function printableData(data: TemplateData | undefined, covers: Coverage): TemplateData | undefined {
  if (typeof data === 'string') return printableText(data, covers)
  if (Array.isArray(data)) return data.map((item: TemplateData) => printableData(item, covers) ?? null)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value, covers)]))
}

/** Control characters but tab and line feed; format characters (soft hyphen, joiners, direction marks, tags); variation selectors. */
const invisible = /(?![\t\n])\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu

/** A run without a space gets a place to break, or it would run off the paper's edge and be lost. */
const unbroken = /[^\s]{40}(?=[^\s])/gu

const space = /^[\t\p{Z}]$/u

function printableCharacter(character: string, covers: Coverage): string {
  if (character === '\n') return character
  const codepoint = character.codePointAt(0) ?? 0
  if (covers(codepoint) && !isPrivateUse(codepoint)) return character
  return space.test(character) ? ' ' : `[U+${codepoint.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Private-use characters mean nothing outside one computer, and PDF/A refuses them. */
function isPrivateUse(codepoint: number): boolean {
  return (codepoint >= 0xe000 && codepoint <= 0xf8ff) || codepoint >= 0xf0000
}
