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
  return printable.replace(unbroken, breakable)
}

/** Returns the data with every string, keys aside, made printable. */
export function printableData(data: TemplateData | undefined, covers: Coverage): TemplateData | undefined {
  if (typeof data === 'string') return printableText(data, covers)
  if (Array.isArray(data)) return data.map((item: TemplateData) => printableData(item, covers) ?? null)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value, covers)]))
}

/**
 * Control characters but tab and line feed; format characters (soft hyphen, direction marks, tags) but the signs of
 * Arabic that are printed; variation selectors. A joiner is kept where it changes what is drawn: after an Arabic letter
 * (in Persian it parts a word's halves) and between the parts of one emoji.
 */
const invisible =
  /(?!\t|\n|\u200c|\u200d|[\u0600-\u0605]|\u06dd|\u08e2)[\p{Cc}\p{Cf}]|\p{Variation_Selector}|(?<![\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}]\p{M}*)(?:\u200c|\u200d)/gu

/** A run of more than forty characters without a space is no word: it gets places to break, or it would run off the paper's edge. */
const unbroken = /\S{41,}/gu
const characters = new Intl.Segmenter('sv', { granularity: 'grapheme' })

function breakable(run: string): string {
  // A letter stays with its marks, and an emoji in one piece.
  return Array.from(characters.segment(run), ({ segment }, index) =>
    index > 0 && index % 10 === 0 ? `\u200b${segment}` : segment,
  ).join('')
}

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
