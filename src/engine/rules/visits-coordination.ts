import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import { broken, defineRule } from './kind.ts'

/** Several contact politicians of the same operation visit together rather than one by one. */
export const visitsCoordination = defineRule({
  kind: 'visits.coordination',
  title: { sv: 'Samordnade besök', en: 'Coordinated visits' },
  ask: {
    within: {
      sv: 'Vilka kontaktpolitiker samordnar sina besök?',
      en: 'Which contact politicians coordinate their visits?',
      choices: {
        area: { sv: 'de som har samma verksamhetsområde', en: 'those of the same area' },
        unit: { sv: 'de som har samma enhet', en: 'those of the same unit' },
      },
    },
  },
  values: z.strictObject({ within: z.enum(['area', 'unit']) }),
  year(run, rule, year) {
    const places = rule.values.within === 'area' ? year.byArea : year.byUnit
    for (const [place, visits] of places) {
      const counted = visits.filter(
        (it) => (it.happened || it.ahead) && it.visit.form === 'visit' && it.appointed.length > 1 && run.counts(it),
      )
      // The latest visit of each set of persons: few, however many the visits are.
      const latest = new Map<string, VisitFacts>()
      for (const visit of counted) {
        const apart = [...latest.values()].findLast(
          (earlier) => visit.expected.length > 0 && !visit.expected.some((person) => earlier.expected.includes(person)),
        )
        run.emit(rule, apart === undefined ? 'satisfied' : broken(rule), apart === undefined ? 'together' : 'apart', {
          subject: visit.subject,
          day: visit.day,
          related: apart === undefined ? visit.related : [...visit.related, apart.subject],
          values: { place, other: apart?.id, otherDay: apart?.day, persons: visit.appointed },
        })
        latest.set(visit.expected.join(' '), visit)
      }
    }
  },
  describe: {
    sv: ({ within }, words) => `Flera kontaktpolitiker för samma ${words.label(within)} samordnar sina besök.`,
    en: ({ within }, words) =>
      `Several contact politicians of the same ${words.label(within)} coordinate their visits.`,
  },
  sentences: {
    sv: {
      together: () => 'Besöket är samordnat mellan verksamhetens kontaktpolitiker.',
      apart: (say) =>
        `Besöket görs för sig; andra kontaktpolitiker för samma verksamhet besöker den ${say.day('otherDay')}. Ett gemensamt besök föreslås.`,
    },
    en: {
      together: () => "The visit is coordinated among the operation's contact politicians.",
      apart: (say) =>
        `The visit is made separately; other contact politicians of the same operation visit it on ${say.day('otherDay')}. A joint visit is proposed.`,
    },
  },
})
