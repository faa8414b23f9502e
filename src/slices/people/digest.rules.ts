/** What a gathered mail tells of one kind of news: the subject of the mails it stands for, how many, and where to read more. */
export type DigestItem = { readonly subject: string; readonly count: number; readonly links: readonly string[] }

/** Returns the news of these mails in order, each once: mails with the same subject and the same links are one. */
export function digestOf(mails: readonly { readonly subject: string; readonly text: string }[]): readonly DigestItem[] {
  const items = mails.map(({ subject, text }) => ({ subject, links: linksIn(text) }))
  const same = Map.groupBy(items, ({ subject, links }) => [subject, ...links].join('\n'))
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, count: 1 + others.length }],
  )
}

/** A mail gives its link on a line of its own, or last in one. */
function linksIn(text: string): readonly string[] {
  return [...new Set(text.match(/https?:\/\/\S+/g))]
}
