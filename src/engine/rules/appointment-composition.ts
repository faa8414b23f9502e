import { z } from 'zod'
import { appointedTo } from '../facts.ts'
import { blocs } from '../programme.ts'
import { broken, defineRule } from './kind.ts'

/** Which blocs the contact politicians of a unit come from. */
export const appointmentComposition = defineRule({
  kind: 'appointment.composition',
  values: z.strictObject({ blocs: z.array(z.enum(blocs)).min(1) }),
  unit(run, rule, unit) {
    const persons = appointedTo(run.facts, { unit: unit.id, area: unit.area }, run.today)
    const present = [
      ...new Set(persons.map((id) => run.facts.persons.get(id)?.bloc).filter((bloc) => bloc !== undefined)),
    ]
    const lacking = rule.values.blocs.filter((bloc) => !present.includes(bloc))
    run.emit(
      rule,
      lacking.length === 0 ? 'satisfied' : broken(rule),
      lacking.length === 0 ? 'represented' : 'bloc-missing',
      {
        subject: { type: 'unit', id: unit.id },
        related: persons.map((id) => ({ type: 'person', id })),
        day: run.today,
        values: { persons, present, lacking },
      },
    )
  },
  describe: {
    sv: (values, words) => `Bland enhetens kontaktpolitiker finns ${words.labels(values.blocs)} företrädda.`,
    en: (values, words) => `Among the unit's contact politicians ${words.labels(values.blocs)} are represented.`,
  },
  sentences: {
    sv: {
      represented: (say) => `Kontaktpolitikerna för ${say.subject} företräder dem som ska finnas med.`,
      'bloc-missing': (say) => `Kontaktpolitikerna för ${say.subject} saknar någon från ${say.labels('lacking')}.`,
    },
    en: {
      represented: (say) => `The contact politicians of ${say.subject} represent those who are to be there.`,
      'bloc-missing': (say) =>
        `The contact politicians of ${say.subject} include nobody from ${say.labels('lacking')}.`,
    },
  },
})
