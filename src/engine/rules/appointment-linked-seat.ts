import { z } from 'zod'
import { type Day, isWithin, type Period } from '../../kernel/date.ts'
import type { Appointment, Person } from '../programme.ts'
import { broken, defineRule } from './kind.ts'

/** A seat elsewhere, for example in a users' council, that begins and ends with the appointment. */
export const appointmentLinkedSeat = defineRule({
  kind: 'appointment.linked-seat',
  title: { sv: 'Plats som följer med uppdraget', en: 'Seat that goes with the appointment' },
  ask: {
    body: {
      sv: 'I vilket organ får kontaktpolitikern en plats så länge uppdraget varar?',
      en: 'In which body does the contact politician get a seat for as long as the appointment lasts?',
      help: {
        sv: 'Skriv namnet som det står bland personernas platser på annat håll.',
        en: "Write the name as it stands among the persons' seats elsewhere.",
      },
    },
  },
  values: z.strictObject({ body: z.string().min(1).max(200) }),
  appointment(run, rule, appointment) {
    const { body } = rule.values
    const held = stretchOf(appointment, run.facts.appointmentsByPerson.get(appointment.person) ?? [])
    const seats = seatsIn(run.facts.persons.get(appointment.person), body)
    const seat = seats.find((it) => touches(it, held))
    const code =
      seat === undefined
        ? 'no-seat'
        : seat.from !== held.from
          ? 'begins-apart'
          : seat.until !== held.until
            ? 'ends-apart'
            : 'goes-with'
    run.emit(rule, code === 'goes-with' ? 'satisfied' : broken(rule), code, {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: {
        person: appointment.person,
        body,
        fromDay: held.from,
        untilDay: held.until,
        seatFromDay: seat?.from,
        seatUntilDay: seat?.until,
      },
    })
  },
  committee(run, rule) {
    const { body } = rule.values
    for (const person of run.facts.programme.persons) {
      const own = run.facts.appointmentsByPerson.get(person.id) ?? []
      const ended = own.filter((it) => it.until !== undefined && it.until <= run.today)
      // Somebody who has never been appointed may sit there for another reason.
      if (ended.length === 0 || ended.length < own.length) continue
      if (!seatsIn(person, body).some((seat) => isWithin(run.today, seat))) continue
      run.emit(rule, broken(rule), 'seat-remains', {
        subject: { type: 'person', id: person.id },
        related: ended.map(({ id }) => ({ type: 'appointment', id })),
        day: run.today,
        values: { person: person.id, body, untilDay: Math.max(...ended.map(({ until }) => until ?? 0)) },
      })
    }
  },
  describe: {
    sv: ({ body }) =>
      `Kontaktpolitikern har en plats i ${body} så länge uppdraget varar, från första dagen till den sista.`,
    en: ({ body }) =>
      `The contact politician has a seat in ${body} for as long as the appointment lasts, from the first day to the last.`,
  },
  sentences: {
    sv: {
      'goes-with': (say) =>
        `${say.name('person', 'person')} har en plats i ${say.text('body')} under samma tid som uppdraget.`,
      'no-seat': (say) => `${say.name('person', 'person')} har ingen plats i ${say.text('body')} under sitt uppdrag.`,
      'begins-apart': (say) =>
        `Platsen i ${say.text('body')} börjar ${say.day('seatFromDay')} men uppdraget ${say.day('fromDay')}.`,
      'ends-apart': (say) =>
        `Platsen i ${say.text('body')} och uppdraget slutar inte samtidigt: platsen ${endSwedish(say.finding.values.seatUntilDay, say.day('seatUntilDay'))}, uppdraget ${endSwedish(say.finding.values.untilDay, say.day('untilDay'))}.`,
      'seat-remains': (say) =>
        `${say.subject} har kvar sin plats i ${say.text('body')}, fast uppdraget upphörde ${say.day('untilDay')}.`,
    },
    en: {
      'goes-with': (say) =>
        `${say.name('person', 'person')} has a seat in ${say.text('body')} for the same time as the appointment.`,
      'no-seat': (say) => `${say.name('person', 'person')} has no seat in ${say.text('body')} during the appointment.`,
      'begins-apart': (say) =>
        `The seat in ${say.text('body')} begins on ${say.day('seatFromDay')} but the appointment on ${say.day('fromDay')}.`,
      'ends-apart': (say) =>
        `The seat in ${say.text('body')} and the appointment do not end together: the seat ${endEnglish(say.finding.values.seatUntilDay, say.day('seatUntilDay'))}, the appointment ${endEnglish(say.finding.values.untilDay, say.day('untilDay'))}.`,
      'seat-remains': (say) =>
        `${say.subject} still has the seat in ${say.text('body')}, though the appointment ended on ${say.day('untilDay')}.`,
    },
  },
})

/** Appointments of a person that follow on each other are one stretch of time as contact politician. */
function stretchOf(appointment: Appointment, own: readonly Appointment[]): Period {
  let stretch: Period | undefined
  for (const next of [...own].sort((a, b) => a.from - b.from)) {
    if (stretch !== undefined && touches(next, stretch))
      stretch = { from: stretch.from, until: laterEnd(stretch, next) }
    else if (stretch === undefined || !touches(appointment, stretch)) stretch = next
  }
  return stretch ?? appointment
}

function laterEnd(one: Period, other: Period): Day | undefined {
  return one.until === undefined || other.until === undefined ? undefined : (Math.max(one.until, other.until) as Day)
}

/** Whether the two overlap, or one begins on the day when the other ends. */
function touches(one: Period, other: Period): boolean {
  return (one.until === undefined || one.until >= other.from) && (other.until === undefined || other.until >= one.from)
}

function seatsIn(person: Person | undefined, body: string): readonly Person['otherSeats'][number][] {
  const wanted = body.trim().toLowerCase()
  return (person?.otherSeats ?? []).filter((it) => it.body.trim().toLowerCase() === wanted)
}

function endSwedish(until: unknown, day: string): string {
  return until === undefined ? 'utan slutdag' : day
}

function endEnglish(until: unknown, day: string): string {
  return until === undefined ? 'without an end' : `on ${day}`
}
