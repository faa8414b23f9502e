import type { Basis, Settings } from '../../engine/index.ts'
import { guard, type Hit, type HitKind, type Known, type Span } from '../../guard/index.ts'
import type { Language } from '../../kernel/language.ts'
import { textTag } from '../../kernel/text-tag.ts'
import type { DraftFields } from './reports.fields.rules.ts'

export type { HitKind } from '../../guard/index.ts'

/** A sentence of a draft that the author is asked about, with everything the guard saw in it. */
export type Flagged = {
  readonly field: string
  readonly sentence: Span
  /** The sentence as it stands. */
  readonly text: string
  /** By it a page says which sentence it means. */
  readonly tag: string
  /** In order, their places counted from the start of the field. */
  readonly hits: readonly Hit[]
}

/** Whether somebody writes in words there: who is to answer a proposal is a code. */
function isGuarded(field: string): boolean {
  return !field.startsWith('answerer.')
}

/** Returns the sentences that the guard asks about, field by field. */
export function flaggedIn(fields: DraftFields, known: Known): readonly Flagged[] {
  return [...fields].flatMap(([field, text]) => (isGuarded(field) ? flaggedSentences(field, text, known) : []))
}

function flaggedSentences(field: string, text: string, known: Known): readonly Flagged[] {
  const bySentence = Map.groupBy(guard(text, known), ({ sentence }) => sentence.start)
  return [...bySentence.values()].flatMap((hits) => {
    const [first] = hits
    if (first === undefined) return []
    // A number, an address or a name with a full stop in it can reach beyond where the sentence seems to end.
    const end = Math.max(first.sentence.end, ...hits.map((hit) => hit.end))
    const sentence = trimmed(text, { start: first.sentence.start, end })
    const written = text.slice(sentence.start, sentence.end)
    return [{ field, sentence, text: written, tag: textTag(written), hits }]
  })
}

function trimmed(text: string, { start, end }: Span): Span {
  const whole = text.slice(start, end)
  return { start: start + (whole.length - whole.trimStart().length), end: start + whole.trimEnd().length }
}

/** Returns what a decision about the hit is kept by, before it is made a digest: the same words are the same however they are spaced. */
export function flaggedWords({ text, sentence }: Flagged, hit: Span): string {
  return comparable(text.slice(hit.start - sentence.start, hit.end - sentence.start))
}

/** Returns the text as flagged words are compared: however it is spaced, and in small letters. */
export function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Returns the sentence in pieces, with which of them the guard saw. Hits that overlap are one piece. */
export function piecesOf({
  text,
  sentence,
  hits,
}: Flagged): readonly { readonly text: string; readonly seen: boolean }[] {
  const spans = merged(hits.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start })))
  const pieces: { readonly text: string; readonly seen: boolean }[] = []
  let at = 0
  for (const { start, end } of spans) {
    pieces.push({ text: text.slice(at, start), seen: false }, { text: text.slice(start, end), seen: true })
    at = end
  }
  return [...pieces, { text: text.slice(at), seen: false }].filter((piece) => piece.text !== '')
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (last === undefined || span.start > last.end) result.push(span)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return result
}

/** What says who somebody is: the sentence can do without it. Of other words the sentence is made. */
const identifying: readonly HitKind[] = [
  ...(['personal-number', 'coordination-number', 'telephone', 'email', 'address', 'car-registration', 'name'] as const),
]

/** Returns the sentence's hits that can be taken out of it by themselves. */
export function removableHits({ hits }: Flagged): readonly Hit[] {
  return hits.filter(({ kind }) => identifying.includes(kind))
}

