import { z } from 'zod'
import { visitsNear } from '../visit-spans.ts'
import { broken, defineRule } from './kind.ts'

/** How many visits a unit receives at most in a calendar week (ISO 8601) or a calendar month, whoever makes them. */
export const visitsQuota = defineRule({
  kind: 'visits.quota',
  title: { sv: 'Flest besök hos en enhet', en: 'Most visits to a unit' },
  ask: {
    most: { sv: 'Hur många besök tar en enhet emot som flest?', en: 'How many visits does a unit receive at most?' },
    per: {
      sv: 'Under vilken tid?',
      en: 'In which time?',
      help: { sv: 'En kalendervecka börjar på måndag.', en: 'A calendar week begins on Monday.' },
      choices: {
        week: { sv: 'kalendervecka', en: 'calendar week' },
        month: { sv: 'kalendermånad', en: 'calendar month' },
      },
    },
  },
  values: z.strictObject({ most: z.int().min(1).max(366), per: z.enum(['week', 'month']) }),
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    const { most, per } = rule.values
    for (const unit of visit.units) {
      const counted = visitsNear(run.facts, unit.id, visit, per).filter(run.counts)
      const within = counted.indexOf(visit) < most
      run.emit(rule, within ? 'satisfied' : broken(rule), within ? 'within' : 'beyond', {
        subject: visit.subject,
        related: [{ type: 'unit', id: unit.id }],
        day: visit.day,
        values: { unit: unit.id, number: counted.indexOf(visit) + 1, most, per },
      })
    }
  },
  describe: {
    sv: ({ most, per }) => `En enhet tar emot högst ${most} besök per ${spans[per].sv}.`,
    en: ({ most, per }) => `A unit receives at most ${most} ${visitsEnglish(most)} in a ${spans[per].en}.`,
  },
  sentences: {
    sv: {
      within: (say) =>
        `Besöket är nummer ${say.number('number')} hos ${say.name('unit', 'unit')} under samma ${spans[spanOf(say.text('per'))].sv}, av högst ${say.number('most')}.`,
      beyond: (say) =>
        `Besöket är nummer ${say.number('number')} hos ${say.name('unit', 'unit')} under samma ${spans[spanOf(say.text('per'))].sv}, fler än de ${say.number('most')} som enheten tar emot.`,
    },
    en: {
      within: (say) =>
        `The visit is number ${say.number('number')} to ${say.name('unit', 'unit')} in the same ${spans[spanOf(say.text('per'))].en}, of at most ${say.number('most')}.`,
      beyond: (say) =>
        `The visit is number ${say.number('number')} to ${say.name('unit', 'unit')} in the same ${spans[spanOf(say.text('per'))].en}, more than the ${say.number('most')} that the unit receives.`,
    },
  },
})

const spans = {
  week: { sv: 'kalendervecka', en: 'calendar week' },
  month: { sv: 'kalendermånad', en: 'calendar month' },
} as const

function spanOf(text: string): keyof typeof spans {
  return text === 'week' ? 'week' : 'month'
}

function visitsEnglish(count: number): string {
  return count === 1 ? 'visit' : 'visits'
}
