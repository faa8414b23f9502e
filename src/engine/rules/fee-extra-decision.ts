import { z } from 'zod'
import { differing } from './apart.ts'
import { defineRule } from './kind.ts'
import { role } from './visits-forms.ts'

/** Beyond a number of visits in a year somebody decides about the fee, not about the visit. The fee lines carry its findings. */
export const feeExtraDecision = defineRule({
  kind: 'fee.extra-fee-decision',
  title: { sv: 'Beslut om arvode för fler besök', en: 'Decision about the fee for more visits' },
  ask: {
    beyond: {
      sv: 'Efter hur många besök under ett kalenderår behövs ett beslut om arvodet?',
      en: 'After how many visits in a calendar year does the fee take a decision?',
    },
    decidedBy: { sv: 'Vem beslutar om arvodet?', en: 'Who decides about the fee?' },
  },
  once: true,
  values: z.strictObject({ beyond: z.int().min(0).max(366), decidedBy: role }),
  collides: differing,
  describe: {
    sv: ({ beyond, decidedBy }, words) =>
      `Gör någon fler än ${words.neuter(beyond)} besök under ett kalenderår beslutar ${words.label(decidedBy)} om arvodet.`,
    en: ({ beyond, decidedBy }, words) =>
      `When someone makes more than ${words.number(beyond)} visit${beyond === 1 ? '' : 's'} in a calendar year ${words.label(decidedBy)} decides about the fee.`,
  },
  sentences: {
    sv: {
      'fee-to-decide': (say) =>
        `Besöket är nummer ${say.number('place')} under ${say.number('year')}; ${say.labels('decidedBy')} beslutar om arvodet.`,
      'fee-granted': (say) =>
        `Arvodet för besök nummer ${say.number('place')} under ${say.number('year')} beviljades ${say.day('decidedOn')}.`,
      'fee-refused': (say) =>
        `Arvodet för besök nummer ${say.number('place')} under ${say.number('year')} avslogs ${say.day('decidedOn')}.`,
    },
    en: {
      'fee-to-decide': (say) =>
        `The visit is number ${say.number('place')} in ${say.number('year')}; ${say.labels('decidedBy')} decides about the fee.`,
      'fee-granted': (say) =>
        `The fee for visit number ${say.number('place')} in ${say.number('year')} was granted on ${say.day('decidedOn')}.`,
      'fee-refused': (say) =>
        `The fee for visit number ${say.number('place')} in ${say.number('year')} was refused on ${say.day('decidedOn')}.`,
    },
  },
})
