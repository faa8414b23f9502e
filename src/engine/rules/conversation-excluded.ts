import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** Matters that stay outside the conversation and the report, with whom to refer them to. */
export const conversationExcluded = defineRule({
  kind: 'conversation.excluded',
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
