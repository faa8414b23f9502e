import { z } from 'zod'
import { defineRule } from './kind.ts'

/** What payment rests on. Only what a clause names stops a fee. The fee lines carry its findings. */
export const feeConditions = defineRule({
  kind: 'fee.conditions',
  title: { sv: 'Villkor för utbetalning', en: 'Conditions for payment' },
  ask: {
    requires: {
      sv: 'Vad ska finnas innan arvodet betalas ut?',
      en: 'What has to be there before the fee is paid?',
      help: {
        sv: 'Välj bara det som texten uttryckligen kräver; inget annat stoppar ett arvode.',
        en: 'Choose only what the text expressly demands; nothing else stops a fee.',
      },
    },
    reportWithinDays: {
      sv: 'Inom hur många dagar från besöket ska rapporten ha kommit för att arvodet ska betalas?',
      en: 'Within how many days of the visit has the report to come for the fee to be paid?',
      help: {
        sv: 'Lämna tomt om en sen rapport betalas som andra. När rapporten ska komma är en egen regel.',
        en: 'Leave empty where a late report is paid as others. When the report is due is a rule of its own.',
      },
    },
  },
  values: z.strictObject({
    requires: z.array(z.enum(['report', 'fee-form', 'invitation', 'decision'])).min(1),
    /** A report that comes later gives no fee. */
    reportWithinDays: z.int().min(1).max(366).optional(),
  }),
  check: ({ requires, reportWithinDays }) =>
    reportWithinDays === undefined || requires.includes('report')
      ? []
      : [
          {
            parameter: 'reportWithinDays',
            message: 'the report is not among what payment rests on',
            mend: 'add report to requires, or take this away',
          },
        ],
  describe: {
    sv: ({ requires, reportWithinDays: days }, words) =>
      `Underlag för utbetalning: ${words.labels(requires)}${days === undefined ? '' : `; rapporten inom ${days} ${days === 1 ? 'dag' : 'dagar'} från besöket`}.`,
    en: ({ requires, reportWithinDays: days }, words) =>
      `Payment rests on: ${words.labels(requires)}${days === undefined ? '' : `; the report within ${days} ${days === 1 ? 'day' : 'days'} of the visit`}.`,
  },
  sentences: {
    sv: {
      'report-missing': () => 'Rapporten saknas; den är underlag för utbetalningen.',
      'report-late': (say) =>
        `Rapporten skulle ha kommit senast ${say.day('byDay')} för att arvodet skulle betalas${say.finding.values.deliveredOn === undefined ? '' : `, och den kom ${say.day('deliveredOn')}`}.`,
      'form-missing': () => 'Arvodesunderlaget är inte bekräftat; det är underlag för utbetalningen.',
      'invitation-missing': () =>
        'Det finns ingen kallelse till besöket för den som gjorde det, och arvodet gäller besök som man är kallad till.',
      'decision-missing': () => 'Arvodet vilar på ett beslut, och inget har fattats om besöket.',
      'decision-refused': () => 'Arvodet vilar på ett beslut, och beslutet blev nej.',
      'basis-complete': () => 'Underlaget för utbetalning finns.',
    },
    en: {
      'report-missing': () => 'The report is missing; payment rests on it.',
      'report-late': (say) =>
        `For the fee to be paid the report was to come by ${say.day('byDay')}${say.finding.values.deliveredOn === undefined ? '' : `, and it came on ${say.day('deliveredOn')}`}.`,
      'form-missing': () => 'The fee claim is not confirmed; payment rests on it.',
      'invitation-missing': () =>
        'There is no invitation to the visit for whoever made it, and the fee is for visits to which one is invited.',
      'decision-missing': () => 'The fee rests on a decision, and none has been taken about the visit.',
      'decision-refused': () => 'The fee rests on a decision, and the decision was no.',
      'basis-complete': () => 'What payment rests on is there.',
    },
  },
})
