import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { KeptForm, PageTooOld } from './kernel/errors.ts'
import { layoutTexts } from './layout.texts.ts'
import { cameFrom } from './platform/http/asked.ts'
import { chosenLanguage } from './platform/http/cookies.ts'
import { formKeyField } from './platform/http/form-guard.ts'
import type { PublicPage } from './platform/http/web.ts'
import { landingPath } from './slices/accounts/accounts.paths.ts'
import {
  Actions,
  ButtonLink,
  Form,
  Heading,
  HiddenField,
  Lead,
  List,
  Paragraph,
  Section,
  SubmitButton,
  WithFormKey,
  WrittenText,
} from './ui/index.ts'

export type ErrorPages = {
  /** `typed` is what was written in a form that led here: it is shown, to be copied. So do the others. */
  readonly notFound: (context: Context, typed?: readonly string[]) => Response
  readonly notAllowed: (context: Context, typed?: readonly string[]) => Response
  readonly tooLarge: (context: Context) => Response
  /** Lets the form be sent again, by the one who is signed in then; or else shows what was typed. */
  readonly tooOld: (context: Context, error: PageTooOld) => Response
  /** `seconds` is how long to wait. */
  readonly tooMany: (context: Context, seconds: number) => Response
  /** `reference` is the number that the log has too. */
  readonly fault: (context: Context, reference: string, typed?: readonly string[]) => Response
}

type Texts = ReturnType<typeof layoutTexts>
type Telling = {
  readonly status: number
  readonly title: string
  readonly lead: string
  readonly more?: VNode | undefined
  /** The page to open once more. */
  readonly again?: string | undefined
  /** Has what to press itself. */
  readonly isComplete?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** Returns the pages that say that something went wrong, in the browser's language, laid out like every public page. */
export function errorPages(layout: (page: PublicPage) => string): ErrorPages {
  const page = (context: Context, telling: (texts: Texts) => Telling): Response => {
    const language = chosenLanguage(context) ?? 'sv'
    const texts = layoutTexts(language)
    const { status, title, lead, more, again, isComplete = false, headers } = telling(texts)
    const body = (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{lead}</Lead>
        {more}
        {!isComplete && (
          <Actions>
            {again !== undefined && <ButtonLink href={again}>{texts.openAgain}</ButtonLink>}
            <ButtonLink href={landingPath} tone={again === undefined ? 'primary' : 'secondary'}>
              {texts.toStart}
            </ButtonLink>
          </Actions>
        )}
      </>
    )
    const laidOut = { language, path: landingPath, municipality: undefined, title, hasErrors: false, wide: false, body }
    return new Response(layout(laidOut), {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    })
  }
  return {
    notFound: (context, typed) =>
      page(context, (it) => ({
        status: 404,
        title: it.notFoundTitle,
        lead: it.notFoundText,
        more: <Typed texts={it} typed={typed} />,
      })),
    notAllowed: (context, typed) =>
      page(context, (it) => ({
        status: 403,
        title: it.notAllowedTitle,
        lead: it.notAllowedText,
        more: <Typed texts={it} typed={typed} />,
      })),
    tooLarge: (context) => page(context, (it) => ({ status: 413, title: it.tooLargeTitle, lead: it.tooLargeText })),
    tooOld: (context, error) =>
      page(context, (it) =>
        error.kept ? sentAgain(it, error, error.kept, cameFrom(context)) : tooOld(context, it, error),
      ),
    tooMany: (context, seconds) =>
      page(context, (it) => ({
        status: 429,
        title: it.tooManyTitle,
        lead: it.tooManyText(String(seconds)),
        headers: { 'retry-after': String(seconds) },
      })),
    fault: (context, reference, typed) =>
      page(context, (it) => ({
        status: 500,
        title: it.faultTitle,
        lead: it.faultText(reference),
        more: <Typed texts={it} typed={typed} />,
      })),
  }
}

/** A form that cannot be sent again: what was typed, to be copied. */
function tooOld(context: Context, texts: Texts, { typed }: PageTooOld): Telling {
  const { tooOldTitle: title, tooOldText: lead } = texts
  return { status: 403, title, lead, more: <Typed texts={texts} typed={typed} />, again: cameFrom(context) }
}

/** The form itself, unseen, with a button: of whoever is signed in, or to be pressed when somebody has signed in. */
function sentAgain(texts: Texts, { typed, signedIn }: PageTooOld, kept: KeptForm, page: string | undefined): Telling {
  const key = signedIn && { name: formKeyField, value: signedIn.formKey }
  const [, municipality = '', committee = ''] = kept.action.split('/')
  const form = (
    <WithFormKey field={key}>
      <Form action={kept.action}>
        {kept.fields.map(([name, value], index) => (
          <HiddenField key={index} name={name} value={value} />
        ))}
        <Actions>
          <SubmitButton tone={signedIn ? 'primary' : 'secondary'}>
            {signedIn ? texts.sendAs(signedIn.name) : texts.sendAgain}
          </SubmitButton>
          {signedIn && page !== undefined && (
            <ButtonLink href={page} tone="secondary">
              {texts.openAgain}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </WithFormKey>
  )
  if (signedIn)
    return {
      status: 403,
      title: texts.tooOldTitle,
      lead: texts.signedInAgain(signedIn.name),
      more: (
        <>
          {form}
          <Typed texts={texts} typed={typed} isKept />
        </>
      ),
      isComplete: true,
    }
  return {
    status: 403,
    title: texts.signedOutTitle,
    lead: texts.signedOutText,
    more: (
      <>
        <List ordered items={[texts.signedOutFirst, texts.signedOutThen]} />
        <Actions>
          <ButtonLink href={`/${municipality}/${committee}`} newTab>
            {texts.signInBeside}
          </ButtonLink>
        </Actions>
        {form}
        <Typed texts={texts} typed={typed} isKept />
      </>
    ),
    isComplete: true,
  }
}

type TypedProps = {
  readonly texts: Texts
  readonly typed?: readonly string[] | undefined
  /** It is in a form on the page as well, and needs no copying. */
  readonly isKept?: boolean
}

function Typed({ texts, typed = [], isKept = false }: TypedProps) {
  if (typed.length === 0) return null
  return (
    <Section heading={texts.tooOldTyped}>
      {!isKept && <Paragraph>{texts.tooOldCopy}</Paragraph>}
      {typed.map((text, index) => (
        <WrittenText key={index}>{text}</WrittenText>
      ))}
    </Section>
  )
}
