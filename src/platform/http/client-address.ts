import { isIPv4, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/** Returns the address of whoever sent this request; empty when the connection does not tell, as in tests. */
export function addressOf(context: Context, trustedProxies: number): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return clientAddress(incoming?.socket?.remoteAddress ?? '', context.req.header('x-forwarded-for'), trustedProxies)
}

/**
 * Returns the address of whoever asks. Each of the trusted proxies has put the address it was called from last in
 * X-Forwarded-For, so the client is as many places from the right; what stands further left is the client's own word.
 * With fewer places than proxies the request did not come through them, and the connection's address holds.
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, trustedProxies: number): string {
  const places = (forwardedFor ?? '').split(',').map((place) => withoutPort(place.trim()))
  const place = trustedProxies === 0 ? undefined : places.at(-trustedProxies)
  const isUsable = place !== undefined && trustedProxies <= places.length && (isIPv4(place) || isIPv6(place))
  return plain(isUsable ? place : connection)
}

/**
 * Returns what limits count by: an IPv4 address, or the /64 of an IPv6 address, which is what one connection to the
 * Internet is given (RFC 6177).
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array<string>(missing).fill('0'), ...last].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** Some proxies write `1.2.3.4:5678` or `[2001:db8::1]:5678`. */
function withoutPort(place: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(place)?.[1] ?? /^([\d.]+):\d+$/.exec(place)?.[1] ?? place
}

/** A socket that takes both kinds writes an IPv4 address as an IPv6 one (RFC 4291, 2.5.5.2). */
function plain(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  return mapped !== undefined && isIPv4(mapped) ? mapped : address
}
