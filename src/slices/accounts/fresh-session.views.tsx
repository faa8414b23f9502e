import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, Heading, Lead, Paragraph } from '../../ui/index.ts'
import { freshSessionTexts } from './fresh-session.texts.ts'

/** What somebody wants to change. */
export type WayInChange = 'add' | 'remove' | 'emergency'

type SignInAgainProps = {
  readonly language: Language
  readonly change: WayInChange
  readonly signInHref: string
  readonly accountHref: string
}

/** Asks somebody to sign in again before a way into their account changes. */
export function SignInAgainPage({ language, change, signInHref, accountHref }: SignInAgainProps) {
  const texts = freshSessionTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title[change]}</Heading>
      <Lead>{texts.lead}</Lead>
      <Paragraph>{texts.next}</Paragraph>
      <Actions>
        <ButtonLink href={signInHref}>{texts.signIn}</ButtonLink>
        <ButtonLink href={accountHref} tone="secondary">
          {texts.back}
        </ButtonLink>
      </Actions>
    </>
  )
}
