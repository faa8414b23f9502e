import { z } from 'zod'
import { type Day, isWithin } from '../../kernel/date.ts'
import { holdsRole, membersOn } from '../appointed.ts'
import { heldRole } from './appointment-eligible.ts'
import { broken, defineRule } from './kind.ts'

/** Roles that stand outside: in no visiting group and without an appointment, and perhaps free to visit every unit. */
export const appointmentExempt = defineRule({
  kind: 'appointment.exempt',
  title: { sv: 'Roller som står utanför', en: 'Roles that stand outside' },
  ask: {
    roles: {
      sv: 'Vilka roller ingår inte i någon besöksgrupp och får inget eget uppdrag?',
      en: 'Which roles are in no visiting group and get no appointment of their own?',
    },
    mayVisitAll: {
      sv: 'Får de ändå besöka alla enheter?',
      en: 'May they visit every unit all the same?',
    },
  },
  values: z.strictObject({
    roles: z.array(heldRole).min(1),
    /** They visit as contact politicians do, at any unit. */
    mayVisitAll: z.boolean().default(false),
  }),
  appointment(run, rule, appointment) {
    const day = Math.max(run.today, appointment.from) as Day
    const person = run.facts.persons.get(appointment.person)
    if (person === undefined || !holdsRole(person, rule.values.roles, day)) return
    run.emit(rule, broken(rule), 'appointed', {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: person.id }],
      day,
      values: { person: person.id, roles: rule.values.roles },
    })
  },
  committee(run, rule) {
    const { roles, mayVisitAll } = rule.values
    const open = run.facts.programme.groups.filter((group) => isWithin(run.today, group))
    for (const person of run.facts.programme.persons) {
      if (!holdsRole(person, roles, run.today)) continue
      const own = open.filter((group) => membersOn(group, run.today).includes(person.id))
      const outside = mayVisitAll ? 'may-visit-all' : 'stands-outside'
      run.emit(rule, own.length === 0 ? 'satisfied' : broken(rule), own.length === 0 ? outside : 'in-a-group', {
        subject: { type: 'person', id: person.id },
        related: own.map((group) => ({ type: 'group', id: group.id })),
        day: run.today,
        values: { person: person.id, roles, groups: own.map(({ id }) => id) },
      })
    }
  },
  describe: {
    sv: ({ roles, mayVisitAll }, words) =>
      `I ingen besöksgrupp och utan eget uppdrag står ${words.labels(roles)}${mayVisitAll ? ', som ändå får besöka alla enheter' : ''}.`,
    en: ({ roles, mayVisitAll }, words) =>
      `In no visiting group and without an appointment: ${words.labels(roles)}${mayVisitAll ? ', who may visit every unit all the same' : ''}.`,
  },
  sentences: {
    sv: {
      appointed: (say) =>
        `${say.name('person', 'person')} har ett uppdrag men har en roll som står utanför: ${say.labels('roles')}.`,
      'in-a-group': (say) =>
        `${say.subject} ingår i ${say.names('group', 'groups')} men har en roll som inte ingår i någon besöksgrupp: ${say.labels('roles')}.`,
      'may-visit-all': (say) => `${say.subject} ingår inte i någon besöksgrupp och får besöka alla enheter.`,
      'stands-outside': (say) => `${say.subject} ingår inte i någon besöksgrupp, som riktlinjen anger.`,
    },
    en: {
      appointed: (say) =>
        `${say.name('person', 'person')} has an appointment but holds a role that stands outside: ${say.labels('roles')}.`,
      'in-a-group': (say) =>
        `${say.subject} belongs to ${say.names('group', 'groups')} but holds a role that is in no visiting group: ${say.labels('roles')}.`,
      'may-visit-all': (say) => `${say.subject} is in no visiting group and may visit every unit.`,
      'stands-outside': (say) => `${say.subject} is in no visiting group, as the guideline says.`,
    },
  },
})
