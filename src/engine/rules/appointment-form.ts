import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { appointedTo, membersOn } from '../facts.ts'
import { broken, defineRule } from './kind.ts'

/** Whether one is contact politician alone, in a pair or in a group. */
export const appointmentForm = defineRule({
  kind: 'appointment.form',
  title: { sv: 'Enskilt, i par eller i grupp', en: 'Alone, in pairs or in groups' },
  ask: {
    form: {
      sv: 'Utses kontaktpolitikerna var för sig, i par eller i besöksgrupper?',
      en: 'Are the contact politicians appointed one by one, in pairs or in visiting groups?',
      choices: {
        individual: { sv: 'var för sig', en: 'one by one' },
        pair: { sv: 'i par', en: 'in pairs' },
        group: { sv: 'i besöksgrupper', en: 'in visiting groups' },
      },
    },
  },
  once: true,
  values: z.strictObject({ form: z.enum(['individual', 'pair', 'group']) }),
  appointment(run, rule, appointment) {
    if (rule.values.form !== 'group') return
    run.emit(rule, broken(rule), 'appointed-alone', {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      day: run.today,
      values: { person: appointment.person },
    })
  },
  unit(run, rule, unit) {
    if (rule.values.form !== 'pair') return
    const persons = appointedTo(run.facts, { unit: unit.id }, run.today)
    // A unit with nobody is for the rule about numbers.
    if (persons.length === 0) return
    const code = persons.length === 2 ? 'a-pair' : persons.length === 1 ? 'half-a-pair' : 'more-than-a-pair'
    run.emit(rule, code === 'a-pair' ? 'satisfied' : broken(rule), code, {
      subject: { type: 'unit', id: unit.id },
      related: persons.map((id) => ({ type: 'person', id })),
      day: run.today,
      values: { persons, count: persons.length },
    })
  },
  group(run, rule, group) {
    if (rule.values.form !== 'group') return
    const members = membersOn(group, run.today)
    run.emit(rule, members.length > 1 ? 'satisfied' : broken(rule), members.length > 1 ? 'a-group' : 'no-group', {
      subject: { type: 'group', id: group.id },
      related: members.map((id) => ({ type: 'person', id })),
      day: run.today,
      values: { count: members.length },
    })
  },
  committee(run, rule) {
    if (rule.values.form === 'pair') return
    const open = run.facts.programme.groups.filter((group) => isWithin(run.today, group))
    const asGroups = rule.values.form === 'group'
    if (asGroups && open.length > 0) return
    const code = asGroups ? 'no-groups' : open.length === 0 ? 'one-by-one' : 'has-groups'
    run.emit(rule, code === 'one-by-one' ? 'satisfied' : broken(rule), code, {
      subject: { type: 'committee', id: run.facts.programme.committee.id },
      related: open.map(({ id }) => ({ type: 'group', id })),
      day: run.today,
      values: { count: open.length },
    })
  },
  describe: {
    sv: ({ form }) => `Kontaktpolitikerna utses ${howSwedish[form]}.`,
    en: ({ form }) => `The contact politicians are appointed ${howEnglish[form]}.`,
  },
  sentences: {
    sv: {
      'appointed-alone': (say) =>
        `${say.name('person', 'person')} har ett eget uppdrag, men riktlinjen anger att kontaktpolitikerna ingår i besöksgrupper.`,
      'a-pair': (say) => `${say.subject} har ett par: ${say.names('person', 'persons')}.`,
      'half-a-pair': (say) =>
        `${say.names('person', 'persons')} är ensam kontaktpolitiker för ${say.subject}; det ska vara ett par.`,
      'more-than-a-pair': (say) =>
        `${say.subject} har ${say.words.number(say.number('count'))} kontaktpolitiker; det ska vara ett par.`,
      'a-group': (say) => `${say.subject} har ${say.words.number(say.number('count'))} ledamöter.`,
      'no-group': (say) => `${say.subject} har för få ledamöter för att vara en grupp.`,
      'no-groups': () => 'Det finns ingen besöksgrupp, fast kontaktpolitikerna ska ingå i besöksgrupper.',
      'one-by-one': () => 'Kontaktpolitikerna är utsedda var för sig.',
      'has-groups': (say) =>
        `Det finns ${say.number('count')} ${say.number('count') === 1 ? 'besöksgrupp' : 'besöksgrupper'}, fast kontaktpolitikerna utses var för sig.`,
    },
    en: {
      'appointed-alone': (say) =>
        `${say.name('person', 'person')} has an appointment of their own, but the guideline puts contact politicians in visiting groups.`,
      'a-pair': (say) => `${say.subject} has a pair: ${say.names('person', 'persons')}.`,
      'half-a-pair': (say) =>
        `${say.names('person', 'persons')} is alone as contact politician of ${say.subject}; there shall be a pair.`,
      'more-than-a-pair': (say) =>
        `${say.subject} has ${say.words.number(say.number('count'))} contact politicians; there shall be a pair.`,
      'a-group': (say) => `${say.subject} has ${say.words.number(say.number('count'))} members.`,
      'no-group': (say) => `${say.subject} has too few members to be a group.`,
      'no-groups': () => 'There is no visiting group, though the contact politicians are to be in visiting groups.',
      'one-by-one': () => 'The contact politicians are appointed one by one.',
      'has-groups': (say) =>
        `There ${say.number('count') === 1 ? 'is 1 visiting group' : `are ${say.number('count')} visiting groups`}, though the contact politicians are appointed one by one.`,
    },
  },
})

const howSwedish = { individual: 'var för sig', pair: 'i par', group: 'i besöksgrupper' } as const
const howEnglish = { individual: 'one by one', pair: 'in pairs', group: 'in visiting groups' } as const
