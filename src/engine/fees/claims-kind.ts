import { capital } from '../../kernel/language.ts'
import { type ClaimsBlock, claimsSchema, deadlineSchema } from '../fee-rules-claims.ts'
import { type Ask, defineRule, type Say } from '../rules/kind.ts'
import { clauseAsk, codeAsk, titleAsk } from './block-words.ts'

const deadlineAsk = {
  clause: clauseAsk,
  of: {
    sv: 'Vad är det som ska begäras i tid?',
    en: 'What is it that is to be claimed in time?',
    choices: {
      fee: { sv: 'Arvodet', en: 'The fee' },
      'lost-earnings': { sv: 'Förlorad arbetsinkomst', en: 'Lost earnings' },
      costs: { sv: 'Resor och kostnader', en: 'Travel and costs' },
    },
  },
  claimant: {
    sv: 'Gäller det bara somliga?',
    en: 'Is it only for some?',
    help: {
      sv: 'Anställda (employee), egenföretagare (self-employed), ledamöter (member), ersättare (substitute), en roll eller en grupp. Lämna tomt om det gäller alla.',
      en: 'Employees (employee), self-employed, members (member), substitutes (substitute), a role or a group. Leave empty where it is for all.',
    },
  },
  days: { sv: 'Inom hur många dagar?', en: 'Within how many days?' },
  monthsAfter: { sv: 'Inom hur många månader?', en: 'Within how many months?' },
  after: {
    sv: 'Från vad räknas tiden?',
    en: 'What does the time count from?',
    choices: {
      visit: { sv: 'Från besöket', en: 'From the visit' },
      'month-end': { sv: 'Från slutet av besökets månad', en: "From the end of the visit's month" },
      'quarter-end': { sv: 'Från slutet av besökets kvartal', en: "From the end of the visit's quarter" },
      'half-year-end': { sv: 'Från slutet av besökets halvår', en: "From the end of the visit's half-year" },
      'year-end': { sv: 'Från slutet av besökets år', en: "From the end of the visit's year" },
    },
  },
  effect: {
    sv: 'Vad händer med det som kommer för sent?',
    en: 'What happens with what comes too late?',
    choices: {
      refuse: { sv: 'Det betalas inte', en: 'It is not paid' },
      note: { sv: 'Det noteras och betalas', en: 'It is noted and paid' },
    },
  },
} as const satisfies Readonly<Record<string, Ask>>

/** How a claim is made, as it is asked about, read back and said in findings. */
export const claimsKind = defineRule({
  kind: 'fee-rules.claims',
  title: { sv: 'Arvodesunderlag', en: 'Claims' },
  ask: {
    clause: clauseAsk,
    per: {
      sv: 'Lämnas ett underlag för varje tillfälle, eller ett för varje månad?',
      en: 'Is there one claim for each occasion, or one for each month?',
      choices: {
        occasion: { sv: 'Ett för varje tillfälle', en: 'One for each occasion' },
        month: { sv: 'Ett för varje månad', en: 'One for each month' },
      },
    },
    fields: { sv: 'Vad måste ett underlag innehålla?', en: 'What must a claim hold?' },
    'fields.code': codeAsk,
    'fields.title': titleAsk,
    incomplete: {
      sv: 'Vad händer när något av det saknas?',
      en: 'What happens when some of it is missing?',
      choices: {
        waits: { sv: 'Inget betalas förrän det finns', en: 'Nothing is paid until it is there' },
        note: { sv: 'Det noteras', en: 'It is noted' },
      },
    },
    deadlines: { sv: 'När ska underlaget ha lämnats?', en: 'By when is the claim handed in?' },
    ...Object.fromEntries(Object.entries(deadlineAsk).map(([key, ask]) => [`deadlines.${key}`, ask])),
  },
  values: claimsSchema,
  describe: {
    sv: ({ per, fields, incomplete }, words) =>
      [
        `Ett arvodesunderlag lämnas för varje ${per === 'month' ? 'månad' : 'tillfälle'}`,
        fields.length === 0 ? '' : ` med ${words.list(fields.map((it) => it.title.sv.toLowerCase()))}`,
        incomplete === 'waits' ? '; inget betalas förrän allt finns' : '',
        '.',
      ].join(''),
    en: ({ per, fields, incomplete }, words) =>
      [
        `A claim is handed in for each ${per}`,
        fields.length === 0 ? '' : ` with ${words.list(fields.map((it) => it.title.en.toLowerCase()))}`,
        incomplete === 'waits' ? '; nothing is paid until all of it is there' : '',
        '.',
      ].join(''),
  },
  sentences: {
    sv: {
      'fields-there': () => 'Underlaget innehåller allt som arvodesreglerna kräver.',
      'fields-missing': (say) => `I underlaget saknas: ${say.text('titlesSv')}.`,
      'one-claim': (say) => `Underlaget för ${say.words.month(say.number('monthDay'))} är lämnat samlat.`,
      'several-claims': (say) =>
        `Underlag för ${say.words.month(say.number('monthDay'))} är lämnade vid ${say.words.number(say.number('count'))} tillfällen; ett enda lämnas för varje månad.`,
    },
    en: {
      'fields-there': () => 'The claim holds all that the fee rules ask for.',
      'fields-missing': (say) => `The claim lacks: ${say.text('titlesEn')}.`,
      'one-claim': (say) => `The claim for ${say.words.month(say.number('monthDay'))} was handed in as one.`,
      'several-claims': (say) =>
        `Claims for ${say.words.month(say.number('monthDay'))} were handed in on ${say.words.number(say.number('count'))} days; there is one for each month.`,
    },
  },
})

