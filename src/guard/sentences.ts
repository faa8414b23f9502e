import type { Span } from './hit.ts'

/** Abbreviations whose full stop does not end a sentence, without their last full stop. */
const abbreviations = new Set(
  `t.ex bl.a d.v.s dvs kl kr ca c:a resp m.m m.fl o.s.v osv etc f.d t.o.m fr.o.m e.d s.k i.o.m p.g.a pga nr st tel tfn mån tis ons tors fre
  lör sön jan feb febr mar apr jun jul aug sep sept okt nov dec dr prof fil ev inkl exkl max min obs ang avd bil dir ex forts följ jfr kap
  milj mkr mom mvh par pers prel ref sid tr tills ung vard adr e.kr f.kr f.n n.b o.d o.dyl s.a.s s.t t.v u.a ä.v o f s m b t d p e i n
  gm bl fr fl st.f sek tkr enl div tim
  dnr diarienr anm`.split(/\s+/),
)

const breaks = new Set(['\n', '\r', '\f', '\u2028', '\u2029'])
const stops = new Set(['.', '!', '?', '…'])
const trails = new Set([...stops, '"', "'", '”', '’', '»', ')', ']'])

/**
 * Returns the sentences of a text, in order. A sentence ends at a full stop, a question or exclamation mark followed by space, and
 * at every line break; not after an abbreviation, a figure that goes on (“kl. 12.30”, “den 3. mars”) or an initial.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  const close = (end: number) => {
    const span = trimmed(text, start, end)
    if (span !== undefined) sentences.push(span)
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    if (breaks.has(text.charAt(at))) close(at + 1)
    if (!stops.has(text.charAt(at))) continue
    const first = at
    while (trails.has(text.charAt(at + 1))) at += 1
    if (at + 1 < text.length && !isSpace(text.charCodeAt(at + 1))) continue
    if (first !== at || text[at] !== '.' || !goesOn(text, start, at)) close(at + 1)
  }
  close(text.length)
  return sentences
}

function goesOn(text: string, start: number, stop: number): boolean {
  const next = /^\s{0,3}(\S?)/.exec(text.slice(stop + 1, stop + 6))
  if (next === null || /[\n\r]/.test(next[0])) return false
  const [, follows = ''] = next
  const before = text.slice(Math.max(start, stop - 12), stop)
  const word = /[^\s(]*$/.exec(before)?.[0] ?? ''
  if (word.length === before.length && before.length === 12) return false
  if (abbreviations.has(word.toLowerCase())) return word.length > 1 || !/\p{Lu}/u.test(word) || /\p{Lu}/u.test(follows)
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return true
  return /\p{Ll}/u.test(follows) && /^(?:\d+|\p{L}{1,4})$/u.test(word)
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  let [start, end] = [from, to]
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
  return start === end ? undefined : { start, end }
}

const isSpace = (code: number) => code <= 0x20 || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff
