import { firstNames, wordyFirstNames } from './first-names.ts'
import type { Found, Known, Span } from './hit.ts'
import { phrases } from './phrases.ts'
import { roles, titles } from './roles.ts'
import { surnames, wordySurnames } from './surnames.ts'
import type { Word } from './words.ts'

type NameClass = 'first' | 'wordy-first' | 'surname' | 'wordy-surname'
type Marks = {
  readonly classOf: (word: Word) => NameClass | undefined
  readonly blocked: ReadonlySet<number>
  readonly whole: ReadonlyMap<number, number>
}

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Names of those who are written about in books, and of figures in them: no persons that a report tells of. */
const figures = `astrid lindgren,elsa beskow,selma lagerlöf,august strindberg,carl larsson,karin boye,tove jansson,gunilla bergström,sven nordqvist,barbro lindgren,
evert taube,cornelis vreeswijk,povel ramel,greta garbo,nils holgersson,pippi långstrump,alfons åberg,maria montessori,gustav vasa,harry potter,moa martinson,
vilhelm moberg,ivar lo-johansson,karl gerhard,alfred nobel,carl von linné,lasse åberg,ulf stark,martin widmark,jan guillou,camilla läckberg,henning mankell,
hjalmar söderberg,gustaf fröding,birger sjöberg,edith södergran,tomas tranströmer,harry martinson,anders zorn,karl xii,gustav adolf,karl johan,oscar fredrik,
carl gustaf,jenny nyström,inger och lasse sandberg,lennart hellsing,jujja wieslander,anna-lena,bröderna lejonhjärta,ronja rövardotter,emil i lönneberga,
frida kahlo,pablo picasso,carl michael bellman,bruno liljefors,max lundgren,stina wirsén,eva eriksson,sven-bertil,mamma mu,albert åberg,janssons frestelse,erik axel karlfeldt,hasse och tage,allan edwall,lars lerin,liza marklund,pelle svanslös,kalle anka,karlsson på taket,elsa andersson,wallenbergs stiftelse,knut och alice wallenberg,gustav iii,gustav v,oscar ii,kerstin ekman,per anders fogelström`

const notAfter =
  set(`sankt sankta lex kvarteret enheten avdelningen avdelning förskolan skolan boendet äldreboendet gruppboendet systemet programmet projektet modellen metoden
  appen kyrkan restaurang restaurangen kafé kaféet café caféet hotell hotellet fartyget stormen villa korridoren huset salen lokalen stiftelsen föreningen firma företaget bolaget
  butiken ön sjön bussen roboten katten hunden kaninen hästen tidningen boken filmen serien pjäsen musikalen låten sången visan kören grupprummet gården verksamheten orten byn staden`)
const notBefore =
  set(`förskola skola kyrka park gata väg gränd torg plats backe allé gård hemmet hus stiftelse fond minnesfond församling gymnasium bageri ab hb kanal kommun
  stad pris priset museum sjukhus teater landet vårdcentral hemtjänst äldreboende servicehus familjecentral`)
const saying =
  set(`berättade berättar sa sade säger sjunger spelar brukar visade visar bor tycker tyckte menar ansåg lagade lagar hjälper hjälpte tackade kom heter undrade undrar
  önskar önskade vill ville från fick gick satt sitter jobbar arbetar tog ledde leder trivs svarade svarar frågade frågar skrev skriver ringde bakar bakade läste läser`)
const feasts = set('lucia valborg maj mai mårten staffan august')
const notLower = set(
  'lena inga said tom karl helga lisa nisse kalle edit engla jon nora klas pelle adrian basel dina göta karla petrus emil safa hadi sara vera johannes lukas markus linus gala vasil',
)
const particles = set('von af de al el bin van da dos thi')

/** What is called something without being a person, and works whose maker is named. */
const findThings =
  phrases(`docka/dockan/dockor/avdelning*/grupper*/gruppen/grupp/rum/rummen/rummet/hund/hunden/katt/katten/kanin/kaninen/häst/hästen/system/systemet/båt/robot/roboten/hönan/höns/marsvin/fisken/app/appen/bil/bilen/buss/bussen/maskin/maskinen/program/programmet/verktyg/verktyget/projekt/projektet/cykel/cykeln/orkester/band/kör/duo/sorten/sort/rätten/gris/grisen/papegoja/undulat/hundar/katter/kaniner .. heter/hette/kallas/döpts/döptes,
  konst/bok/boken/böcker/tavla/tavlor/målning/målningar/dikt/dikter/sång/sånger/musik/roman/låtar/film/filmen/pjäs/pjäsen/visor/verk/skulptur/skulpturer .. av`)

