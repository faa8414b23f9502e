import { capital } from '../../kernel/language.ts'
import { dayOf } from '../../kernel/date.ts'
import type { Say } from './kind.ts'
import type { CountValues } from './visits-count-values.ts'

type TimeCounted = Exclude<CountValues['counts'], 'visits' | 'calls'>
type UnitWords = Readonly<Record<TimeCounted, (count: number) => string>>

/** What time is counted in, after a number. */
export const unitsSwedish: UnitWords = {
  'half-days': (count) => (count === 1 ? 'halvdag' : 'halvdagar'),
  days: (count) => (count === 1 ? 'dag' : 'dagar'),
  hours: (count) => (count === 1 ? 'timme' : 'timmar'),
}
export const unitsEnglish: UnitWords = {
  'half-days': (count) => (count === 1 ? 'half-day' : 'half-days'),
  days: (count) => (count === 1 ? 'day' : 'days'),
  hours: (count) => (count === 1 ? 'hour' : 'hours'),
}

/** Says what has been made: `2 besök`, `1,5 dagar`, `3 timmar och 20 minuter`. */
export function amount(say: Say): string {
  return say.finding.values.counts === 'hours'
    ? say.duration('minutes')
    : `${figure(say)} ${noun(say, say.number('done'))}`
}

/** Says what has been made of what is to be made. */
export function ofLeast(say: Say): string {
  const done = say.finding.values.counts === 'hours' ? say.duration('minutes') : figure(say)
  const least = say.number('least')
  const isSwedish = say.words.language === 'sv'
  return `${done} ${isSwedish ? 'av minst' : 'of at least'} ${least} ${isSwedish ? noun(say, least) : noun(say, 2)}`
}

/** Says how many the guideline asks for; a finding has -1 where there is no most. */
export function range(say: Say): string {
  const most = say.number('most')
  const said = say.words.range(say.number('least'), most < 0 ? undefined : most)
  return isOfTime(say) ? `${said} ${noun(say, most < 0 ? say.number('least') : most)}` : said
}

/** Says at which unit or area, where the count is for a person there. */
export function at(say: Say): string {
  if (say.finding.values.per !== 'person-and-unit') return ''
  const place = say.finding.values.unit === undefined ? say.name('area', 'area') : say.name('unit', 'unit')
  return say.words.language === 'sv' ? ` hos ${place}` : ` to ${place}`
}

export function isOfCalls(say: Say): boolean {
  return say.finding.values.counts === 'calls'
}

/** What is counted is the manager's calls, which are no visits yet. */
export function did(say: Say): string {
  if (say.words.language === 'sv')
    return isOfCalls(say) ? `Chefen för ${say.subject} har kallat till` : `${say.subject} har`
  return isOfCalls(say) ? `The manager of ${say.subject} has called to` : `${say.subject} has`
}

/** Says in which time: `under 2026`, `under första halvåret 2026`, `under kvartal 2 2026`, `under mars 2026`, `under mandatperioden`. */
export function during(say: Say): string {
  const year = say.number('year')
  const { period } = say.finding.values
  const isSwedish = say.words.language === 'sv'
  if (period === 'term') return isSwedish ? 'under mandatperioden' : 'in the term of office'
  if (period === 'half-year') {
    const isFirst = say.number('half') === 1
    return isSwedish
      ? `under ${isFirst ? 'första' : 'andra'} halvåret ${year}`
      : `in the ${isFirst ? 'first' : 'second'} half of ${year}`
  }
  if (period === 'quarter') {
    const quarter = say.number('quarter')
    return isSwedish ? `under kvartal ${quarter} ${year}` : `in quarter ${quarter} of ${year}`
  }
  const month = period === 'month' ? `${monthName(say, year, say.number('month'))} ` : ''
  return `${isSwedish ? 'under' : 'in'} ${month}${year}`
}

/** Says which stretch a part is a part of. */
export function stretch(say: Say): string {
  const period = say.text('period') as CountValues['period'] | ''
  return stretches[period === '' ? 'year' : period][say.words.language]
}

const stretches = {
  year: { sv: 'året', en: 'year' },
  'half-year': { sv: 'halvåret', en: 'half-year' },
  quarter: { sv: 'kvartalet', en: 'quarter' },
  month: { sv: 'månaden', en: 'month' },
  term: { sv: 'mandatperioden', en: 'term' },
} as const

/** Says that the minimum is a share of the whole, and how it was rounded. */
export function share(say: Say): string {
  if (say.finding.values.wholeLeast === undefined) return ''
  const whole = say.number('wholeLeast')
  return say.words.language === 'sv'
    ? ` (andelen av ${whole} för den del av ${stretch(say)} då regeln och uppdraget gällde, avrundad nedåt till helt antal)`
    : ` (the share of ${whole} for the part of the ${stretch(say)} in which the rule and the appointment held, rounded down to a whole number)`
}

/** Says which series it is about, where there are several. */
export function headed(say: Say, sentence: string): string {
  const { series, form } = say.finding.values
  const named = say.text(say.words.language === 'sv' ? 'nameSv' : 'nameEn')
  const title = named === '' ? say.labels(series === undefined ? 'form' : 'series') : named
  if (title === '' || (series === undefined && form === undefined)) return sentence
  return `${capital(title)}: ${isOfCalls(say) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence}`
}

function isOfTime(say: Say): boolean {
  return timeCounted.some((it) => it === say.finding.values.counts)
}

const timeCounted: readonly TimeCounted[] = ['half-days', 'days', 'hours']

function noun(say: Say, count: number): string {
  const isSwedish = say.words.language === 'sv'
  const time = timeCounted.find((it) => it === say.finding.values.counts)
  if (time !== undefined) return (isSwedish ? unitsSwedish : unitsEnglish)[time](count)
  const isVisit = say.finding.values.form === undefined
  if (isSwedish) return isVisit ? 'besök' : count === 1 ? 'tillfälle' : 'tillfällen'
  return isVisit ? (count === 1 ? 'visit' : 'visits') : count === 1 ? 'occasion' : 'occasions'
}

/** Halves are written with the language's own decimal sign. */
function figure(say: Say): string {
  const text = String(say.number('done'))
  return say.words.language === 'sv' ? text.replace('.', ',') : text
}

function monthName(say: Say, year: number, month: number): string {
  return say.words.day(dayOf(year, month, 1)).split(' ')[1] ?? ''
}
