import type { DocumentShown } from './data-protection.page.ts'

/** Returns the document as Markdown that can be edited in any program: headings, paragraphs and lists. */
export function dataProtectionMarkdown({ title, lead, sections }: DocumentShown): Uint8Array {
  const parts = sections.map(({ heading, paragraphs, groups }) =>
    [
      `## ${heading}`,
      ...paragraphs,
      ...groups.map((group) => group.map(({ label, value }) => `- **${label}**: ${value}`).join('\n')),
    ].join('\n\n'),
  )
  return new TextEncoder().encode(`${[`# ${title}`, lead, ...parts].join('\n\n')}\n`)
}
