import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

export const moments = ['booking', 'reporting'] as const

/** Principles that the contact politician is reminded of. */
export const conversationPrinciples = defineRule({
  kind: 'conversation.principles',
  title: { sv: 'Principer för uppdraget', en: 'Principles of the assignment' },
  ask: {
    principles: {
      sv: 'Vilka principer påminns kontaktpolitikern om?',
      en: 'Of which principles is the contact politician reminded?',
    },
    'principles.id': { sv: 'Vad kallas principen i filen?', en: 'What is the principle called in the file?' },
    'principles.text': { sv: 'Hur lyder den?', en: 'How does it read?' },
    shownBefore: {
      sv: 'När visas de?',
      en: 'When are they shown?',
      choices: {
        booking: { sv: 'innan ett besök bokas', en: 'before a visit is booked' },
        reporting: { sv: 'innan en rapport skrivs', en: 'before a report is written' },
      },
    },
  },
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
