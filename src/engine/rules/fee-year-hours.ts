import { z } from 'zod'
import { defineRule } from './kind.ts'
import { formsAsk, visitForm } from './visits-forms.ts'

/** How many hours of named forms are paid for one person in a calendar year. The fee lines carry its findings. */
export const feeYearHours = defineRule({
  kind: 'fee.year-hours',
  title: { sv: 'Betald tid under ett år', en: 'Hours paid in a year' },
  ask: {
    minutes: {
      sv: 'Hur lång tid betalas för var och en under ett kalenderår, som mest?',
      en: 'How much time is paid for each person in a calendar year, at most?',
    },
    forms: formsAsk,
  },
  values: z.strictObject({ minutes: z.int().min(1).max(100_000), forms: z.array(visitForm).min(1) }),
  describe: {
    sv: ({ minutes, forms }, words) =>
      `För ${words.labels(forms)} betalas högst ${words.duration(minutes)} per person och kalenderår.`,
    en: ({ minutes, forms }, words) =>
      `For a ${words.labels(forms)} at most ${words.duration(minutes)} per person and calendar year are paid.`,
  },
  sentences: {
    sv: {
      'year-hours-within': (say) =>
        `Tiden ryms inom årets ${say.duration('capMinutes')}; ${say.duration('leftMinutes')} återstod före besöket.`,
      'year-hours-cut': (say) =>
        `Av årets ${say.duration('capMinutes')} återstår ${say.duration('leftMinutes')}; bara de betalas.`,
      'year-hours-used': (say) => `Årets ${say.duration('capMinutes')} är redan betalda under ${say.number('year')}.`,
    },
    en: {
      'year-hours-within': (say) =>
        `The time is within the year's ${say.duration('capMinutes')}; ${say.duration('leftMinutes')} were left before the visit.`,
      'year-hours-cut': (say) =>
        `Of the year's ${say.duration('capMinutes')} only ${say.duration('leftMinutes')} are left, and only they are paid.`,
      'year-hours-used': (say) => `The year's ${say.duration('capMinutes')} are already paid in ${say.number('year')}.`,
    },
  },
})
