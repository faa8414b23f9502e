import type { Language } from '../kernel/language.ts'
import { uiTexts } from './ui.texts.ts'

/** The product's name, the same in every language. */
export const serviceName = 'Nämndkontakt'

export type FooterLink = { readonly label: string; readonly href: string }

/** Where the language is changed: a post, since it is remembered. Sends `language` and `returnTo`. */
export type LanguageSwitchTarget = { readonly action: string; readonly returnTo: string }

type BrandProps = {
  readonly municipality: string
  readonly committee?: string | undefined
  readonly href: string
}

/** The municipality's and the committee's name, which lead home. */
export function Brand({ municipality, committee, href }: BrandProps) {
  return (
    <a class="ui-brand" href={href}>
      <BrandMark />
      <span class="ui-brand__names">
        {committee ? (
          <>
            <span class="ui-brand__small">{municipality}</span>
            <span class="ui-brand__large">{committee}</span>
          </>
        ) : (
          <span class="ui-brand__large">{municipality}</span>
        )}
      </span>
    </a>
  )
}

/** Two speech marks that meet: the committee and the unit. The same drawing is the browser's icon. */
function BrandMark() {
  return (
    <svg class="ui-brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M5 6.5h13a3 3 0 0 1 3 3V15a3 3 0 0 1-3 3h-6.5L6.5 22v-4H5a3 3 0 0 1-3-3V9.5a3 3 0 0 1 3-3z"
        fill="currentColor"
      />
      <path
        d="M23.6 12H27a3 3 0 0 1 3 3v5.5a3 3 0 0 1-3 3h-1.5v4l-5-4H14a3 3 0 0 1-2.9-2.2l.9-.7h6a5.6 5.6 0 0 0 5.6-5.6z"
        fill="currentColor"
        fill-opacity="0.72"
      />
    </svg>
  )
}

/** A button with the other language's own name for itself. Returns nothing when the language cannot be changed here. */
export function LanguageSwitch({
  language,
  target,
}: {
  readonly language: Language
  readonly target?: LanguageSwitchTarget | undefined
}) {
  if (!target) return null
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <form method="post" action={target.action}>
      <input type="hidden" name="returnTo" value={target.returnTo} />
      <button class="ui-band-button" type="submit" name="language" value={other} lang={other}>
        {uiTexts(language).otherLanguage}
      </button>
    </form>
  )
}

/** Says on every page of a demonstration that nothing on it is real. */
export function DemoBanner({ language }: { readonly language: Language }) {
  const texts = uiTexts(language)
  return (
    <p class="ui-demo">
      <span class="ui-width">
        <strong>{texts.demoHeading}</strong> {texts.demoText}
      </span>
    </p>
  )
}

type FooterProps = {
  readonly language: Language
  readonly links: readonly FooterLink[]
  readonly owner: string | undefined
}

/** The links that must be reachable from every page: accessibility statement (DOS-lagen 13 §), personal data, help. */
export function Footer({ language, links, owner }: FooterProps) {
  return (
    <footer class="ui-footer">
      <div class="ui-width ui-footer__row">
        <nav aria-label={uiTexts(language).footerMenu}>
          <ul class="ui-footer__links">
            {links.map(({ label, href }) => (
              <li key={href}>
                <a class="ds-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="ui-footer__owner">{owner === undefined ? serviceName : `${serviceName} · ${owner}`}</p>
      </div>
    </footer>
  )
}
