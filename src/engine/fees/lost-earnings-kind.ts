import type { z } from 'zod'
import type { Language } from '../../kernel/language.ts'
import { lostEarningsSchema } from '../fee-rules-claims.ts'
import { type Ask, defineRule, type Say } from '../rules/kind.ts'
import { amountText, clauseAsk, codeAsk, lineSentences, ownClauseAsk, paperChoices, titleAsk } from './block-words.ts'

const hourlyMost: Ask = {
  sv: 'Hur mycket ersätts högst per timme, i öre?',
  en: 'How much is paid for an hour at most, in öre?',
}
const dailyMost: Ask = {
  sv: 'Hur mycket ersätts högst per dag, i öre?',
  en: 'How much is paid for a day at most, in öre?',
  help: {
    sv: 'Gäller alla besök som personen gör samma dag tillsammans.',
    en: 'Holds for all visits of the person on that day together.',
  },
}
const certificate: Ask = { sv: 'Krävs intyg?', en: 'Is a certificate needed?', choices: paperChoices }
const percent: Ask = {
  sv: 'Hur många procent av den förlorade arbetsinkomsten ersätts?',
  en: 'How many percent of the lost earnings are paid?',
}

/** Lost earnings and benefits, as they are asked about, read back and said in reasons. */
export const lostEarningsKind = defineRule({
  kind: 'fee-rules.lost-earnings',
  title: { sv: 'Förlorad arbetsinkomst', en: 'Lost earnings' },
  ask: {
    clause: clauseAsk,
    stepMinutes: {
      sv: 'I påbörjade steg om hur många minuter räknas tiden?',
      en: 'In begun steps of how many minutes is time counted?',
      help: { sv: 'Lämna tomt om varje minut räknas för sig.', en: 'Leave empty where each minute counts by itself.' },
    },
    notWithinPaidWork: {
      sv: 'Är den som gör besöket på betald arbetstid undantagen?',
      en: 'Is whoever makes the visit within paid work left out?',
    },
    employee: { sv: 'Vad gäller för anställda?', en: 'What holds for employees?' },
    'employee.hourlyMost': hourlyMost,
    'employee.dailyMost': dailyMost,
    'employee.certificate': certificate,
    'employee.clause': ownClauseAsk,
    'employee.flatPerHour': {
      sv: 'Hur mycket betalas per timme till den som visar att inkomst gick förlorad men inte hur mycket, i öre?',
      en: 'How much is paid for an hour to somebody who shows that earnings were lost but not how much, in öre?',
    },
    selfEmployed: { sv: 'Vad gäller för egenföretagare?', en: 'What holds for the self-employed?' },
    'selfEmployed.hourlyMost': hourlyMost,
    'selfEmployed.dailyMost': dailyMost,
    'selfEmployed.certificate': certificate,
    'selfEmployed.clause': ownClauseAsk,
    'selfEmployed.bases': {
      sv: 'Vilka årsinkomster kan en egenföretagare välja att räkna från?',
      en: 'Which yearly incomes can a self-employed person choose to count from?',
    },
    'selfEmployed.bases.code': codeAsk,
    'selfEmployed.bases.title': titleAsk,
    'selfEmployed.bases.divisor': {
      sv: 'Med vilket tal delas årsinkomsten för att få en timme?',
      en: 'By what number is the yearly income divided to get an hour?',
      help: { sv: 'Till exempel 2080 för 52 veckor om 40 timmar.', en: 'For example 2080 for 52 weeks of 40 hours.' },
    },
    'selfEmployed.bases.rounding': {
      sv: 'Hur avrundas det som en timme blir?',
      en: 'How is the amount for an hour rounded?',
      help: { sv: 'Till närmaste öre om inget är sagt.', en: 'To the nearest öre where nothing is said.' },
    },
    'selfEmployed.bases.rounding.to': { sv: 'Till vad avrundas det?', en: 'To what is it rounded?' },
    'selfEmployed.bases.rounding.by': { sv: 'Åt vilket håll avrundas det?', en: 'Which way is it rounded?' },
    'selfEmployed.flatPerHour': {
      sv: 'Hur mycket betalas per timme till den som inte uppger någon inkomst, i öre?',
      en: 'How much is paid for an hour to somebody who gives no income, in öre?',
    },
    mixed: {
      sv: 'Vad gäller för den som förlorar båda slagen av inkomst samma dag?',
      en: 'What holds for somebody who loses both kinds of earnings on one day?',
    },
    'mixed.maximum': {
      sv: 'Delar de två slagen på ett högsta belopp per dag?',
      en: 'Do the two kinds share one maximum for the day?',
      choices: {
        shared: { sv: 'Ja, ett gemensamt', en: 'Yes, one together' },
        separate: { sv: 'Nej, var sitt', en: 'No, one each' },
        silent: { sv: 'Det är inte sagt', en: 'It is not said' },
      },
    },
    'mixed.dailyMost': {
      sv: 'Hur mycket ersätts högst per dag för båda tillsammans, i öre?',
      en: 'How much is paid for a day at most for both together, in öre?',
    },
    'mixed.clause': ownClauseAsk,
    pension: { sv: 'Ersätts förlorad pensionsförmån?', en: 'Is lost pension benefit paid?' },
    'pension.percent': percent,
    'pension.dailyMost': dailyMost,
    'pension.clause': ownClauseAsk,
    holiday: { sv: 'Ersätts förlorad semesterförmån?', en: 'Is lost holiday benefit paid?' },
    'holiday.percent': percent,
    'holiday.dailyMost': dailyMost,
    'holiday.clause': ownClauseAsk,
  },
  values: lostEarningsSchema,
  describe: {
    sv: ({ employee, selfEmployed, mixed, pension, holiday }, words) =>
      [
        `Förlorad arbetsinkomst betalas till ${words.list([...(employee ? ['anställda'] : []), ...(selfEmployed ? ['egenföretagare'] : [])])}`,
        employee === undefined ? '' : limitsText(employee, 'sv', 'för anställda'),
        selfEmployed === undefined ? '' : limitsText(selfEmployed, 'sv', 'för egenföretagare'),
        mixed === undefined ? '' : mixedText(mixed, 'sv'),
        pension === undefined ? '' : `; förlorad pensionsförmån ${benefitText(pension, 'sv')}`,
        holiday === undefined ? '' : `; förlorad semesterförmån ${benefitText(holiday, 'sv')}`,
        '.',
      ].join(''),
    en: ({ employee, selfEmployed, mixed, pension, holiday }, words) =>
      [
        `Lost earnings are paid to ${words.list([...(employee ? ['employees'] : []), ...(selfEmployed ? ['the self-employed'] : [])])}`,
        employee === undefined ? '' : limitsText(employee, 'en', 'for employees'),
        selfEmployed === undefined ? '' : limitsText(selfEmployed, 'en', 'for the self-employed'),
        mixed === undefined ? '' : mixedText(mixed, 'en'),
        pension === undefined ? '' : `; lost pension benefit ${benefitText(pension, 'en')}`,
        holiday === undefined ? '' : `; lost holiday benefit ${benefitText(holiday, 'en')}`,
        '.',
      ].join(''),
  },
  sentences: {
    sv: {
      ...lineSentences.sv,
      'within-paid-work': () => 'Besöket gjordes på betald arbetstid, så ingen arbetsinkomst gick förlorad.',
      'earnings-not-in-rules': (say) => `Arvodesreglerna säger inget om förlorad arbetsinkomst för ${who(say)}.`,
      'certificate-missing': (say) => `Intyg om förlorad arbetsinkomst saknas (${who(say)}).`,
      'per-hour-missing': () => 'Det är inte sagt vad den anställda förlorar per timme.',
      'per-hour': (say) => `Som anställd: ${say.kronor('perHourOre')} per timme för ${say.duration('minutes')}.`,
      'flat-hour-employee': (say) =>
        `Som anställd, utan att det är visat hur mycket som gick förlorat: ${say.kronor('perHourOre')} per timme för ${say.duration('minutes')}.`,
      'flat-hour': (say) =>
        `Som egenföretagare, utan uppgiven inkomst: ${say.kronor('perHourOre')} per timme för ${say.duration('minutes')}.`,
      'from-income': (say) =>
        `Som egenföretagare: ${say.kronor('yearlyIncomeOre')} om året (${say.text('titleSv')}) delat med ${say.number('divisor')} är ${say.kronor('perHourOre')} per timme, för ${say.duration('minutes')}.`,
      'income-missing': (say) => `Årsinkomsten att räkna från saknas: ${say.text('titlesSv')}.`,
      'basis-to-choose': (say) => `Det är inte sagt vilken inkomst det räknas från: ${say.text('titlesSv')}.`,
      'no-bases': () => 'Arvodesreglerna räknar inte från någon årsinkomst.',
      'hour-rounding-silent': () =>
        'Arvodesreglerna kräver hela kronor per timme men säger inte hur det avrundas, så beloppet kan inte bestämmas.',
      'cut-to-hour': (say) =>
        `Högst ${say.kronor('mostOre')} per timme betalas; förlusten är ${say.kronor('perHourOre')}.`,
      'cut-to-day': (say) =>
        `Högst ${say.kronor('mostOre')} per dag betalas; ${say.kronor('leftOre')} återstod av det.`,
      'mixed-silent': () =>
        'Både anställning och eget företag den dagen, och arvodesreglerna säger inte om de delar på ett högsta belopp.',
      'benefit-not-in-rules': (say) => `Arvodesreglerna säger inget om ${benefitSv(say)}.`,
      'employees-only': () => 'Pensions- och semesterförmån ersätts för anställning, inte för eget företag.',
      'no-earnings': () => 'Ingen arbetsinkomst från anställning betalas, så det finns inget att räkna procenten på.',
      'follows-earnings': () => 'Förmånen följer den förlorade arbetsinkomsten.',
      'percent-of-earnings': (say) =>
        `${say.text('percent').replace('.', ',')} % av ${say.kronor('baseOre')} i förlorad arbetsinkomst.`,
    },
    en: {
      ...lineSentences.en,
      'within-paid-work': () => 'The visit was made within paid work, so no earnings were lost.',
      'earnings-not-in-rules': (say) => `The fee rules say nothing of lost earnings for ${who(say)}.`,
      'certificate-missing': (say) => `The certificate of lost earnings is missing (${who(say)}).`,
      'per-hour-missing': () => 'It is not said what the employee loses per hour.',
      'per-hour': (say) => `As an employee: ${say.kronor('perHourOre')} per hour for ${say.duration('minutes')}.`,
      'flat-hour-employee': (say) =>
        `As an employee, without it being shown how much was lost: ${say.kronor('perHourOre')} per hour for ${say.duration('minutes')}.`,
      'flat-hour': (say) =>
        `As self-employed, with no income given: ${say.kronor('perHourOre')} per hour for ${say.duration('minutes')}.`,
      'from-income': (say) =>
        `As self-employed: ${say.kronor('yearlyIncomeOre')} a year (${say.text('titleEn')}) divided by ${say.number('divisor')} is ${say.kronor('perHourOre')} per hour, for ${say.duration('minutes')}.`,
      'income-missing': (say) => `The yearly income to count from is missing: ${say.text('titlesEn')}.`,
      'basis-to-choose': (say) => `It is not said which income is counted from: ${say.text('titlesEn')}.`,
      'no-bases': () => 'The fee rules count from no yearly income.',
      'hour-rounding-silent': () =>
        'The fee rules demand whole kronor per hour but do not say how it is rounded, so the amount cannot be told.',
      'cut-to-hour': (say) =>
        `At most ${say.kronor('mostOre')} per hour are paid; the loss is ${say.kronor('perHourOre')}.`,
      'cut-to-day': (say) =>
        `At most ${say.kronor('mostOre')} per day are paid; ${say.kronor('leftOre')} were left of it.`,
      'mixed-silent': () =>
        'Both employment and own business on that day, and the fee rules do not say whether they share one maximum.',
      'benefit-not-in-rules': (say) => `The fee rules say nothing of ${benefitEn(say)}.`,
      'employees-only': () => 'Pension and holiday benefit are paid for employment, not for own business.',
      'no-earnings': () => 'No earnings from employment are paid, so there is nothing to take the percentage of.',
      'follows-earnings': () => 'The benefit goes with the lost earnings.',
      'percent-of-earnings': (say) => `${say.text('percent')} % of ${say.kronor('baseOre')} in lost earnings.`,
    },
  },
})

