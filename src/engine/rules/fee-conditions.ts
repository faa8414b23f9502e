import { z } from 'zod'
import { defineRule } from './kind.ts'

/** What payment rests on. Only what a clause names stops a fee. The fee lines carry its findings. */
export const feeConditions = defineRule({
  kind: 'fee.conditions',
  values: z.strictObject({ requires: z.array(z.enum(['report', 'fee-form'])).min(1) }),
  describe: {
    sv: ({ requires }, words) => `Underlag för utbetalning: ${words.labels(requires)}.`,
    en: ({ requires }, words) => `Payment rests on: ${words.labels(requires)}.`,
  },
  sentences: {
    sv: {
      'report-missing': () => 'Rapporten saknas; den är underlag för utbetalningen.',
      'form-missing': () => 'Arvodesunderlaget är inte bekräftat; det är underlag för utbetalningen.',
      'basis-complete': () => 'Underlaget för utbetalning finns.',
    },
    en: {
      'report-missing': () => 'The report is missing; payment rests on it.',
      'form-missing': () => 'The fee claim is not confirmed; payment rests on it.',
      'basis-complete': () => 'What payment rests on is there.',
    },
  },
})
