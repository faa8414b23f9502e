import { z } from 'zod'
import { defineRule, orSilent } from './kind.ts'

/** How many visits are paid in a calendar year. The fee lines carry its findings. */
export const feeCapVisits = defineRule({
  kind: 'fee.cap-visits',
  values: z.strictObject({ most: z.int().min(1).max(366), per: orSilent(['person', 'unit', 'person-and-unit']) }),
  describe: {
    sv: ({ most, per }, words) =>
      `Arvode betalas för högst ${words.neuter(most)} besök per ${per === 'silent' ? '(inte sagt: person eller enhet)' : words.label(per)} och kalenderår.`,
    en: ({ most, per }, words) =>
      `A fee is paid for at most ${words.number(most)} visit${most === 1 ? '' : 's'} per ${per === 'silent' ? '(not said: person or unit)' : words.label(per)} and calendar year.`,
  },
  sentences: {
    sv: {
      unanswered: () => 'Riktlinjen säger inte om taket räknas per person eller per enhet. Nämnden behöver svara.',
      'within-cap': (say) =>
        `Besöket är nummer ${say.number('place')} av högst ${say.number('most')} betalda under ${say.number('year')}.`,
      'cap-reached': (say) =>
        `Taket är nått: ${say.number('most')} besök är redan betalda under ${say.number('year')} (per ${say.labels('per')}).`,
      'place-held': () =>
        'Ett annat besök som redan har betalats håller platsen under taket. Någon behöver besluta om rättelse innan detta besök betalas.',
    },
    en: {
      unanswered: () =>
        'The guideline does not say whether the cap is counted per person or per unit. The committee needs to answer.',
      'within-cap': (say) =>
        `The visit is number ${say.number('place')} of at most ${say.number('most')} paid in ${say.number('year')}.`,
      'cap-reached': (say) =>
        `The cap is reached: ${say.number('most')} visit(s) are already paid in ${say.number('year')} (per ${say.labels('per')}).`,
      'place-held': () =>
        'Another visit that has already been paid holds the place under the cap. Somebody needs to decide about a correction before this visit is paid.',
    },
  },
})
