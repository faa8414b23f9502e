import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** Secrecy: the reminder that is shown, and that the report's text is checked. */
export const conversationSecrecy = defineRule({
  kind: 'conversation.secrecy',
  title: { sv: 'Sekretess', en: 'Secrecy' },
  ask: {
    reminder: { sv: 'Vilken påminnelse om sekretess visas?', en: 'Which reminder of secrecy is shown?' },
    checkText: { sv: 'Ska texten i rapporten kontrolleras?', en: 'Is the text of the report to be checked?' },
  },
  values: z.strictObject({ reminder: localised, checkText: z.boolean() }),
  describe: {
    sv: ({ reminder, checkText }) => `${reminder.sv}${checkText ? ' Texten i rapporten kontrolleras.' : ''}`,
    en: ({ reminder, checkText }) => `${reminder.en}${checkText ? ' The text of the report is checked.' : ''}`,
  },
  sentences: { sv: {}, en: {} },
})
