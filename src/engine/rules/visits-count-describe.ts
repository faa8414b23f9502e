import { capital } from '../../kernel/language.ts'
import type { CountValues } from './visits-count-values.ts'
import { unitsEnglish, unitsSwedish } from './visits-count-words.ts'
import { monthDayText } from './visits-forms.ts'
import type { Words } from './words.ts'

/** Returns the rule of a series read back in Swedish. */
export function describeSwedish(values: CountValues, words: Words): string {
  const { least, most, per, counts, form, period, distinctUnits } = values
  const ofForm = form === 'visit' ? '' : ` av formen ${words.label(form)}`
  const what =
    counts === 'visits' || counts === 'calls'
      ? `${words.range(least, most)} ${form === 'visit' ? 'verksamhetsbesök' : `besök${ofForm}`}`
      : `besök${ofForm} om sammanlagt ${words.range(least, most)} ${unitsSwedish[counts](most ?? least)}`
  const sentence =
    counts === 'calls'
      ? `Enhetens chef kallar kontaktpolitikern till besök${ofForm} ${words.range(least, most)} gånger per ${periodsSwedish[period]}.`
      : `${whoSwedish[per]} ${what} per ${periodsSwedish[period]}${per === 'person-and-unit' ? ' hos sin kontaktenhet' : ''}${distinctUnits ? ', på olika enheter' : ''}.`
  return [
    titled(sentence, values, words),
    firstSwedish(values, words),
    halfDaysSwedish(values, words),
    partYearSwedish[values.partYear ?? 'unsaid'],
  ]
    .filter((it) => it !== '')
    .join(' ')
}

/** Returns the rule of a series read back in English. */
export function describeEnglish(values: CountValues, words: Words): string {
  const { least, most, per, counts, form, period, distinctUnits } = values
  const ofForm = form === 'visit' ? '' : ` of the form ${words.label(form)}`
  const what =
    counts === 'visits' || counts === 'calls'
      ? `${words.range(least, most)} visits${ofForm}`
      : `visits${ofForm} of ${words.range(least, most)} ${unitsEnglish[counts](most ?? least)} together`
  const sentence =
    counts === 'calls'
      ? `The unit's manager calls the contact politician to a visit${ofForm} ${words.range(least, most)} times per ${periodsEnglish[period]}.`
      : `${whoEnglish[per]} ${what} per ${periodsEnglish[period]}${per === 'person-and-unit' ? ' to the own unit' : ''}${distinctUnits ? ', to different units' : ''}.`
  return [
    titled(sentence, values, words),
    firstEnglish(values, words),
    halfDaysEnglish(values, words),
    partYearEnglish[values.partYear ?? 'unsaid'],
  ]
    .filter((it) => it !== '')
    .join(' ')
}

const whoSwedish = {
  person: 'Varje kontaktpolitiker gör',
  'person-and-unit': 'Varje kontaktpolitiker gör',
  unit: 'Varje enhet får',
  group: 'Varje besöksgrupp gör',
  'all-groups': 'Grupperna gör tillsammans',
  committee: 'Nämndens kontaktpolitiker gör tillsammans',
  silent: 'Det görs',
} as const
const whoEnglish = {
  person: 'Each contact politician makes',
  'person-and-unit': 'Each contact politician makes',
  unit: 'Each unit receives',
  group: 'Each visiting group makes',
  'all-groups': 'The groups together make',
  committee: "The committee's contact politicians together make",
  silent: 'There are',
} as const

const periodsSwedish = {
  year: 'kalenderår',
  'half-year': 'halvår',
  quarter: 'kvartal',
  month: 'kalendermånad',
  term: 'mandatperiod',
} as const
const periodsEnglish = {
  year: 'calendar year',
  'half-year': 'half-year',
  quarter: 'quarter',
  month: 'calendar month',
  term: 'term of office',
} as const

const partYearSwedish = {
  unsaid: '',
  silent: 'Hur ett delår räknas är inte sagt.',
  full: 'Det gäller också ett delår.',
  proportional: 'Ett delår räknas i andel, avrundat nedåt till helt antal.',
  'next-year': 'Det gäller först från nästa hela period.',
} as const
const partYearEnglish = {
  unsaid: '',
  silent: 'How a part of a year counts is not said.',
  full: 'It holds for a part of a year too.',
  proportional: 'A part of a year counts by its share, rounded down to a whole number.',
  'next-year': 'It holds from the next whole period only.',
} as const

/** The name of the series, or of a form that is no ordinary visit, stands before the sentence. */
function titled(sentence: string, { series, name, form }: CountValues, words: Words): string {
  const title = name?.[words.language] ?? (series === undefined ? '' : words.label(series))
  if (title === '' || (series === undefined && form === 'visit')) return sentence
  return `${capital(title)}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

function firstSwedish({ firstBy }: CountValues, words: Words): string {
  return firstBy === undefined ? '' : `Det första görs senast ${monthDayText(words, firstBy)}.`
}

function firstEnglish({ firstBy }: CountValues, words: Words): string {
  return firstBy === undefined ? '' : `The first is made by ${monthDayText(words, firstBy)}.`
}

function halfDaysSwedish({ halfDayMinutes }: CountValues, words: Words): string {
  return halfDayMinutes === undefined ? '' : `Ett besök på högst ${words.duration(halfDayMinutes)} är en halv dag.`
}

function halfDaysEnglish({ halfDayMinutes }: CountValues, words: Words): string {
  return halfDayMinutes === undefined ? '' : `A visit of at most ${words.duration(halfDayMinutes)} is half a day.`
}
