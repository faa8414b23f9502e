import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** A guide to whom one turns to in which question. */
export const conversationReferralGuide = defineRule({
  kind: 'conversation.referral-guide',
  title: { sv: 'Vart man vänder sig', en: 'Whom to turn to' },
  ask: {
    entries: { sv: 'Vilka frågor ska guiden svara på?', en: 'Which questions is the guide to answer?' },
    'entries.question': { sv: 'Vad gäller frågan?', en: 'What is the question about?' },
    'entries.turnTo': { sv: 'Vart vänder man sig?', en: 'To whom does one turn?' },
  },
  values: z.strictObject({ entries: z.array(z.strictObject({ question: localised, turnTo: localised })).min(1) }),
  describe: {
    sv: ({ entries }) =>
      `Hjälp om vart man vänder sig: ${entries.map((it) => `${it.question.sv.toLowerCase()} – ${it.turnTo.sv}`).join('; ')}.`,
    en: ({ entries }) =>
      `Help with whom to turn to: ${entries.map((it) => `${it.question.en.toLowerCase()} – ${it.turnTo.en}`).join('; ')}.`,
  },
  sentences: { sv: {}, en: {} },
})
