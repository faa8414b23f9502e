import type { ComponentChildren } from 'preact'

/** What a colour means. The words always say it too: colour is never alone. */
export type Tone = 'good' | 'warning' | 'danger' | 'info' | 'neutral'

const colors = { good: 'success', warning: 'warning', danger: 'danger', info: 'info', neutral: 'neutral' } as const

/** A status in a word or two. */
export function Tag({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone | undefined
  readonly children: ComponentChildren
}) {
  return (
    <span class="ds-tag ui-tag" data-color={colors[tone]}>
      {children}
    </span>
  )
}

type AlertProps = {
  readonly tone?: Tone | undefined
  readonly heading?: string | undefined
  /** 2 unless told. */
  readonly level?: 2 | 3 | 4 | undefined
  /** Read out at once: for what just happened (“Besöket är bokat”). */
  readonly announce?: boolean | undefined
  readonly children?: ComponentChildren
}

/** A message in a box with an icon: what has happened, or what one must know before going on. */
export function Alert({ tone = 'info', heading, level = 2, announce, children }: AlertProps) {
  const Tag = `h${level}` as const
  return (
    <div class="ds-alert ui-alert" data-color={colors[tone]} role={announce ? 'status' : undefined}>
      {heading && (
        <Tag class="ds-heading" data-level={4}>
          {heading}
        </Tag>
      )}
      {children}
    </div>
  )
}

export type Finding = {
  readonly tone: Tone
  /** The outcome in words, for example `Uppfyllt` or `Avvikelse`. */
  readonly label: string
  readonly text: string
  /** Where it stands, in words: `Avsnitt 4.2`. */
  readonly clause?: string | undefined
  /** One more line: the facts that are missing, who must answer. */
  readonly detail?: string | undefined
}

/** What the guideline says about something: each with its outcome and its clause. Returns nothing for an empty list. */
export function FindingList({ items }: { readonly items: readonly Finding[] }) {
  if (items.length === 0) return null
  return (
    <ul class="ui-findings">
      {items.map((item) => (
        <li key={`${item.clause} ${item.text}`} class="ui-finding" data-color={colors[item.tone]} data-tone={item.tone}>
          <div class="ui-finding__label">
            <Tag tone={item.tone}>{item.label}</Tag>
          </div>
          <div class="ui-finding__body">
            <p class="ui-finding__text">{item.text}</p>
            {item.detail && <p class="ui-note">{item.detail}</p>}
            {item.clause && <p class="ui-clause">{item.clause}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
