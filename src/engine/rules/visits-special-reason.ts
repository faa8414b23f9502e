import { z } from 'zod'
import { personsBeyond } from '../facts.ts'
import { broken, defineRule } from './kind.ts'

/** Visits beyond the expected ones need a special circumstance, with its reason. */
export const visitsSpecialReason = defineRule({
  kind: 'visits.special-reason',
  title: { sv: 'Särskilt skäl till fler besök', en: 'Special reason for more visits' },
  ask: {
    beyond: {
      sv: 'Efter hur många besök under ett kalenderår krävs ett särskilt skäl?',
      en: 'After how many visits in a calendar year is a special reason called for?',
    },
  },
  values: z.strictObject({ beyond: z.int().min(0).max(366) }),
  visit(run, rule, visit) {
    for (const person of personsBeyond(run, visit, rule.values.beyond)) {
      const reason = visit.visit.specialReason?.trim() ?? ''
      const code = reason === '' ? (visit.ahead ? 'reason-due' : 'no-reason') : 'reason'
      run.emit(rule, code === 'reason' ? 'satisfied' : code === 'reason-due' ? 'due' : broken(rule), code, {
        subject: visit.subject,
        related: [{ type: 'person', id: person }, ...visit.related],
        day: visit.day,
        values: { person, beyond: rule.values.beyond, year: visit.year, reason },
      })
    }
  },
  describe: {
    sv: ({ beyond }, words) =>
      `Fler än ${words.neuter(beyond)} besök per kalenderår görs bara när en särskild omständighet kräver det; skälet anges.`,
    en: ({ beyond }, words) =>
      `More than ${words.number(beyond)} visit${beyond === 1 ? '' : 's'} in a calendar year are made only when a special circumstance calls for it; the reason is given.`,
  },
  sentences: {
    sv: {
      reason: (say) =>
        `${say.name('person', 'person')} gör fler än ${say.words.neuter(say.number('beyond'))} besök under ${say.number('year')}. Skäl: ${say.text('reason')}`,
      'reason-due': (say) =>
        `${say.name('person', 'person')} gör fler än ${say.words.neuter(say.number('beyond'))} besök under ${say.number('year')}; ange den särskilda omständigheten.`,
      'no-reason': (say) =>
        `${say.name('person', 'person')} har gjort fler än ${say.words.neuter(say.number('beyond'))} besök under ${say.number('year')} utan angiven särskild omständighet.`,
    },
    en: {
      reason: (say) =>
        `${say.name('person', 'person')} makes more than ${say.words.number(say.number('beyond'))} visit${say.number('beyond') === 1 ? '' : 's'} in ${say.number('year')}. Reason: ${say.text('reason')}`,
      'reason-due': (say) =>
        `${say.name('person', 'person')} makes more than ${say.words.number(say.number('beyond'))} visit${say.number('beyond') === 1 ? '' : 's'} in ${say.number('year')}; give the special circumstance.`,
      'no-reason': (say) =>
        `${say.name('person', 'person')} has made more than ${say.words.number(say.number('beyond'))} visit${say.number('beyond') === 1 ? '' : 's'} in ${say.number('year')} without a special circumstance being given.`,
    },
  },
})