/** The deadlines of claims, as they are asked about, read back and said in findings and reasons. */
export const deadlineKind = defineRule({
  kind: 'fee-rules.deadline',
  title: { sv: 'Sista dag för underlag', en: 'Deadlines of claims' },
  ask: deadlineAsk,
  values: deadlineSchema,
  describe: {
    sv: (deadline, words) =>
      `${capital(partsOf[deadline.of].sv)} begärs ${timeText(deadline, 'sv')}${whoText(deadline.claimant, words.label, ' av ')}; ${deadline.effect === 'refuse' ? 'det som kommer senare betalas inte' : 'att det kommer senare noteras'}.`,
    en: (deadline, words) =>
      `${capital(partsOf[deadline.of].en)} ${deadline.of === 'fee' ? 'is' : 'are'} claimed ${timeText(deadline, 'en')}${whoText(deadline.claimant, words.label, ' by ')}; ${deadline.effect === 'refuse' ? 'what comes later is not paid' : 'what comes later is noted'}.`,
  },
  sentences: {
    sv: {
      'in-time': (say) =>
        `Underlaget för ${partOf(say).sv} lämnades ${say.day('handedInOn')}, senast ${say.day('byDay')}.`,
      'to-hand-in': (say) => `Underlaget för ${partOf(say).sv} ska lämnas senast ${say.day('byDay')}.`,
      'late-noted': (say) =>
        isHandedIn(say)
          ? `Underlaget för ${partOf(say).sv} lämnades ${say.day('handedInOn')}; sista dag var ${say.day('byDay')}.`
          : `Underlaget för ${partOf(say).sv} skulle ha lämnats senast ${say.day('byDay')}.`,
      'late-refused': (say) =>
        isHandedIn(say)
          ? `Underlaget för ${partOf(say).sv} lämnades ${say.day('handedInOn')}; sista dag var ${say.day('byDay')}, och det som kommer senare betalas inte.`
          : `Underlaget för ${partOf(say).sv} skulle ha lämnats senast ${say.day('byDay')}, och det som kommer senare betalas inte.`,
    },
    en: {
      'in-time': (say) =>
        `The claim for ${partOf(say).en} was handed in on ${say.day('handedInOn')}, by ${say.day('byDay')}.`,
      'to-hand-in': (say) => `The claim for ${partOf(say).en} is to be handed in by ${say.day('byDay')}.`,
      'late-noted': (say) =>
        isHandedIn(say)
          ? `The claim for ${partOf(say).en} was handed in on ${say.day('handedInOn')}; the last day was ${say.day('byDay')}.`
          : `The claim for ${partOf(say).en} should have been handed in by ${say.day('byDay')}.`,
      'late-refused': (say) =>
        isHandedIn(say)
          ? `The claim for ${partOf(say).en} was handed in on ${say.day('handedInOn')}; the last day was ${say.day('byDay')}, and what comes later is not paid.`
          : `The claim for ${partOf(say).en} should have been handed in by ${say.day('byDay')}, and what comes later is not paid.`,
    },
  },
})

type Deadline = ClaimsBlock['deadlines'][number]

const partsOf = {
  fee: { sv: 'arvode', en: 'the fee' },
  'lost-earnings': { sv: 'förlorad arbetsinkomst', en: 'lost earnings' },
  costs: { sv: 'resor och kostnader', en: 'travel and costs' },
} as const

function partOf({ finding }: Say): (typeof partsOf)[keyof typeof partsOf] {
  const of = finding.values.of
  return of === 'lost-earnings' || of === 'costs' ? partsOf[of] : partsOf.fee
}

function isHandedIn({ finding }: Say): boolean {
  return finding.values.handedInOn !== undefined
}

function whoText(claimant: string | undefined, label: (code: string) => string, lead: string): string {
  return claimant === undefined ? '' : `${lead}${label(claimant)}`
}

const fromWhat = {
  visit: { sv: 'besöket', en: 'the visit' },
  'month-end': { sv: 'månadens slut', en: 'the end of the month' },
  'quarter-end': { sv: 'kvartalets slut', en: 'the end of the quarter' },
  'half-year-end': { sv: 'halvårets slut', en: 'the end of the half-year' },
  'year-end': { sv: 'årets slut', en: 'the end of the year' },
} as const

function timeText({ days, monthsAfter = 0, after }: Deadline, language: 'sv' | 'en'): string {
  const count = days ?? monthsAfter
  if (language === 'sv') {
    const unit = days === undefined ? (count === 1 ? 'månad' : 'månader') : count === 1 ? 'dag' : 'dagar'
    return `inom ${count} ${unit} från ${fromWhat[after].sv}`
  }
  const unit = days === undefined ? (count === 1 ? 'month' : 'months') : count === 1 ? 'day' : 'days'
  return `within ${count} ${unit} of ${fromWhat[after].en}`
}
