import type { FrozenReport } from './reports.document.store.ts'

/** A standing secrecy mark: on what legal ground, and on which passage; on the whole report where none is named. */
export type Mark = { readonly legalGround: string; readonly passage?: string | undefined }

/** What a reader sees in place of what is secret: that something is, and on what ground (TF 2 kap. 15–17 §§). */
export function maskWord(legalGround: string): string {
  return `[Sekretess: ${legalGround}]`
}

/** Whether the passage stands in what the report says. However the lines break, it is the same passage. */
export function hasPassage(frozen: FrozenReport, passage: string): boolean {
  return isIn(textsIn(frozen), passage)
}

function isIn(texts: readonly string[], passage: string): boolean {
  const pattern = patternOf(passage)
  return pattern !== undefined && texts.some((text) => text.search(pattern) >= 0)
}

/**
 * Returns the report as those read it who may not read what is secret. Of a report that is marked as a whole remains what
 * the register says of it. A marked passage that no longer stands there word for word (a correction has changed it)
 * masks everything, until the secretary has looked at the mark again.
 */
export function maskedReport(frozen: FrozenReport, marks: readonly Mark[]): FrozenReport {
  const whole = marks.find(({ passage }) => passage === undefined || !hasPassage(frozen, passage))
  if (whole !== undefined) return coverOf(frozen, whole.legalGround)
  const masked = withTexts(frozen, (text) => maskedText(text, marks))
  // A file cannot be read through for what is secret: it goes as a whole.
  return { ...masked, attachments: [], marks: [...frozen.marks, maskedMark] }
}

/** Said on every page of what is masked, in Swedish like the report. */
const maskedMark = 'Maskerad: uppgifter med sekretess är borttagna'

/**
 * Returns the text without what is secret: whole where the report is marked as a whole. All passages are found in the text
 * as it was written, so that one that holds or meets another is hidden to its end; they then go under the first's ground.
 */
export function maskedText(text: string, marks: readonly Mark[]): string {
  const whole = marks.find(({ passage }) => passage === undefined)
  if (whole !== undefined) return maskWord(whole.legalGround)
  const hidden = spansOf(text, marks)
  const kept = hidden.map(({ start, word }, index) => text.slice(hidden[index - 1]?.end ?? 0, start) + word)
  return kept.join('') + text.slice(hidden.at(-1)?.end ?? 0)
}

/**
 * Returns how these texts are shown to those who may not read what is secret, where they were written before the final
 * report. A marked passage that stands in none of them may stand there in other words: then all of them are secret.
 */
export function maskingOf(texts: readonly string[], marks: readonly Mark[]): (text: string) => string {
  const whole = marks.find(({ passage }) => passage === undefined || !isIn(texts, passage))
  return (text) => (whole === undefined ? maskedText(text, marks) : maskWord(whole.legalGround))
}

type Span = { readonly start: number; readonly end: number; readonly word: string }

/** Returns where something secret stands, in order; spans that meet inside are one. */
function spansOf(text: string, marks: readonly Mark[]): readonly Span[] {
  const found = marks.flatMap(({ passage = '', legalGround }) => {
    const pattern = patternOf(passage)
    const matches = pattern === undefined ? [] : [...text.matchAll(pattern)]
    return matches.map(({ index, 0: it }) => ({ start: index, end: index + it.length, word: maskWord(legalGround) }))
  })
  const merged: Span[] = []
  for (const span of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || span.start >= last.end) merged.push(span)
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) }
  }
  return merged
}

/** Returns the pieces of the report that can be marked one by one: its paragraphs, in order, each with where it stands. */
export function passagesOf(frozen: FrozenReport): readonly { readonly where: string; readonly passage: string }[] {
  const parts = [
    ...frozen.topics.map(({ heading, text }) => ({ where: heading, text })),
    ...frozen.proposals.map(({ text }) => ({ where: '', text })),
    ...frozen.questions.map((text) => ({ where: '', text })),
    ...frozen.met.map(({ audience, explanation = '' }) => ({ where: audience, text: explanation })),
    ...frozen.deviations.map(({ clause, explanation = '' }) => ({ where: clause, text: explanation })),
    ...(frozen.oral ? [{ where: '', text: frozen.oral.line }] : []),
  ]
  const passages = parts.flatMap(({ where, text }) =>
    text
      .split(/\n\s*\n/)
      .map((passage) => ({ where, passage: passage.trim() }))
      .filter(({ passage }) => passage !== ''),
  )
  return [...new Map(passages.map((it) => [it.passage, it])).values()]
}

/** Everything that names or describes nobody and nothing beyond the register is kept by name; all else goes. */
function coverOf(frozen: FrozenReport, legalGround: string): FrozenReport {
  const { format, version, municipality, committee, title, registrationNumber, units, visit, guideline } = frozen
  const { writtenBy, authors, drawnUp, createdAt, meeting, marks, oral } = frozen
  return {
    ...emptyOf(frozen),
    ...{ format, version, municipality, committee, title, registrationNumber, units, visit, guideline },
    ...{ writtenBy, authors, drawnUp, createdAt, meeting },
    marks: [...marks, maskedMark],
    participants: [],
    met: [],
    deviations: [],
    topics: [{ key: 'masked', heading: 'Sekretess', text: maskWord(legalGround) }],
    proposals: [],
    questions: [],
    oral: oral && { ...oral, line: maskWord(legalGround) },
  }
}

/** The lists that every report has, empty: what is added to reports later is secret by itself. */
function emptyOf(frozen: FrozenReport): FrozenReport {
  const lists = Object.entries(frozen).filter(([, value]) => Array.isArray(value))
  return Object.fromEntries(lists.map(([key]) => [key, []])) as unknown as FrozenReport
}

/** Keys of a frozen report under which no words of anybody's stand. */
const notWords = new Set(['format', 'id', 'personId', 'key', 'rule', 'speakerId', 'sha256'])

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (notWords.has(key) ? [] : textsIn(inner)))
}

function withTexts<T>(value: T, change: (text: string) => string): T {
  return changed(value, change) as T
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((inner) => changed(inner, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, notWords.has(key) ? inner : changed(inner, change)]),
  )
}

function patternOf(passage: string): RegExp | undefined {
  const words = passage.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return undefined
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'g')
}
