import { z } from 'zod'
import { defineRule } from './kind.ts'

/** The guideline holds only once the committee has approved it; before that nothing can be booked. */
export const adoptionRequired = defineRule({
  kind: 'adoption.required',
  title: { sv: 'Godkännande krävs', en: 'Approval required' },
  ask: {
    by: { sv: 'Vem godkänner riktlinjen innan den gäller?', en: 'Who approves the guideline before it holds?' },
  },
  values: z.strictObject({ by: z.enum(['committee']) }),
  describe: {
    sv: () =>
      'Riktlinjen är ett förslag tills nämnden har godkänt den; dessförinnan kan inget bokas, men den kan prövas.',
    en: () =>
      'The guideline is a proposal until the committee has approved it; before that nothing can be booked, but it can be tried out.',
  },
  sentences: {
    sv: { 'not-adopted': () => 'Riktlinjen är bara ett förslag. Nämnden behöver godkänna den innan något kan bokas.' },
    en: {
      'not-adopted': () =>
        'The guideline is only a proposal. The committee needs to approve it before anything can be booked.',
    },
  },
})
