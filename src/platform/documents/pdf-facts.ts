import { inflateSync } from 'node:zlib'

export type PdfFacts = {
  readonly pages: number
  /** `2A` for PDF/A-2a, as the file's own XMP says it. */
  readonly archiveLevel: string
  readonly title: string
  readonly language: string
  readonly createdAt: string
  readonly marked: boolean
  /** Structure roles with their count: `H1`, `Table`, `TH`, `P`. */
  readonly roles: ReadonlyMap<string, number>
  readonly fonts: readonly string[]
  readonly allFontsEmbedded: boolean
  /** Everything printed, in the order of the page, without any white space. */
  readonly text: string
}

/**
 * Returns what a PDF written by our typesetter says of itself. It reads that one writer's layout and is for
 * checking our own files; it is no PDF reader and no full validation of PDF/A.
 */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const raw = Buffer.from(bytes).toString('latin1')
  const utf8 = Buffer.from(bytes).toString('utf8')
  const objects = objectsOf(raw)
  const bodies = [...objects.values()]
  const descriptors = bodies.filter((body) => body.includes('/Type /FontDescriptor'))
  const pages = bodies.filter((body) => /\/Type \/Page\s/.test(body))
  return {
    pages: pages.length,
    archiveLevel: `${found(utf8, /<pdfaid:part>(\d)</)}${found(utf8, /<pdfaid:conformance>(\w)</)}`,
    title: unescapeXml(found(utf8, /<dc:title><rdf:Alt><rdf:li[^>]*>([^<]*)</)),
    language: found(raw, /\/Type \/Catalog[\s\S]*?\/Lang \(([^)]*)\)/),
    createdAt: found(utf8, /<xmp:CreateDate>([^<]*)</),
    marked: /\/Marked true/.test(raw) && /\/Type \/Catalog[\s\S]*?\/StructTreeRoot \d+ 0 R/.test(raw),
    roles: countOf(bodies.flatMap((body) => found(body, /\/Type \/StructElem\s+\/S \/(\w+)/) || [])),
    fonts: descriptors.map((body) => found(body, /\/FontName \/\w{6}\+(\S+)/)),
    allFontsEmbedded: descriptors.length > 0 && descriptors.every((body) => /\/FontFile[23]? \d+ 0 R/.test(body)),
    text: pages.map((page) => pageText(page, objects)).join(''),
  }
}

function objectsOf(raw: string): ReadonlyMap<string, string> {
  return new Map([...raw.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [id, body]))
}

function pageText(page: string, objects: ReadonlyMap<string, string>): string {
  const glyphs = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      unicodeOf(objects.get(id), objects),
    ]),
  )
  const content = streamOf(objects.get(found(page, /\/Contents (\d+) 0 R/)))
  let font: ReadonlyMap<string, string> | undefined
  let text = ''
  // Balanced brackets inside a string are written bare, to a depth that random glyph numbers seldom pass.
  for (const [token, name] of content.matchAll(
    /\/(f\d+) [\d.]+ Tf|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9a-f]+>/gi,
  )) {
    if (name) font = glyphs.get(name)
    else for (const [glyph] of hexOf(token).matchAll(/.{4}/g)) text += font?.get(glyph) ?? ''
  }
  return text.replace(/[\s\u200b]/g, '')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a string object in either of its two spellings (ISO 32000-1, 7.3.4), in capital hexadecimal. */
function hexOf(string: string): string {
  if (string.startsWith('<')) return string.slice(1, -1).toUpperCase()
  const bytes = string
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_all, octal?: string, character = '') =>
      octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[character] ?? character),
    )
  return Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()
}

function unicodeOf(font: string | undefined, objects: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const map = streamOf(objects.get(found(font ?? '', /\/ToUnicode (\d+) 0 R/)))
  return new Map(
    [...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)].map(([, glyph = '', unicode = '']) => [
      glyph,
      Buffer.from(unicode, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

function streamOf(object: string | undefined): string {
  const [head = '', body = ''] = (object ?? '').split(/\bstream\n/, 2)
  const bytes = Buffer.from(body, 'latin1')
  return head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : body
}

function found(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? ''
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
