import type { Span } from './hit.ts'
import { vocabulary } from './vocabulary.ts'
import { classesOf } from './word-classes.ts'

/** A word of a text. `lower` is without marks that take no room, in small letters and composed. */
export type Word = Span & {
  readonly lower: string
  readonly capital: boolean
  /** What a phrase can name it by: itself, what it begins with (`demens*`) and its classes (`@worker`). */
  readonly keys: readonly string[]
}

/** One sentence: its words, and where names of persons stand in it (as the number of the word). */
export type Sentence = { readonly words: readonly Word[]; readonly names: readonly number[] }

const [shortestStart, longestStart] = [3, 20]

/** How words are spoken, and by old custom written in letters of office: what the phrases name them by. */
const plainForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ej: 'inte',
    icke: 'inte',
    int: 'inte',
    inge: 'inte',
    nån: 'någon',
    nåt: 'något',
    nåra: 'några',
    dom: 'de',
    dem: 'de',
    o: 'och',
    mej: 'mig',
    dej: 'dig',
    sej: 'sig',
    skall: 'ska',
    blev: 'blivit',
    funkar: 'fungerar',
    funkade: 'fungerade',
    jämt: 'alltid',
    morsan: 'mamman',
    farsan: 'pappan',
    brorsan: 'brodern',
    syrran: 'systern',
    gubbs: 'gubben',
  }),
)

/** Returns the words of a folded text, in order; what a hyphen or apostrophe holds together is one word. */
export function wordsOf(plain: string): readonly Word[] {
  const known = new Map<string, readonly string[]>()
  const keysOf = (lower: string) => {
    const keys = known.get(lower) ?? formsOf(lower).filter((it) => vocabulary.has(it))
    known.set(lower, keys)
    return keys
  }
  const words = plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200b]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200b]*)*/gu)
  return [...words].map((it) => {
    const lower = it[0].replaceAll('\u200b', '').normalize('NFC').toLowerCase()
    const capital = /^\p{Lu}/u.test(it[0])
    return { start: it.index, end: it.index + it[0].length, lower, capital, keys: keysOf(lower) }
  })
}

function formsOf(lower: string): readonly string[] {
  const plain = plainForms.get(lower)
  const forms = plain === undefined ? [lower] : [lower, plain]
  return [...new Set(forms.flatMap((it) => [it, ...startsOf(it), ...classesOf(it)]))]
}

function startsOf(lower: string): readonly string[] {
  const starts: string[] = []
  for (let length = shortestStart; length <= Math.min(lower.length, longestStart); length++)
    starts.push(`${lower.slice(0, length)}*`)
  return starts
}
