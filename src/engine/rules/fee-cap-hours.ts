import { z } from 'zod'
import { defineRule, orSilent } from './kind.ts'

/** How much time of a visit is paid: up to a cap, or always that time. The fee lines carry its findings. */
export const feeCapHours = defineRule({
  kind: 'fee.cap-hours',
  once: true,
  values: z.strictObject({ minutes: z.int().min(1).max(1440), meaning: orSilent(['cap', 'flat']) }),
  describe: {
    sv: ({ minutes, meaning }, words) =>
      meaning === 'flat'
        ? `Varje besök betalas som ${words.duration(minutes)}.`
        : meaning === 'cap'
          ? `Högst ${words.duration(minutes)} betalas per besök.`
          : `För varje besök räknas ${words.duration(minutes)}; om det är ett tak eller en fast tid är inte sagt.`,
    en: ({ minutes, meaning }, words) =>
      meaning === 'flat'
        ? `Each visit is paid as ${words.duration(minutes)}.`
        : meaning === 'cap'
          ? `At most ${words.duration(minutes)} are paid per visit.`
          : `For each visit ${words.duration(minutes)} are counted; whether that is a cap or a fixed time is not said.`,
  },
  sentences: {
    sv: {
      unanswered: (say) =>
        `Riktlinjen säger ${say.duration('capMinutes')} men inte om det är ett tak eller en fast tid. Nämnden behöver svara.`,
      'within-hours': (say) => `Tiden, ${say.duration('minutes')}, ryms inom ${say.duration('capMinutes')}.`,
      'cut-to-hours': (say) => `Besöket varade ${say.duration('minutes')}; ${say.duration('capMinutes')} betalas.`,
      'flat-hours': (say) => `Besöket betalas som ${say.duration('capMinutes')}, hur länge det än varade.`,
    },
    en: {
      unanswered: (say) =>
        `The guideline says ${say.duration('capMinutes')} but not whether that is a cap or a fixed time. The committee needs to answer.`,
      'within-hours': (say) => `The time, ${say.duration('minutes')}, is within ${say.duration('capMinutes')}.`,
      'cut-to-hours': (say) => `The visit lasted ${say.duration('minutes')}; ${say.duration('capMinutes')} are paid.`,
      'flat-hours': (say) => `The visit is paid as ${say.duration('capMinutes')}, however long it lasted.`,
    },
  },
})
