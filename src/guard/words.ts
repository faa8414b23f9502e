import type { Span } from './hit.ts'

/** A word of a text. `lower` is without marks that take no room, in small letters and composed. */
export type Word = Span & {
  readonly lower: string
  readonly capital: boolean
}

/** Returns the words of a folded text, in order; what a hyphen or apostrophe holds together is one word. */
export function wordsOf(plain: string): readonly Word[] {
  return [
    ...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200b]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200b]*)*/gu),
  ].map((it) => ({
    start: it.index,
    end: it.index + it[0].length,
    lower: it[0].replaceAll('\u200b', '').normalize('NFC').toLowerCase(),
    capital: /^\p{Lu}/u.test(it[0]),
  }))
}

/** One sentence with its words, and where names of persons stand in it (as the number of the word). */
export type Sentence = { readonly words: readonly Word[]; readonly names: readonly number[] }
