import { z } from 'zod'
import { defineRule, orSilent, type Say } from './kind.ts'
import { role } from './visits-forms.ts'
import type { Words } from './words.ts'

/** How many visits are paid in a calendar year. The fee lines carry its findings. */
export const feeCapVisits = defineRule({
  kind: 'fee.cap-visits',
  title: { sv: 'Antal betalda besök', en: 'Number of paid visits' },
  ask: {
    most: {
      sv: 'Hur många besök betalas under ett kalenderår, som mest?',
      en: 'How many visits are paid in a calendar year, at most?',
    },
    per: {
      sv: 'Räknas de för varje person, enhet, person och enhet, eller besöksgrupp?',
      en: 'Are they counted for each person, unit, person and unit, or visiting group?',
      choices: { group: { sv: 'besöksgrupp', en: 'visiting group' } },
    },
    beyond: {
      sv: 'Vad händer med arvodet för besök därutöver?',
      en: 'What becomes of the fee for visits beyond that?',
    },
    'beyond.decidedBy': { sv: 'Vem beslutar om arvodet för dem?', en: 'Who decides about the fee for them?' },
  },
  values: z.strictObject({
    most: z.int().min(1).max(366),
    per: orSilent(['person', 'unit', 'person-and-unit', 'group']),
    /** Beyond the number nothing is paid, or somebody decides about each fee. */
    beyond: z.union([z.literal('nothing'), z.strictObject({ decidedBy: role })]).default('nothing'),
  }),
  describe: {
    sv: ({ most, per, beyond }, words) =>
      `Arvode betalas för högst ${words.neuter(most)} besök per ${per === 'silent' ? '(inte sagt: person eller enhet)' : perText(words, per)} och kalenderår.${beyond === 'nothing' ? '' : ` Om arvode för fler beslutar ${words.label(beyond.decidedBy)}.`}`,
    en: ({ most, per, beyond }, words) =>
      `A fee is paid for at most ${words.number(most)} visit${most === 1 ? '' : 's'} per ${per === 'silent' ? '(not said: person or unit)' : perText(words, per)} and calendar year.${beyond === 'nothing' ? '' : ` Beyond that ${words.label(beyond.decidedBy)} decides about the fee.`}`,
  },
  sentences: {
    sv: {
      unanswered: () => 'Riktlinjen säger inte om taket räknas per person eller per enhet. Nämnden behöver svara.',
      'within-cap': (say) =>
        `Besöket är nummer ${say.number('place')} av högst ${say.number('most')} betalda under ${say.number('year')}.`,
      'cap-reached': (say) =>
        `Taket är nått: ${say.number('most')} besök är redan betalda under ${say.number('year')} (per ${perText(say.words, say.text('per'))}).`,
      'group-unknown': (say) =>
        `Taket räknas per besöksgrupp, och det är inte noterat för vilken grupp ${say.name('person', 'person')} gjorde besöket.`,
      'beyond-to-decide': (say) =>
        `Taket är nått: ${say.number('most')} besök är redan betalda under ${say.number('year')}. Om arvodet för detta beslutar ${say.labels('decidedBy')}.`,
      'beyond-granted': (say) => `Taket är nått, och arvodet beviljades ${say.day('decidedOn')}.`,
      'beyond-refused': (say) => `Taket är nått, och arvodet avslogs ${say.day('decidedOn')}.`,
      'place-held': () =>
        'Ett annat besök som redan har betalats håller platsen under taket. Någon behöver besluta om rättelse innan detta besök betalas.',
    },
    en: {
      unanswered: () =>
        'The guideline does not say whether the cap is counted per person or per unit. The committee needs to answer.',
      'within-cap': (say) =>
        `The visit is number ${say.number('place')} of at most ${say.number('most')} paid in ${say.number('year')}.`,
      'cap-reached': (say) =>
        `The cap is reached: ${visitsAre(say)} already paid in ${say.number('year')} (per ${perText(say.words, say.text('per'))}).`,
      'group-unknown': (say) =>
        `The cap is counted per visiting group, and it is not noted for which group ${say.name('person', 'person')} made the visit.`,
      'beyond-to-decide': (say) =>
        `The cap is reached: ${visitsAre(say)} already paid in ${say.number('year')}. About the fee for this one ${say.labels('decidedBy')} decides.`,
      'beyond-granted': (say) => `The cap is reached, and the fee was granted on ${say.day('decidedOn')}.`,
      'beyond-refused': (say) => `The cap is reached, and the fee was refused on ${say.day('decidedOn')}.`,
      'place-held': () =>
        'Another visit that has already been paid holds the place under the cap. Somebody needs to decide about a correction before this visit is paid.',
    },
  },
})

/** The dictionary's group is a certain one, `the visiting group`; here it is any. */
function perText(words: Words, per: string): string {
  if (per !== 'group') return words.label(per)
  return words.language === 'sv' ? 'besöksgrupp' : 'visiting group'
}

function visitsAre(say: Say): string {
  const most = say.number('most')
  return `${most} visit${most === 1 ? ' is' : 's are'}`
}
