import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** Matters that stay outside the conversation and the report, with whom to refer them to. */
export const conversationExcluded = defineRule({
  kind: 'conversation.excluded',
  title: { sv: 'Frågor som ligger utanför samtalet', en: 'Matters outside the conversation' },
  ask: {
    matters: {
      sv: 'Vilka frågor ligger utanför samtalet och rapporten?',
      en: 'Which matters stay outside the conversation and the report?',
    },
    'matters.id': { sv: 'Vad kallas frågan i filen?', en: 'What is the matter called in the file?' },
    'matters.matter': { sv: 'Vad handlar den om?', en: 'What is it about?' },
    'matters.referTo': {
      sv: 'Vart hänvisas den som tar upp frågan?',
      en: 'To whom is somebody who raises it referred?',
    },
  },
  values: z.strictObject({
    matters: z.array(z.strictObject({ id: z.string().min(1).max(50), matter: localised, referTo: localised })).min(1),
  }),
  describe: {
    sv: ({ matters }) =>
      `Utanför uppdraget: ${matters.map((it) => `${it.matter.sv.toLowerCase()} (lämnas till ${it.referTo.sv})`).join('; ')}.`,
    en: ({ matters }) =>
      `Outside the assignment: ${matters.map((it) => `${it.matter.en.toLowerCase()} (referred to ${it.referTo.en})`).join('; ')}.`,
  },
  sentences: { sv: {}, en: {} },
})
