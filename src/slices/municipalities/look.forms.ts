import { z } from 'zod'
import { colourPattern } from './look.rules.ts'

/** The municipality's look as typed. An empty colour is the product's own. A new picture comes beside the texts. */
export const lookForm = z.object({
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .transform((colour) => (/^[0-9a-f]{6}$/.test(colour) ? `#${colour}` : colour))
    .refine((colour) => colour === '' || colourPattern.test(colour), 'not-a-colour'),
  alternative: z.string().trim().max(200, 'too-long').default(''),
  removeLogo: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
  logo: z.instanceof(Uint8Array).optional(),
})