/** Returns the sentence without the words that say who somebody is, closed up where they stood; empty when nothing is left. */
export function withoutWords(flagged: Flagged): string {
  const left = piecesOf({ ...flagged, hits: removableHits(flagged) })
    .filter(({ seen }) => !seen)
    .map(({ text }) => text)
    .join('')
    .replace(/\(\s*\)/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim()
  if (!/[\p{L}\d]/u.test(left)) return ''
  return !/^\p{Ll}/u.test(flagged.text) ? left.charAt(0).toUpperCase() + left.slice(1) : left
}

/** Returns the field's text with something else in the sentence's place; with nothing the gap is closed. */
export function replacedIn(text: string, { start, end }: Span, by: string): string {
  if (by !== '') return text.slice(0, start) + by + text.slice(end)
  const before = text.slice(0, spaceBefore(text, start))
  const after = text.slice(spaceAfter(text, end))
  const apart = before === '' || after === '' || before.endsWith('\n') || after.startsWith('\n')
  return (apart ? before + after : `${before} ${after}`).replace(/\n{3,}/g, '\n\n').trim()
}

const isSpace = (unit: string | undefined) => unit !== undefined && unit !== '\n' && /\s/.test(unit)

function spaceBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && isSpace(text[start - 1])) start -= 1
  return start
}

function spaceAfter(text: string, at: number): number {
  let end = at
  while (isSpace(text[end])) end += 1
  return end
}

/**
 * Returns the field's text with a sentence put back where it stood: in the place of what was left of it, or where the text
 * is as it was; otherwise last, so that what has been written since stays.
 */
export function putBackIn(
  text: string,
  taken: { readonly text: string; readonly left: string; readonly start: number },
): string {
  if (taken.left !== '') {
    const at = text.startsWith(taken.left, taken.start) ? taken.start : text.indexOf(taken.left)
    if (at >= 0) return text.slice(0, at) + taken.text + text.slice(at + taken.left.length)
  }
  // The space before the sentence went with it.
  const at = [taken.start, taken.start - 1].find((place) => place >= 0 && isBorder(text, place))
  if (at === undefined) return text === '' ? taken.text : `${text}\n${taken.text}`
  const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at)]
  const gap = text.slice(before.length, at)
  const lead = before === '' ? '' : gap.includes('\n') ? gap : ' '
  return `${before}${lead}${taken.text}${after === '' || /^\s/.test(after) ? '' : ' '}${after}`
}

/** Whether a sentence can begin at this place: at the start, the end, or after the end of another. */
function isBorder(text: string, at: number): boolean {
  return (
    at === 0 || at === text.length || (at < text.length && /[.!?…:\n]\s?$/.test(text.slice(Math.max(0, at - 2), at)))
  )
}

/** What the guideline says about something that the guard saw: where, in its own words, and to whom the matter goes instead. */
export type Ground = { readonly clause: string; readonly says: string; readonly referTo?: Refer | undefined }
/** `toManager` when it is the unit's manager, who is in the system; others are named for the author to contact. */
export type Refer = { readonly words: string; readonly toManager: boolean }

type Matter = Settings['conversation']['excludedMatters'][number]

const privateKinds: readonly HitKind[] = [
  ...(['personal-number', 'coordination-number', 'telephone', 'email', 'address', 'car-registration'] as const),
  ...(['name', 'health', 'single-case'] as const),
]

/** What a matter of the guideline's is called, by what the guard saw; the first that fits is meant. */
const matterWords: { readonly [K in HitKind]?: readonly RegExp[] } = {
  staff: [/personal|medarbetar|anställd/i, /drift|dagliga|verksamheten sköts|griper in/i],
  'work-environment': [/arbetsmiljö/i, /personal|medarbetar/i, /drift|dagliga|verksamheten sköts|griper in/i],
  'single-case': [/enskil/i, /drift|dagliga|verksamheten sköts|griper in/i],
  'party-politics': [/parti/i],
}

const principleWords: { readonly [K in HitKind]?: RegExp } = {
  promise: /\blov(?:a|ar|at)\b|löfte/i,
  'party-politics': /parti/i,
}

/**
 * Returns the place in the guideline that says why the author is asked, or undefined where it says nothing: the excluded
 * matters (HED-10, SNB-02, SNB-10, SOC-03), the principles (HED-13), and secrecy where the text is to be checked (SNB-12).
 */
