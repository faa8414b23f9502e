import { capital, type Language } from '../../kernel/language.ts'
import { isoTimeOfDay } from '../../kernel/clock-time.ts'
import type { Category } from '../fee-rules-persons.ts'
import type { Fee, FeeRules } from '../fee-rules.ts'
import type { Terms } from '../rules/words.ts'
import { wordsOf } from '../rules/words.ts'
import { amountText, rateText, shareText } from './amount-words.ts'

/** A part of the fee rules read back, and where it stands. */
export type DescribedFee = { readonly sentence: string; readonly clause: string }

/** Returns the fees, amounts, caps and categories of the fee rules, read back in plain words in the order of the file. */
export function describeFees(rules: FeeRules, language: Language, terms: Terms = []): readonly DescribedFee[] {
  const setting: Setting = { rules, language, words: wordsOf(language, terms), say: sayings[language] }
  const { bases, amounts, fees, combinations, dayCaps, categories, substitutes, withinPaidWork } = rules
  const { say, words } = setting
  const share = (it: Parameters<typeof shareText>[0]) => shareText(it, language)
  return [
    ...bases.map(({ title, per, source, values }) => ({
      sentence: `${title[language]} ${say.per[per]}: ${amountText({ values }, rules, language)}.`,
      clause: source,
    })),
    ...amounts.map(({ title, clause, amount }) => ({
      sentence: `${title[language]}: ${amountText(amount, rules, language)}.`,
      clause: clause ?? '',
    })),
    ...fees.flatMap((fee) => describeFee(setting, fee)),
    ...combinations.map(({ kinds, paid, clause }) => ({ sentence: say.together(words.labels(kinds), paid), clause })),
    ...dayCaps.map(({ kinds = fees.map((it) => it.kind), amount, clause }) => ({
      sentence: say.dayCap(words.labels(kinds), amountText(amount, rules, language)),
      clause,
    })),
    ...categories.flatMap((category) => describeCategory(setting, category)),
    ...(substitutes === undefined
      ? []
      : [
          {
            sentence: say.substitutes(share(substitutes.serving), share(substitutes.notServing)),
            clause: substitutes.clause,
          },
        ]),
    ...(withinPaidWork === undefined
      ? []
      : [{ sentence: say.paidWork(share(withinPaidWork.paid)), clause: withinPaidWork.clause }]),
  ]
}

type Setting = {
  readonly rules: FeeRules
  readonly language: Language
  readonly words: ReturnType<typeof wordsOf>
  readonly say: Sayings
}

function describeFee({ rules, language, words, say }: Setting, fee: Fee): readonly DescribedFee[] {
  const title = fee.title[language]
  const stand = (sentence: string, clause: string | undefined) => ({ sentence, clause: clause ?? fee.clause })
  const cap = (limit: NonNullable<Fee['dailyCap']>, stretch: 'day' | 'year') =>
    stand(
      say.cap(
        title,
        stretch,
        words.list([
          ...(limit.minutes === undefined ? [] : [words.duration(limit.minutes)]),
          ...(limit.amount === undefined ? [] : [amountText(limit.amount, rules, language)]),
        ]),
      ),
      limit.clause,
    )
  const { gives, time, leastTime, additions, sameDay, dailyCap, yearlyCap, perDay } = fee
  return [
    stand(`${title}: ${rateText(fee.rate, rules, language)}.`, undefined),
    ...(gives === undefined
      ? []
      : [stand(say.gives(title, words.list(gives.map((it) => say.components[it]))), undefined)]),
    ...(time === undefined
      ? []
      : [
          stand(
            `${say.counts(title, words.list(time.counts.map((it) => say.times[it])))}${time.travel === undefined ? '' : ` ${say.travel[time.travel]}`}${time.travelFromKilometres === undefined ? '' : ` ${say.travelFrom(time.travelFromKilometres)}`}`,
            time.clause,
          ),
        ]),
    ...(leastTime === undefined
      ? []
      : [stand(say.leastTime(title, words.duration(leastTime.minutes)), leastTime.clause)]),
    ...additions.map((it) => stand(additionText({ rules, language, words, say }, it), it.clause)),
    ...(sameDay === undefined
      ? []
      : [
          stand(
            say.sameDay(title, sameDay.breakMost === undefined ? undefined : words.duration(sameDay.breakMost)),
            sameDay.clause,
          ),
        ]),
    ...(dailyCap === undefined ? [] : [cap(dailyCap, 'day')]),
    ...(yearlyCap === undefined ? [] : [cap(yearlyCap, 'year')]),
    ...(perDay === undefined ? [] : [stand(say.perDay(title, perDay.most), perDay.clause)]),
  ]
}

