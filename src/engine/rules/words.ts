import type { Language } from '../../kernel/language.ts'

/** The words that sentences about rules are made of, in one language. */
export type Words = {
  readonly language: Language
  /** `a, b och c`. */
  list(items: readonly string[]): string
  /** `a, b eller c`: any one of them. */
  either(items: readonly string[]): string
  /** `3 timmar`, `2 timmar och 20 minuter`. */
  duration(minutes: number): string
  /** The label of a coded value (`users`, `politician`, `all-appointed`); the code itself when it has none. */
  label(code: string): string
  labels(codes: readonly string[]): string
  /** A day as `25 mars 2026` or `25 March 2026`. */
  day(day: number): string
  /** The month of a day as `mars 2026` or `March 2026`. */
  month(day: number): string
  /** `ingen`, `två`, `two`; the digits above twelve. */
  number(count: number): string
  /** The same before a neuter noun (`ett besök`). */
  neuter(count: number): string
  /** `1–2`, `minst 1`, `2`. */
  range(least: number, most: number | undefined): string
}

const swedishLabels: Readonly<Record<string, string>> = {
  users: 'brukare',
  relatives: 'anhöriga',
  staff: 'medarbetare',
  operation: 'verksamheten',
  'interest-organisations': 'intresseorganisationer',
  politician: 'kontaktpolitikern',
  manager: 'enhetens chef',
  secretary: 'nämndsekreteraren',
  chair: 'ordföranden',
  'vice-chair': 'vice ordföranden',
  'group-leader': 'gruppledaren',
  administration: 'förvaltningen',
  group: 'besöksgruppen',
  committee: 'nämnden',
  member: 'ledamöter',
  substitute: 'ersättare',
  majority: 'majoriteten',
  opposition: 'oppositionen',
  unaligned: 'partilösa',
  unit: 'enhet',
  area: 'verksamhetsområde',
  person: 'person',
  'person-and-unit': 'person och enhet',
  'all-groups': 'alla grupper tillsammans',
  written: 'skriftlig',
  oral: 'muntlig',
  meeting: 'sammanträdesarvode',
  errand: 'förrättningsarvode',
  none: 'inget arvode',
  report: 'rapport',
  'fee-form': 'bekräftat arvodesunderlag',
  invitation: 'kallelse',
  notes: 'anteckningar',
  decision: 'beslut',
  nothing: 'ingenting',
  visit: 'verksamhetsbesök',
  placement: 'praktik',
  'users-meeting': 'brukar- eller anhörigträff',
  'study-day': 'studiedag',
  municipality: 'egen regi',
  private: 'extern regi',
  employed: 'anställd',
  'relative-employed': 'närstående anställd',
  'all-appointed': 'alla utsedda',
  any: 'minst en av de utsedda',
  full: 'hel dag',
  half: 'halv dag',
  silent: 'inte sagt',
  met: 'möten',
  director: 'förvaltningschefen',
  'lost-earnings': 'förlorad arbetsinkomst',
  'lost-pension': 'förlorad pensionsförmån',
  'lost-holiday': 'förlorad semesterförmån',
  mileage: 'milersättning',
  'child-minding': 'barntillsyn',
  parking: 'parkering',
  'public-transport': 'kollektivtrafik',
  costs: 'resor och kostnader',
  employee: 'anställda',
  'self-employed': 'egenföretagare',
  year: 'år',
  'half-day': 'halvdagsbesök',
  'full-day': 'heldagsbesök',
  'at-least': 'ett visst antal av de utsedda',
  rapporteur: 'rapportören',
  visits: 'besök',
  calls: 'kallelser',
  'half-days': 'halva dagar',
  days: 'hela dagar',
  hours: 'timmar',
  'half-year': 'halvår',
  quarter: 'kvartal',
  month: 'kalendermånad',
  week: 'kalendervecka',
  term: 'mandatperiod',
  proportional: 'i andel',
  'next-year': 'från nästa hela period',
  'other-office': 'ett annat uppdrag',
  party: 'partiet',
  capacity: 'verksamheten hinner inte ta emot',
  other: 'andra skäl',
  allowed: 'tillåtet',
  'not-allowed': 'inte tillåtet',
  strive: 'sträva efter',
  reach: 'möta',
  show: 'visa',
  yes: 'ja',
  no: 'nej',
  purpose: 'syftet',
  participants: 'vilka som kommer',
  topics: 'vad samtalet gäller',
  length: 'hur länge besöket varar',
  audiences: 'vilka man vill möta',
}

