import type { Context } from 'hono'

/** Returns the address below our own, as it was asked for. */
export function pathOf(context: Context): string {
  return context.req.path + new URL(context.req.url).search
}

/** Returns the page of ours that the form stood on, when the browser tells. */
export function cameFrom(context: Context): string | undefined {
  const page = context.req.header('referer') ?? ''
  if (!URL.canParse(page)) return undefined
  const { host, pathname, search } = new URL(page)
  return host === context.req.header('host') && !pathname.startsWith('//') ? pathname + search : undefined
}

/** Whether one of our own scripts asks, which reads answers and no pages. */
export function wantsJson(context: Context): boolean {
  return context.req.header('accept') === 'application/json'
}