function who({ finding, words }: Say): string {
  const isEmployee = finding.values.as === 'employee'
  if (words.language === 'sv') return isEmployee ? 'anställda' : 'egenföretagare'
  return isEmployee ? 'employees' : 'the self-employed'
}

function benefitSv({ finding }: Say): string {
  return finding.values.benefit === 'pension' ? 'förlorad pensionsförmån' : 'förlorad semesterförmån'
}

function benefitEn({ finding }: Say): string {
  return finding.values.benefit === 'pension' ? 'lost pension benefit' : 'lost holiday benefit'
}

type Values = z.infer<typeof lostEarningsSchema>
type Own = NonNullable<Values['employee']> & Partial<Pick<NonNullable<Values['selfEmployed']>, 'bases'>>

/** What holds for one kind of claimant: the most, what is counted from, and the certificate, with the clause where it has its own. */
function limitsText(
  { hourlyMost, dailyMost, flatPerHour, bases = [], certificate, clause }: Own,
  language: Language,
  whom: string,
): string {
  const say = limitWords[language]
  const most = [
    ...(hourlyMost === undefined ? [] : [say.perHour(amountText(hourlyMost, language))]),
    ...(dailyMost === undefined ? [] : [say.perDay(amountText(dailyMost, language))]),
  ]
  const said = [
    ...(most.length === 0 ? [] : [`${say.most} ${most.join(', ')}`]),
    ...bases.map(({ title, divisor }) => say.basis(title[language].toLowerCase(), divisor)),
    ...(flatPerHour === undefined ? [] : [say.flat(amountText(flatPerHour, language))]),
    ...(certificate === 'required' ? [say.certificate] : []),
  ]
  return said.length === 0 ? '' : `; ${whom} ${said.join(', ')}${clauseText(clause)}`
}

