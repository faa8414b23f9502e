import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { type Refusal, refuse } from '../../kernel/result.ts'

/**
 * Returns the refusal for what openid-client throws at an answer. `facts.reason` is the library's own sentence or the
 * provider's error code, for the log: neither repeats a code, a token or a claim.
 */
export function oidcFault(error: unknown): Refusal {
  if (error instanceof AuthorizationResponseError) {
    const code = error.error === 'access_denied' ? 'oidc.denied' : 'oidc.provider-refused'
    return refuse(code, { reason: plainCode(error.error) })
  }
  if (error instanceof ResponseBodyError) {
    const code = refusedBody[error.error] ?? 'oidc.provider-refused'
    return refuse(code, { reason: plainCode(error.error) })
  }
  if (error instanceof ClientError) return clientFault(error)
  // What fetch throws when nobody answers, the name is unknown or the certificate is wrong.
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return refuse('oidc.unreachable', { reason: networkCode(error.cause) })
  }
  if (error instanceof TypeError) return refuse('oidc.bad-answer', { reason: error.message })
  throw error
}

const refusedBody: Readonly<Record<string, string>> = {
  invalid_grant: 'oidc.code-refused',
  invalid_client: 'oidc.client-refused',
  unauthorized_client: 'oidc.client-refused',
}

function clientFault(error: ClientError): Refusal {
  // The library says `unexpected JWT claim value`; which claim it was stands in the cause.
  const { message, facts } = innermost(error)
  const code = codeOf(error, message, facts)
  return refuse(code, { reason: message })
}

function codeOf(error: ClientError, message: string, facts: Readonly<Record<string, unknown>>): string {
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return 'oidc.unreachable'
  if (error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || error.code === 'OAUTH_RESPONSE_IS_NOT_JSON') {
    return 'oidc.not-a-provider'
  }
  if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'oidc.expired'
  if (error.code === 'OAUTH_KEY_SELECTION_FAILED') return 'oidc.bad-signature'
  if (error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    return facts.attribute === 'sub' ? 'oidc.wrong-subject' : 'oidc.wrong-issuer'
  }
  const claim = facts.claim
  if (typeof claim === 'string') return wrongClaim[claim] ?? 'oidc.bad-answer'
  if (/"state"/.test(message)) return 'oidc.wrong-state'
  if (/"iss"/.test(message)) return 'oidc.wrong-issuer'
  if (/"nonce"/.test(message)) return 'oidc.wrong-nonce'
  if (/signature|"alg"|JWS/.test(message)) return 'oidc.bad-signature'
  return 'oidc.bad-answer'
}

const wrongClaim: Readonly<Record<string, string>> = {
  aud: 'oidc.wrong-audience',
  azp: 'oidc.wrong-audience',
  iss: 'oidc.wrong-issuer',
  nonce: 'oidc.wrong-nonce',
}

type Innermost = { readonly message: string; readonly facts: Readonly<Record<string, unknown>> }

function innermost(error: Error): Innermost {
  const { cause } = error
  if (cause instanceof Error) return innermost(cause)
  return { message: error.message, facts: typeof cause === 'object' && cause !== null ? { ...cause } : {} }
}

function networkCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'fetch failed'
}

/** RFC 6749, 4.1.2.1 has codes in lower case with underscores; anything else is not repeated. */
function plainCode(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'unknown'
}
