import type { Language } from '../../kernel/language.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { AmountStep, DerivedAmount, Rounding, Share, WrittenAmount } from '../fee-rules-amounts.ts'
import type { Counting, FeeForm } from '../fee-rules-rates.ts'
import type { FeeRules } from '../fee-rules.ts'
import { wordsOf } from '../rules/words.ts'

type Named = Pick<FeeRules, 'bases' | 'amounts'>

/** Returns an amount as it is written in the fee rules, in words: `347 kr`, `1,75 procent av Prisbasbelopp`. */
export function amountText(amount: WrittenAmount, rules: Named, language: Language): string {
  if (typeof amount === 'number') return formatKronor(ore(amount))
  if ('of' in amount) return derivedText(amount, rules, language)
  const { day, list } = wordsOf(language)
  const { from } = words[language]
  return list(
    [...amount.values]
      .sort((a, b) => a.from - b.from)
      .map((it) => `${amountText(it.amount, rules, language)} ${from} ${day(it.from)}`),
  )
}

/** Returns a rate in words. */
export function rateText(rate: FeeForm, rules: Named, language: Language): string {
  const say = words[language]
  const text = (amount: WrittenAmount) => amountText(amount, rules, language)
  switch (rate.form) {
    case 'flat':
      return say.flat(text(rate.amount))
    case 'half-full-day': {
      const { duration } = wordsOf(language)
      return say.days(text(rate.halfDay), text(rate.fullDay), duration(rate.boundaryMinutes), rate.atBoundary)
    }
    case 'first-hour-then-half-hours':
      return say.firstThen(text(rate.firstHour), text(rate.perHour), say.counted['begun-half-hour'], say.firstHour)
    case 'steps': {
      const { duration } = wordsOf(language)
      const steps = rate.steps.map(({ upTo, below, amount }, at) => {
        const { upTo: before, below: under } = rate.steps[at - 1] ?? {}
        const length =
          upTo !== undefined
            ? say.upTo(duration(upTo))
            : below !== undefined
              ? say.below(duration(below))
              : say.longer(duration(before ?? under ?? 0), under !== undefined)
        return `${length}: ${amount === 0 ? say.shares.none : text(amount)}`
      })
      return steps.join('; ')
    }
    default: {
      const { firstMinutes = 60 } = rate
      const first = firstMinutes === 60 ? say.firstHour : say.firstTime(wordsOf(language).duration(firstMinutes))
      const counted = `${say.counted[rate.counted]}${roundingText(rate.rounding, language)}`
      return rate.firstHour === undefined
        ? say.hourly(text(rate.perHour), counted)
        : say.firstThen(text(rate.firstHour), text(rate.perHour), counted, first)
    }
  }
}

/** Returns a share in words: `hela arvodet`, `inget`, `50 procent av arvodet`. */
export function shareText(share: Share, language: Language): string {
  const say = words[language]
  if (typeof share === 'string') return say.shares[share]
  return `${say.percentOfFee(number(share.percent, language))}${roundingText(share.rounding, language)}`
}

function derivedText(amount: DerivedAmount, rules: Named, language: Language): string {
  const { next } = words[language]
  const named = [...rules.bases, ...rules.amounts].find(({ id }) => id === amount.of)
  const first = stepText(amount, named?.title[language] ?? amount.of, language)
  return [first, ...(amount.steps ?? []).map((step) => stepText(step, undefined, language))].join(`, ${next} `)
}

function stepText(step: AmountStep, of: string | undefined, language: Language): string {
  const say = words[language]
  const whole = of ?? say.that
  const taken =
    step.percent !== undefined
      ? say.percentOf(number(step.percent, language), whole)
      : step.fraction !== undefined
        ? say.fractionOf(step.fraction, whole)
        : step.times !== undefined
          ? say.timesOf(number(step.times, language), whole)
          : whole
  return `${taken}${step.per === undefined ? '' : ` ${say.per[step.per]}`}${roundingText(step.rounding, language)}`
}

function roundingText(rounding: Rounding | undefined, language: Language): string {
  if (rounding === undefined) return ''
  const { rounded, roundings, units } = words[language]
  return `, ${rounded} ${roundings[rounding.by](units[rounding.to])}`
}

function number(value: number, language: Language): string {
  return language === 'sv' ? String(value).replace('.', ',') : String(value)
}

type AmountWords = {
  readonly from: string
  readonly next: string
  readonly that: string
  readonly rounded: string
  readonly flat: (amount: string) => string
  readonly days: (half: string, full: string, boundary: string, at: 'half' | 'full' | 'silent') => string
  readonly hourly: (amount: string, counted: string) => string
  readonly firstThen: (first: string, then: string, counted: string, time: string) => string
  readonly firstHour: string
  readonly firstTime: (duration: string) => string
  readonly upTo: (duration: string) => string
  readonly below: (duration: string) => string
  readonly longer: (duration: string, orThat: boolean) => string
  readonly counted: Readonly<Record<Counting, string>>
  readonly percentOf: (percent: string, of: string) => string
  readonly percentOfFee: (percent: string) => string
  readonly fractionOf: (fraction: string, of: string) => string
  readonly timesOf: (times: string, of: string) => string
  readonly per: Readonly<Record<'month' | 'year', string>>
  readonly units: Readonly<Record<Rounding['to'], string>>
  readonly roundings: Readonly<Record<Rounding['by'], (unit: string) => string>>
  readonly shares: Readonly<Record<'full' | 'none', string>>
}

