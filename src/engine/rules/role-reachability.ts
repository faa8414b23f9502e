import { z } from 'zod'
import { appointedTo } from '../facts.ts'
import { audience, broken, defineRule } from './kind.ts'

/** For whom the contact politician can be reached. */
export const roleReachability = defineRule({
  kind: 'role.reachability',
  title: { sv: 'Att vara tillgänglig', en: 'Being reachable' },
  ask: {
    audiences: {
      sv: 'För vilka ska kontaktpolitikern vara tillgänglig?',
      en: 'For whom is the contact politician to be reachable?',
    },
    withinReason: { sv: 'Gäller det i rimlig omfattning?', en: 'Is it within reason?' },
  },
  values: z.strictObject({ audiences: z.array(audience).min(1), withinReason: z.boolean() }),
  unit(run, rule, unit) {
    const persons = appointedTo(run.facts, { unit: unit.id }, run.today)
    // Where nobody is appointed there is no politician who could fall short: the committee has not appointed.
    if (persons.length === 0)
      return run.emit({ ...rule, bearer: 'committee' }, broken(rule), 'nobody', {
        subject: { type: 'unit', id: unit.id },
        day: run.today,
      })
    run.emit(rule, 'satisfied', 'somebody', {
      subject: { type: 'unit', id: unit.id },
      related: persons.map((id) => ({ type: 'person', id })),
      day: run.today,
      values: { persons },
    })
  },
  describe: {
    sv: ({ audiences, withinReason }, words) =>
      `Kontaktpolitikern finns${withinReason ? ' i rimlig omfattning' : ''} tillgänglig för enhetens ${words.labels(audiences)}.`,
    en: ({ audiences, withinReason }, words) =>
      `The contact politician is${withinReason ? ', within reason,' : ''} reachable for the unit's ${words.labels(audiences)}.`,
  },
  sentences: {
    sv: {
      somebody: (say) => `Kontaktpolitiker att nå för ${say.subject}: ${say.names('person', 'persons')}.`,
      nobody: (say) => `${say.subject} har ingen kontaktpolitiker att nå.`,
    },
    en: {
      somebody: (say) => `Contact politicians to reach for ${say.subject}: ${say.names('person', 'persons')}.`,
      nobody: (say) => `${say.subject} has no contact politician to reach.`,
    },
  },
})
