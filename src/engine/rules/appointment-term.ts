import { z } from 'zod'
import { broken, defineRule } from './kind.ts'

/** Appointments are made anew with each term of office. */
export const appointmentTerm = defineRule({
  kind: 'appointment.term',
  values: z.strictObject({ length: z.enum(['term']), changesDuringTerm: z.boolean() }),
  appointment(run, rule, appointment) {
    const term = run.facts.programme.term
    if (term === undefined) {
      return run.emit(rule, 'cannot-tell', 'term-unknown', {
        subject: { type: 'appointment', id: appointment.id },
        related: [{ type: 'person', id: appointment.person }],
        missing: [{ what: 'fact', fact: 'term' }],
      })
    }
    const renewed =
      appointment.from >= term.from || (appointment.decided !== undefined && appointment.decided.on >= term.from)
    run.emit(rule, renewed ? 'satisfied' : broken(rule), renewed ? 'this-term' : 'earlier-term', {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: { person: appointment.person, termFromDay: term.from, fromDay: appointment.from },
    })
  },
  describe: {
    sv: ({ changesDuringTerm }) =>
      `Kontaktpolitiker utses vid varje ny mandatperiod${changesDuringTerm ? '; ändringar under perioden är möjliga' : ''}.`,
    en: ({ changesDuringTerm }) =>
      `Contact politicians are appointed at each new term of office${changesDuringTerm ? '; changes during the term are possible' : ''}.`,
  },
  sentences: {
    sv: {
      'this-term': (say) => `${say.name('person', 'person')} är utsedd för mandatperioden.`,
      'earlier-term': (say) =>
        `${say.name('person', 'person')} utsågs ${say.day('fromDay')}, före mandatperioden som började ${say.day('termFromDay')}, och behöver utses på nytt.`,
      'term-unknown': () => 'Det går inte att avgöra om uppdraget gäller mandatperioden: periodens början saknas.',
    },
    en: {
      'this-term': (say) => `${say.name('person', 'person')} is appointed for the term of office.`,
      'earlier-term': (say) =>
        `${say.name('person', 'person')} was appointed on ${say.day('fromDay')}, before the term of office that began on ${say.day('termFromDay')}, and must be appointed anew.`,
      'term-unknown': () =>
        'Whether the appointment belongs to the term of office cannot be told: the beginning of the term is missing.',
    },
  },
})
