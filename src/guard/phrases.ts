import type { Word } from './words.ts'

/** A stretch of words of a sentence, by number; `last` belongs to it. */
export type Match = { readonly first: number; readonly last: number }

type Step = {
  readonly whole: ReadonlySet<string>
  readonly starts: ReadonlySet<string>
  readonly gap: number
  readonly any: boolean
}
type Phrase = readonly Step[]

const longestStart = 20
const shortestStart = 3

/**
 * Returns a finder of phrases in a sentence. Each line is a phrase: `a/b` one of these words, `demens*` a word that begins so,
 * `_` any word, `..` up to four words between. The time grows with the words alone, for a word is looked up and never searched.
 */
export function phrases(lines: string): (words: readonly Word[]) => readonly Match[] {
  const whole = new Map<string, Phrase[]>()
  const starts = new Map<string, Phrase[]>()
  for (const line of lines.split(/[\n,]/).map((it) => it.trim())) {
    if (line === '') continue
    const phrase = line.split(/\s+/).map(stepOf)
    for (const word of phrase[0]?.whole ?? []) whole.set(word, [...(whole.get(word) ?? []), phrase])
    for (const word of phrase[0]?.starts ?? []) starts.set(word, [...(starts.get(word) ?? []), phrase])
  }
  return (words) => {
    const matches: Match[] = []
    for (const [first, word] of words.entries()) {
      const ends = [whole.get(word.lower) ?? [], ...startsOf(word.lower).map((it) => starts.get(it) ?? [])]
        .flat()
        .map((phrase) => endOf(phrase, 1, words, first))
      const last = Math.max(-1, ...ends)
      if (last >= 0) matches.push({ first, last })
    }
    return matches
  }
}

/** Returns the matches of one that stand within so many words of a match of the other, which may be a person or a condition. */
export function near(matches: readonly Match[], others: readonly Match[], within = 20): readonly Match[] {
  const places = others.map((it) => it.first).sort((one, other) => one - other)
  let at = 0
  return matches.filter(({ first }) => {
    while (at < places.length && (places[at] ?? 0) < first - within) at += 1
    return at < places.length && (places[at] ?? 0) <= first + within
  })
}

function stepOf(part: string): Step {
  const words = part.split('/')
  return {
    whole: new Set(words.filter((it) => !it.endsWith('*'))),
    starts: new Set(words.filter((it) => it.endsWith('*')).map((it) => it.slice(0, -1))),
    gap: part === '..' ? 4 : 0,
    any: part === '_',
  }
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
  return word !== undefined && (next.any || fits(next, word.lower)) ? endOf(phrase, step + 1, words, at + 1) : -1
}

const fits = (step: Step, word: string) => step.whole.has(word) || startsOf(word).some((it) => step.starts.has(it))

function startsOf(word: string): readonly string[] {
  const found: string[] = []
  for (let length = shortestStart; length <= Math.min(word.length, longestStart); length++)
    found.push(word.slice(0, length))
  return found
}
