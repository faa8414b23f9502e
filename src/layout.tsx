import type { Language } from './kernel/language.ts'
import { isAllowed, type Permission } from './kernel/permissions.ts'
import type { PlaceSlugs } from './kernel/place.ts'
import type { PageScript } from './platform/http/page.ts'
import type { LaidOutPage, PublicPage } from './platform/http/web.ts'
import { accountPath } from './slices/accounts/account.paths.ts'
import { languagePath, landingPath, signOutPath } from './slices/accounts/accounts.paths.ts'
import { accessibilityPath, helpPath, personalDataPath } from './slices/municipalities/municipalities.paths.ts'
import { peopleTexts } from './slices/people/index.ts'
import { layoutTexts } from './layout.texts.ts'
import { PageDocument, renderPage, SimpleDocument, WithFormKey } from './ui/index.ts'

/** One place in the main menu: shown to those who may open it. */
export type MenuItem = {
  readonly label: keyof ReturnType<typeof layoutTexts>['menu']
  readonly path: (place: PlaceSlugs) => string
  /** One of these is enough. */
  readonly allow: readonly Permission[]
  /** Other addresses that belong under it: it is current there too. */
  readonly covers?: readonly ((place: PlaceSlugs) => string)[]
}

export type Look = {
  readonly stylesheet: string
  readonly icon: string | undefined
  readonly scripts: Readonly<Record<PageScript, string | undefined>>
}

/** Returns how pages of a committee are laid out: menu by permission, who is signed in, and the footer. */
export function committeeLayout(menu: readonly MenuItem[], look: Look): (page: LaidOutPage) => string {
  return (page) => {
    const { language, municipality, committee, visitor, roles } = page
    const place = { municipality: municipality.slug, committee: committee.slug }
    const own = visitor.memberships.find((it) => it.committee.id === committee.id)
    const people = peopleTexts(language)
    return renderPage(
      <WithFormKey field={page.formKey}>
        <PageDocument
          title={page.title}
          hasErrors={page.hasErrors}
          frame={{
            ...documentLook(look, page.script),
            language,
            municipality: municipality.name,
            committee: committee.name,
            homeHref: menuHref(menu[0], place),
            switchHref: visitor.memberships.length > 1 ? `/${municipality.slug}` : undefined,
            navigation: menu
              .filter(({ allow }) => allow.some((permission) => isAllowed(roles, permission)))
              .map((item) => {
                const href = item.path(place)
                return {
                  label: layoutTexts(language).menu[item.label],
                  href,
                  current: [href, ...(item.covers ?? []).map((path) => path(place))].some((own) =>
                    isCurrent(own, page.path, href === menuHref(menu[0], place)),
                  ),
                }
              }),
            languageSwitch: { action: languagePath, returnTo: page.path },
            person: {
              name: visitor.person.name,
              role: own?.title ?? roles.map((role) => people.roles[role].toLowerCase()).join(', '),
              accountHref: accountPath(place),
              signOutAction: signOutPath,
            },
            demo: municipality.demo,
            footer: footer(language, municipality.slug),
          }}
        >
          {page.body}
        </PageDocument>
      </WithFormKey>,
    )
  }
}

/** Returns how pages that need no sign-in are laid out. */
export function publicLayout(look: Look): (page: PublicPage) => string {
  return ({ language, path, municipality, title, hasErrors, wide, script, body }) =>
    renderPage(
      <SimpleDocument
        title={title}
        hasErrors={hasErrors}
        width={wide ? 'wide' : 'narrow'}
        frame={{
          ...documentLook(look, script),
          language,
          municipality: municipality?.name,
          homeHref: landingPath,
          languageSwitch: { action: languagePath, returnTo: path },
          demo: municipality?.demo,
          footer: municipality ? footer(language, municipality.slug) : [],
        }}
      >
        {body}
      </SimpleDocument>,
    )
}

function documentLook({ scripts, ...look }: Look, script: PageScript | undefined) {
  return { ...look, script: script && scripts[script] }
}

function menuHref(item: MenuItem | undefined, place: PlaceSlugs): string {
  return item?.path(place) ?? landingPath
}

/** The start page is current on its own address alone; the others also on the pages below them. */
function isCurrent(href: string, path: string, isStart: boolean): boolean {
  const [pathname = ''] = path.split('?')
  return pathname === href || (!isStart && pathname.startsWith(`${href}/`))
}

function footer(language: Language, municipality: string) {
  const texts = layoutTexts(language)
  return [
    { label: texts.accessibility, href: accessibilityPath(municipality) },
    { label: texts.personalData, href: personalDataPath(municipality) },
    { label: texts.help, href: helpPath(municipality) },
  ]
}
