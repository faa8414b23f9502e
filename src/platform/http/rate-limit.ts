import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from './client-address.ts'

/** How many requests one address may make in a minute: of any kind, and posts by somebody who has not signed in. */
export type RateLimits = { readonly requestsPerMinute: number; readonly postsBeforeSignInPerMinute: number }

type Refusing = {
  readonly perMinute: number
  /** As many in an hour; absent: as many as the minutes give. */
  readonly perHour?: number | undefined
  /** The address of whoever asks. */
  readonly addressOf: (context: Context) => string
  /** Makes the answer; `seconds` is how long to wait, at least 1. */
  readonly refuse: (context: Context, seconds: number) => Response
  /** Told the first time in a minute or hour that an address is refused. */
  readonly onFirst: (network: string) => void
}

/**
 * Returns a gate that counts requests by address, in the memory of this server, and refuses those above the limit
 * until the minute, or the hour, is over. What one account may do is limited in the database, for all servers together.
 */
export function rateLimit({ perMinute, perHour, addressOf, refuse, onFirst }: Refusing): MiddlewareHandler {
  const limiters = [
    new RateLimiterMemory({ points: perMinute, duration: 60 }),
    ...(perHour === undefined ? [] : [new RateLimiterMemory({ points: perHour, duration: 3600 })]),
  ]
  return async (context, next) => {
    const network = networkOf(addressOf(context))
    for (const limiter of limiters) {
      const over = await limiter.consume(network).then(
        () => undefined,
        // The limiter rejects with the count when it is above the limit, and with nothing else: it asks nobody.
        (count: RateLimiterRes) => count,
      )
      if (over === undefined) continue
      if (over.consumedPoints === limiter.points + 1) onFirst(network)
      return refuse(context, Math.max(1, Math.ceil(over.msBeforeNext / 1000)))
    }
    return await next()
  }
}
