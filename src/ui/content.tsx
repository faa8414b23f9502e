import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/language.ts'
import { formatKronor, type Ore } from '../kernel/money.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import { uiTexts } from './ui.texts.ts'

type CardProps = {
  readonly heading: string
  /** 3 unless told. */
  readonly level?: HeadingLevel | undefined
  /** Makes the heading a link and the whole card its target. */
  readonly href?: string | undefined
  /** A `Tag` beside the heading. */
  readonly tag?: ComponentChildren
  /** Filled with the theme's colour: for the one card that matters most. */
  readonly tinted?: boolean | undefined
  readonly children?: ComponentChildren
}

/** A box about one thing. */
export function Card({ heading, level = 3, href, tag, tinted, children }: CardProps) {
  return (
    <article class="ds-card ui-card" data-variant={tinted ? 'tinted' : 'default'} data-link={href ? 'true' : undefined}>
      <div class="ui-card__head">
        <Heading level={level}>{href ? <a href={href}>{heading}</a> : heading}</Heading>
        {tag}
      </div>
      {children}
    </article>
  )
}

/** Cards beside each other where there is room, otherwise below each other. */
export function CardGrid({ children }: { readonly children: ComponentChildren }) {
  return <div class="ui-card-grid">{children}</div>
}

type BesideProps = {
  /** What the other part is, for screen readers. */
  readonly label: string
  /** The name of the other part, which an address may lead to. */
  readonly id?: string | undefined
  /** Stands to the right and stays in view where there is room, below on a phone. */
  readonly beside: ComponentChildren
  readonly children: ComponentChildren
}

/** A wide part with a narrow one beside it: a form, and what it comes to. */
export function Beside({ label, id, beside, children }: BesideProps) {
  return (
    <div class="ui-beside">
      <div class="ui-beside__main">{children}</div>
      <section class="ui-beside__other" id={id} aria-label={label}>
        {beside}
      </section>
    </div>
  )
}

export type Definition = { readonly term: string; readonly description: ComponentChildren }

/** Facts as pairs: what, and its value. Side by side on a wide screen. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl class="ui-definitions">
      {items.map(({ term, description }) => (
        <div key={term} class="ui-definition">
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is shown where there is nothing yet: why, and the next step if there is one. */
export function EmptyState({
  heading,
  action,
  children,
}: {
  readonly heading: string
  readonly action?: ComponentChildren
  readonly children?: ComponentChildren
}) {
  return (
    <div class="ui-empty">
      <p class="ui-empty__heading">{heading}</p>
      {children && <div class="ui-text">{children}</div>}
      {action}
    </div>
  )
}

/** What stands in a file, as it stands there: every character as wide as the next, lines kept. It scrolls by itself when it is wide. */
export function FileText({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    // Whoever has no pointer scrolls it with the arrow keys, and so must come to it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus (WCAG 2.1.1).
    <section class="ui-file-text" aria-label={label} tabIndex={0}>
      <pre>{children}</pre>
    </section>
  )
}

type DetailsProps = {
  readonly summary: string
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}

/** More for those who want it, folded. Never hides what is needed to go on. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="ds-details ui-details" open={open}>
      <summary>{summary}</summary>
      <div class="ui-details__content">{children}</div>
    </details>
  )
}

type WhyNoteProps = {
  readonly language: Language
  /** The clause's own number, `4.2`, or its heading, `Verksamhetsbesök, stycke 1`. */
  readonly clause: string
  /** The document's title. */
  readonly source?: string | undefined
  readonly href?: string | undefined
  readonly children: ComponentChildren
}

/** “Varför?” beside a rule: unfolds to the reason and the clause that it rests on. */
export function WhyNote({ language, clause, source, href, children }: WhyNoteProps) {
  const texts = uiTexts(language)
  // A clause named by its heading speaks for itself; a bare number needs the word before it.
  const named = /^\d/.test(clause) ? texts.clause(clause) : clause
  const place = source === undefined ? named : `${source}: ${named}`
  return (
    <details class="ui-why">
      <summary>{texts.why}</summary>
      <div class="ui-why__content">
        <div>{children}</div>
        <p class="ui-clause">
          {href ? (
            <a class="ds-link" href={href}>
              {place}
            </a>
          ) : (
            place
          )}
        </p>
      </div>
    </details>
  )
}

/** An amount; figures of equal width, never broken over two lines. */
export function Money({ amount }: { readonly amount: Ore }) {
  return <span class="ui-money">{formatKronor(amount)}</span>
}

type DownloadLinkProps = {
  readonly href: string
  /** What the file is, in words: `Besöksrapport Solgården`. */
  readonly label: string
  /** Kind and perhaps size: `PDF/A, 120 kB`. */
  readonly format: string
}

/** A link to a file, with its kind said beforehand. */
export function DownloadLink({ href, label, format }: DownloadLinkProps) {
  return (
    <a class="ds-link ui-download" href={href}>
      <svg class="ui-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path
          d="M12 4v10m0 0 4-4m-4 4-4-4M5 18.5h14"
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      <span>
        {label} ({format})
      </span>
    </a>
  )
}

export type StatTile = {
  readonly label: string
  readonly value: ComponentChildren
  readonly note?: string | undefined
}

/** A few figures that sum up a page. */
export function StatTiles({ items }: { readonly items: readonly StatTile[] }) {
  return (
    <dl class="ui-stats">
      {items.map(({ label, value, note }) => (
        <div key={label} class="ui-stat">
          <dt>{label}</dt>
          <dd class="ui-stat__value">{value}</dd>
          {note && <dd class="ui-stat__note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
