import { z } from 'zod'
import { appointedTo } from '../facts.ts'
import { audience, broken, defineRule } from './kind.ts'

/** To whom it is known who represents the committee for their unit. */
export const roleKnownFace = defineRule({
  kind: 'role.known-face',
  title: { sv: 'Ett känt ansikte', en: 'A known face' },
  ask: {
    audiences: {
      sv: 'Vilka ska veta vem som företräder nämnden för deras enhet?',
      en: 'Who is to know who represents the committee for their unit?',
    },
  },
  values: z.strictObject({ audiences: z.array(audience).min(1) }),
  unit(run, rule, unit) {
    const persons = appointedTo(run.facts, { unit: unit.id }, run.today)
    run.emit(rule, persons.length > 0 ? 'satisfied' : broken(rule), persons.length > 0 ? 'known' : 'no-face', {
      subject: { type: 'unit', id: unit.id },
      related: persons.map((id) => ({ type: 'person', id })),
      day: run.today,
      values: { persons },
    })
  },
  describe: {
    sv: ({ audiences }, words) =>
      `${words.labels(audiences).replace(/^./, (first) => first.toUpperCase())} kan se vem som företräder nämnden för deras enhet.`,
    en: ({ audiences }, words) =>
      `${words.labels(audiences).replace(/^./, (first) => first.toUpperCase())} can see who represents the committee for their unit.`,
  },
  sentences: {
    sv: {
      known: (say) => `Nämnden företräds för ${say.subject} av ${say.names('person', 'persons')}.`,
      'no-face': (say) => `Ingen företräder nämnden för ${say.subject}.`,
    },
    en: {
      known: (say) => `The committee is represented for ${say.subject} by ${say.names('person', 'persons')}.`,
      'no-face': (say) => `Nobody represents the committee for ${say.subject}.`,
    },
  },
})
