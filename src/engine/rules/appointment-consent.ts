import { z } from 'zod'
import { broken, defineRule } from './kind.ts'

/** Contact politicians are appointed only where the manager has agreed to receive them. */
export const appointmentConsent = defineRule({
  kind: 'appointment.consent',
  title: { sv: 'Chefens medgivande', en: "The manager's consent" },
  ask: {
    by: {
      sv: 'Vem behöver gå med på att enheten tar emot kontaktpolitiker?',
      en: 'Who needs to agree that the unit receives contact politicians?',
    },
  },
  values: z.strictObject({ by: z.enum(['manager']) }),
  appointment(run, rule, appointment) {
    for (const id of appointment.unit === undefined ? (appointment.units ?? []) : [appointment.unit]) {
      const unit = run.facts.units.get(id)
      if (unit === undefined) continue
      const agreed = unit.consent !== undefined && unit.consent.on <= Math.max(run.today, appointment.from)
      run.emit(rule, agreed ? 'satisfied' : broken(rule), agreed ? 'agreed' : 'not-agreed', {
        subject: { type: 'appointment', id: appointment.id },
        related: [
          { type: 'person', id: appointment.person },
          { type: 'unit', id: unit.id },
        ],
        values: { unit: unit.id, agreedOn: unit.consent?.on },
      })
    }
  },
  describe: {
    sv: () => 'Kontaktpolitiker utses bara där verksamhetens chef har gått med på att ta emot dem.',
    en: () => "Contact politicians are appointed only where the operation's manager has agreed to receive them.",
  },
  sentences: {
    sv: {
      agreed: (say) => `${say.name('unit', 'unit')} har gått med på att ta emot kontaktpolitiker.`,
      'not-agreed': (say) =>
        `${say.name('unit', 'unit')} har inte gått med på att ta emot kontaktpolitiker, men har en utsedd.`,
    },
    en: {
      agreed: (say) => `${say.name('unit', 'unit')} has agreed to receive contact politicians.`,
      'not-agreed': (say) =>
        `${say.name('unit', 'unit')} has not agreed to receive contact politicians, but has one appointed.`,
    },
  },
})
