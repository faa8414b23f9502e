import { folded } from './folded.ts'
import type { Found, Hit, Known } from './hit.ts'
import { findPersonalNumbers } from './personal-numbers.ts'
import { sentencesOf } from './sentences.ts'

export type { Hit, HitKind, Known, Span } from './hit.ts'

/**
 * Returns the places of a report text that its author is asked to look at again, in order, each with its sentence. Pure: the
 * text goes nowhere, and the time grows with its length alone.
 */
export function guard(text: string, _known: Known): readonly Hit[] {
  const plain = folded(text)
  const found: readonly Found[] = [
    ...findPersonalNumbers(plain),
    ...[...plain.matchAll(/[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g)].map((it) => ({
      kind: 'email' as const,
      start: it.index,
      end: it.index + it[0].length,
    })),
  ]
  const sentences = sentencesOf(plain)
  let at = 0
  return [...found]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((it) => {
      while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= it.start) at += 1
      return { ...it, sentence: sentences[at] ?? { start: it.start, end: it.end } }
    })
}
