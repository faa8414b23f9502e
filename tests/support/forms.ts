/** A form of a page as a browser knows it, ready to be filled in. */
export type FoundForm = { readonly action: string; readonly fields: readonly FoundField[] }
/** `kept` is what the page itself put there: hidden, chosen, or a button's. `text` is for somebody to write in. */
export type FoundField = { readonly name: string; readonly kind: 'kept' | 'text'; readonly value: string }

const elements =
  /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>|<button\b([^>]*)>/gs

/** Returns the forms of a page that post, but for sign-out and the choice of language. One choice of each group is made. */
export function formsOf(page: string): readonly FoundForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', content = '']) => {
    const action = attribute(attributes, 'action') ?? ''
    const isOurs = /\bmethod="post"/.test(attributes) && !['/logga-ut', '/sprak'].includes(action)
    return isOurs ? [{ action, fields: fieldsOf(content) }] : []
  })
}

/** Returns the addresses of the links of a page, without what stands after `#`. */
export function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const [address = ''] = (attribute(attributes, 'href') ?? '').split('#')
    return address.startsWith('/') ? [address] : []
  })
}

/** Returns something that can stand in a field of this name that somebody is to write in, on the tests' day. */
export function plausible(name: string): string {
  // Several times are proposed on days of their own.
  const [, number = '1'] = /^day([2-5])$/.exec(name) ?? []
  if (/^day/i.test(name)) return `2026-12-0${number}`
  if (/through|until|lastDay|valid.*until/i.test(name)) return '2026-12-20'
  if (/from$/i.test(name)) return '2026-12-10'
  if (/day|date|On$/.test(name)) return '2026-10-05'
  if (/start/i.test(name)) return '13.00'
  return /end|time/i.test(name) ? '15.00' : 'Text'
}

function fieldsOf(content: string): readonly FoundField[] {
  const chosen = new Set<string>()
  return [...content.matchAll(elements)].flatMap(
    ([, input, textarea, written, select, options, button]): FoundField[] => {
      const attributes = input ?? textarea ?? select ?? button ?? ''
      const name = attribute(attributes, 'name')
      if (name === undefined) return []
      const value = attribute(attributes, 'value') ?? ''
      if (textarea !== undefined) return [{ name, kind: 'text', value: plain(written ?? '') }]
      if (select !== undefined)
        return [{ name, kind: 'kept', value: attribute(lastOption(options ?? ''), 'value') ?? '' }]
      const type = attribute(attributes, 'type') ?? 'text'
      if (type === 'file') return []
      if (type === 'hidden' || type === 'checkbox') return [{ name, kind: 'kept', value }]
      if (type !== 'radio' && button === undefined) return [{ name, kind: 'text', value }]
      // The first of several: what comes later would be another answer.
      if (chosen.has(name)) return []
      chosen.add(name)
      return [{ name, kind: 'kept', value }]
    },
  )
}

function lastOption(options: string): string {
  return [...options.matchAll(/<option\b([^>]*)>/g)].at(-1)?.[1] ?? ''
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(` ${attributes}`)?.[1]
  return found === undefined ? undefined : plain(found)
}

function plain(text: string): string {
  const signs: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
  return text.replace(/&(quot|#39|lt|gt|amp);/g, (_, sign: string) => signs[sign] ?? '')
}
