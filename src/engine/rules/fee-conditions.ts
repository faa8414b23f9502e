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
  },
  values: z.strictObject({ requires: z.array(z.enum(['report', 'fee-form', 'invitation', 'decision'])).min(1) }),
  describe: {
    sv: ({ requires }, words) => `Underlag för utbetalning: ${words.labels(requires)}.`,
    en: ({ requires }, words) => `Payment rests on: ${words.labels(requires)}.`,
  },
  sentences: {
    sv: {
      'report-missing': () => 'Rapporten saknas; den är underlag för utbetalningen.',
      'form-missing': () => 'Arvodesunderlaget är inte bekräftat; det är underlag för utbetalningen.',
      'invitation-missing': () =>
        'Det finns ingen kallelse till besöket för den som gjorde det, och arvodet gäller besök som man är kallad till.',
      'decision-missing': () => 'Arvodet vilar på ett beslut, och inget har fattats om besöket.',
      'decision-refused': () => 'Arvodet vilar på ett beslut, och beslutet blev nej.',
      'basis-complete': () => 'Underlaget för utbetalning finns.',
    },
    en: {
      'report-missing': () => 'The report is missing; payment rests on it.',
      'form-missing': () => 'The fee claim is not confirmed; payment rests on it.',
      'invitation-missing': () =>
        'There is no invitation to the visit for whoever made it, and the fee is for visits to which one is invited.',
      'decision-missing': () => 'The fee rests on a decision, and none has been taken about the visit.',
      'decision-refused': () => 'The fee rests on a decision, and the decision was no.',
      'basis-complete': () => 'What payment rests on is there.',
    },
  },
})
