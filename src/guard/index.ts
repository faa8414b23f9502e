import { findBirthDates } from './births.ts'
import { findConcerns } from './concerns.ts'
import { findAddresses, findCarRegistrations, findEmails, findTelephones } from './contacts.ts'
import { folded } from './folded.ts'
import { findHealth } from './health.ts'
import type { Found, Hit, HitKind, Known, Span } from './hit.ts'
import { findInitials, nameFinder } from './names.ts'
import { withoutOwnNames } from './own-names.ts'
import { peopleIn } from './persons.ts'
import { findPersonalNumbers } from './personal-numbers.ts'
import type { Match } from './phrases.ts'
import { findPartyLetters, findPartyPolitics, findPromises } from './politics.ts'
import { sentencesOf } from './sentences.ts'
import { findSingleCases, findWishes } from './single-cases.ts'
import { findStaff } from './staff.ts'
import { findWorkEnvironment } from './work-environment.ts'
import { type Word, wordsOf } from './words.ts'

export type { Hit, HitKind, Known, Span } from './hit.ts'

/**
 * Returns the places of a report text that its author is asked to look at again, in order, each with its sentence. Data about
 * persons has one hit for each place, a matter (health, staff, a promise …) one for each sentence. Pure: the text goes nowhere,
 * and the time grows with its length alone.
 */
export function guard(text: string, known: Known): readonly Hit[] {
  const plain = folded(text)
  const sentences = sentencesOf(plain)
  const data = dataIn(plain, known)
  const names = nameFinder(known)
  const ownNamesOut = withoutOwnNames(known.not ?? [])
  const words = wordsOf(plain)
  const found: Found[] = [...data]
  let [word, at] = [0, 0]
  for (const span of sentences) {
    const first = word
    while (word < words.length && (words[word]?.start ?? 0) < span.end) word += 1
    const own = words.slice(first, word)
    const isCovered = (it: Span) => {
      while (at < data.length && (data[at]?.end ?? 0) <= it.start) at += 1
      const next = data[at]
      return next !== undefined && overlaps(it, next)
    }
    const persons = names(plain, own).filter((it) => !isCovered(it))
    found.push(...persons.map(({ kind, start, end }) => ({ kind, start, end })))
    found.push(
      ...mattersIn(
        plain.slice(span.start, span.end),
        span,
        ownNamesOut(own),
        persons.map((it) => it.word),
      ),
    )
  }
  return inSentences(found, sentences)
}

/** Numbers and addresses; of two in the same place the first in this order stands. */
function dataIn(plain: string, known: Known): readonly Found[] {
  const not = new Set((known.not ?? []).map((it) => it.toLowerCase()))
  return withoutOverlaps([
    ...findPersonalNumbers(plain),
    ...findBirthDates(plain),
    ...findEmails(plain),
    ...findTelephones(plain),
    ...findCarRegistrations(plain),
    ...findAddresses(plain, not),
    ...findInitials(plain),
  ])
}

function mattersIn(sentence: string, span: Span, words: readonly Word[], names: readonly number[]): readonly Found[] {
  const people = peopleIn({ words, names })
  const letters = findPartyLetters(sentence, span.start)
  const health = findHealth(words, people)
  const concerns = findConcerns(words, people)
  const wishes = health.length > 0 || concerns.length > 0 ? [] : findWishes(words, people)
  const matters: readonly (readonly [HitKind, readonly Match[]])[] = [
    ['health', health],
    ['staff', findStaff(words, people)],
    ['work-environment', findWorkEnvironment(words, people)],
    ['single-case', [...findSingleCases(words, people), ...wishes]],
    ['party-politics', findPartyPolitics(words)],
    ['promise', findPromises(words)],
    ['concern', concerns],
  ]
  const found = matters.flatMap(([kind, matches]) => {
    const [first] = [...matches].sort((one, other) => one.first - other.first)
    if (first === undefined) return []
    return [{ kind, start: words[first.first]?.start ?? 0, end: words[first.last]?.end ?? 0 }]
  })
  const [letter] = letters
  const isTold = found.some((it) => it.kind === 'party-politics')
  return letter === undefined || isTold ? found : [...found, { kind: 'party-politics', ...letter }]
}

function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const ordered = found
    .map((it, rank) => ({ it, rank }))
    .sort((one, other) => one.it.start - other.it.start || one.rank - other.rank)
  const kept: { readonly it: Found; readonly rank: number }[] = []
  for (const next of ordered) {
    const last = kept.at(-1)
    if (last === undefined || !overlaps(last.it, next.it)) kept.push(next)
    else if (next.rank < last.rank) kept[kept.length - 1] = next
  }
  return kept.map(({ it }) => it)
}

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

function inSentences(found: readonly Found[], sentences: readonly Span[]): readonly Hit[] {
  let at = 0
  return [...found]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((it) => {
      while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= it.start) at += 1
      const sentence = sentences[at] ?? it
      return { ...it, sentence: { start: Math.min(sentence.start, it.start), end: Math.max(sentence.end, it.end) } }
    })
}
