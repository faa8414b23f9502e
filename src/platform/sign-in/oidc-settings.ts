import { z } from 'zod'

/** Claims that another person may get later, or that people change themselves: they never name who somebody is. */
const claimsThatMove = ['email', 'preferred_username', 'upn', 'unique_name', 'name', 'nickname', 'phone_number']

const claimName = z
  .string()
  .trim()
  .max(200, 'too-long')
  .regex(/^[^\s"'<>]+$/, 'bad-claim')

/** A number that leads in the first time is as good as the subject: nobody may choose it for themself. */
const lastingClaim = claimName.refine((name) => !claimsThatMove.includes(name), 'claim-moves')

/**
 * How one provider is spoken with. The client's secret is not among them: it is kept sealed by itself.
 * `issuer` is compared character by character with what the provider says of itself.
 */
export const oidcSettings = z.strictObject({
  issuer: z
    .string()
    .max(300, 'too-long')
    .refine((text) => URL.canParse(text) && isBare(new URL(text)), 'bad-issuer'),
  clientId: z.string().trim().min(1, 'missing').max(300, 'too-long'),
  /** Separated by spaces; `openid` among them (OpenID Connect Core 1.0, 3.1.2.1). */
  scope: z
    .string()
    .trim()
    .max(300, 'too-long')
    .regex(/^[\x21\x23-\x5b\x5d-\x7e ]+$/, 'bad-scope')
    .refine((text) => text.split(' ').includes('openid'), 'bad-scope'),
  subjectClaim: lastingClaim,
  employmentNumberClaim: lastingClaim.optional(),
  personalNumberClaim: lastingClaim.optional(),
  /** The `acr` values that are enough; an empty list asks for none. */
  acceptedAcr: z.array(z.string().trim().min(1, 'missing').max(300, 'too-long')).max(20, 'too-long'),
})

export type OidcSettings = z.infer<typeof oidcSettings>

/** By http or https, and nothing beside the address itself. */
function isBare(url: URL): boolean {
  if (!/^https?:$/.test(url.protocol)) return false
  return url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}
