import { z } from 'zod'
import { audience, defineRule, localised } from './kind.ts'

/** A duty of the role that no figure can be put on: it is read back and kept at hand. */
export const roleDuty = defineRule({
  kind: 'role.duty',
  values: z.strictObject({
    duty: z.enum(['explains-role', 'collects-views', 'link', 'informs', 'strengthens-contact']),
    audiences: z.array(audience).default([]),
    text: localised,
    /** Holds in contacts outside visits too. */
    alsoOutsideVisits: z.boolean().default(false),
  }),
  describe: {
    sv: ({ text, alsoOutsideVisits }) => `${text.sv}${alsoOutsideVisits ? ' Det gäller även utanför besöken.' : ''}`,
    en: ({ text, alsoOutsideVisits }) => `${text.en}${alsoOutsideVisits ? ' This holds outside visits too.' : ''}`,
  },
  sentences: { sv: {}, en: {} },
})
