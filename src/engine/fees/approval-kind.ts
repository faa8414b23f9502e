import { dayOf } from '../../kernel/date.ts'
import { acknowledgementSchema, approvalSchema, payrollSchema } from '../fee-rules-claims.ts'
import { defineRule } from '../rules/kind.ts'
import { clauseAsk, codeAsk, titleAsk } from './block-words.ts'

/** The cut-off day of the payroll, as it is asked about, read back and said in reasons. */
export const payrollKind = defineRule({
  kind: 'fee-rules.payroll',
  title: { sv: 'Lönekörning', en: 'Payroll' },
  ask: {
    clause: clauseAsk,
    cutOffDay: {
      sv: 'Senast vilken dag i månaden måste ett underlag vara klart för att komma med på månadens lön?',
      en: 'By which day of the month must a claim be ready to go with the pay of that month?',
      help: {
        sv: 'I en kortare månad gäller månadens sista dag.',
        en: 'In a shorter month it is the last day of the month.',
      },
    },
  },
  values: payrollSchema,
  describe: {
    sv: ({ cutOffDay }) => `Det som är klart senast den ${cutOffDay} i månaden kommer med på månadens lön.`,
    en: ({ cutOffDay }) => `What is ready by day ${cutOffDay} of the month goes with the pay of that month.`,
  },
  sentences: {
    sv: {
      'payroll-month': (say) =>
        `Hör till lönen för ${say.words.month(say.number('payrollDay'))}: klart ${say.day('readyOn')}, och brytdagen är den ${say.number('cutOff')}.`,
    },
    en: {
      'payroll-month': (say) =>
        `Goes with the pay for ${say.words.month(say.number('payrollDay'))}: ready on ${say.day('readyOn')}, and the cut-off is day ${say.number('cutOff')}.`,
    },
  },
})

/** Who approves a claim, as it is asked about, read back and said in findings. */
export const approvalKind = defineRule({
  kind: 'fee-rules.approval',
  title: { sv: 'Attest', en: 'Approval' },
  ask: {
    clause: clauseAsk,
    by: { sv: 'Vem attesterar arvodesunderlagen?', en: 'Who approves the claims?' },
    'by.role': codeAsk,
    'by.title': titleAsk,
    ownBy: {
      sv: 'Vem attesterar underlagen för den som själv attesterar?',
      en: "Who approves the approver's own claims?",
    },
    'ownBy.role': codeAsk,
    'ownBy.title': titleAsk,
    neverOwn: {
      sv: 'Är det förbjudet att attestera sitt eget underlag?',
      en: 'Is it forbidden to approve a claim of one’s own?',
    },
    required: {
      sv: 'Måste underlaget vara attesterat innan något betalas?',
      en: 'Must the claim be approved before anything is paid?',
    },
  },
  values: approvalSchema,
  describe: {
    sv: ({ by, ownBy, neverOwn, required }) =>
      [
        `Arvodesunderlag attesteras av ${by.title.sv.toLowerCase()}`,
        ownBy === undefined ? '' : `, vars egna attesteras av ${ownBy.title.sv.toLowerCase()}`,
        neverOwn ? '; ingen attesterar sitt eget' : '',
        required ? '; inget betalas innan dess' : '',
        '.',
      ].join(''),
    en: ({ by, ownBy, neverOwn, required }) =>
      [
        `Claims are approved by ${by.title.en.toLowerCase()}`,
        ownBy === undefined ? '' : `, whose own are approved by ${ownBy.title.en.toLowerCase()}`,
        neverOwn ? '; nobody approves their own' : '',
        required ? '; nothing is paid before that' : '',
        '.',
      ].join(''),
  },
  sentences: {
    sv: {
      'to-approve': (say) => `Underlaget ska attesteras av ${say.text('titleSv').toLowerCase()}.`,
      approved: (say) => `Underlaget attesterades ${say.day('approvedOn')} av ${say.text('titleSv').toLowerCase()}.`,
      'wrong-approver': (say) =>
        `Underlaget attesterades ${say.day('approvedOn')} av ${say.labels('role')}, men ska attesteras av ${say.text('titleSv').toLowerCase()}.`,
      'own-approval': (say) =>
        `${say.name('person', 'person')} attesterade ${say.day('approvedOn')} sitt eget underlag.`,
      'role-not-held': (say) =>
        `Den som attesterade ${say.day('approvedOn')} hade inte rollen då: ${say.labels('role')}.`,
      'approver-unnamed': (say) =>
        `${say.name('person', 'person')} hade själv rollen ${say.day('approvedOn')}, och det är inte sagt vem som attesterade.`,
    },
    en: {
      'to-approve': (say) => `The claim is to be approved by ${say.text('titleEn').toLowerCase()}.`,
      approved: (say) => `The claim was approved on ${say.day('approvedOn')} by ${say.text('titleEn').toLowerCase()}.`,
      'wrong-approver': (say) =>
        `The claim was approved on ${say.day('approvedOn')} by ${say.labels('role')}, but is to be approved by ${say.text('titleEn').toLowerCase()}.`,
      'own-approval': (say) =>
        `${say.name('person', 'person')} approved a claim of their own on ${say.day('approvedOn')}.`,
      'role-not-held': (say) =>
        `Whoever approved it on ${say.day('approvedOn')} did not hold the role then: ${say.labels('role')}.`,
      'approver-unnamed': (say) =>
        `${say.name('person', 'person')} held the role on ${say.day('approvedOn')}, and it is not said who approved.`,
    },
  },
})

