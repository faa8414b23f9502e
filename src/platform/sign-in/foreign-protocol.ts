import type { Instant } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import type { ForeignAnswer } from './foreign-identity.ts'

/** An identity provider as it is kept, and where we are found. */
export type ForeignPeer = {
  /** As stored; the protocol reads it by its own schema. */
  readonly settings: unknown
  readonly secret: string | undefined
  /** Where answers come (redirect address, assertion consumer service) and where our metadata is read. */
  readonly addresses: { readonly answer: string; readonly metadata: string }
  /** Whether people come to the product by http, so that a provider on this computer may be spoken with by it too. */
  readonly allowLoopbackHttp: boolean
  /** What the provider says of itself is asked for anew. */
  readonly fresh?: boolean
}

/** `requestId` is what the answer will name; `secret` is remembered by the server and never reaches the browser. */
export type ForeignBeginning = { readonly url: string; readonly requestId: string; readonly secret: string }

/** A way to ask somebody else who a person is: begun in one request, answered in another. */
export type ForeignProtocol = {
  readonly begin: (peer: ForeignPeer) => Promise<Result<ForeignBeginning>>
  /** Returns which request an answer names: for finding the attempt, and proof of nothing. */
  readonly requestIdOf: (answer: URLSearchParams) => string | undefined
  /** Returns who came, or a refusal whose facts hold a `reason` for the log and nothing of the person. */
  readonly finish: (
    peer: ForeignPeer,
    answer: URLSearchParams,
    begun: { readonly requestId: string; readonly secret: string; readonly now: Instant },
  ) => Promise<Result<ForeignAnswer>>
}
