import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, Heading, Lead, Paragraph } from '../../ui/index.ts'
import { externalTexts } from './external.texts.ts'

export type Hindrance = 'unreachable' | 'refused' | 'no-attempt' | 'nobody' | 'barred'

type HinderedProps = {
  readonly language: Language
  readonly why: Hindrance
  /** Whom to write to, where it takes somebody else to help. */
  readonly functionAddress: string
  readonly againHref: string
}

/** Returns the title of the page that says why somebody did not come in. */
export function hindranceTitle(language: Language, why: Hindrance): string {
  const texts = externalTexts(language)
  if (why === 'nobody') return texts.nobodyTitle
  return why === 'barred' ? texts.barredTitle : texts.title
}

/** Says calmly why somebody did not come in, and what to do. */
export function HinderedPage({ language, why, functionAddress, againHref }: HinderedProps) {
  const texts = externalTexts(language)
  const lead = why === 'no-attempt' ? texts.noAttempt : texts[why]
  return (
    <>
      <Heading level={1}>{hindranceTitle(language, why)}</Heading>
      <Lead>{lead}</Lead>
      {(why === 'nobody' || why === 'barred') && <Paragraph>{texts.writeTo(functionAddress)}</Paragraph>}
      <Actions>
        <ButtonLink href={againHref}>{why === 'nobody' || why === 'barred' ? texts.other : texts.again}</ButtonLink>
      </Actions>
    </>
  )
}

export type SignInService = { readonly label: string; readonly href: string }

/** A button for each service that vouches for people; a link, since a form may not lead to another site. */
export function SignInServices({ services }: { readonly services: readonly SignInService[] }) {
  return (
    <Actions>
      {services.map(({ label, href }) => (
        <ButtonLink key={href} href={href}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}
