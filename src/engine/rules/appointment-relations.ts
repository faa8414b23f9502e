import { z } from 'zod'
import type { Day } from '../../kernel/date.ts'
import { broken, defineRule } from './kind.ts'

/** Ties to the operation that stop an appointment, or are noted with it. */
export const appointmentRelations = defineRule({
  kind: 'appointment.relations',
  values: z.strictObject({
    relation: z.enum(['employed', 'relative-employed']),
    effect: z.enum(['refuse', 'note']),
  }),
  appointment(run, rule, appointment) {
    const unit = appointment.unit === undefined ? undefined : run.facts.units.get(appointment.unit)
    const area = appointment.area ?? unit?.area
    const tie = (run.facts.relationsByPerson.get(appointment.person) ?? []).find((relation) => {
      if (relation.kind !== rule.values.relation || !lastsInto(relation, Math.max(run.today, appointment.from) as Day))
        return false
      if (relation.area !== undefined) return relation.area === area
      if (relation.unit === appointment.unit && relation.unit !== undefined) return true
      const employedIn = relation.unit === undefined ? undefined : run.facts.units.get(relation.unit)
      return appointment.area !== undefined && employedIn?.area === appointment.area
    })
    const bad = rule.values.effect === 'refuse' ? 'refused' : 'noted'
    run.emit(rule, tie === undefined ? 'satisfied' : broken(rule), tie === undefined ? 'no-relation' : bad, {
      subject: { type: 'appointment', id: appointment.id },
      related: [{ type: 'person', id: appointment.person }],
      values: { person: appointment.person, relation: rule.values.relation },
    })
  },
  describe: {
    sv: ({ relation, effect }) =>
      relation === 'employed'
        ? `Den som är anställd i verksamheten ${effect === 'refuse' ? 'kan inte utses' : 'utses bara med en notering'}.`
        : `Den som har en närstående anställd i verksamheten ${effect === 'refuse' ? 'kan inte utses' : 'kan utses, men avvikelsen noteras'}.`,
    en: ({ relation, effect }) =>
      relation === 'employed'
        ? `A person employed in the operation ${effect === 'refuse' ? 'cannot be appointed' : 'is appointed only with a note'}.`
        : `A person with a close relative employed in the operation ${effect === 'refuse' ? 'cannot be appointed' : 'can be appointed, and the deviation is noted'}.`,
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

function lastsInto(period: { readonly from: Day; readonly until?: Day | undefined }, day: Day): boolean {
  return period.from <= day && (period.until === undefined || period.until > day)
}