function benefitText({ percent, dailyMost, clause }: NonNullable<Values['pension']>, language: Language): string {
  const say = limitWords[language]
  const most = dailyMost === undefined ? '' : `, ${say.most} ${say.perDay(amountText(dailyMost, language))}`
  return `${say.with} ${percentText(percent, say.point)} %${most}${clauseText(clause)}`
}

function mixedText({ maximum, dailyMost, clause }: NonNullable<Values['mixed']>, language: Language): string {
  const say = limitWords[language]
  const most = dailyMost === undefined ? '' : `, ${say.most} ${say.perDay(amountText(dailyMost, language))}`
  return `; ${say.mixed[maximum]}${most}${clauseText(clause)}`
}

function clauseText(clause: string | undefined): string {
  return clause === undefined ? '' : ` (${clause})`
}

const limitWords = {
  sv: {
    most: 'högst',
    perHour: (amount: string) => `${amount} per timme`,
    perDay: (amount: string) => `${amount} per dag`,
    basis: (income: string, divisor: number) => `${income} genom ${divisor} per timme`,
    flat: (amount: string) => `${amount} per timme för den som inte visar hur mycket`,
    certificate: 'mot intyg',
    with: 'med',
    point: ',',
    mixed: {
      shared: 'den som är båda delar på ett högsta belopp',
      separate: 'den som är båda har var sitt högsta belopp',
      silent: 'om den som är båda delar på ett högsta belopp är inte sagt',
    },
  },
  en: {
    most: 'at most',
    perHour: (amount: string) => `${amount} per hour`,
    perDay: (amount: string) => `${amount} per day`,
    basis: (income: string, divisor: number) => `${income} divided by ${divisor} for an hour`,
    flat: (amount: string) => `${amount} per hour for those who do not show how much`,
    certificate: 'against a certificate',
    with: 'with',
    point: '.',
    mixed: {
      shared: 'whoever is both has one maximum for the two',
      separate: 'whoever is both has one maximum each',
      silent: 'whether whoever is both has one maximum is not said',
    },
  },
} as const

function percentText(percent: number, point: string): string {
  return String(percent).replace('.', point)
}
