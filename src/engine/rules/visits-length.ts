import { z } from 'zod'
import { bothBind } from './apart.ts'
import { broken, defineRule } from './kind.ts'
import { forms, formsAsk, formsEnglish, formsSwedish, isOfForm } from './visits-forms.ts'

/** How long a visit takes at most. It says nothing about the fee. */
export const visitsLength = defineRule({
  kind: 'visits.length',
  title: { sv: 'Besökets längd', en: 'Length of a visit' },
  ask: {
    mostMinutes: { sv: 'Hur lång tid tar ett besök som längst?', en: 'How long does a visit take at most?' },
    forms: formsAsk,
  },
  once: true,
  values: z.strictObject({ mostMinutes: z.int().min(1).max(1440), forms }),
  collides: bothBind,
  visit(run, rule, visit) {
    if ((!visit.happened && !visit.ahead) || !isOfForm(visit, rule.values.forms)) return
    const minutes = Math.max(0, visit.visit.end - visit.visit.start)
    const within = minutes <= rule.values.mostMinutes
    run.emit(rule, within ? 'satisfied' : broken(rule), within ? 'within' : 'longer', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: { minutes, mostMinutes: rule.values.mostMinutes },
    })
  },
  describe: {
    sv: ({ mostMinutes, forms: those }, words) =>
      `Ett besök tar högst ${words.duration(mostMinutes)}.${formsSwedish(those, words)}`,
    en: ({ mostMinutes, forms: those }, words) =>
      `A visit takes at most ${words.duration(mostMinutes)}.${formsEnglish(those, words)}`,
  },
  sentences: {
    sv: {
      within: (say) => `Besöket tar ${say.duration('minutes')}, inom ${say.duration('mostMinutes')}.`,
      longer: (say) => `Besöket tar ${say.duration('minutes')}, längre än ${say.duration('mostMinutes')}.`,
    },
    en: {
      within: (say) => `The visit takes ${say.duration('minutes')}, within ${say.duration('mostMinutes')}.`,
      longer: (say) => `The visit takes ${say.duration('minutes')}, longer than ${say.duration('mostMinutes')}.`,
    },
  },
})
