/** What a browser would send of a form on a page that nobody has touched: every field as text, a repeated one as a list. */
export type SentForm = Readonly<Record<string, string | readonly string[]>>

/** Returns the fields of the form with this address, as a browser sends them. Throws when the page has no such form. */
export function aSentForm(page: string, action: string): SentForm {
  const form = [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].find(
    ([, attributes = '']) => attributeOf(attributes, 'action') === action,
  )
  if (form === undefined) throw new Error(`The page has no form for ${action}`)
  const fields: Record<string, string[]> = {}
  const controls = (form[2] ?? '').matchAll(/<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>/gs)
  for (const [, input, textarea, content = ''] of controls) {
    const attributes = input ?? textarea ?? ''
    const name = attributeOf(attributes, 'name')
    const isChoice = /\btype="(?:radio|checkbox)"/.test(attributes)
    const isSent = name !== undefined && !/\btype="file"/.test(attributes)
    if (!isSent || (isChoice && !/\schecked\b/.test(attributes))) continue
    const value = textarea === undefined ? (attributeOf(attributes, 'value') ?? '') : plain(content)
    fields[name] = [...(fields[name] ?? []), value.replaceAll('\n', '\r\n')]
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(` ${attributes}`)?.[1]
  return found === undefined ? undefined : plain(found)
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
