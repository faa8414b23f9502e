import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { PageTooOld } from './kernel/errors.ts'
import { layoutTexts } from './layout.texts.ts'
import { chosenLanguage } from './platform/http/cookies.ts'
import type { PublicPage } from './platform/http/web.ts'
import { landingPath } from './slices/accounts/accounts.paths.ts'
import { Actions, ButtonLink, Heading, Lead, Paragraph, Section, WrittenText } from './ui/index.ts'

export type ErrorPages = {
  readonly notFound: (context: Context) => Response
  readonly notAllowed: (context: Context) => Response
  readonly tooLarge: (context: Context) => Response
  /** Shows what was typed, to be copied. */
  readonly tooOld: (context: Context, error: PageTooOld) => Response
  /** `seconds` is how long to wait. */
  readonly tooMany: (context: Context, seconds: number) => Response
  /** `reference` is the number that the log has too. */
  readonly fault: (context: Context, reference: string) => Response
}

type Texts = ReturnType<typeof layoutTexts>
type Telling = {
  readonly status: number
  readonly title: string
  readonly lead: string
  readonly more?: VNode | undefined
  /** The page to open once more. */
  readonly again?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Returns the pages that say that something went wrong, in the browser's language, laid out like every public page. */
export function errorPages(layout: (page: PublicPage) => string): ErrorPages {
  const page = (context: Context, telling: (texts: Texts) => Telling): Response => {
    const language = chosenLanguage(context) ?? 'sv'
    const texts = layoutTexts(language)
    const { status, title, lead, more, again, headers } = telling(texts)
    const body = (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{lead}</Lead>
        {more}
        <Actions>
          {again !== undefined && <ButtonLink href={again}>{texts.openAgain}</ButtonLink>}
          <ButtonLink href={landingPath} tone={again === undefined ? 'primary' : 'secondary'}>
            {texts.toStart}
          </ButtonLink>
        </Actions>
      </>
    )
    const laidOut = { language, path: landingPath, municipality: undefined, title, hasErrors: false, wide: false, body }
    return new Response(layout(laidOut), {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    })
  }
  return {
    notFound: (context) => page(context, (it) => ({ status: 404, title: it.notFoundTitle, lead: it.notFoundText })),
    notAllowed: (context) =>
      page(context, (it) => ({ status: 403, title: it.notAllowedTitle, lead: it.notAllowedText })),
    tooLarge: (context) => page(context, (it) => ({ status: 413, title: it.tooLargeTitle, lead: it.tooLargeText })),
    tooOld: (context, { typed }) =>
      page(context, (it) => ({
        status: 403,
        title: it.tooOldTitle,
        lead: it.tooOldText,
        more: <Typed texts={it} typed={typed} />,
        again: cameFrom(context),
      })),
    tooMany: (context, seconds) =>
      page(context, (it) => ({
        status: 429,
        title: it.tooManyTitle,
        lead: it.tooManyText(String(seconds)),
        headers: { 'retry-after': String(seconds) },
      })),
    fault: (context, reference) =>
      page(context, (it) => ({ status: 500, title: it.faultTitle, lead: it.faultText(reference) })),
  }
}

function Typed({ texts, typed }: { readonly texts: Texts; readonly typed: readonly string[] }) {
  if (typed.length === 0) return null
  return (
    <Section heading={texts.tooOldTyped}>
      <Paragraph>{texts.tooOldCopy}</Paragraph>
      {typed.map((text, index) => (
        <WrittenText key={index}>{text}</WrittenText>
      ))}
    </Section>
  )
}

/** Returns the page of ours that the form stood on, when the browser tells. */
function cameFrom(context: Context): string | undefined {
  const page = context.req.header('referer') ?? ''
  if (!URL.canParse(page)) return undefined
  const { host, pathname, search } = new URL(page)
  return host === context.req.header('host') && !pathname.startsWith('//') ? pathname + search : undefined
}
