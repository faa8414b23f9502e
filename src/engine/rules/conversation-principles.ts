import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

export const moments = ['booking', 'reporting'] as const

/** Principles that the contact politician is reminded of. */
export const conversationPrinciples = defineRule({
  kind: 'conversation.principles',
  values: z.strictObject({
    principles: z.array(z.strictObject({ id: z.string().min(1).max(50), text: localised })).min(1),
    /** Before what they are shown. */
    shownBefore: z.array(z.enum(moments)).min(1),
  }),
  describe: {
    sv: ({ principles }) => principles.map((it) => it.text.sv).join(' '),
    en: ({ principles }) => principles.map((it) => it.text.en).join(' '),
  },
  sentences: { sv: {}, en: {} },
})
