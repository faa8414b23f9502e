import type { Language } from '../../kernel/language.ts'
import { Actions, ButtonLink, Form, Heading, Lead, Note, Paragraph, Section, SubmitButton } from '../../ui/index.ts'
import { invitationsTexts } from './invitations.texts.ts'

type WelcomeProps = {
  readonly language: Language
  readonly name: string
  readonly committees: string
  readonly municipality: string
  readonly functionAddress: string
  readonly providers: readonly { readonly href: string; readonly label: string }[]
  readonly action: string
}

/** Where the letter's link leads: who invites, and the ways in. */
export function WelcomePage(props: WelcomeProps) {
  const { language, name, committees, municipality, functionAddress, providers, action } = props
  const texts = invitationsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead(committees, municipality)}</Lead>
      <Paragraph>{texts.hello(name)}</Paragraph>
      {providers.length > 0 && (
        <Section heading={texts.waysHeading}>
          <Paragraph>{texts.providersText}</Paragraph>
          <Actions>
            {providers.map(({ href, label }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      )}
      <Section heading={providers.length > 0 ? texts.withoutHeading : texts.waysHeading}>
        <Paragraph>{texts.withoutText}</Paragraph>
        <Form action={action}>
          <Actions>
            <SubmitButton tone={providers.length > 0 ? 'secondary' : 'primary'}>{texts.open}</SubmitButton>
          </Actions>
        </Form>
        <Note>{texts.once}</Note>
      </Section>
      <Paragraph>{texts.writeTo(functionAddress)}</Paragraph>
    </>
  )
}

export type ClosedInvitation = keyof ReturnType<typeof invitationsTexts>['closedTitle']

type ClosedProps = {
  readonly language: Language
  readonly why: ClosedInvitation
  readonly functionAddress: string
  /** To the sign-in, or to where the one who is signed in belongs. */
  readonly onwardHref: string
}

/** Says calmly why the link does not open an account, and what to do. */
export function ClosedInvitationPage({ language, why, functionAddress, onwardHref }: ClosedProps) {
  const texts = invitationsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.closedTitle[why]}</Heading>
      <Lead>{texts.closedText[why]}</Lead>
      <Paragraph>{texts.writeTo(functionAddress)}</Paragraph>
      <Actions>
        <ButtonLink href={onwardHref}>{why === 'other' ? texts.toStart : texts.toSignIn}</ButtonLink>
      </Actions>
    </>
  )
}
