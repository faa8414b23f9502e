import type { PageScript } from './page.ts'
import { scriptHeader } from './script-policy.ts'

/** Returns a page as an answer that nobody keeps. */
export function html(page: string, status: number, script?: PageScript): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(script && { [scriptHeader]: script }),
    },
  })
}

/** Returns what one of our own scripts asked for. */
export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'private, no-store' } })
}

/** Returns a file's name as a header may carry it (RFC 8187): letters that are no URI characters as their UTF-8 bytes. */
export function headerText(name: string): string {
  const sign = (found: string) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, sign)
}

/** Any address will do: it is only there to see whether a path leaves it. */
const ownOrigin = 'http://own.invalid'

/** Returns 303 to one of our own paths. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: ownAddress(path) } })
}

/** Returns the path as a header may carry it. An address elsewhere becomes our first page: only `redirectOut` leads there. */
export function ownAddress(path: string): string {
  const { origin, pathname, search, hash } = new URL(path, ownOrigin)
  return origin === ownOrigin && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
