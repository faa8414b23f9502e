import { z } from 'zod'
import { type Day, isWithin } from '../../kernel/date.ts'
import { unitsOf } from '../appointed.ts'
import { openCode } from '../programme.ts'
import { broken, defineRule } from './kind.ts'

/** Ties to the operation that stop an appointment, or are noted with it. */
export const appointmentRelations = defineRule({
  kind: 'appointment.relations',
  title: { sv: 'Anknytning till verksamheten', en: 'Ties to the operation' },
  ask: {
    relation: {
      sv: 'Vilken anknytning till verksamheten gäller regeln?',
      en: 'Which tie to the operation is the rule about?',
      choices: {
        employed: { sv: 'att själv vara anställd där', en: 'being employed there' },
        'relative-employed': { sv: 'att en närstående är anställd där', en: 'having a close relative employed there' },
      },
    },
    effect: {
      sv: 'Hindrar anknytningen att man utses, eller noteras den bara?',
      en: 'Does the tie stop an appointment, or is it only noted?',
      choices: {
        refuse: { sv: 'hindrar', en: 'stops it' },
        note: { sv: 'noteras', en: 'is noted' },
      },
    },
  },
  values: z.strictObject({
    /** `employed`, `relative-employed`, or a tie that the guideline names. */
    relation: openCode.meta({ examples: ['employed', 'relative-employed'] }),
    effect: z.enum(['refuse', 'note']),
  }),
  appointment(run, rule, appointment) {
    const day = Math.max(run.today, appointment.from) as Day
    const covered = unitsOf(run.facts, appointment)
    const tie = (run.facts.relationsByPerson.get(appointment.person) ?? []).find(
      (relation) =>
        relation.kind === rule.values.relation &&
        isWithin(day, relation) &&
        (relation.area === undefined
          ? covered.some(({ id }) => id === relation.unit)
          : relation.area === appointment.area || covered.some(({ area }) => area === relation.area)),
    )
    const bad = rule.values.effect === 'refuse' ? 'refused' : 'noted'
    run.emit(rule, tie === undefined ? 'satisfied' : broken(rule), tie === undefined ? 'no-relation' : bad, {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: { person: appointment.person, relation: rule.values.relation },
    })
  },
  describe: {
    sv: ({ relation, effect }, words) =>
      relation === 'employed'
        ? `Den som är anställd i verksamheten ${effect === 'refuse' ? 'kan inte utses' : 'utses bara med en notering'}.`
        : relation === 'relative-employed'
          ? `Den som har en närstående anställd i verksamheten ${effect === 'refuse' ? 'kan inte utses' : 'kan utses, men avvikelsen noteras'}.`
          : `Den som har en anknytning till verksamheten (${words.label(relation)}) ${effect === 'refuse' ? 'kan inte utses' : 'kan utses, men avvikelsen noteras'}.`,
    en: ({ relation, effect }, words) =>
      relation === 'employed'
        ? `A person employed in the operation ${effect === 'refuse' ? 'cannot be appointed' : 'is appointed only with a note'}.`
        : relation === 'relative-employed'
          ? `A person with a close relative employed in the operation ${effect === 'refuse' ? 'cannot be appointed' : 'can be appointed, and the deviation is noted'}.`
          : `A person with a tie to the operation (${words.label(relation)}) ${effect === 'refuse' ? 'cannot be appointed' : 'can be appointed, and the deviation is noted'}.`,
  },
  sentences: {
    sv: {
      'no-relation': (say) =>
        `${say.name('person', 'person')} har ingen anmäld anknytning av slaget ${say.labels('relation')}.`,
      refused: (say) =>
        `${say.name('person', 'person')} kan inte vara kontaktpolitiker här: ${say.labels('relation')} i verksamheten.`,
      noted: (say) =>
        `${say.name('person', 'person')} har en anknytning som bör undvikas: ${say.labels('relation')} i verksamheten.`,
    },
    en: {
      'no-relation': (say) =>
        `${say.name('person', 'person')} has declared no tie of the kind ${say.labels('relation')}.`,
      refused: (say) =>
        `${say.name('person', 'person')} cannot be contact politician here: ${say.labels('relation')} in the operation.`,
      noted: (say) =>
        `${say.name('person', 'person')} has a tie that should be avoided: ${say.labels('relation')} in the operation.`,
    },
  },
})
