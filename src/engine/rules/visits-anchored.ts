import { z } from 'zod'
import { isWithin } from '../../kernel/date.ts'
import { mayVisitAll } from '../appointed.ts'
import { broken, defineRule } from './kind.ts'
import { role } from './visits-forms.ts'

/** Every visit is agreed with the manager, or another who is named, before it takes place, and may be to the unit that one was assigned only. */
export const visitsAnchored = defineRule({
  kind: 'visits.anchored',
  title: { sv: 'Förankring hos chefen', en: "The manager's consent" },
  ask: {
    with: {
      sv: 'Hos vem ska varje besök vara förankrat innan det äger rum?',
      en: 'With whom is every visit agreed before it takes place?',
    },
    assignedUnitOnly: {
      sv: 'Besöker man bara den enhet man har tilldelats?',
      en: 'Does one visit only the unit one has been assigned?',
    },
  },
  values: z.strictObject({ with: role, assignedUnitOnly: z.boolean() }),
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    const confirmed = visit.visit.confirmed
    const byRight = confirmed !== undefined && (confirmed.by ?? 'manager') === rule.values.with
    const code =
      confirmed !== undefined && byRight && confirmed.on <= visit.day
        ? 'agreed'
        : visit.ahead
          ? 'to-agree'
          : 'not-agreed'
    run.emit(rule, code === 'agreed' ? 'satisfied' : code === 'to-agree' ? 'due' : broken(rule), code, {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { with: rule.values.with, confirmedOn: byRight ? confirmed?.on : undefined },
    })
    if (!rule.values.assignedUnitOnly) return
    for (const person of visit.expected) {
      if (visit.appointed.includes(person) || mayVisitAll(run.facts, person, visit.day)) continue
      const own = (run.facts.appointmentsByPerson.get(person) ?? [])
        .filter((it) => isWithin(visit.day, it))
        .flatMap((it) => (it.unit === undefined ? (it.units ?? []) : [it.unit]))
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
    sv: ({ with: whom, assignedUnitOnly }, words) =>
      `Varje besök är förankrat hos ${words.label(whom)} innan det äger rum${assignedUnitOnly ? ', och görs i den enhet man har tilldelats' : ''}.`,
    en: ({ with: whom, assignedUnitOnly }, words) =>
      `Every visit is agreed with ${words.label(whom)} before it takes place${assignedUnitOnly ? ', and is made to the unit one has been assigned' : ''}.`,
  },
  sentences: {
    sv: {
      agreed: (say) => `Besöket förankrades hos ${say.labels('with')} ${say.day('confirmedOn')}.`,
      'to-agree': (say) => `Besöket behöver förankras hos ${say.labels('with')} innan det äger rum.`,
      'not-agreed': (say) => `Besöket var inte förankrat hos ${say.labels('with')} när det ägde rum.`,
      'not-own-unit': (say) => `${say.name('person', 'person')} är inte tilldelad den besökta enheten.`,
    },
    en: {
      agreed: (say) => `The visit was agreed with ${say.labels('with')} on ${say.day('confirmedOn')}.`,
      'to-agree': (say) => `The visit must be agreed with ${say.labels('with')} before it takes place.`,
      'not-agreed': (say) => `The visit had not been agreed with ${say.labels('with')} when it took place.`,
      'not-own-unit': (say) => `${say.name('person', 'person')} is not assigned to the visited unit.`,
    },
  },
})
