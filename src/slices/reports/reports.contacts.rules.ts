import { freeTopic, type Written } from './reports.rules.ts'

/** Returns what is written, with the lines about contacts under their heading last in the report's free text. */
export function withContacts(written: Written, heading: string, lines: readonly string[]): Written {
  const before = written.texts[freeTopic] ?? ''
  // Two authors take up theirs one after the other: they stand under the same heading while it is the last.
  const list = lines.map((line) => `– ${line}`).join('\n')
  const isOpen = new RegExp(`(?:^|\\n)${escaped(heading)}\\n(?:– [^\\n]*(?:\\n|$))+$`).test(before)
  const text = isOpen
    ? `${before}\n${list}`
    : [before, `${heading}\n${list}`].filter((part) => part !== '').join('\n\n')
  return { ...written, texts: { ...written.texts, [freeTopic]: text } }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
