import { z } from 'zod'
import { broken, defineRule, orSilent, unanswered, unansweredSentences } from './kind.ts'

/** Who of the contact politicians must come. An absence is a breach by the absent person alone. */
export const visitsAttendance = defineRule({
  kind: 'visits.attendance',
  once: true,
  values: z.strictObject({ who: orSilent(['all-appointed', 'any', 'group']) }),
  visit(run, rule, visit) {
    if (!visit.happened || visit.visit.form !== 'visit') return
    const about = { subject: visit.subject, day: visit.day } as const
    if (rule.values.who === 'silent')
      return run.emit(rule, 'cannot-tell', 'unanswered', {
        ...about,
        related: visit.related,
        missing: unanswered(rule, 'who'),
      })
    if (visit.attendees.length === 0)
      return run.emit(rule, 'cannot-tell', 'not-noted', {
        ...about,
        related: visit.related,
        missing: [{ what: 'fact', fact: 'attendance' }],
      })
    const came = new Set(visit.attendees.map((it) => it.person))
    const absent = visit.appointed.filter((person) => !came.has(person))
    if (rule.values.who === 'any') {
      const some = absent.length < visit.appointed.length
      return run.emit(rule, some ? 'satisfied' : broken(rule), some ? 'someone-came' : 'nobody-came', {
        ...about,
        related: visit.related,
      })
    }
    if (absent.length === 0)
      return run.emit(rule, 'satisfied', 'all-came', {
        ...about,
        related: visit.related,
        values: { persons: visit.appointed },
      })
    for (const person of absent) {
      run.emit(rule, broken(rule), 'absent', {
        ...about,
        related: [
          { type: 'person', id: person },
          ...visit.units.map((unit) => ({ type: 'unit', id: unit.id }) as const),
        ],
        values: { person },
      })
    }
  },
  describe: {
    sv: ({ who }) =>
      ({
        silent: 'Vilka som ska delta i ett besök är inte sagt.',
        'all-appointed': 'Alla som är utsedda för enheten deltar i varje besök.',
        any: 'Minst en av de utsedda deltar i varje besök.',
        group: 'Hela besöksgruppen deltar i varje besök.',
      })[who],
    en: ({ who }) =>
      ({
        silent: 'Who must take part in a visit is not said.',
        'all-appointed': 'All who are appointed for the unit take part in each visit.',
        any: 'At least one of those appointed takes part in each visit.',
        group: 'The whole visiting group takes part in each visit.',
      })[who],
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      'not-noted': () => 'Det är inte antecknat vilka som deltog i besöket.',
      'all-came': () => 'Alla som skulle delta i besöket var där.',
      absent: (say) => `${say.name('person', 'person')} skulle ha deltagit i besöket men var inte där.`,
      'someone-came': () => 'Minst en av de utsedda var där.',
      'nobody-came': () => 'Ingen av de utsedda var där.',
    },
    en: {
      ...unansweredSentences.en,
      'not-noted': () => 'It is not noted who took part in the visit.',
      'all-came': () => 'All who were to take part in the visit were there.',
      absent: (say) => `${say.name('person', 'person')} was to take part in the visit but was not there.`,
      'someone-came': () => 'At least one of those appointed was there.',
      'nobody-came': () => 'None of those appointed was there.',
    },
  },
})
