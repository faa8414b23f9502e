import { type ComponentChildren, h } from 'preact'

export type HeadingLevel = 1 | 2 | 3 | 4

type HeadingProps = {
  /** 1 once a page, then downwards without a skip. */
  readonly level: HeadingLevel
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A heading; its size follows from its level. */
export function Heading({ level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class="ds-heading" data-level={level} id={id}>
      {children}
    </Tag>
  )
}

/** The first sentences of a page, a little larger: what it is and what to do here. */
export function Lead({ children }: { readonly children: ComponentChildren }) {
  return <p class="ds-paragraph ui-lead">{children}</p>
}

/** Running text. */
export function Paragraph({ children }: { readonly children: ComponentChildren }) {
  return <p class="ds-paragraph ui-text">{children}</p>
}

/** Text of lesser weight: who and when, a source, a remark. */
export function Note({ children }: { readonly children: ComponentChildren }) {
  return <p class="ds-paragraph ui-note">{children}</p>
}

/** Text as somebody wrote it, with the line breaks kept. */
export function WrittenText({ children }: { readonly children: string }) {
  return <p class="ds-paragraph ui-text ui-written">{children}</p>
}

type MarkedTextProps = { readonly pieces: readonly { readonly text: string; readonly seen: boolean }[] }

/** Text as somebody wrote it, with the words marked that something is said about. */
export function MarkedText({ pieces }: MarkedTextProps) {
  return (
    <blockquote class="ui-quote">
      <p class="ds-paragraph ui-text ui-written">
        {pieces.map(({ text, seen }, index) => (seen ? <mark key={`${index} ${text}`}>{text}</mark> : text))}
      </p>
    </blockquote>
  )
}

type ListProps = { readonly items: readonly ComponentChildren[]; readonly ordered?: boolean | undefined }

/** A plain list. `ordered` when the order means something. */
export function List({ items, ordered }: ListProps) {
  const entries = items.map((item) => h('li', null, item))
  return h(ordered ? 'ol' : 'ul', { class: 'ds-list ui-text' }, ...entries)
}

type TextLinkProps = {
  readonly href: string
  /** Read instead of the text, when several links on a page say the same. Begin with the visible text. */
  readonly label?: string | undefined
  readonly children: ComponentChildren
}

/** A link in text. */
export function TextLink({ href, label, children }: TextLinkProps) {
  return (
    <a class="ds-link" href={href} aria-label={label}>
      {children}
    </a>
  )
}

type SectionProps = {
  readonly heading: string
  readonly level?: HeadingLevel | undefined
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A part of a page under its own heading, level 2 unless told. */
export function Section({ heading, level = 2, id, children }: SectionProps) {
  return (
    <section class="ui-section">
      <Heading level={level} id={id}>
        {heading}
      </Heading>
      {children}
    </section>
  )
}
