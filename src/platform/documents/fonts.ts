import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type Font = { readonly family: string; readonly bytes: Uint8Array; readonly codepoints: ReadonlySet<number> }

/** Tells whether every font of a document can draw a code point. */
export type Coverage = (codepoint: number) => boolean

/**
 * The fonts of the documents, all under the SIL Open Font License, in the order they are asked for a character: Latin,
 * Greek and Cyrillic; Arabic script with the letters of Persian, Kurdish and Urdu; Hebrew, which Yiddish is written
 * with; emoji in one colour. The Arabic one has each letter as one glyph: of fonts that put dots and letters together,
 * many readers read the letter twice.
 */
const ours = [
  { name: 'source-sans-3', file: 'SourceSans3', weights: ['400Regular', '400Regular_Italic', '600SemiBold'] },
  { name: 'vazirmatn', file: 'Vazirmatn', weights: ['400Regular', '600SemiBold'] },
  { name: 'noto-sans-hebrew', file: 'NotoSansHebrew', weights: ['400Regular', '600SemiBold'] },
  { name: 'noto-emoji', file: 'NotoEmoji', weights: ['400Regular'] },
]

/** Returns the fonts of the documents, ours unless other TrueType files are named. */
export function readFonts(files: readonly URL[] = ourFiles()): readonly Font[] {
  return files.map((file) => {
    const bytes = readFileSync(file)
    return { family: familyName(bytes), bytes, codepoints: codepointsOf(bytes) }
  })
}

/**
 * Returns what the fonts can draw. PDF/A forbids characters without a glyph (ISO 19005-2, 6.2.11.8), so this
 * is asked before typesetting. A character counts when every face of one family has it.
 */
export function fontCoverage(fonts: readonly Font[]): Coverage {
  const families = Map.groupBy(fonts, (font) => font.family)
  return (codepoint) => [...families.values()].some((faces) => faces.every((face) => face.codepoints.has(codepoint)))
}

function ourFiles(): readonly URL[] {
  const { resolve } = createRequire(import.meta.url)
  return ours.flatMap(({ name, file, weights }) =>
    weights.map((weight) => pathToFileURL(resolve(`@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`))),
  )
}

function tableOf(bytes: Buffer, tag: string): Buffer {
  const tables = bytes.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16
    if (bytes.toString('latin1', record, record + 4) !== tag) continue
    const offset = bytes.readUInt32BE(record + 8)
    return bytes.subarray(offset, offset + bytes.readUInt32BE(record + 12))
  }
  throw new Error(`The font has no table ${tag}: it is no TrueType file`)
}

/** The typographic family (name 16) or else the family (name 1), in the Windows encoding (OpenType, "name"). */
function familyName(bytes: Buffer): string {
  const table = tableOf(bytes, 'name')
  const strings = table.readUInt16BE(4)
  const names = new Map<number, string>()
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const record = 6 + index * 12
    if (table.readUInt16BE(record) !== 3) continue
    const start = strings + table.readUInt16BE(record + 10)
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le')
    names.set(table.readUInt16BE(record + 6), text)
  }
  const family = names.get(16) ?? names.get(1)
  if (family === undefined) throw new Error('The font does not say its family')
  return family
}

/** The code points of the font's full Unicode table (OpenType, "cmap", format 12) or of the basic plane (format 4). */
function codepointsOf(bytes: Buffer): ReadonlySet<number> {
  const table = tableOf(bytes, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const subtable = table.subarray(table.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 12) addGroups(subtable, found)
    if (format === 4) addSegments(subtable, found)
  }
  return found
}

function addGroups(subtable: Buffer, found: Set<number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    for (let codepoint = subtable.readUInt32BE(at); codepoint <= subtable.readUInt32BE(at + 4); codepoint++)
      found.add(codepoint)
  }
}

function addSegments(subtable: Buffer, found: Set<number>): void {
  const doubled = subtable.readUInt16BE(6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = subtable.readUInt16BE(14 + segment)
    const start = subtable.readUInt16BE(16 + doubled + segment)
    const delta = subtable.readUInt16BE(16 + doubled * 2 + segment)
    const rangeAt = 16 + doubled * 3 + segment
    const range = subtable.readUInt16BE(rangeAt)
    for (let codepoint = start; codepoint <= end && codepoint < 0xffff; codepoint++) {
      const glyph = range === 0 ? codepoint + delta : subtable.readUInt16BE(rangeAt + range + (codepoint - start) * 2)
      if (glyph % 0x10000 !== 0) found.add(codepoint)
    }
  }
}