export function groundFor(kind: HitKind, settings: Settings | undefined, language: Language): Ground | undefined {
  if (settings === undefined) return undefined
  const { excludedMatters, principles, secrecy } = settings.conversation
  const matter = matterFor(kind, excludedMatters)
  if (matter) {
    const words = matter.referTo[language]
    const referTo = { words, toManager: meansManager(matter.referTo.sv) }
    return { clause: clauseOf(matter.basis), says: matter.matter[language], referTo }
  }
  const wanted = principleWords[kind]
  const principle = wanted && principles.find(({ text }) => wanted.test(text.sv))
  if (principle) return { clause: clauseOf(principle.basis), says: principle.text[language] }
  if (secrecy.value === 'silent' || !secrecy.value.checkText || !privateKinds.includes(kind)) return undefined
  return { clause: clauseOf(secrecy.basis), says: secrecy.value.reminder[language] }
}

function matterFor(kind: HitKind, matters: readonly Matter[]): Matter | undefined {
  for (const words of matterWords[kind] ?? []) {
    const found = matters.find(({ matter }) => words.test(matter.sv))
    if (found) return found
  }
  return undefined
}

function clauseOf({ rule, clause }: Basis): string {
  return `${rule}, ${clause}`
}

/** Whether the guideline's words for whom to turn to name the unit's own manager, and not somebody higher up or outside. */
export function meansManager(referTo: string): boolean {
  return /(?<!\p{L})(?:enhets)?chef(?:en|er|erna)?(?!\p{L})/iu.test(referTo)
}

/** What can be handed over instead of reported; whose number stands somewhere is nobody's matter. */
const handedOver: readonly HitKind[] = [
  'staff',
  'work-environment',
  'single-case',
  'health',
  'concern',
  'party-politics',
]

/** Returns the hit that decides to whom the sentence can go: what the guideline names before what it does not. */
export function matterOf(flagged: Flagged, settings: Settings | undefined): HitKind | undefined {
  const kinds = handedOver.filter((kind) => flagged.hits.some((hit) => hit.kind === kind))
  return kinds.find((kind) => groundFor(kind, settings, 'sv')?.referTo !== undefined) ?? kinds[0]
}

/** Who is to be protected, as far as the sentences tell: it decides which way of reporting concern stands first. */
export type ConcernWay = 'danger' | 'child' | 'social-care' | 'health-care'

/** Returns the ways to report concern, what fits the sentences best right after danger. All of them are always there. */
export function concernWays(texts: readonly string[]): readonly ConcernWay[] {
  const all = texts.join('\n')
  const isChild =
    /(?<!\p{L})(?:barn\p{L}*|elev\p{L}*|flick\p{L}*|pojk\p{L}*|tonåring\p{L}*|ungdom\p{L}*|minderårig\p{L}*|son|sonen|dotter|dottern|syskon\p{L}*)/iu.test(
      all,
    )
  const isCare =
    /(?<!\p{L})(?:läkare\p{L}*|läkemedel\p{L}*|medicin\p{L}*|sjuksköter\p{L}*|vårdskad\p{L}*|feldos\p{L}*|hälsocentral\p{L}*|vårdcentral\p{L}*|sjukhus\p{L}*|patient\p{L}*)/iu.test(
      all,
    )
  if (isChild) return ['danger', 'child', 'social-care', 'health-care']
  return isCare ? ['danger', 'health-care', 'social-care', 'child'] : ['danger', 'social-care', 'health-care', 'child']
}

/**
 * Whether the text holds a personal number or a coordination number with a correct check digit. For texts where nobody can
 * be asked about each word: the line about an oral report, what is registered, what is asked to be corrected.
 */
export function hasPersonalNumber(text: string): boolean {
  return numbersIn(text).some(({ checkDigit }) => checkDigit === 'right')
}

/** Whether the text holds what looks like such a number, right or wrong: in a reason it can always be left out. */
export function looksLikePersonalNumber(text: string): boolean {
  return numbersIn(text).length > 0
}

function numbersIn(text: string): readonly Hit[] {
  return guard(text, { names: [] }).filter(({ kind }) => kind === 'personal-number' || kind === 'coordination-number')
}
