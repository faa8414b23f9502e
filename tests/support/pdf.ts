import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF says of itself and what it shows, as Mozilla's reader finds it. */
export type PdfFacts = {
  readonly pages: number
  /** `2A` for PDF/A-2a and `1` for PDF/UA-1, as the XMP says it. */
  readonly archiveLevel: string
  readonly accessibilityPart: string
  readonly title: string
  /** Whether a reader shows the title in place of the file's name. */
  readonly isTitleShown: boolean
  readonly language: string
  readonly createdAt: string
  readonly marked: boolean
  /** Structure roles with their count: `H1`, `Table`, `TH`, `P`. What goes on to the next page counts on both. */
  readonly roles: ReadonlyMap<string, number>
  /** The levels of the headings, in reading order. */
  readonly headings: readonly number[]
  /** What pictures are called for those who listen. */
  readonly alternatives: readonly string[]
  readonly fonts: readonly string[]
  readonly allFontsEmbedded: boolean
  /** Everything printed, in the order of the page, without any white space. */
  readonly text: string
  /** The same without what repeats on each page (headers, footers). */
  readonly body: string
  /** What the tags say, in the order in which it is read aloud. */
  readonly read: string
  /** How far from the left edge, in points, the piece that contains this text begins. */
  readonly leftOf: (piece: string) => number | undefined
  /** How far from the left edge the piece furthest to the right ends, in points. */
  readonly rightmost: number
}

/** Returns what the PDF says. Rejects when the bytes are no PDF. It is a reader and no validator. */
export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
  try {
    return await factsOf(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await document.getMetadata()
  const xmp = metadata?.getRaw() ?? ''
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => pageOf(await document.getPage(index + 1))),
  )
  const nodes = pages.flatMap((page) => page.nodes)
  const fonts = new Map(pages.flatMap((page) => page.fonts).map((font) => [font.name, font.isEmbedded]))
  return {
    pages: document.numPages,
    archiveLevel: `${found(xmp, /<pdfaid:part>(\d)</)}${found(xmp, /<pdfaid:conformance>(\w)</)}`,
    accessibilityPart: found(xmp, /<pdfuaid:part>(\d)</),
    title: String(metadata?.get('dc:title') ?? ''),
    isTitleShown: isSet(await document.getViewerPreferences(), 'DisplayDocTitle'),
    language: 'Language' in info ? String(info.Language) : '',
    createdAt: found(xmp, /<xmp:CreateDate>([^<]*)</),
    marked: isSet(await document.getMarkInfo(), 'Marked'),
    roles: countOf(nodes.map(({ role }) => role)),
    headings: nodes.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : [])),
    alternatives: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
    fonts: [...fonts.keys()].map((name) => name.replace(/^\w{6}\+/, '')),
    allFontsEmbedded: fonts.size > 0 && [...fonts].every(([name, isEmbedded]) => isEmbedded && /^\w{6}\+/.test(name)),
    text: pages.map(({ text }) => text).join(''),
    body: pages.map(({ body }) => body).join(''),
    read: pages.map(({ read }) => read).join(''),
    leftOf: (piece) => pages.flatMap(({ marked }) => marked).find(({ text }) => text.includes(piece))?.left,
    rightmost: Math.max(...pages.flatMap(({ marked }) => marked.map(({ right }) => right))),
  }
}

type Node = { readonly role: string; readonly alt?: string | undefined; readonly ids: readonly string[] }

async function pageOf(page: PDFPageProxy) {
  const marked = await markedText(page)
  const nodes = nodesOf(await page.getStructTree())
  return {
    nodes,
    marked,
    fonts: await fontsOf(page),
    text: bare(marked.map(({ text }) => text).join('')),
    body: bare(marked.flatMap(({ id, text }) => (id === undefined ? [] : [text])).join('')),
    read: bare(nodes.flatMap(({ ids }) => ids.map((id) => marked.find((it) => it.id === id)?.text ?? '')).join('')),
  }
}

/** The text of the page in the order it is drawn, with the mark that ties it to a tag; what decorates has none. */
async function markedText(page: PDFPageProxy) {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const open: (string | undefined)[] = []
  const texts: { readonly id: string | undefined; readonly left: number; right: number; text: string }[] = []
  for (const item of items) {
    if ('str' in item) {
      // Blank pieces say nothing, and those that the reader makes up stand beside the text.
      if (item.str.trim() === '') continue
      const id = open.findLast((it) => it !== undefined)
      const last = texts.at(-1)
      const left = Number(item.transform[4])
      const right = left + item.width
      if (last !== undefined && last.id === id) {
        last.text += item.str
        last.right = Math.max(last.right, right)
      } else texts.push({ id, text: item.str, left, right })
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? undefined)
  }
  return texts
}

/** The tags of the page in reading order; each with the marks that stand right under it before its next child. */
function nodesOf(tree: unknown): readonly Node[] {
  if (tree === null || typeof tree !== 'object') return []
  if ('type' in tree && tree.type === 'content' && 'id' in tree) return [{ role: '', ids: [String(tree.id)] }]
  const children = 'children' in tree && Array.isArray(tree.children) ? tree.children : []
  const role = 'role' in tree ? String(tree.role) : ''
  const alt = 'alt' in tree ? String(tree.alt) : undefined
  return [{ role, alt, ids: [] }, ...children.flatMap(nodesOf)]
}

async function fontsOf(page: PDFPageProxy) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const names = new Set(fnArray.flatMap((operation, index) => (operation === OPS.setFont ? [argsArray[index][0]] : [])))
  return [...names].map((name) => {
    const font = page.commonObjs.get(name)
    return { name: String(font.name), isEmbedded: font.missingFile !== true && font.data !== undefined }
  })
}

/** The reader hands out dictionaries of the file as maps, whatever its types say. */
function isSet(dictionary: unknown, key: string): boolean {
  return dictionary instanceof Map && dictionary.get(key) === true
}

const bare = (text: string) => text.replace(/[\s\u200b]/g, '')

function found(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? ''
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== '' && name !== 'Root') counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
