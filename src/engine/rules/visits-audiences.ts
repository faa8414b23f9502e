import { z } from 'zod'
import type { VisitFacts } from '../facts.ts'
import { those } from '../indexing.ts'
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
    const about = { subject: visit.subject, related: visit.related, day: visit.day } as const
    if (visit.visit.met.length === 0)
      return run.emit(rule, 'cannot-tell', 'not-noted', { ...about, missing: [{ what: 'fact', fact: 'met' }] })
    const { met } = visit.visit
    const reached = those(rule.values.audiences, (audience) => met.some((it) => it.met && it.audience === audience))
    const unmet =
      reached.length === rule.values.audiences.length
        ? none
        : rule.values.audiences.filter((audience) => !reached.includes(audience))
    const explanations = explanationsOf(visit)
    const values = { reached, unmet, explanations }
    if (rule.values.effort === 'show')
      return run.emit(rule, 'satisfied', unmet.length === 0 ? 'all-met' : 'some-met', { ...about, values })
    const outcome = rule.values.effort === 'strive' ? 'deviates' : broken(rule)
    run.emit(rule, unmet.length === 0 ? 'satisfied' : outcome, unmet.length === 0 ? 'all-met' : 'unmet', {
      ...about,
      values,
    })
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

function explanationsOf({ visit: { met } }: VisitFacts): readonly string[] {
  if (met.every((it) => it.met || it.explanation === undefined)) return none
  return met.flatMap((it) => (it.met || it.explanation === undefined ? [] : [it.explanation]))
}