const words: Readonly<Record<Language, AmountWords>> = {
  sv: {
    from: 'från och med',
    next: 'sedan',
    that: 'det',
    rounded: 'avrundat',
    flat: (amount) => `${amount} per tillfälle`,
    days: (half, full, boundary, at) =>
      `${half} för halv dag, ${full} för hel dag; gränsen är ${boundary}, och ${at === 'silent' ? 'vad precis så lång tid ger är inte sagt' : `precis så lång tid är ${at === 'half' ? 'halv' : 'hel'} dag`}`,
    hourly: (amount, counted) => `${amount} per timme, räknat ${counted}`,
    firstThen: (first, then, counted, time) => `${first} för ${time}, därefter ${then} per timme, räknat ${counted}`,
    firstHour: 'första timmen',
    firstTime: (duration) => `tid upp till ${duration}`,
    upTo: (duration) => `högst ${duration}`,
    below: (duration) => `mindre än ${duration}`,
    longer: (duration, orThat) => (orThat ? `${duration} eller mer` : `mer än ${duration}`),
    counted: {
      minute: 'per minut',
      'begun-quarter': 'i påbörjade kvartar',
      'begun-half-hour': 'i påbörjade halvtimmar',
      'begun-hour': 'i påbörjade timmar',
      'whole-quarter': 'i hela kvartar',
      'whole-half-hour': 'i hela halvtimmar',
      'whole-hour': 'i hela timmar',
      'nearest-quarter': 'till närmaste kvart',
      'nearest-half-hour': 'till närmaste halvtimme',
      'nearest-hour': 'till närmaste timme',
    },
    percentOf: (percent, of) => `${percent} procent av ${of}`,
    percentOfFee: (percent) => `${percent} procent av arvodet`,
    fractionOf: (fraction, of) => `${fraction} av ${of}`,
    timesOf: (times, of) => `${times} gånger ${of}`,
    per: { month: 'per månad', year: 'per år' },
    units: { ore: 'öre', krona: 'krona', 'ten-kronor': 'tiotal kronor', 'hundred-kronor': 'hundratal kronor' },
    roundings: {
      nearest: (unit) => `till närmaste ${unit}`,
      up: (unit) => `uppåt till ${unit}`,
      down: (unit) => `nedåt till ${unit}`,
      'half-even': (unit) => `till närmaste ${unit}, mitt emellan till jämnt tal`,
      silent: (unit) => `till ${unit}, utan att det är sagt hur`,
    },
    shares: { full: 'hela arvodet', none: 'inget arvode' },
  },
  en: {
    from: 'from',
    next: 'then',
    that: 'that',
    rounded: 'rounded',
    flat: (amount) => `${amount} per occasion`,
    days: (half, full, boundary, at) =>
      `${half} for half a day, ${full} for a full day; the boundary is ${boundary}, and ${at === 'silent' ? 'what exactly that time gives is not said' : `exactly that time is ${at === 'half' ? 'half a' : 'a full'} day`}`,
    hourly: (amount, counted) => `${amount} per hour, counted ${counted}`,
    firstThen: (first, then, counted, time) => `${first} for ${time}, then ${then} per hour, counted ${counted}`,
    firstHour: 'the first hour',
    firstTime: (duration) => `the first ${duration}`,
    upTo: (duration) => `at most ${duration}`,
    below: (duration) => `less than ${duration}`,
    longer: (duration, orThat) => (orThat ? `${duration} or more` : `more than ${duration}`),
    counted: {
      minute: 'by the minute',
      'begun-quarter': 'in begun quarters',
      'begun-half-hour': 'in begun half-hours',
      'begun-hour': 'in begun hours',
      'whole-quarter': 'in whole quarters',
      'whole-half-hour': 'in whole half-hours',
      'whole-hour': 'in whole hours',
      'nearest-quarter': 'to the nearest quarter',
      'nearest-half-hour': 'to the nearest half-hour',
      'nearest-hour': 'to the nearest hour',
    },
    percentOf: (percent, of) => `${percent} percent of ${of}`,
    percentOfFee: (percent) => `${percent} percent of the fee`,
    fractionOf: (fraction, of) => `${fraction} of ${of}`,
    timesOf: (times, of) => `${times} times ${of}`,
    per: { month: 'per month', year: 'per year' },
    units: { ore: 'öre', krona: 'krona', 'ten-kronor': 'ten kronor', 'hundred-kronor': 'hundred kronor' },
    roundings: {
      nearest: (unit) => `to the nearest ${unit}`,
      up: (unit) => `up to the ${unit}`,
      down: (unit) => `down to the ${unit}`,
      'half-even': (unit) => `to the nearest ${unit}, the middle to the even one`,
      silent: (unit) => `to the ${unit}, without it being said how`,
    },
    shares: { full: 'the whole fee', none: 'no fee' },
  },
}
