import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { broken, defineRule } from './kind.ts'

/** Every visit is agreed with the manager before it takes place, and is to the unit that one was assigned. */
export const visitsAnchored = defineRule({
  kind: 'visits.anchored',
  values: z.strictObject({ with: z.enum(['manager']), assignedUnitOnly: z.boolean() }),
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    const confirmed = visit.visit.confirmed
    const code =
      confirmed !== undefined && confirmed.on <= visit.day ? 'agreed' : visit.ahead ? 'to-agree' : 'not-agreed'
    run.emit(rule, code === 'agreed' ? 'satisfied' : code === 'to-agree' ? 'due' : broken(rule), code, {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { confirmedOn: confirmed?.on },
    })
    if (!rule.values.assignedUnitOnly) return
    for (const person of visit.expected) {
      if (visit.appointed.includes(person)) continue
      const own = (run.facts.appointmentsByPerson.get(person) ?? [])
        .filter((it) => isWithin(visit.day, it))
        .flatMap((it) => (it.unit === undefined ? [] : [it.unit]))
      run.emit(rule, broken(rule), 'not-own-unit', {
        subject: visit.subject,
        related: [
          { type: 'person', id: person },
          ...visit.units.map((unit) => ({ type: 'unit', id: unit.id }) as const),
        ],
        day: visit.day,
        values: { person, ownUnits: own },
      })
    }
  },
  describe: {
    sv: ({ assignedUnitOnly }) =>
      `Varje besök är förankrat hos enhetens chef innan det äger rum${assignedUnitOnly ? ', och görs i den enhet man har tilldelats' : ''}.`,
    en: ({ assignedUnitOnly }) =>
      `Every visit is agreed with the unit's manager before it takes place${assignedUnitOnly ? ', and is made to the unit one has been assigned' : ''}.`,
  },
  sentences: {
    sv: {
      agreed: (say) => `Besöket förankrades hos enhetens chef ${say.day('confirmedOn')}.`,
      'to-agree': () => 'Besöket behöver förankras hos enhetens chef innan det äger rum.',
      'not-agreed': () => 'Besöket var inte förankrat hos enhetens chef när det ägde rum.',
      'not-own-unit': (say) => `${say.name('person', 'person')} är inte tilldelad den besökta enheten.`,
    },
    en: {
      agreed: (say) => `The visit was agreed with the unit's manager on ${say.day('confirmedOn')}.`,
      'to-agree': () => "The visit must be agreed with the unit's manager before it takes place.",
      'not-agreed': () => "The visit had not been agreed with the unit's manager when it took place.",
      'not-own-unit': (say) => `${say.name('person', 'person')} is not assigned to the visited unit.`,
    },
  },
})
