/** Returns the text with the lines about contacts last, under their heading. */
export function withContacts(before: string, heading: string, lines: readonly string[]): string {
  // Two authors take up theirs one after the other: they stand under the same heading while it is the last.
  const list = lines.map((line) => `– ${line}`).join('\n')
  const isOpen = new RegExp(`(?:^|\\n)${escaped(heading)}\\n(?:– [^\\n]*(?:\\n|$))+$`).test(before)
  return isOpen ? `${before}\n${list}` : [before, `${heading}\n${list}`].filter((part) => part !== '').join('\n\n')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