/** Returns the finder of names of persons among the words of one sentence, for what the system knows. */
export function nameFinder(
  known: Known,
): (plain: string, words: readonly Word[]) => readonly (Found & { readonly word: number })[] {
  const knownFirst = new Set<string>()
  const knownLast = new Set<string>()
  const wholes = byFirstWord(known.names.filter((it) => partsOf(it).length > 1))
  for (const parts of known.names.map(partsOf)) {
    const [first, last] = [parts[0], parts.at(-1)]
    if (first !== undefined && !firstNames.has(first)) knownFirst.add(first)
    if (parts.length > 1 && last !== undefined && !surnames.has(last)) knownLast.add(last)
  }
  const nots = byFirstWord(known.not ?? [])
  const ofBooks = byFirstWord(figures.split(/,\s*/))
  const classOf = (word: Word) =>
    bases(word.lower)
      .map((it) => classOfBase(it, knownFirst, knownLast))
      .find((it) => it !== undefined)
  return (plain, words) => {
    const blocked = new Set<number>()
    for (const { last } of findThings(words))
      for (let word = last + 1; word < Math.min(words.length, last + 8); word++) blocked.add(word)
    for (const [at, end] of stretches(words, nots)) for (let word = at; word <= end; word++) blocked.add(word)
    for (const [at, end] of stretches(words, ofBooks))
      for (let word = at; word <= end + (isOwner(words, end) ? 1 : 0); word++) blocked.add(word)
    return namesIn(plain, words, { classOf, blocked, whole: stretches(words, wholes) })
  }
}

function namesIn(plain: string, words: readonly Word[], marks: Marks): readonly (Found & { readonly word: number })[] {
  const found: (Found & { readonly word: number })[] = []
  for (let at = 0; at < words.length; at++) {
    const last = marks.whole.get(at) ?? (marks.blocked.has(at) ? undefined : nameFrom(plain, words, at, marks))
    if (last === undefined) continue
    found.push({ kind: 'name', start: words[at]?.start ?? 0, end: words[last]?.end ?? 0, word: at })
    at = last
  }
  return found
}

