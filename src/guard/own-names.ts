import { folded } from './folded.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Returns what takes the meaning from the names of the committee's own units in a sentence: “Boendestöd Norr” and “Hemtjänst
 * Centrum” are where it was, and no service that somebody has. A name of one word alone is a word like others and keeps it.
 */
export function withoutOwnNames(names: readonly string[]): (words: readonly Word[]) => readonly Word[] {
  const parts = names.map((name) => wordsOf(folded(name)).map(({ lower }) => lower)).filter(({ length }) => length > 1)
  const byFirst = Map.groupBy(parts, ([first]) => first)
  return (words) => {
    const own = new Set<number>()
    for (const [at, { lower }] of words.entries())
      for (const name of byFirst.get(lower) ?? [])
        if (name.every((part, index) => isPart(words[at + index], part)))
          for (const index of name.keys()) own.add(at + index)
    return own.size === 0 ? words : words.map((word, at) => (own.has(at) ? { ...word, keys: [] } : word))
  }
}

/** The genitive of the name too: `Boendestöd Norrs`. */
function isPart(word: Word | undefined, part: string): boolean {
  return word !== undefined && (word.lower === part || word.lower === `${part}s`)
}
