import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { differing } from './apart.ts'
import { defineRule, orSilent, unanswered } from './kind.ts'

const yesOrNo = { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } } as const

/** Work experience in the operation (praktik): allowed, up to a number of hours in a year. */
export const visitsPlacement = defineRule({
  kind: 'visits.placement',
  title: { sv: 'Praktik', en: 'Placement' },
  ask: {
    yearlyMinutes: {
      sv: 'Hur lång tid praktik kan någon göra under ett kalenderår, som mest?',
      en: 'How long a placement may somebody make in a calendar year, at most?',
    },
    countsAsVisit: {
      sv: 'Räknas en praktik som årets betalda besök?',
      en: 'Does a placement count as the paid visit of the year?',
      choices: yesOrNo,
    },
    substitutes: {
      sv: 'Kan också ersättare göra praktik?',
      en: 'May substitutes make a placement too?',
      choices: yesOrNo,
    },
  },
  once: true,
  values: z.strictObject({
    yearlyMinutes: z.int().min(1).max(100_000),
    /** Whether a placement is the yearly visit that is paid. */
    countsAsVisit: orSilent(['yes', 'no']),
    substitutes: orSilent(['yes', 'no']),
  }),
  collides: differing,
  visit(run, rule, visit) {
    if (visit.visit.form !== 'placement' || (!visit.happened && !visit.ahead)) return
    for (const person of visit.expected) {
      const seats = (run.facts.persons.get(person)?.seats ?? []).filter((seat) => isWithin(visit.day, seat))
      if (seats.length === 0 || seats.some((seat) => seat.kind === 'member')) continue
      const about = {
        subject: visit.subject,
        related: [{ type: 'person', id: person }, ...visit.related],
        day: visit.day,
        values: { person },
      } as const
      if (rule.values.substitutes === 'silent')
        run.emit(rule, 'cannot-tell', 'substitutes-unanswered', { ...about, missing: unanswered(rule, 'substitutes') })
      if (rule.values.substitutes === 'no') run.emit(rule, 'breached', 'not-for-substitutes', about)
    }
  },
  year(run, rule, year) {
    for (const [person, visits] of year.byPerson) {
      const placements = visits.filter((it) => it.happened && it.visit.form === 'placement' && run.counts(it))
      if (placements.length === 0) continue
      const minutes = placements.reduce(
        (sum, it) => sum + (it.attendees.find((at) => at.person === person)?.minutes ?? 0),
        0,
      )
      const within = minutes <= rule.values.yearlyMinutes
      // The placement is a possibility, its cap binds: passing it is a breach whatever force the possibility has.
      run.emit(rule, within ? 'satisfied' : 'breached', within ? 'within-year' : 'over-year', {
        subject: { type: 'person', id: person },
        values: { person, year: year.year, minutes, yearlyMinutes: rule.values.yearlyMinutes },
      })
    }
  },
  describe: {
    sv: ({ yearlyMinutes }, words) =>
      `Praktik i verksamheten är möjlig, högst ${words.duration(yearlyMinutes)} per kalenderår.`,
    en: ({ yearlyMinutes }, words) =>
      `A placement in the operation is possible, at most ${words.duration(yearlyMinutes)} per calendar year.`,
  },
  sentences: {
    sv: {
      'substitutes-unanswered': () =>
        'Riktlinjen talar om ledamöter; om en ersättare kan göra praktik är inte sagt. Nämnden behöver svara.',
      'counts-unanswered': () => 'Om en praktik räknas som årets betalda besök är inte sagt. Nämnden behöver svara.',
      'placement-used': (say) =>
        `Årets ${say.duration('yearlyMinutes')} praktik är redan använda under ${say.number('year')}.`,
      'placement-cut': (say) =>
        `Praktiken varade ${say.duration('minutes')}; ${say.duration('leftMinutes')} återstår av årets ${say.duration('yearlyMinutes')}.`,
      'not-for-substitutes': (say) =>
        `${say.name('person', 'person')} är ersättare, och praktik är enligt nämndens tolkning inte för ersättare.`,
      'within-year': (say) =>
        `${say.subject} har gjort ${say.duration('minutes')} praktik under ${say.number('year')}, av högst ${say.duration('yearlyMinutes')}.`,
      'over-year': (say) =>
        `${say.subject} har gjort ${say.duration('minutes')} praktik under ${say.number('year')}, mer än ${say.duration('yearlyMinutes')}.`,
    },
    en: {
      'substitutes-unanswered': () =>
        'The guideline speaks of members; whether a substitute can make a placement is not said. The committee needs to answer.',
      'counts-unanswered': () =>
        'Whether a placement counts as the paid visit of the year is not said. The committee needs to answer.',
      'placement-used': (say) =>
        `The ${say.duration('yearlyMinutes')} of placement are already used in ${say.number('year')}.`,
      'placement-cut': (say) =>
        `The placement lasted ${say.duration('minutes')}; ${say.duration('leftMinutes')} are left of the year's ${say.duration('yearlyMinutes')}.`,
      'not-for-substitutes': (say) =>
        `${say.name('person', 'person')} is a substitute, and by the committee's interpretation a placement is not for substitutes.`,
      'within-year': (say) =>
        `${say.subject} has made ${say.duration('minutes')} of placement in ${say.number('year')}, of at most ${say.duration('yearlyMinutes')}.`,
      'over-year': (say) =>
        `${say.subject} has made ${say.duration('minutes')} of placement in ${say.number('year')}, more than ${say.duration('yearlyMinutes')}.`,
    },
  },
})
