import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import { audience, broken, defineRule } from './kind.ts'
import { forms, formsAsk, isOfForm } from './visits-forms.ts'

/** Whom the visit is to reach. Where one is only to be striven for, missing it is a deviation with its explanation. */
export const visitsAudiences = defineRule({
  kind: 'visits.audiences',
  title: { sv: 'Vilka man möter', en: 'Whom one meets' },
  ask: {
    audiences: { sv: 'Vilka ska man möta vid besöket?', en: 'Whom is the visit to reach?' },
    effort: {
      sv: 'Hur bestämt är det?',
      en: 'How firm is that?',
      choices: {
        strive: { sv: 'man ska försöka', en: 'one is to try' },
        reach: { sv: 'man ska möta dem', en: 'one is to meet them' },
        show: { sv: 'det ska framgå vilka man mötte', en: 'it is to be shown whom one met' },
      },
    },
    forms: formsAsk,
  },
  values: z.strictObject({
    audiences: z.array(audience).min(1),
    /** `strive`: try to; `reach`: as the force says; `show`: whom the visit reached is made visible. */
    effort: z.enum(['strive', 'reach', 'show']),
    forms,
  }),
  visit(run, rule, visit) {
    if (!visit.happened || !isOfForm(visit, rule.values.forms)) return
    const { subject, related, day } = visit
    if (visit.visit.met.length === 0) {
      const missing = [{ what: 'fact', fact: 'met' }] as const
      return run.emit(rule, 'cannot-tell', 'not-noted', { subject, related, day, missing })
    }
    const { met } = visit.visit
    const { audiences } = rule.values
    const isWhole = areAllMet(audiences, met)
    const reached = isWhole ? audiences : metAmong(audiences, met, true)
    const unmet = isWhole ? none : metAmong(audiences, met, false)
    const explanations = explanationsOf(met)
    const values = { reached, unmet, explanations }
    if (rule.values.effort === 'show')
      return run.emit(rule, 'satisfied', isWhole ? 'all-met' : 'some-met', { subject, related, day, values })
    const outcome = rule.values.effort === 'strive' ? 'deviates' : broken(rule)
    run.emit(rule, isWhole ? 'satisfied' : outcome, isWhole ? 'all-met' : 'unmet', { subject, related, day, values })
  },
  describe: {
    sv: ({ audiences, effort }, words) =>
      effort === 'show'
        ? `Det framgår vilka besöket nådde: ${words.labels(audiences)}.`
        : `Vid besöket ${effort === 'strive' ? 'eftersträvas samtal' : 'förs samtal'} med ${words.labels(audiences)}.`,
    en: ({ audiences, effort }, words) =>
      effort === 'show'
        ? `It is shown whom the visit reached: ${words.labels(audiences)}.`
        : `During the visit conversations ${effort === 'strive' ? 'are striven for' : 'are held'} with ${words.labels(audiences)}.`,
  },
  sentences: {
    sv: {
      'not-noted': () => 'Det är inte antecknat vilka besöket nådde.',
      'all-met': (say) => `Besöket nådde ${say.labels('reached')}.`,
      'some-met': (say) =>
        `Besöket nådde ${say.labels('reached') || 'ingen av dem som riktlinjen nämner'}, men inte ${say.labels('unmet')}.`,
      unmet: (say) =>
        `Besöket nådde inte ${say.labels('unmet')}.${say.text('explanations') === '' ? '' : ` Förklaring: ${say.text('explanations')}`}`,
    },
    en: {
      'not-noted': () => 'It is not noted whom the visit reached.',
      'all-met': (say) => `The visit reached ${say.labels('reached')}.`,
      'some-met': (say) =>
        `The visit reached ${say.labels('reached') || 'none of those the guideline names'}, but not ${say.labels('unmet')}.`,
      unmet: (say) =>
        `The visit did not reach ${say.labels('unmet')}.${say.text('explanations') === '' ? '' : ` Explanation: ${say.text('explanations')}`}`,
    },
  },
})

const none: readonly string[] = []

type Met = VisitFacts['visit']['met']

function areAllMet(audiences: readonly string[], met: Met): boolean {
  for (const audience of audiences) if (!isMet(audience, met)) return false
  return true
}

function isMet(audience: string, met: Met): boolean {
  for (const it of met) if (it.met && it.audience === audience) return true
  return false
}

function metAmong(audiences: readonly string[], met: Met, wanted: boolean): readonly string[] {
  return audiences.filter((audience) => isMet(audience, met) === wanted)
}

function explanationsOf(met: Met): readonly string[] {
  let found = none
  for (const { met: isMet, explanation } of met)
    if (!isMet && explanation !== undefined) found = [...found, explanation]
  return found
}
