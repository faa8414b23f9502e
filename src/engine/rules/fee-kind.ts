import { z } from 'zod'
import { openCode } from '../programme.ts'
import { defineRule } from './kind.ts'
import { forms, formsAsk } from './visits-forms.ts'

/** Which kind of fee is paid, and for which forms of visit. The fee lines carry its findings. */
export const feeKind = defineRule({
  kind: 'fee.kind',
  title: { sv: 'Slags arvode', en: 'Kind of fee' },
  ask: {
    fee: {
      sv: 'Vilket slags arvode i arvodesreglerna betalas?',
      en: 'Which kind of fee of the fee rules is paid?',
      help: {
        sv: 'Ett av slagen i kommunens arvodesregler, eller inget arvode.',
        en: "One of the kinds in the municipality's fee rules, or no fee.",
      },
    },
    forms: formsAsk,
  },
  values: z.strictObject({
    /** A kind of the fee rules; `none` where no fee is paid. */
    fee: z.union([openCode.meta({ examples: ['meeting', 'errand', 'none'] }), z.literal('silent')]),
    forms,
  }),
  /** Two sources that pay one form of visit by different kinds cannot both be followed. */
  collides: (one, other) =>
    one.fee !== other.fee &&
    one.fee !== 'silent' &&
    other.fee !== 'silent' &&
    one.forms.some((form) => other.forms.includes(form))
      ? ['fee']
      : [],
  describe: {
    sv: ({ fee, forms: paid }, words) =>
      fee === 'silent'
        ? 'Vilket slags arvode som betalas, eller om något betalas, är inte sagt.'
        : fee === 'none'
          ? 'Inget arvode betalas.'
          : `För ${words.labels(paid)} betalas ${words.label(fee)} enligt arvodesreglerna.`,
    en: ({ fee, forms: paid }, words) =>
      fee === 'silent'
        ? 'Which kind of fee is paid, or whether any is, is not said.'
        : fee === 'none'
          ? 'No fee is paid.'
          : `For a ${words.labels(paid)} the ${words.label(fee)} is paid by the fee rules.`,
  },
  sentences: {
    sv: {
      unanswered: () =>
        'Riktlinjen säger inte om något arvode betalas eller vilket slag. Nämnden behöver svara innan arvodet kan bestämmas.',
      'no-fee': () => 'Inget arvode betalas.',
      'form-not-paid': (say) => `Arvode betalas för ${say.labels('forms')}, inte för ${say.labels('form')}.`,
      'not-contact-politician': (say) =>
        `${say.name('person', 'person')} var inte utsedd kontaktpolitiker den dagen, och arvodet gäller kontaktpolitiker.`,
      'fee-rules-missing': (say) => `Inga arvodesregler med ${say.labels('fee')} gäller den dagen.`,
      'fee-rules-collide': (say) =>
        `Flera arvodesregler med ${say.labels('fee')} gäller samma dag: ${say.text('feeRules')}. Någon behöver bestämma vilka som gäller.`,
      'form-mismatch': (say) =>
        `Riktlinjen räknar i dagar, men arvodesreglerna (${say.text('feeRules')}) har inget belopp för en dag.`,
      'boundary-silent': (say) =>
        `Tiden är precis ${say.duration('boundaryMinutes')}, och arvodesreglerna säger inte om det är halv eller hel dag.`,
      counted: (say) =>
        `Beloppet räknas som ${say.labels('fee')} enligt ${say.text('feeRules')}, för ${say.duration('minutes')}.`,
      'counted-day': (say) => `Beloppet räknas som ${say.labels('fee')} enligt ${say.text('feeRules')}.`,
      'exported-differs': (say) =>
        `${say.kronor('exportedOre')} har redan gått till lön, men enligt underlaget borde det vara ${say.kronor('computedOre')}. Det som är utbetalt står kvar tills någon beslutar om rättelse.`,
      exported: (say) => `${say.kronor('exportedOre')} har gått till lön ${say.day('exportedOn')}.`,
      waived: (say) => `Den som gjorde besöket avstod från arvodet ${say.day('closedOn')}.`,
      refused: (say) => `Arvodet avslogs ${say.day('closedOn')}.`,
    },
    en: {
      unanswered: () =>
        'The guideline does not say whether a fee is paid or of which kind. The committee needs to answer before the fee can be told.',
      'no-fee': () => 'No fee is paid.',
      'form-not-paid': (say) => `A fee is paid for a ${say.labels('forms')}, not for a ${say.labels('form')}.`,
      'not-contact-politician': (say) =>
        `${say.name('person', 'person')} was not an appointed contact politician on that day, and the fee is for contact politicians.`,
      'fee-rules-missing': (say) => `No fee rules with the ${say.labels('fee')} are in force on that day.`,
      'fee-rules-collide': (say) =>
        `Several fee rules with the ${say.labels('fee')} hold on the same day: ${say.text('feeRules')}. Somebody needs to decide which apply.`,
      'form-mismatch': (say) =>
        `The guideline counts in days, but the fee rules (${say.text('feeRules')}) have no amount for a day.`,
      'boundary-silent': (say) =>
        `The time is exactly ${say.duration('boundaryMinutes')}, and the fee rules do not say whether that is half or a full day.`,
      counted: (say) =>
        `The amount is counted as ${say.labels('fee')} by ${say.text('feeRules')}, for ${say.duration('minutes')}.`,
      'counted-day': (say) => `The amount is counted as ${say.labels('fee')} by ${say.text('feeRules')}.`,
      'exported-differs': (say) =>
        `${say.kronor('exportedOre')} has already gone to payroll, but by the facts it should be ${say.kronor('computedOre')}. What is paid stands until somebody decides about a correction.`,
      exported: (say) => `${say.kronor('exportedOre')} went to payroll on ${say.day('exportedOn')}.`,
      waived: (say) => `Whoever made the visit refrained from the fee on ${say.day('closedOn')}.`,
      refused: (say) => `The fee was refused on ${say.day('closedOn')}.`,
    },
  },
})
