import { z } from 'zod'
import { type Day, isWithin } from '../../kernel/date.ts'
import { holdsRole } from '../appointed.ts'
import { openCode } from '../programme.ts'
import { broken, defineRule } from './kind.ts'
import type { Words } from './words.ts'

/** A role that somebody in the committee holds: one of the known, or a code that the guideline names under `terms`. */
export const heldRole = openCode.meta({ examples: ['chair', 'vice-chair', 'group-leader'] })

const values = z.strictObject({
  seats: z.array(z.enum(['member', 'substitute'])).default([]),
  /** Holders of these roles, whatever seat they have. */
  roles: z.array(heldRole).default([]),
  /** Those with a seat are contact politicians for every unit, without an appointment. */
  everyone: z.boolean().default(false),
})

/** Who can be appointed: by the seat held in the committee, by a role, or everyone without any appointment. */
export const appointmentEligible = defineRule({
  kind: 'appointment.eligible',
  title: { sv: 'Vilka som kan utses', en: 'Who can be appointed' },
  ask: {
    seats: {
      sv: 'Kan ledamöter, ersättare eller båda bli kontaktpolitiker?',
      en: 'Can members, substitutes or both be contact politicians?',
    },
    roles: {
      sv: 'Kan den som har en viss roll utses, till exempel gruppledare?',
      en: 'Can holders of a certain role be appointed, for example group leaders?',
    },
    everyone: {
      sv: 'Är alla i nämnden kontaktpolitiker utan att någon utses?',
      en: 'Is everyone in the committee contact politician without being appointed?',
      help: {
        sv: 'Alla med plats i nämnden, eller med de platser som du har valt, är då kontaktpolitiker för alla enheter.',
        en: 'Everyone with a seat, or with the seats chosen, is then contact politician for all units.',
      },
    },
  },
  values,
  check: ({ seats, roles, everyone }) => {
    if (everyone && roles.length > 0)
      return [
        {
          parameter: 'roles',
          message: 'where everyone in the committee is contact politician nobody is appointed by role',
          mend: 'take "roles" away, or write everyone: false',
        },
      ]
    if (everyone || seats.length > 0 || roles.length > 0) return []
    return [
      {
        parameter: 'seats',
        message: 'nobody could be appointed',
        mend: 'write seats: [member, substitute], name roles, or write everyone: true',
      },
    ]
  },
  appointment(run, rule, appointment) {
    const { roles } = rule.values
    const seats = seatsOf(rule.values)
    const day = Math.max(run.today, appointment.from) as Day
    const person = run.facts.persons.get(appointment.person)
    const held = (person?.seats ?? []).filter((seat) => isWithin(day, seat)).map((seat) => seat.kind)
    const byRole = person !== undefined && holdsRole(person, roles, day)
    const code = held.some((kind) => seats.includes(kind)) ? 'holds-seat' : byRole ? 'holds-role' : 'no-seat'
    run.emit(rule, code === 'no-seat' ? broken(rule) : 'satisfied', code, {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      day,
      values: { person: appointment.person, seats, roles, among: [...seats, ...roles], held },
    })
  },
  committee(run, rule) {
    if (!rule.values.everyone) return
    const persons = run.facts.everyoneOn(run.today)
    run.emit(
      rule,
      persons.length > 0 ? 'satisfied' : 'cannot-tell',
      persons.length > 0 ? 'everyone' : 'seats-unknown',
      {
        subject: { type: 'committee', id: run.facts.programme.committee.id },
        related: persons.map((id) => ({ type: 'person', id })),
        day: run.today,
        values: { count: persons.length, persons },
        ...(persons.length > 0 ? {} : { missing: [{ what: 'fact', fact: 'seats' }] }),
      },
    )
  },
  describe: {
    sv: ({ seats, roles, everyone }, words) =>
      everyone
        ? `Alla ${seats.length === 0 ? 'med plats' : words.labels(seats)} i nämnden är kontaktpolitiker för alla enheter, utan att någon utses.`
        : seats.length === 0
          ? `Till kontaktpolitiker utses ${words.labels(roles)}.`
          : `Kontaktpolitiker utses bland nämndens ${words.labels(seats)}${roles.length === 0 ? '' : `; även ${words.labels(roles)} kan utses`}.`,
    en: ({ seats, roles, everyone }, words) =>
      everyone
        ? `${everyoneEnglish(seats, words)} contact politicians for all units, without anybody being appointed.`
        : seats.length === 0
          ? `Appointed as contact politicians: ${words.labels(roles)}.`
          : `Contact politicians are appointed among the committee's ${words.labels(seats)}${roles.length === 0 ? '' : `; ${words.labels(roles)} can be appointed too`}.`,
  },
  sentences: {
    sv: {
      'holds-seat': (say) => `${say.name('person', 'person')} har en plats i nämnden som ger rätt att utses.`,
      'holds-role': (say) =>
        `${say.name('person', 'person')} har en roll som ger rätt att utses: ${say.labels('roles')}.`,
      'no-seat': (say) =>
        `${say.name('person', 'person')} är utsedd men hör inte till dem som kan utses: ${say.labels('among')}.`,
      everyone: (say) =>
        `Alla i nämnden är kontaktpolitiker utan att någon utses: ${say.number('count')} ${say.number('count') === 1 ? 'person' : 'personer'}.`,
      'seats-unknown': () => 'Det går inte att avgöra vilka som är kontaktpolitiker: ingen har en plats i nämnden.',
    },
    en: {
      'holds-seat': (say) => `${say.name('person', 'person')} holds a seat from which one can be appointed.`,
      'holds-role': (say) =>
        `${say.name('person', 'person')} holds a role from which one can be appointed: ${say.labels('roles')}.`,
      'no-seat': (say) =>
        `${say.name('person', 'person')} is appointed but is not among those who can be: ${say.labels('among')}.`,
      everyone: (say) =>
        `Everyone in the committee is contact politician without being appointed: ${say.number('count')} ${say.number('count') === 1 ? 'person' : 'persons'}.`,
      'seats-unknown': () => 'Who is contact politician cannot be told: nobody has a seat in the committee.',
    },
  },
})

/** Returns the seats that the rule means; everyone means any seat where none is named. */
export function seatsOf({ seats, everyone }: z.infer<typeof values>): readonly ('member' | 'substitute')[] {
  return everyone && seats.length === 0 ? ['member', 'substitute'] : seats
}

function everyoneEnglish(seats: readonly string[], words: Words): string {
  return seats.length === 0
    ? 'All who have a seat in the committee are'
    : `All ${words.labels(seats)} of the committee are`
}
