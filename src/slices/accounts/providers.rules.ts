import type { Instant } from '../../kernel/instant.ts'

export const providerKindNames = ['oidc', 'saml'] as const
export type ProviderKindName = (typeof providerKindNames)[number]

/** Somebody who vouches for people. The secret is not among what is read for pages. */
export type Provider = {
  readonly id: string
  readonly kind: ProviderKindName
  readonly label: string
  readonly settings: unknown
  readonly state: 'off' | 'on'
  readonly hasSecret: boolean
  /** The last good test of these very settings. */
  readonly testedAt: Instant | null
}

/**
 * Returns what the provider's subjects are good within: who gives them, and in which claim or attribute. A subject is
 * unique with its issuer alone (OpenID Connect Core 1.0, 5.7), so with another issuer nobody is known any more.
 */
export function subjectsWithin(settings: unknown): string {
  const { issuer, subjectClaim, entityId, attributes } = settings as {
    readonly issuer?: string
    readonly subjectClaim?: string
    readonly entityId?: string
    readonly attributes?: { readonly subject?: string }
  }
  return JSON.stringify([issuer ?? entityId, subjectClaim ?? attributes?.subject ?? null])
}

/** Minutes that a person has for signing in at the provider. */
export const attemptMinutes = 10

/** What a municipality has settled about its ways in. */
export type SignInPolicy = {
  readonly codes: 'everybody' | 'without-provider' | 'nobody'
  readonly passkeys: boolean
  readonly idleMinutes: number
  readonly absoluteHours: number
}

/** What holds until the municipality says otherwise; the columns of `sign_in_policy` have the same. */
export const usualPolicy: SignInPolicy = { codes: 'everybody', passkeys: true, idleMinutes: 120, absoluteHours: 12 }

export const idleBounds = { from: 5, to: 1440 }
export const absoluteBounds = { from: 1, to: 72 }

/** Whether somebody can still come in when the policy holds and these providers are on. Emergency logins are not counted. */
export function leavesAWayIn(policy: Pick<SignInPolicy, 'codes' | 'passkeys'>, providersOn: number): boolean {
  // A passkey is registered by somebody who is in already, so passkeys alone let no newcomer in.
  return policy.codes === 'everybody' || providersOn > 0
}
