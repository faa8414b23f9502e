import type { Language } from '../../kernel/language.ts'
import type { Role } from '../../kernel/permissions.ts'
import {
  Alert,
  ButtonLink,
  Actions,
  Card,
  CardGrid,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  FormPage,
  Heading,
  HiddenField,
  Lead,
  List,
  Paragraph,
  Section,
  SubmitButton,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { accountsTexts } from './accounts.texts.ts'
import { externalTexts } from './external.texts.ts'
import { type SignInService, SignInServices } from './external.views.tsx'
import { emergencyTexts } from './emergency.texts.ts'
import { passkeysTexts } from './passkeys.texts.ts'

export type LandingCommittee = {
  readonly href: string
  readonly municipality: string
  readonly committee: string
  readonly about: string
}

/** The landing page: the demonstration's committees as cards, or where to go when there is no demonstration. */
export function LandingPage({
  language,
  committees,
}: {
  readonly language: Language
  readonly committees: readonly LandingCommittee[]
}) {
  const texts = accountsTexts(language)
  if (committees.length === 0) {
    return (
      <>
        <Heading level={1}>{texts.landingTitle}</Heading>
        <EmptyState heading={texts.landingEmptyHeading}>{texts.landingEmpty}</EmptyState>
      </>
    )
  }
  return (
    <>
      <Heading level={1}>{texts.landingTitle}</Heading>
      <Lead>{texts.landingLead}</Lead>
      <Section heading={texts.landingDemoHeading}>
        <Paragraph>{texts.landingDemoText}</Paragraph>
        <CardGrid>
          {committees.map(({ href, municipality, committee, about }) => (
            <Card key={href} heading={committee} href={href}>
              <Paragraph>{municipality}</Paragraph>
              <Paragraph>{about}</Paragraph>
            </Card>
          ))}
        </CardGrid>
      </Section>
    </>
  )
}

export type ChoosablePerson = { readonly id: string; readonly name: string; readonly about: string }
export type PersonGroup = {
  readonly role: Role
  readonly heading: string
  readonly persons: readonly ChoosablePerson[]
}

type ChoosePersonProps = {
  readonly language: Language
  readonly committee: string
  readonly action: string
  readonly mailboxHref: string
  readonly landingHref: string
  readonly groups: readonly PersonGroup[]
}

/** Whom to try the system as: one button a person, grouped by role. */
export function ChoosePersonPage({ language, committee, action, mailboxHref, landingHref, groups }: ChoosePersonProps) {
  const texts = accountsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.chooseTitle}</Heading>
      <Lead>{committee}</Lead>
      <Paragraph>{texts.chooseLead}</Paragraph>
      <Alert tone="info">{texts.chooseSuggestion}</Alert>
      {groups.map(({ role, heading, persons }) => (
        <Section key={role} heading={heading}>
          <CardGrid>
            {persons.map((person) => (
              <Card key={person.id} heading={person.name}>
                {person.about && <Paragraph>{person.about}</Paragraph>}
                <Form action={action}>
                  <HiddenField name="personId" value={person.id} />
                  <SubmitButton tone="secondary" label={texts.actAs(person.name)}>
                    {texts.actAs(firstNameOf(person.name))}
                  </SubmitButton>
                </Form>
              </Card>
            ))}
          </CardGrid>
        </Section>
      ))}
      <Actions>
        <ButtonLink href={mailboxHref} tone="quiet">
          {texts.openMailbox}
        </ButtonLink>
        <ButtonLink href={landingHref} tone="quiet">
          {texts.otherCommittee}
        </ButtonLink>
      </Actions>
    </>
  )
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name
}

type SignInProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  /** Where the demonstration's persons are chosen, one a committee; empty where everything is real. */
  readonly demoHrefs: readonly { readonly href: string; readonly committee: string }[]
  /** Absent where passkeys are not used. */
  readonly passkeyHref: string | undefined
  readonly emergencyHref: string
  /** The sign-in services that are on, each with the words of its button. */
  readonly services: readonly SignInService[]
  /** Whether anybody may ask for a code. */
  readonly hasCodes: boolean
}

/** Asks for the e-mail address. */
export function SignInPage(props: SignInProps) {
  const { language, form, action, demoHrefs, passkeyHref, emergencyHref, services, hasCodes } = props
  const texts = accountsTexts(language)
  const email = (
    <TextField
      language={language}
      form={form}
      name="email"
      type="email"
      autoComplete="email"
      label={texts.email}
      hint={texts.emailHint}
    />
  )
  return (
    <>
      {services.length === 0 && hasCodes ? (
        <FormPage
          language={language}
          title={texts.signInTitle}
          lead={texts.signInLead}
          form={form}
          action={action}
          submitLabel={texts.sendCode}
        >
          {email}
        </FormPage>
      ) : (
        <>
          <ErrorSummary language={language} form={form} />
          <Heading level={1}>{texts.signInTitle}</Heading>
          <SignInServices services={services} />
          {hasCodes && (
            <Section heading={externalTexts(language).orByCode}>
              <Paragraph>{texts.signInLead}</Paragraph>
              <Form action={action} label={externalTexts(language).orByCode}>
                {email}
                <SubmitButton tone="secondary">{texts.sendCode}</SubmitButton>
              </Form>
            </Section>
          )}
        </>
      )}
      {passkeyHref !== undefined && (
        <Section heading={passkeysTexts(language).orHeading}>
          <Actions>
            <ButtonLink href={passkeyHref} tone="secondary">
              {passkeysTexts(language).signIn}
            </ButtonLink>
          </Actions>
        </Section>
      )}
      {demoHrefs.length > 0 && (
        <Alert tone="info" heading={texts.choosePerson}>
          <Paragraph>{texts.signInDemoHint}</Paragraph>
          <List
            items={demoHrefs.map(({ href, committee }) => (
              <TextLink key={href} href={href}>
                {committee}
              </TextLink>
            ))}
          />
        </Alert>
      )}
      <Paragraph>
        <TextLink href={emergencyHref}>{emergencyTexts(language).signInLink}</TextLink>
      </Paragraph>
    </>
  )
}

type CodeProps = {
  readonly language: Language
  readonly email: string
  readonly form: FormState
  readonly action: string
  readonly againHref: string
  readonly mailboxHref: string | undefined
}

/** Asks for the code that was sent. */
export function CodePage({ language, email, form, action, againHref, mailboxHref }: CodeProps) {
  const texts = accountsTexts(language)
  return (
    <>
      <FormPage
        language={language}
        title={texts.codeTitle}
        lead={texts.codeLead(email)}
        form={form}
        action={action}
        submitLabel={texts.signIn}
      >
        <HiddenField name="email" value={email} />
        <TextField
          language={language}
          form={form}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          label={texts.code}
        />
      </FormPage>
      <Actions>
        <ButtonLink href={againHref} tone="quiet">
          {texts.newCode}
        </ButtonLink>
        {mailboxHref && (
          <ButtonLink href={mailboxHref} tone="quiet">
            {texts.openMailbox}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}
