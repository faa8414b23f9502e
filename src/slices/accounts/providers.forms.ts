import { z } from 'zod'
import { absoluteBounds, idleBounds } from './providers.rules.ts'

const wholeNumber = ({ from, to }: { readonly from: number; readonly to: number }, code: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, code)
    .transform(Number)
    .pipe(z.number().min(from, code).max(to, code))

/** Which ways in are open, and how long a session lives. */
export const policyForm = z.object({
  codes: z.enum(['everybody', 'without-provider', 'nobody'], { error: 'codes-missing' }),
  passkeys: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
  idleMinutes: wholeNumber(idleBounds, 'idle-bounds'),
  absoluteHours: wholeNumber(absoluteBounds, 'absolute-bounds'),
})

const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)

/** What every kind of provider is given: its id, the words on its button, and a secret that stays when left empty. */
export const providerForm = z.object({
  id: z.uuid(),
  label: z.string().trim().min(1, 'label-missing').max(80, 'too-long'),
  secret: z
    .string()
    .max(500, 'too-long')
    .optional()
    .transform((text) => text?.trim() || undefined),
})

/** The settings of an OpenID provider as typed; what they must be, the protocol says. */
export const oidcFields = z.object({
  issuer: z.string().trim(),
  clientId: z.string().trim(),
  scope: z
    .string()
    .trim()
    .transform((text) => text.split(/\s+/).join(' ')),
  subjectClaim: z.string().trim(),
  employmentNumberClaim: optionalText,
  personalNumberClaim: optionalText,
  acceptedAcr: z
    .string()
    .optional()
    .transform((text = '') => text.split(/\s+/).filter((it) => it !== '')),
})

/** The values of a new OpenID provider's form. */
export const newOidcValues = { scope: 'openid profile email', subjectClaim: 'sub' }

type StoredOidc = Readonly<Record<string, string>> & { readonly acceptedAcr: readonly string[] }

/** Returns what the form shows of settings that are kept. */
export function oidcValues(settings: unknown): Readonly<Record<string, string>> {
  const { acceptedAcr, ...texts } = settings as StoredOidc
  return { ...texts, acceptedAcr: acceptedAcr.join('\n') }
}