const englishLabels: Readonly<Record<string, string>> = {
  users: 'service users',
  relatives: 'relatives',
  staff: 'staff',
  operation: 'the operation',
  'interest-organisations': 'interest organisations',
  politician: 'the contact politician',
  manager: "the unit's manager",
  secretary: 'the committee secretary',
  chair: 'the chair',
  'vice-chair': 'the vice chair',
  'group-leader': 'the group leader',
  administration: 'the administration',
  group: 'the visiting group',
  committee: 'the committee',
  member: 'members',
  substitute: 'substitutes',
  majority: 'the majority',
  opposition: 'the opposition',
  unaligned: 'the unaligned',
  unit: 'unit',
  area: 'area',
  person: 'person',
  'person-and-unit': 'person and unit',
  'all-groups': 'all groups together',
  written: 'written',
  oral: 'oral',
  meeting: 'meeting fee',
  errand: 'errand fee',
  none: 'no fee',
  report: 'report',
  'fee-form': 'confirmed fee claim',
  invitation: 'invitation',
  notes: 'notes',
  decision: 'decision',
  nothing: 'nothing',
  visit: 'visit',
  placement: 'placement',
  'users-meeting': "users' or relatives' meeting",
  'study-day': 'study day',
  municipality: 'run by the municipality',
  private: 'run by a private provider',
  employed: 'employed',
  'relative-employed': 'close relative employed',
  'all-appointed': 'all who are appointed',
  any: 'at least one of those appointed',
  full: 'full day',
  half: 'half day',
  silent: 'not said',
  met: 'meetings',
  director: 'the head of administration',
  'lost-earnings': 'lost earnings',
  'lost-pension': 'lost pension benefit',
  'lost-holiday': 'lost holiday benefit',
  mileage: 'mileage',
  'child-minding': 'child-minding',
  parking: 'parking',
  'public-transport': 'public transport',
  costs: 'travel and costs',
  employee: 'employees',
  'self-employed': 'the self-employed',
  year: 'year',
  'half-day': 'half-day visit',
  'full-day': 'full-day visit',
  'at-least': 'so many of those appointed',
  rapporteur: 'the rapporteur',
  visits: 'visits',
  calls: 'calls',
  'half-days': 'half days',
  days: 'whole days',
  hours: 'hours',
  'half-year': 'half-year',
  quarter: 'quarter',
  month: 'calendar month',
  week: 'calendar week',
  term: 'term of office',
  proportional: 'by its share',
  'next-year': 'from the next whole period',
  'other-office': 'another office',
  party: 'the party',
  capacity: 'no capacity to receive it',
  other: 'other reasons',
  allowed: 'allowed',
  'not-allowed': 'not allowed',
  strive: 'try to',
  reach: 'meet',
  show: 'show',
  yes: 'yes',
  no: 'no',
  purpose: 'its purpose',
  participants: 'who is coming',
  topics: 'what the conversation is about',
  length: 'how long the visit lasts',
  audiences: 'whom one wants to meet',
}

const swedishNumbers = ['ingen', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
const englishNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

export const swedish: Words = wordsIn({
  language: 'sv',
  dictionary: swedishLabels,
  numbers: swedishNumbers,
  neuters: ['inget', 'ett'],
  and: 'och',
  or: 'eller',
  atLeast: 'minst',
  hours: (count) => (count === 1 ? '1 timme' : `${count} timmar`),
  minutes: (count) => (count === 1 ? '1 minut' : `${count} minuter`),
})

export const english: Words = wordsIn({
  language: 'en',
  dictionary: englishLabels,
  numbers: englishNumbers,
  neuters: [],
  and: 'and',
  or: 'or',
  atLeast: 'at least',
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
})

/** Codes of a guideline's own, with what they are called. */
export type Terms = readonly { readonly id: string; readonly sv: string; readonly en: string }[]

/** Returns the words of one language, with those that a guideline adds. */
export function wordsOf(language: Language, terms: Terms = []): Words {
  const words = language === 'sv' ? swedish : english
  if (terms.length === 0) return words
  const added = new Map(terms.map((term) => [term.id, term[language]]))
  const label = (code: string) => added.get(code) ?? words.label(code)
  return { ...words, label, labels: (codes) => words.list(codes.map(label)) }
}

/** Whether the product itself has a word for the code. */
export function isKnownCode(code: string): boolean {
  return Object.hasOwn(swedishLabels, code)
}

type Parts = {
  readonly language: Language
  readonly dictionary: Readonly<Record<string, string>>
  readonly numbers: readonly string[]
  readonly neuters: readonly string[]
  readonly and: string
  readonly or: string
  readonly atLeast: string
  readonly hours: (count: number) => string
  readonly minutes: (count: number) => string
}

const millisecondsPerDay = 86_400_000
const written = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const dayFormats = { sv: new Intl.DateTimeFormat('sv-SE', written), en: new Intl.DateTimeFormat('en-GB', written) }
const monthWritten = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const monthFormats = {
  sv: new Intl.DateTimeFormat('sv-SE', monthWritten),
  en: new Intl.DateTimeFormat('en-GB', monthWritten),
}

function wordsIn(parts: Parts): Words {
  const joined = (items: readonly string[], last: string) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`
  const list = (items: readonly string[]) => joined(items, parts.and)
  const label = (code: string) => (Object.hasOwn(parts.dictionary, code) ? parts.dictionary[code] : undefined) ?? code
  return {
    language: parts.language,
    list,
    either: (items) => joined(items, parts.or),
    label,
    labels: (codes) => list(codes.map(label)),
    day: (day) => dayFormats[parts.language].format(day * millisecondsPerDay),
    month: (day) => monthFormats[parts.language].format(day * millisecondsPerDay),
    number: (count) => parts.numbers[count] ?? String(count),
    neuter: (count) => parts.neuters[count] ?? parts.numbers[count] ?? String(count),
    range: (least, most) =>
      most === undefined ? `${parts.atLeast} ${least}` : least === most ? String(least) : `${least}–${most}`,
    duration: (total) => {
      const [hours, rest] = [Math.floor(total / 60), total % 60]
      const said = [hours > 0 ? parts.hours(hours) : '', rest > 0 || hours === 0 ? parts.minutes(rest) : '']
      return said.filter((text) => text !== '').join(` ${parts.and} `)
    },
  }
}
