import type { Language } from './language.ts'

/** A part of a letter: a paragraph, in which lines may be broken, a list, or a link with the words that say where it leads. */
export type LetterPart =
  | string
  | { readonly items: readonly string[] }
  | { readonly label: string; readonly href: string }

/**
 * Returns a letter as plain text and as an HTML page that says the same (RFC 2046, 5.1.4): one heading, paragraphs and
 * links, nothing fetched from anywhere, readable at any size and in the dark.
 */
export function letter(
  language: Language,
  subject: string,
  parts: readonly LetterPart[],
): { readonly subject: string; readonly text: string; readonly html: string } {
  const text = `${parts.map(asText).join('\n\n')}\n`
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>
body { font-family: system-ui, sans-serif; font-size: 1.0625rem; line-height: 1.5; max-width: 38rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.375rem; line-height: 1.3; }
</style>
</head>
<body>
<main>
<h1>${escaped(subject)}</h1>
${parts.map(asHtml).join('\n')}
</main>
</body>
</html>
`
  return { subject, text, html }
}

function asText(part: LetterPart): string {
  if (typeof part === 'string') return part
  return 'items' in part ? part.items.map((item) => `– ${item}`).join('\n') : `${part.label}:\n${part.href}`
}

function asHtml(part: LetterPart): string {
  if (typeof part === 'string') return `<p>${escaped(part).replaceAll('\n', '<br>\n')}</p>`
  if ('items' in part) return `<ul>\n${part.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`
  return `<p><a href="${escaped(part.href)}">${escaped(part.label)}</a></p>`
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
