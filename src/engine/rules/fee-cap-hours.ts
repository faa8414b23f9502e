import { z } from 'zod'
import { differing } from './apart.ts'
import { defineRule, orSilent } from './kind.ts'

/** How much time of a visit is paid: up to a cap, or always that time. The fee lines carry its findings. */
export const feeCapHours = defineRule({
  kind: 'fee.cap-hours',
  title: { sv: 'Betald tid per besök', en: 'Hours paid for a visit' },
  ask: {
    minutes: { sv: 'Hur lång tid betalas för ett besök?', en: 'How much time is paid for a visit?' },
    meaning: {
      sv: 'Är det den längsta tid som betalas, eller betalas alltid just så lång tid?',
      en: 'Is that the most that is paid, or is just so much always paid?',
      choices: {
        cap: { sv: 'högst så lång tid', en: 'at most so much' },
        flat: { sv: 'alltid så lång tid', en: 'always so much' },
      },
    },
  },
  once: true,
  values: z.strictObject({ minutes: z.int().min(1).max(1440), meaning: orSilent(['cap', 'flat']) }),
  collides: differing,
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
      'cut-to-hours': (say) =>
        `${say.duration('capMinutes')} av ${say.duration('minutes')}: riktlinjen betalar högst ${say.duration('capMinutes')}.`,
      'flat-hours': (say) => `Besöket betalas som ${say.duration('capMinutes')}, hur länge det än varade.`,
    },
    en: {
      unanswered: (say) =>
        `The guideline says ${say.duration('capMinutes')} but not whether that is a cap or a fixed time. The committee needs to answer.`,
      'within-hours': (say) => `The time, ${say.duration('minutes')}, is within ${say.duration('capMinutes')}.`,
      'cut-to-hours': (say) =>
        `${say.duration('capMinutes')} of ${say.duration('minutes')}: the guideline pays at most ${say.duration('capMinutes')}.`,
      'flat-hours': (say) => `The visit is paid as ${say.duration('capMinutes')}, however long it lasted.`,
    },
  },
})
