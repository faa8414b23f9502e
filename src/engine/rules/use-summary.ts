import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** What the summary of the year is called and is for. */
export const useSummary = defineRule({
  kind: 'use.summary',
  title: { sv: 'Årets sammanställning', en: 'Summary of the year' },
  ask: {
    name: {
      sv: 'Vad heter sammanställningen av årets rapporter?',
      en: "What is the summary of the year's reports called?",
    },
    purpose: { sv: 'Vad ska den användas till?', en: 'What is it for?' },
    aggregated: {
      sv: 'Är den sammanslagen, så att ingen enskild rapport syns i den?',
      en: 'Is it aggregated, so that no single report can be seen in it?',
    },
  },
  values: z.strictObject({ name: localised, purpose: localised, aggregated: z.boolean().default(false) }),
  describe: {
    sv: ({ name, purpose, aggregated }) =>
      `Årets ${aggregated ? 'aggregerade ' : ''}sammanställning heter ”${name.sv}”: ${purpose.sv}`,
    en: ({ name, purpose, aggregated }) =>
      `The ${aggregated ? 'aggregated ' : ''}summary of the year is called “${name.en}”: ${purpose.en}`,
  },
  sentences: { sv: {}, en: {} },
})
