/**
 * What an identity provider says of the person who signed in, whatever the protocol. `subject` alone is a key: it is
 * the provider's own and never given to another. An e-mail address is for showing only, since addresses are reused.
 */
export type ForeignIdentity = {
  /** The provider's lasting name for the person: OpenID Connect's `sub`, SAML's persistent NameID or a chosen attribute. */
  readonly subject: string
  readonly employmentNumber?: string | undefined
  /** Twelve digits, a personal or a coordination number. Never written to a log or shown unmasked. */
  readonly personalNumber?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
  /** How sure the provider is, in its own words: `acr` or AuthnContextClassRef. */
  readonly assurance?: string | undefined
}

/** One statement as it came, for an administrator who tries the settings. */
export type ForeignClaim = { readonly name: string; readonly value: string }

/** The identity as the settings read it, and everything that came. */
export type ForeignAnswer = { readonly identity: ForeignIdentity; readonly claims: readonly ForeignClaim[] }

/** The longest value that is taken from a provider, in characters. */
const longestValue = 255

/** Returns the text of one claim or attribute: a text, a number, or a list of one. Undefined for all else and the overlong. */
export function foreignText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 1 ? foreignText(value[0]) : undefined
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return undefined
  const trimmed = text.trim()
  return trimmed === '' || trimmed.length > longestValue || /\p{Cc}/u.test(trimmed) ? undefined : trimmed
}

/** Returns the twelve digits of a personal or coordination number; undefined when it is not one with its century. */
export function foreignPersonalNumber(value: unknown): string | undefined {
  const digits = foreignText(value)?.replace(/^(\d{8})[-+]?(\d{4})$/, '$1$2')
  return digits !== undefined && /^\d{12}$/.test(digits) ? digits : undefined
}
