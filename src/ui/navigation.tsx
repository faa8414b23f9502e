import type { Language } from '../kernel/language.ts'
import { uiTexts } from './ui.texts.ts'

export type NavigationItem = {
  readonly label: string
  readonly href: string
  readonly current: boolean
  /** Shown after the label when it is above zero: how many things wait there. */
  readonly count?: number | undefined
}

/**
 * The main menu: a bar where there is room, a “Meny” button that unfolds on a phone. One list and no
 * script: the bar is the same `details`, held open by the stylesheet. A browser too old for that gets
 * the button on wide screens too.
 */
export function Navigation({
  language,
  items,
}: {
  readonly language: Language
  readonly items: readonly NavigationItem[]
}) {
  const texts = uiTexts(language)
  const current = items.find((item) => item.current)
  return (
    <nav class="ui-nav" aria-label={texts.mainMenu}>
      <details class="ui-nav__details ui-width">
        <summary class="ui-nav__summary">
          <span class="ui-nav__menu">{texts.menu}</span>
          {current && <span class="ui-nav__here">{current.label}</span>}
        </summary>
        <ul class="ui-nav__list">
          {items.map((item) => (
            <li key={item.href}>
              <a class="ui-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
                {item.count !== undefined && item.count > 0 && <span class="ui-nav__count">{item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

type TabsProps = {
  /** What the tabs choose between, for screen readers. */
  readonly label: string
  readonly items: readonly NavigationItem[]
}

/** Views of the same thing, as links: each has its own address. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav class="ui-tabs" aria-label={label}>
      <ul class="ui-tabs__list">
        {items.map((item) => (
          <li key={item.href}>
            <a class="ui-tabs__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span class="ui-nav__count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type BreadcrumbsProps = {
  readonly language: Language
  /** From the top down to the page above this one; this page itself is its heading. */
  readonly items: readonly { readonly label: string; readonly href: string }[]
}

/** The way back up. */
export function Breadcrumbs({ language, items }: BreadcrumbsProps) {
  return (
    <nav class="ui-breadcrumbs" aria-label={uiTexts(language).breadcrumbs}>
      <ol class="ui-breadcrumbs__list">
        {items.map(({ label, href }) => (
          <li key={href}>
            <a class="ds-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type PaginationProps = {
  readonly language: Language
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
  /** Gives the address of a page. */
  readonly hrefOf: (page: number) => string
}

/** Previous, where one is, next. Returns nothing when everything fits on one page. */
export function Pagination({ language, page, pages, hrefOf }: PaginationProps) {
  if (pages <= 1) return null
  const texts = uiTexts(language)
  return (
    <nav class="ui-pagination" aria-label={texts.pages}>
      {page > 1 && (
        <a class="ds-button" data-variant="secondary" rel="prev" href={hrefOf(page - 1)}>
          {texts.previousPage}
        </a>
      )}
      <span class="ui-pagination__here">{texts.pageOf(page, pages)}</span>
      {page < pages && (
        <a class="ds-button" data-variant="secondary" rel="next" href={hrefOf(page + 1)}>
          {texts.nextPage}
        </a>
      )}
    </nav>
  )
}
