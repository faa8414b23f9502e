import type { MiddlewareHandler } from 'hono'

/** By this a page tells that it has a script. It never leaves the server. */
export const scriptHeader = 'x-page-script'

const policyHeader = 'content-security-policy'

/**
 * Returns what lets a page that has a script load it, from our own files alone, and the report's speak with our own
 * server, since it saves what somebody writes; every other page keeps a policy that allows neither. To be used before
 * what writes the policy, so that it comes after it on the way out.
 */
export function allowPageScripts(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    if (!headers.has(scriptHeader)) return
    const allowed =
      headers.get(scriptHeader) === 'report' ? "script-src 'self'; connect-src 'self'" : "script-src 'self'"
    headers.delete(scriptHeader)
    headers.set(policyHeader, `${headers.get(policyHeader) ?? "default-src 'none'"}; ${allowed}`)
  }
}