function additionText({ rules, language, words, say }: Setting, addition: Fee['additions'][number]): string {
  const { title, of, days, between, fromKilometres, rate, percent, rounding } = addition
  return [
    `${title[language]}: `,
    percent === undefined
      ? rate === undefined
        ? ''
        : rateText(rate, rules, language)
      : shareText({ percent, ...(rounding && { rounding }) }, language),
    `, ${say.timeOf(say.times[of])}`,
    days === undefined ? '' : `, ${words.either(days.map((it) => say.days[it]))}`,
    between === undefined ? '' : `, ${say.clock(isoTimeOfDay(between.from))}–${say.clock(isoTimeOfDay(between.until))}`,
    '.',
    fromKilometres === undefined ? '' : ` ${say.travelFrom(fromKilometres)}`,
  ].join('')
}

function describeCategory({ rules, language, words, say }: Setting, category: Category): readonly DescribedFee[] {
  const { title, clause, who, excluded, rates } = category
  const named = title[language]
  const member =
    'group' in who
      ? say.inGroup(named)
      : 'roles' in who
        ? say.inRole(named, words.either(who.roles.map((it) => words.label(it))))
        : say.withShare(named, who.fixedFees.from ?? 0, who.fixedFees.below)
  return [
    { sentence: member, clause },
    ...excluded.map((it) => ({
      sentence: say.excluded(
        named,
        words.list(it.components.map((part) => say.components[part])),
        it.kinds === undefined ? '' : words.labels(it.kinds),
        it.where,
      ),
      clause: it.clause ?? clause,
    })),
    ...rates.map((it) => ({
      sentence: `${named}, ${words.label(it.kind)}: ${rateText(it.rate, rules, language)}.`,
      clause: it.clause ?? clause,
    })),
  ]
}

type Component = NonNullable<Fee['gives']>[number]
type Time = NonNullable<Fee['time']>
type Sayings = {
  readonly per: Readonly<Record<'month' | 'year', string>>
  readonly components: Readonly<Record<Component, string>>
  readonly times: Readonly<Record<Time['counts'][number], string>>
  readonly travel: Readonly<Record<NonNullable<Time['travel']>, string>>
  readonly clock: (time: string) => string
  readonly timeOf: (time: string) => string
  readonly days: Readonly<Record<NonNullable<Fee['additions'][number]['days']>[number], string>>
  readonly travelFrom: (kilometres: number) => string
  readonly gives: (fee: string, parts: string) => string
  readonly counts: (fee: string, times: string) => string
  readonly cap: (fee: string, stretch: 'day' | 'year', most: string) => string
  readonly leastTime: (fee: string, least: string) => string
  readonly sameDay: (fee: string, breakMost: string | undefined) => string
  readonly dayCap: (kinds: string, most: string) => string
  readonly perDay: (fee: string, most: number) => string
  readonly together: (kinds: string, paid: FeeRules['combinations'][number]['paid']) => string
  readonly inGroup: (category: string) => string
  readonly inRole: (category: string, roles: string) => string
  readonly withShare: (category: string, from: number, below: number | undefined) => string
  readonly excluded: (category: string, parts: string, kinds: string, where: 'own-committee' | 'everywhere') => string
  readonly substitutes: (serving: string, notServing: string) => string
  readonly paidWork: (share: string) => string
}

