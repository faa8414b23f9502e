import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Returns the whole page as text, doctype first. Text and attributes are escaped. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

/** Returns a part of a page as text, for the script of a page that is open. Text and attributes are escaped. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}
