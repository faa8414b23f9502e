import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/language.ts'
import {
  Brand,
  DemoBanner,
  Footer,
  type FooterLink,
  LanguageSwitch,
  type LanguageSwitchTarget,
  serviceName,
} from './document-parts.tsx'
import { FormKeyField } from './form.tsx'
import { type NavigationItem, Navigation } from './navigation.tsx'
import { uiTexts } from './ui.texts.ts'

/** What is the same on every page of a person's visit: made once per request and handed to `PageDocument`. */
export type PageFrame = {
  readonly language: Language
  /** Address of the built stylesheet, from the manifest. */
  readonly stylesheet: string
  /** Address of the built icon, from the manifest. */
  readonly icon?: string | undefined
  /** Address of the script that the page needs; hardly any does. */
  readonly script?: string | undefined
  readonly municipality: string
  readonly committee?: string | undefined
  /** Where the name in the header leads. */
  readonly homeHref: string
  /** Where one with several committees changes between them. */
  readonly switchHref?: string | undefined
  readonly navigation: readonly NavigationItem[]
  readonly languageSwitch?: LanguageSwitchTarget | undefined
  readonly person?:
    | {
        readonly name: string
        readonly role?: string | undefined
        /** Where the name leads: the own account. */
        readonly accountHref?: string | undefined
        readonly signOutAction: string
      }
    | undefined
  /** Shows that everything on the page is made up. */
  readonly demo?: boolean | undefined
  readonly footer: readonly FooterLink[]
}

type PageDocumentProps = {
  readonly frame: PageFrame
  /** The page's own name; the committee and the service are added in the browser's title. */
  readonly title: string
  /** Puts “Fel:” first in the browser's title, which is the first thing a screen reader says. */
  readonly hasErrors?: boolean | undefined
  /** Above the content, outside `main`: breadcrumbs. */
  readonly before?: ComponentChildren
  readonly children: ComponentChildren
}

/** A whole page for somebody who works here: header, main menu, content, footer. */
export function PageDocument({ frame, title, hasErrors, before, children }: PageDocumentProps) {
  const { language, municipality, committee, homeHref, switchHref, navigation, person } = frame
  const texts = uiTexts(language)
  return (
    <HtmlDocument frame={frame} titleParts={[title, committee ?? municipality, serviceName]} hasErrors={hasErrors}>
      <header class="ui-header">
        {frame.demo && <DemoBanner language={language} />}
        <div class="ui-band">
          <div class="ui-width ui-band__row">
            <Brand municipality={municipality} committee={committee} href={homeHref} />
            <div class="ui-account">
              {person && (
                <p class="ui-account__who">
                  <span class="ds-sr-only">{texts.signedInAs} </span>
                  {person.accountHref === undefined ? (
                    <strong>{person.name}</strong>
                  ) : (
                    <a class="ui-account__name" href={person.accountHref} aria-label={texts.account(person.name)}>
                      <strong>{person.name}</strong>
                    </a>
                  )}{' '}
                  {person.role && <span class="ui-account__role">{person.role}</span>}
                </p>
              )}
              <div class="ui-account__buttons">
                {switchHref && (
                  <a class="ui-band-button" href={switchHref}>
                    {texts.switchCommittee}
                  </a>
                )}
                <LanguageSwitch language={language} target={frame.languageSwitch} />
                {person && (
                  <form method="post" action={person.signOutAction}>
                    <FormKeyField />
                    <button class="ui-band-button" type="submit">
                      {texts.signOut}
                    </button>
                  </form>
                )}
              </div>
            </div>
          </div>
        </div>
        {navigation.length > 0 && <Navigation language={language} items={navigation} />}
      </header>
      {before && <div class="ui-width ui-before">{before}</div>}
      <main id={mainId} class="ui-width ui-main" tabindex={-1}>
        {children}
      </main>
      <Footer language={language} links={frame.footer} owner={municipality} />
    </HtmlDocument>
  )
}

/** What a page outside the menus needs: the landing page, sign-in, errors. */
export type SimpleFrame = Pick<
  PageFrame,
  'language' | 'stylesheet' | 'icon' | 'script' | 'languageSwitch' | 'demo' | 'footer'
> & {
  readonly municipality?: string | undefined
  readonly homeHref: string
}

type SimpleDocumentProps = Omit<PageDocumentProps, 'frame'> & {
  readonly frame: SimpleFrame
  /** `wide` for a page with cards beside each other; otherwise one comfortable column. */
  readonly width?: 'narrow' | 'wide' | undefined
}

/** A whole page without menu and person. */
export function SimpleDocument({ frame, title, hasErrors, before, width = 'narrow', children }: SimpleDocumentProps) {
  const { language, municipality, homeHref } = frame
  const titleParts = municipality === undefined ? [title, serviceName] : [title, municipality, serviceName]
  return (
    <HtmlDocument frame={frame} titleParts={titleParts} hasErrors={hasErrors}>
      <header class="ui-header">
        {frame.demo && <DemoBanner language={language} />}
        <div class="ui-band">
          <div class="ui-width ui-band__row">
            <Brand
              municipality={municipality ?? serviceName}
              committee={municipality === undefined ? undefined : serviceName}
              href={homeHref}
            />
            <div class="ui-account">
              <LanguageSwitch language={language} target={frame.languageSwitch} />
            </div>
          </div>
        </div>
      </header>
      {before && <div class="ui-width ui-before">{before}</div>}
      <main id={mainId} class="ui-width ui-main" data-width={width} tabindex={-1}>
        {children}
      </main>
      <Footer language={language} links={frame.footer} owner={municipality} />
    </HtmlDocument>
  )
}

const mainId = 'innehall'

type HtmlDocumentProps = {
  readonly frame: Pick<PageFrame, 'language' | 'stylesheet' | 'icon' | 'script'>
  readonly titleParts: readonly string[]
  readonly hasErrors: boolean | undefined
  readonly children: ComponentChildren
}

function HtmlDocument({ frame, titleParts, hasErrors, children }: HtmlDocumentProps) {
  const texts = uiTexts(frame.language)
  return (
    <html lang={frame.language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${hasErrors ? texts.errorTitlePrefix : ''}${titleParts.join(' – ')}`}</title>
        <link rel="stylesheet" href={frame.stylesheet} />
        {frame.icon && <link rel="icon" href={frame.icon} type="image/svg+xml" />}
        {frame.script && <script type="module" src={frame.script} />}
      </head>
      <body>
        <a class="ds-skip-link" href={`#${mainId}`}>
          {texts.skipToContent}
        </a>
        {children}
      </body>
    </html>
  )
}