/** Returns the number of the last word of the name that begins here, or nothing. */
function nameFrom(plain: string, words: readonly Word[], at: number, marks: Marks): number | undefined {
  const word = words[at]
  if (word === undefined) return undefined
  const kind = marks.classOf(word)
  const last = runFrom(plain, words, at, marks)
  const [before, after] = [words[at - 1], words[last + 1]]
  const beside = before !== undefined && isBeside(plain, before, word) ? before.lower : ''
  if (isSomethingElse(plain, word, beside, words, last)) return undefined
  const titled = titles.has(beside) || (roles.has(beside) && word.lower.length > 2 && word.capital)
  if (titled && (word.capital || kind !== undefined) && !looksLikePlace(word.lower)) return last
  if (kind === undefined) return isInitial(plain, word) && last > at ? last : undefined
  if (!word.capital) return lowerName(words, at, last, kind, marks)
  if (kind === 'first' || kind === 'surname') return last
  if (last > at) return kind === 'wordy-first' ? last : undefined
  const isFirst = before === undefined || /[:"”«»(–/[-]/.test(plain.slice(before.end, word.start))
  const says = after !== undefined && saying.has(after.lower)
  if (kind === 'wordy-surname') return says && !isFirst ? last : undefined
  if (feasts.has(word.lower) || !/^\p{Lu}\p{Ll}+$/u.test(plain.slice(word.start, word.end))) return undefined
  const paired = after?.lower === 'och' && isFirstName(words[last + 2], marks)
  return !isFirst || says || paired ? last : undefined
}

function lowerName(
  words: readonly Word[],
  at: number,
  last: number,
  kind: NameClass,
  marks: Marks,
): number | undefined {
  const [word, next] = [words[at], words[at + 1]]
  const follows = next === undefined || next.capital || marks.blocked.has(at + 1) ? undefined : marks.classOf(next)
  if (kind === 'wordy-first') return follows === 'surname' ? at + 1 : undefined
  if (kind === 'wordy-surname' || word === undefined) return undefined
  if (kind === 'first' && (word.lower.length < 4 || notLower.has(word.lower)))
    return follows === 'surname' ? at + 1 : undefined
  if (kind === 'surname' && !/sson(?:s)?$/.test(word.lower)) return undefined
  return follows === 'surname' ? at + 1 : last
}

/** Whether a genitive and what it owns stand here, as in a writer’s name and the title of a book. */
const isOwner = (words: readonly Word[], at: number) =>
  /s$/.test(words[at]?.lower ?? '') &&
  words[at + 1]?.capital === true &&
  words[at + 1]?.start === (words[at]?.end ?? 0) + 1

/** The last of the capital words that stand together and may be one name, from here on. */
function runFrom(plain: string, words: readonly Word[], at: number, { classOf, blocked }: Marks): number {
  let last = at
  for (let next = at + 1; next < words.length && next < at + 5; next++) {
    const [one, other] = [words[next - 1], words[next]]
    if (one === undefined || other === undefined || blocked.has(next) || !isBeside(plain, one, other)) break
    if (particles.has(other.lower)) continue
    const isLetter = other.lower.length === 1 && /\p{L}/u.test(other.lower)
    if (!other.capital || !(isLetter || classOf(other) !== undefined || isUnknownName(plain, other, one))) break
    last = next
  }
  return last
}

/** A capital word that no list has, right after one that begins a name. */
const isUnknownName = (plain: string, word: Word, before: Word) =>
  before.capital &&
  word.lower.length > 2 &&
  /^\p{Lu}\p{Ll}/u.test(plain.slice(word.start, word.end)) &&
  !looksLikePlace(word.lower)

const isInitial = (plain: string, word: Word) => word.capital && word.end - word.start === 1 && plain[word.end] === '.'

const isBeside = (plain: string, one: Word, other: Word) =>
  other.start - one.end <= 3 && /^(?:\.?[ \t\u200b]{1,2}|\.-?)$/.test(plain.slice(one.end, other.start))

function isSomethingElse(plain: string, word: Word, before: string, words: readonly Word[], last: number): boolean {
  if (notAfter.has(before)) return true
  if (/S:ta?\s$/.test(plain.slice(Math.max(0, word.start - 5), word.start))) return true
  const after = words[last + 1]
  if (after === undefined || after.start - (words[last]?.end ?? 0) > 1) return false
  return notBefore.has(after.lower)
}

const looksLikePlace = (lower: string) =>
  /(?:gården|backen|hemmet|skolan|huset|kommun|kommuns|dalen|ängen|lunden|husen|vägen|gatan|torget|gränd|köping|borg|stad|boende|boendet|kliniken|nämnden|förvaltningen)s?$/.test(
    lower,
  )

const isFirstName = (word: Word | undefined, { classOf }: Marks) =>
  word?.capital === true && (classOf(word) === 'first' || classOf(word) === 'wordy-first')

function classOfBase(
  base: string,
  knownFirst: ReadonlySet<string>,
  knownLast: ReadonlySet<string>,
): NameClass | undefined {
  if (firstNames.has(base)) return 'first'
  if (surnames.has(base) || (/^\p{L}{2,}sson$/u.test(base) && base !== 'ericsson')) return 'surname'
  if (wordyFirstNames.has(base) || knownFirst.has(base)) return 'wordy-first'
  if (wordySurnames.has(base) || knownLast.has(base)) return 'wordy-surname'
  const parts = base.split('-')
  if (parts.length === 2 && parts.every((it) => firstNames.has(it) || wordyFirstNames.has(it))) return 'first'
  return parts.length === 2 && parts.every((it) => surnames.has(it) || /sson$/.test(it)) ? 'surname' : undefined
}

/** The word itself, and what it is the genitive of. */
const bases = (lower: string) =>
  lower.length > 3 && /s$/.test(lower) ? [lower, lower.replace(/['’]?s$/, '')] : [lower]

const partsOf = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((it) => it !== '')

function byFirstWord(names: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const map = new Map<string, (readonly string[])[]>()
  for (const parts of names.map(partsOf)) {
    const [first] = parts
    if (first !== undefined) map.set(first, [...(map.get(first) ?? []), parts])
  }
  return map
}

/** Where the given names stand in a sentence: number of the first word → number of the last. */
function stretches(
  words: readonly Word[],
  names: ReadonlyMap<string, readonly (readonly string[])[]>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [at, word] of words.entries())
    for (const base of bases(word.lower))
      for (const parts of names.get(base) ?? []) {
        const fits = parts.every((part, index) => bases(words[at + index]?.lower ?? '').includes(part))
        if (fits) found.set(at, Math.max(found.get(at) ?? 0, at + parts.length - 1))
      }
  return found
}

/** Finds initials that stand for a person, as A.L. or K. E., in a folded text. */
export function findInitials(plain: string): readonly Found[] {
  return [
    ...plain.matchAll(/(?<![\p{L}\p{N}.])\p{Lu}\.[ -]?\p{Lu}\.(?:[ -]?\p{Lu}\.)?(?![\p{L}\p{N}]| ?\p{Lu}\p{Ll})/gu),
  ]
    .filter((it) => !/^(?:U\.S|E\.U|E\.K)/.test(it[0]))
    .map((it): Found & Span => ({ kind: 'name', start: it.index, end: it.index + it[0].length }))
}
