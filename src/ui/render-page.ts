import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Returns the whole page as text, doctype first. Text and attributes are escaped. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