/** The yearly acknowledgement of the fee rules, as it is asked about, read back and said in findings. */
export const acknowledgementKind = defineRule({
  kind: 'fee-rules.acknowledgement',
  title: { sv: 'Kvittens av arvodesreglerna', en: 'Acknowledgement of the fee rules' },
  ask: {
    clause: clauseAsk,
    each: {
      sv: 'Hur ofta ska de förtroendevalda kvittera att de har läst reglerna?',
      en: 'How often are the rules to be acknowledged?',
      choices: { year: { sv: 'Varje år', en: 'Each year' } },
    },
    by: {
      sv: 'Senast vilken dag på året, skriven MM-DD?',
      en: 'By which day of the year, written MM-DD?',
    },
  },
  values: acknowledgementSchema,
  describe: {
    sv: ({ by }) =>
      `Kontaktpolitikerna kvitterar varje år senast den ${dayText(by, 'sv')} att de har läst arvodesreglerna.`,
    en: ({ by }) => `Contact politicians acknowledge the fee rules each year by ${dayText(by, 'en')}.`,
  },
  sentences: {
    sv: {
      acknowledged: (say) =>
        `${say.subject} kvitterade arvodesreglerna för ${say.number('year')} den ${say.day('acknowledgedOn')}.`,
      late: (say) =>
        `${say.subject} kvitterade arvodesreglerna för ${say.number('year')} först ${say.day('acknowledgedOn')}; sista dag var ${say.day('byDay')}.`,
      'to-acknowledge': (say) =>
        `${say.subject} ska kvittera arvodesreglerna för ${say.number('year')} senast ${say.day('byDay')}.`,
      'not-acknowledged': (say) =>
        `${say.subject} har inte kvitterat arvodesreglerna för ${say.number('year')}; sista dag var ${say.day('byDay')}.`,
    },
    en: {
      acknowledged: (say) =>
        `${say.subject} acknowledged the fee rules of ${say.number('year')} on ${say.day('acknowledgedOn')}.`,
      late: (say) =>
        `${say.subject} acknowledged the fee rules of ${say.number('year')} only on ${say.day('acknowledgedOn')}; the last day was ${say.day('byDay')}.`,
      'to-acknowledge': (say) =>
        `${say.subject} is to acknowledge the fee rules of ${say.number('year')} by ${say.day('byDay')}.`,
      'not-acknowledged': (say) =>
        `${say.subject} has not acknowledged the fee rules of ${say.number('year')}; the last day was ${say.day('byDay')}.`,
    },
  },
})

const millisecondsPerDay = 86_400_000
const monthDay = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
const formats = { sv: new Intl.DateTimeFormat('sv-SE', monthDay), en: new Intl.DateTimeFormat('en-GB', monthDay) }

function dayText(by: string, language: 'sv' | 'en'): string {
  const [month = 1, day = 1] = by.split('-').map(Number)
  return formats[language].format(dayOf(2001, month, day) * millisecondsPerDay)
}
