import type { Found } from './hit.ts'

const months =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|aug|sept?|okt|nov|dec'
const births = new RegExp(
  `(?<![\\p{L}])(?:född|födda|föddes|f\\.|födelsedatum|födelsedag|födelsetid|personnr|personnummer|pnr)\\.?:? {1,2}(?:är |den |d\\. ?|var )?((?:\\d{1,2}(?:[:.]?e)? (?:${months})\\.? (?:18|19|20)?\\d{2}|(?:18|19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[- /.](?:(?:18|19|20)\\d{2}|\\d{2})|(?:18|19|20)?\\d{6})(?![\\d]|-\\d))`,
  'giu',
)

/** Finds the day a person was born, in a folded text, where the text says that it is one: it stands for the person as the number does. */
export function findBirthDates(plain: string): readonly Found[] {
  return [...plain.matchAll(births)].map((it) => {
    const [whole, day = ''] = it
    return { kind: 'personal-number', start: it.index + whole.length - day.length, end: it.index + whole.length }
  })
}
