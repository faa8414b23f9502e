import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { WrittenAmount } from '../fee-rules-amounts.ts'
import type { Ask, Say } from '../rules/kind.ts'

/** The question about the clause, alike in every block of the fee rules. */
export const clauseAsk: Ask = {
  sv: 'Vilket avsnitt i arvodesreglementet är det?',
  en: 'Which clause of the fee rules is it?',
}

/** The question about a clause of a part, which otherwise rests on its block's. */
export const ownClauseAsk: Ask = {
  sv: 'Vilket avsnitt handlar om just detta?',
  en: 'Which clause is about this in particular?',
  help: { sv: 'Lämna tomt om det är samma avsnitt.', en: 'Leave empty where it is the same clause.' },
}

/** The question about what somebody or something is called on the page. */
export const titleAsk: Ask = {
  sv: 'Vad kallas det, på svenska och engelska?',
  en: 'What is it called, in Swedish and English?',
}

/** The question about a code that files name something by. */
export const codeAsk: Ask = {
  sv: 'Vilken kod används i underlaget?',
  en: 'Which code do the claims use?',
  help: {
    sv: 'Små bokstäver, siffror och bindestreck, till exempel parkering.',
    en: 'Small letters, digits and hyphens, for example parking.',
  },
}

/** Choices of a value that says whether a paper is asked for. */
export const paperChoices = {
  required: { sv: 'Ja', en: 'Yes' },
  not: { sv: 'Nej', en: 'No' },
} as const

/** Returns an amount in words: kronor, or by which name in the fee rules it is worked out. */
export function amountText(amount: WrittenAmount, language: Language): string {
  if (typeof amount === 'number') return formatKronor(amount)
  if ('of' in amount) return language === 'sv' ? `en del av ${amount.of}` : `a part of ${amount.of}`
  const [first] = amount.values
  return first === undefined ? '' : amountText(first.amount, language)
}

function kindOf({ finding, words }: Say): string {
  return words.label(String(finding.values.kind ?? ''))
}

/** The sentences of every line beside the fee. */
export const lineSentences = {
  sv: {
    'not-in-rules': (say: Say) => `Inga arvodesregler som gällde den dagen säger något om ${kindOf(say)}.`,
    'rules-collide': (say: Say) =>
      `Flera arvodesregler om ${kindOf(say)} gäller samma dag: ${say.text('feeRules')}. Någon behöver bestämma vilka som gäller.`,
    'not-given': (say: Say) => `${say.text('feeSv')} ger inte ${kindOf(say)}.`,
    'amount-unknown': (say: Say) => `Beloppet (${say.text('of')}) har inget värde den dagen i arvodesreglerna.`,
    'rounding-silent': (say: Say) =>
      `Reglerna kräver ett avrundat belopp (${say.text('of')}) utan att säga hur det avrundas.`,
    'no-whole-ore': (say: Say) =>
      `Beloppet (${say.text('of')}) blir inte hela ören, och reglerna säger inte hur det avrundas.`,
    'not-appointed': (say: Say) =>
      `${say.name('person', 'person')} var inte utsedd kontaktpolitiker den dagen. Någon behöver bestämma om ersättningen gäller ändå.`,
    exported: (say: Say) => `${say.kronor('exportedOre')} har gått till lön ${say.day('exportedOn')}.`,
    'exported-differs': (say: Say) =>
      `${say.kronor('exportedOre')} har redan gått till lön, men enligt underlaget borde det vara ${say.kronor('computedOre')}. Det som är utbetalt står kvar tills någon beslutar om rättelse.`,
  },
  en: {
    'not-in-rules': (say: Say) => `No fee rules in force on that day speak of ${kindOf(say)}.`,
    'rules-collide': (say: Say) =>
      `Several fee rules about ${kindOf(say)} hold on the same day: ${say.text('feeRules')}. Somebody needs to decide which apply.`,
    'not-given': (say: Say) => `${say.text('feeEn')} does not give ${kindOf(say)}.`,
    'amount-unknown': (say: Say) => `The amount (${say.text('of')}) has no value on that day in the fee rules.`,
    'rounding-silent': (say: Say) =>
      `The rules demand a rounded amount (${say.text('of')}) without saying how it is rounded.`,
    'no-whole-ore': (say: Say) =>
      `The amount (${say.text('of')}) is no whole öre, and the rules do not say how it is rounded.`,
    'not-appointed': (say: Say) =>
      `${say.name('person', 'person')} was not an appointed contact politician on that day. Somebody needs to decide whether this is paid all the same.`,
    exported: (say: Say) => `${say.kronor('exportedOre')} went to payroll on ${say.day('exportedOn')}.`,
    'exported-differs': (say: Say) =>
      `${say.kronor('exportedOre')} has already gone to payroll, but by the facts it should be ${say.kronor('computedOre')}. What is paid stands until somebody decides about a correction.`,
  },
} as const
