import { z } from 'zod'
import { audience, defineRule, localised } from './kind.ts'

/** What to talk about, and with whom. */
export const conversationTopics = defineRule({
  kind: 'conversation.topics',
  values: z.strictObject({
    topics: z
      .array(z.strictObject({ id: z.string().min(1).max(50), audiences: z.array(audience).min(1), topic: localised }))
      .min(1),
    /** Binding topics are all to be taken up; examples help. */
    binding: z.boolean().default(false),
  }),
  describe: {
    sv: ({ topics, binding }, words) =>
      `${binding ? 'Samtalet tar upp' : 'Samtalet kan handla om'} ${words.list(topics.map((it) => it.topic.sv.toLowerCase()))}.`,
    en: ({ topics, binding }, words) =>
      `${binding ? 'The conversation takes up' : 'The conversation may be about'} ${words.list(topics.map((it) => it.topic.en.toLowerCase()))}.`,
  },
  sentences: { sv: {}, en: {} },
})
