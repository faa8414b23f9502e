import { vocabulary } from './vocabulary.ts'
import type { Word } from './words.ts'

/** A stretch of words of a sentence, by number; `last` belongs to it. */
export type Match = { readonly first: number; readonly last: number }

type Step = { readonly keys: ReadonlySet<string>; readonly gap: number; readonly any: boolean }
type Phrase = readonly Step[]

/**
 * Returns a finder of phrases in a sentence. The phrases stand between commas: `a/b` one of these words, `demens*` a word that
 * begins so, `@worker` one of a class, `_` any word, `..` up to four words between. The time grows with the words alone, for a
 * word is looked up and never searched.
 */
export function phrases(lines: string): (words: readonly Word[]) => readonly Match[] {
  const byKey = new Map<string, Phrase[]>()
  for (const line of lines.split(/[\n,]/).map((it) => it.trim())) {
    if (line === '') continue
    const phrase = line.split(/\s+/).map(stepOf)
    for (const key of phrase[0]?.keys ?? []) byKey.set(key, [...(byKey.get(key) ?? []), phrase])
  }
  return (words) => {
    const matches: Match[] = []
    for (const [first, { keys }] of words.entries()) {
      let last = -1
      for (const key of keys)
        for (const phrase of byKey.get(key) ?? []) last = Math.max(last, endOf(phrase, 1, words, first))
      if (last >= 0) matches.push({ first, last })
    }
    return matches
  }
}

/** Returns the matches that stand within so many words of one of the others. */
export function near(matches: readonly Match[], others: readonly Match[], within = 20): readonly Match[] {
  const places = others.map((it) => it.first).sort((one, other) => one - other)
  let at = 0
  return matches.filter(({ first }) => {
    while (at < places.length && (places[at] ?? 0) < first - within) at += 1
    return at < places.length && (places[at] ?? 0) <= first + within
  })
}

function stepOf(part: string): Step {
  const keys = part.split('/')
  for (const key of keys) vocabulary.add(key)
  return { keys: new Set(keys), gap: part === '..' ? 4 : 0, any: part === '_' }
}

function endOf(phrase: Phrase, step: number, words: readonly Word[], at: number): number {
  const next = phrase[step]
  if (next === undefined) return at
  if (next.gap > 0) {
    for (let skipped = 0; skipped <= next.gap; skipped++) {
      const end = endOf(phrase, step + 1, words, at + skipped)
      if (end >= 0) return end
    }
    return -1
  }
  const word = words[at + 1]
  if (word === undefined || !(next.any || word.keys.some((key) => next.keys.has(key)))) return -1
  return endOf(phrase, step + 1, words, at + 1)
}
