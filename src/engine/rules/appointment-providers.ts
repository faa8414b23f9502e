import { z } from 'zod'
import { type Day, isWithin } from '../../kernel/date.ts'
import type { Unit } from '../programme.ts'
import {
  broken,
  type CompiledRule,
  defineRule,
  type Emitted,
  orSilent,
  type Run,
  unanswered,
  unansweredSentences,
} from './kind.ts'

const values = z.strictObject({ private: orSilent(['included', 'excluded', 'by-agreement']) })
type Values = z.infer<typeof values>

/** Whether private providers' units are part of the programme: yes, no, or where the provider has agreed. */
export const appointmentProviders = defineRule({
  kind: 'appointment.providers',
  title: { sv: 'Privata utförare', en: 'Private providers' },
  ask: {
    private: {
      sv: 'Omfattas enheter som drivs av privata utförare?',
      en: 'Are units run by private providers covered?',
      choices: {
        included: { sv: 'ja', en: 'yes' },
        excluded: { sv: 'nej', en: 'no' },
        'by-agreement': { sv: 'om utföraren har kommit överens med kommunen', en: 'where the provider has agreed' },
      },
    },
  },
  once: true,
  values,
  appointment(run, rule, appointment) {
    const day = Math.max(run.today, appointment.from) as Day
    for (const id of appointment.unit === undefined ? (appointment.units ?? []) : [appointment.unit]) {
      const unit = run.facts.units.get(id)
      if (unit === undefined || unit.operatedBy === 'municipality') continue
      judge(run, rule, unit, {
        day,
        subject: { type: 'appointment', id: appointment.id },
        related: [
          { type: 'person', id: appointment.person },
          { type: 'unit', id: unit.id },
        ],
      })
    }
  },
  visit(run, rule, visit) {
    if (!visit.happened && !visit.ahead) return
    for (const unit of visit.units) {
      if (unit.operatedBy === 'municipality') continue
      judge(run, rule, unit, { day: visit.day, subject: visit.subject, related: visit.related })
    }
  },
  describe: {
    sv: (values) =>
      ({
        included: 'Även enheter som drivs av privata utförare omfattas.',
        excluded: 'Enheter som drivs av privata utförare omfattas inte.',
        'by-agreement':
          'Enheter som drivs av privata utförare omfattas när utföraren har kommit överens om det med kommunen.',
        silent: 'Det är inte sagt om enheter som drivs av privata utförare omfattas.',
      })[values.private],
    en: (values) =>
      ({
        included: 'Units run by private providers are covered too.',
        excluded: 'Units run by private providers are not covered.',
        'by-agreement': 'Units run by private providers are covered where the provider has agreed to it.',
        silent: 'Whether units run by private providers are covered is not said.',
      })[values.private],
  },
  sentences: {
    sv: {
      ...unansweredSentences.sv,
      included: (say) => `${say.name('unit', 'unit')} drivs av en privat utförare och omfattas.`,
      excluded: (say) => `${say.name('unit', 'unit')} drivs av en privat utförare, och sådana omfattas inte.`,
      agreed: (say) => `${say.name('unit', 'unit')} drivs av en privat utförare som har kommit överens om besök.`,
      'no-agreement': (say) =>
        `${say.name('unit', 'unit')} drivs av en privat utförare som inte har någon överenskommelse om besök ${say.day('onDay')}.`,
    },
    en: {
      ...unansweredSentences.en,
      included: (say) => `${say.name('unit', 'unit')} is run by a private provider and is covered.`,
      excluded: (say) => `${say.name('unit', 'unit')} is run by a private provider, and those are not covered.`,
      agreed: (say) => `${say.name('unit', 'unit')} is run by a private provider that has agreed to visits.`,
      'no-agreement': (say) =>
        `${say.name('unit', 'unit')} is run by a private provider that has no agreement on visits on ${say.day('onDay')}.`,
    },
  },
})

function judge(
  run: Run,
  rule: CompiledRule<Values>,
  unit: Unit,
  about: Pick<Emitted, 'subject' | 'related'> & { readonly day: Day },
): void {
  if (rule.values.private === 'silent') {
    run.emit(rule, 'cannot-tell', 'unanswered', {
      ...about,
      values: { unit: unit.id },
      missing: unanswered(rule, 'private'),
    })
    return
  }
  const agreed = unit.agreement !== undefined && isWithin(about.day, unit.agreement)
  const code = rule.values.private === 'by-agreement' ? (agreed ? 'agreed' : 'no-agreement') : rule.values.private
  const fits = code === 'included' || code === 'agreed'
  run.emit(rule, fits ? 'satisfied' : broken(rule), code, { ...about, values: { unit: unit.id, onDay: about.day } })
}
