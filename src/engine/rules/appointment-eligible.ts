import { z } from 'zod'
import { type Day, isWithin } from '../../kernel/date.ts'
import { broken, defineRule } from './kind.ts'

/** Who can be appointed: by the seat held in the committee. */
export const appointmentEligible = defineRule({
  kind: 'appointment.eligible',
  values: z.strictObject({ seats: z.array(z.enum(['member', 'substitute'])).min(1) }),
  appointment(run, rule, appointment) {
    const day = Math.max(run.today, appointment.from) as Day
    const held = (run.facts.persons.get(appointment.person)?.seats ?? [])
      .filter((seat) => isWithin(day, seat))
      .map((seat) => seat.kind)
    const fits = held.some((kind) => rule.values.seats.includes(kind))
    run.emit(rule, fits ? 'satisfied' : broken(rule), fits ? 'holds-seat' : 'no-seat', {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      day,
      values: { person: appointment.person, seats: rule.values.seats, held },
    })
  },
  describe: {
    sv: ({ seats }, words) => `Kontaktpolitiker utses bland nämndens ${words.labels(seats)}.`,
    en: ({ seats }, words) => `Contact politicians are appointed among the committee's ${words.labels(seats)}.`,
  },
  sentences: {
    sv: {
      'holds-seat': (say) => `${say.name('person', 'person')} har en plats i nämnden som ger rätt att utses.`,
      'no-seat': (say) =>
        `${say.name('person', 'person')} är utsedd men hör inte till dem som kan utses: ${say.labels('seats')}.`,
    },
    en: {
      'holds-seat': (say) => `${say.name('person', 'person')} holds a seat from which one can be appointed.`,
      'no-seat': (say) =>
        `${say.name('person', 'person')} is appointed but is not among those who can be: ${say.labels('seats')}.`,
    },
  },
})
