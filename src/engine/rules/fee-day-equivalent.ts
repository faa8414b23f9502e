import { z } from 'zod'
import { differing } from './apart.ts'
import { defineRule } from './kind.ts'

/** A visit is paid as half or a full day, however long it lasted. The fee lines carry its findings. */
export const feeDayEquivalent = defineRule({
  kind: 'fee.day-equivalent',
  title: { sv: 'Besök som halv eller hel dag', en: 'Visit as half or full day' },
  ask: {
    day: {
      sv: 'Betalas ett besök som en halv eller en hel dag, hur länge det än varade?',
      en: 'Is a visit paid as half or a full day, however long it lasted?',
    },
  },
  once: true,
  values: z.strictObject({ day: z.enum(['half', 'full']) }),
  collides: differing,
  describe: {
    sv: ({ day }, words) => `Ett besök betalas som en ${words.label(day)}.`,
    en: ({ day }, words) => `A visit is paid as a ${words.label(day)}.`,
  },
  sentences: {
    sv: { 'as-day': (say) => `Besöket betalas som en ${say.labels('day')}, hur länge det än varade.` },
    en: { 'as-day': (say) => `The visit is paid as a ${say.labels('day')}, however long it lasted.` },
  },
})
