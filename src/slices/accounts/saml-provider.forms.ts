import { z } from 'zod'
import { assuranceLevels, attributeSetNames, attributeSetOf } from './saml-provider.rules.ts'

const someText = z
  .string()
  .optional()
  .transform((text) => text?.trim() ?? '')

const someTexts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((texts) => [texts ?? []].flat())

/** The settings of a SAML provider as typed; what they must be, the protocol says. */
export const samlFields = z.object({
  /** Pasted metadata; what it says goes before what is typed. */
  metadata: someText,
  entityId: someText,
  signOnAddress: someText,
  certificates: someText,
  ourEntityId: someText,
  audience: someText,
  attributeSet: z.enum(attributeSetNames, { error: 'attribute-set-missing' }),
  subject: someText,
  employmentNumber: someText,
  personalNumber: someText,
  email: someText,
  name: someText,
  levels: someTexts,
  otherLevels: someText,
  wantsResponseSigned: someText,
  clockSkewSeconds: someText,
})

export type SamlTyped = z.output<typeof samlFields>

/** The values of a new SAML provider's form. */
export const newSamlValues = { attributeSet: 'adfs', wantsResponseSigned: 'yes', clockSkewSeconds: '60' }

type StoredSaml = {
  readonly entityId: string
  readonly signOnAddress: string
  readonly certificates: readonly string[]
  readonly ourEntityId?: string
  readonly audience?: string
  readonly attributes: Readonly<Record<string, string>>
  readonly assuranceLevels: readonly string[]
  readonly wantsResponseSigned: boolean
  readonly clockSkewSeconds: number
}

/** Returns what the form shows of settings that are kept. */
export function samlValues(settings: unknown): Readonly<Record<string, string | readonly string[]>> {
  const kept = settings as StoredSaml
  const known: readonly string[] = assuranceLevels
  const set = attributeSetOf(kept.attributes)
  return {
    entityId: kept.entityId,
    signOnAddress: kept.signOnAddress,
    certificates: kept.certificates.join('\n'),
    ourEntityId: kept.ourEntityId ?? '',
    audience: kept.audience ?? '',
    ...(set === 'own' && kept.attributes),
    attributeSet: set,
    levels: kept.assuranceLevels.filter((level) => known.includes(level)),
    otherLevels: kept.assuranceLevels.filter((level) => !known.includes(level)).join('\n'),
    wantsResponseSigned: kept.wantsResponseSigned ? 'yes' : '',
    clockSkewSeconds: String(kept.clockSkewSeconds),
  }
}
