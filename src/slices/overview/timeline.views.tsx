import { TextLink, Timeline, type TimelineEntry } from '../../ui/index.ts'

/** An entry whose words are a link where there is somewhere to go. */
export type LinkedEntry = Omit<TimelineEntry, 'what'> & { readonly what: string; readonly href?: string | undefined }

/** A timeline of entries that link to what they are about. */
export function LinkedTimeline({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly LinkedEntry[]
}) {
  return (
    <Timeline
      label={label}
      entries={entries.map(({ href, ...entry }) => ({
        ...entry,
        what: href === undefined ? entry.what : <TextLink href={href}>{entry.what}</TextLink>,
      }))}
    />
  )
}
