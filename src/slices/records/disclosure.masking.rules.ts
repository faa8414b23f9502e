export const laws = ['OSL', 'TF'] as const
/** What the refusal rests on: a chapter and section of the secrecy act (OSL) or of the Freedom of the Press Act (TF). */
export type Ground = { readonly law: (typeof laws)[number]; readonly provision: string }

/** A passage of one part, in UTF-16 units `[start, end)` of its text, or a word wherever it stands. */
export type Mask = { readonly id: string; readonly ground: Ground } & (
  | { readonly part: string; readonly start: number; readonly end: number }
  | { readonly word: string; readonly wholeWord: boolean }
)

/** A piece of text as it is shown: what stands there, or the ground in place of what is masked. */
export type Run = { readonly text: string } | { readonly masked: string }

export type DocumentPart = { readonly key: string; readonly label: string; readonly text: string }

/** A document's text in parts, all of it normalised: what can be masked, and all that a masked copy is made from. */
export type DocumentContent = {
  readonly title: string
  readonly reference: string
  readonly sections: readonly { readonly heading: string; readonly parts: readonly DocumentPart[] }[]
}

export type MaskedContent = {
  readonly title: readonly Run[]
  readonly reference: readonly Run[]
  readonly sections: readonly {
    readonly heading: readonly Run[]
    readonly parts: readonly { readonly key: string; readonly label: readonly Run[]; readonly text: readonly Run[] }[]
  }[]
}

/** Returns `OSL 26 kap. 1 §`. */
export function groundText({ law, provision }: Ground): string {
  return `${law} ${provision}`
}

/** Letters composed (NFC) and without characters that cannot be seen: a word with one inside would not be found. */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '')
}

/**
 * Returns where each sentence or line of the text stands, in order; together they hold everything but white space. What goes
 * on with a small letter or a figure (`kl. 13.00`) is no new sentence.
 */
export function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = 0
  const close = (to: number) => {
    const piece = text.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    const end = start + piece.trim().length
    if (end > start) found.push({ start, end })
    from = to
  }
  for (const { index, 0: ending } of text.matchAll(/[.!?…]+["”’)\]]*(?=\s+[^\s\p{Ll}\p{N}])|\n/gu))
    close(index + ending.length)
  close(text.length)
  return found
}

/** Returns the text with everything masked that the masks reach. `part` is the key of the part it is, when it is one. */
export function maskText(text: string, masks: readonly Mask[], part?: string): readonly Run[] {
  const hits = masks.flatMap((mask) => {
    if ('word' in mask) return wordHits(text, mask).map((hit) => ({ ...hit, ground: groundText(mask.ground) }))
    if (mask.part !== part) return []
    return [{ start: mask.start, end: Math.min(mask.end, text.length), ground: groundText(mask.ground) }]
  })
  const runs: Run[] = []
  let at = 0
  for (const { start, end, grounds } of merged(hits)) {
    if (start > at) runs.push({ text: text.slice(at, start) })
    runs.push({ masked: [...grounds].join(', ') })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at) })
  return runs
}

/** Returns the document with title, reference, headings, labels and texts masked. */
export function maskDocument(content: DocumentContent, masks: readonly Mask[]): MaskedContent {
  return {
    title: maskText(content.title, masks),
    reference: maskText(content.reference, masks),
    sections: content.sections.map(({ heading, parts }) => ({
      heading: maskText(heading, masks),
      parts: parts.map(({ key, label, text }) => ({
        key,
        label: maskText(label, masks),
        text: maskText(text, masks, key),
      })),
    })),
  }
}

/** Returns the text with a word in place of each masked piece: for a file's title and a list. */
export function plainRuns(runs: readonly Run[], placeholder: string): string {
  return runs.map((run) => ('text' in run ? run.text : placeholder)).join('')
}

/** Returns how many places of the masked document are masked. */
export function countMasked({ title, reference, sections }: MaskedContent): number {
  const all = [
    title,
    reference,
    ...sections.flatMap(({ heading, parts }) => [heading, ...parts.flatMap(({ label, text }) => [label, text])]),
  ]
  return all.flat().filter((run) => 'masked' in run).length
}

type Hit = { readonly start: number; readonly end: number; readonly ground: string }

/** Overlapping and touching pieces are one, with the grounds of all. */
function merged(hits: readonly Hit[]) {
  const joined: { start: number; end: number; grounds: Set<string> }[] = []
  for (const { start, end, ground } of [...hits].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || start > last.end) joined.push({ start, end, grounds: new Set([ground]) })
    else {
      last.end = Math.max(last.end, end)
      last.grounds.add(ground)
    }
  }
  return joined
}

const letter = /[\p{L}\p{M}\p{N}]/u

/**
 * Where the word stands, in capitals or not, whatever white space or hyphen parts it. Unless it is for whole words alone, the
 * whole word around it is meant: rather too much masked, which the preview shows, than a name inside a longer word.
 */
function wordHits(text: string, { word, wholeWord }: { readonly word: string; readonly wholeWord: boolean }) {
  const wanted = normalised(word).trim()
  if (wanted === '') return []
  const pattern = wanted
    .split(/\s+/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/[-‐‑–]/g, '[-‐‑–]'))
    .join('\\s+')
  const expression = wholeWord ? `(?<![\\p{L}\\p{M}\\p{N}])${pattern}(?:[’':]?s)?(?![\\p{L}\\p{M}\\p{N}])` : pattern
  return [...text.matchAll(new RegExp(expression, 'giu'))].map(({ index, 0: found }) =>
    wholeWord ? { start: index, end: index + found.length } : aroundWord(text, index, index + found.length),
  )
}

function aroundWord(text: string, from: number, to: number) {
  let [start, end] = [from, to]
  for (let before = characterBefore(text, start); letter.test(before); before = characterBefore(text, start))
    start -= before.length
  for (let after = characterAt(text, end); letter.test(after); after = characterAt(text, end)) end += after.length
  return { start, end }
}

function characterAt(text: string, index: number): string {
  const codepoint = text.codePointAt(index)
  return codepoint === undefined ? '' : String.fromCodePoint(codepoint)
}

function characterBefore(text: string, index: number): string {
  if (index <= 0) return ''
  const pair = index >= 2 ? characterAt(text, index - 2) : ''
  return pair.length === 2 ? pair : text.charAt(index - 1)
}
