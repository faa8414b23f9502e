import { z } from 'zod'
import { audience, defineRule, localised } from './kind.ts'

/** A duty of the role that no figure can be put on: it is read back and kept at hand. */
export const roleDuty = defineRule({
  kind: 'role.duty',
  title: { sv: 'En uppgift i rollen', en: 'A duty of the role' },
  ask: {
    duty: {
      sv: 'Vilken uppgift är det?',
      en: 'Which duty is it?',
      choices: {
        'explains-role': { sv: 'förklara rollen', en: 'explain the role' },
        'collects-views': { sv: 'ta emot synpunkter', en: 'collect views' },
        link: { sv: 'vara en länk till nämnden', en: 'be a link to the committee' },
        informs: { sv: 'informera', en: 'inform' },
        'strengthens-contact': { sv: 'stärka kontakten', en: 'strengthen the contact' },
      },
    },
    audiences: { sv: 'Vilka gäller den?', en: 'Whom does it concern?' },
    text: { sv: 'Hur lyder uppgiften?', en: 'How does the duty read?' },
    alsoOutsideVisits: { sv: 'Gäller den även utanför besöken?', en: 'Does it hold outside visits too?' },
  },
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