const sayings: Readonly<Record<Language, Sayings>> = {
  sv: {
    per: { month: 'per månad', year: 'per år' },
    components: { fee: 'arvode', 'lost-earnings': 'förlorad arbetsinkomst', costs: 'kostnader' },
    times: { meeting: 'mötet', travel: 'resan', preparation: 'förberedelse', 'after-work': 'efterarbete' },
    travel: {
      'inside-cap': 'Resan ryms i den tid som betalas som mest.',
      'beyond-cap': 'Resan kommer utöver den tid som betalas som mest.',
      silent: 'Om resan ryms i den tid som betalas som mest är inte sagt.',
    },
    clock: (time) => time.replace(':', '.'),
    timeOf: (time) => `för ${time}`,
    days: {
      monday: 'måndag',
      tuesday: 'tisdag',
      wednesday: 'onsdag',
      thursday: 'torsdag',
      friday: 'fredag',
      saturday: 'lördag',
      sunday: 'söndag',
      holiday: 'helgdag',
    },
    travelFrom: (kilometres) => `Resan räknas från ${kilometres} kilometer.`,
    gives: (fee, parts) => `${fee} ger ${parts}.`,
    counts: (fee, times) => `${fee}: tid som räknas är ${times}.`,
    cap: (fee, stretch, most) => `${fee}: högst ${most} för ${stretch === 'day' ? 'en dag' : 'ett kalenderår'}.`,
    leastTime: (fee, least) => `${fee}: minst ${least} betalas för varje tillfälle.`,
    sameDay: (fee, breakMost) =>
      breakMost === undefined
        ? `${fee}: flera tillfällen på samma dag räknas ihop till ett.`
        : `${fee}: flera tillfällen på samma dag räknas ihop till ett när uppehållet är högst ${breakMost}.`,
    dayCap: (kinds, most) => `${capital(kinds)}: tillsammans högst ${most} för en dag.`,
    perDay: (fee, most) => `${fee}: högst ${most === 1 ? 'ett arvode' : `${most} arvoden`} för en dag.`,
    together: (kinds, paid) =>
      paid === 'together'
        ? `På samma dag kan ${kinds} betalas var för sig.`
        : paid === 'silent'
          ? `På samma dag betalas bara ett av ${kinds}; vilket är inte sagt.`
          : `På samma dag betalas bara ett av ${kinds}: det ${paid === 'higher' ? 'högre' : 'som började först'}.`,
    inGroup: (category) => `${category}: en namngiven grupp.`,
    inRole: (category, roles) => `${category}: ${roles}.`,
    withShare: (category, from, below) =>
      `${category}: fasta arvoden på tillsammans minst ${from} procent${below === undefined ? '' : ` och under ${below} procent`} av ett helt.`,
    excluded: (category, parts, kinds, where) =>
      `${category} får inte ${parts}${kinds === '' ? '' : ` för ${kinds}`}${where === 'own-committee' ? ' i den egna nämnden' : ''}.`,
    substitutes: (serving, notServing) => `Tjänstgörande ersättare får ${serving}, icke tjänstgörande ${notServing}.`,
    paidWork: (share) => `För tid som arbetsgivaren betalar som arbetstid: ${share}.`,
  },
  en: {
    per: { month: 'per month', year: 'per year' },
    components: { fee: 'fee', 'lost-earnings': 'lost earnings', costs: 'costs' },
    times: { meeting: 'the meeting', travel: 'travel', preparation: 'preparation', 'after-work': 'after-work' },
    travel: {
      'inside-cap': 'Travel is within the time that is paid at most.',
      'beyond-cap': 'Travel is beyond the time that is paid at most.',
      silent: 'Whether travel is within the time that is paid at most is not said.',
    },
    clock: (time) => time,
    timeOf: (time) => `for ${time}`,
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
      holiday: 'public holiday',
    },
    travelFrom: (kilometres) => `Travel counts from ${kilometres} kilometres.`,
    gives: (fee, parts) => `${fee} gives ${parts}.`,
    counts: (fee, times) => `${fee}: time that counts is ${times}.`,
    cap: (fee, stretch, most) => `${fee}: at most ${most} for ${stretch === 'day' ? 'a day' : 'a calendar year'}.`,
    leastTime: (fee, least) => `${fee}: at least ${least} are paid for each occasion.`,
    sameDay: (fee, breakMost) =>
      breakMost === undefined
        ? `${fee}: several occasions on one day are counted as one.`
        : `${fee}: several occasions on one day are counted as one where the break is at most ${breakMost}.`,
    dayCap: (kinds, most) => `${capital(kinds)}: together at most ${most} for a day.`,
    perDay: (fee, most) => `${fee}: at most ${most === 1 ? 'one fee' : `${most} fees`} for a day.`,
    together: (kinds, paid) =>
      paid === 'together'
        ? `On the same day ${kinds} can be paid side by side.`
        : paid === 'silent'
          ? `On the same day only one of ${kinds} is paid; which is not said.`
          : `On the same day only one of ${kinds} is paid: the ${paid === 'higher' ? 'higher' : 'one that began first'}.`,
    inGroup: (category) => `${category}: a named group.`,
    inRole: (category, roles) => `${category}: ${roles}.`,
    withShare: (category, from, below) =>
      `${category}: fixed fees of together at least ${from} percent${below === undefined ? '' : ` and below ${below} percent`} of a full one.`,
    excluded: (category, parts, kinds, where) =>
      `${category} do not get ${parts}${kinds === '' ? '' : ` for ${kinds}`}${where === 'own-committee' ? ' in their own committee' : ''}.`,
    substitutes: (serving, notServing) => `Substitutes who serve get ${serving}, those who do not get ${notServing}.`,
    paidWork: (share) => `For time that an employer pays as work: ${share}.`,
  },
}
