import { z } from 'zod'
import { defineRule, localised } from './kind.ts'

/** What the summary of the year is called and is for. */
export const useSummary = defineRule({
  kind: 'use.summary',
  values: z.strictObject({ name: localised, purpose: localised, aggregated: z.boolean().default(false) }),
  describe: {
    sv: ({ name, purpose, aggregated }) =>
      `Årets ${aggregated ? 'aggregerade ' : ''}sammanställning heter ”${name.sv}”: ${purpose.sv}`,
    en: ({ name, purpose, aggregated }) =>
      `The ${aggregated ? 'aggregated ' : ''}summary of the year is called “${name.en}”: ${purpose.en}`,
  },
  sentences: { sv: {}, en: {} },
})
