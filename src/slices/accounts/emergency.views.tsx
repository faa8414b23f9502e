import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  Paragraph,
  Picture,
  Section,
  SubmitButton,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { confirmEmergencyPath, emergencyPath, removeEmergencyPath } from './emergency.paths.ts'
import { emergencyTexts } from './emergency.texts.ts'

/** What a page may know of an emergency login. */
export type EmergencyState = { readonly confirmedAt: Instant | null; readonly lastUsedAt: Instant | null }

type OwnProps = { readonly language: Language; readonly place: PlaceSlugs }

/** The part of an administrator's own account that tells of the emergency login. `login` is from `findEmergency`. */
export function EmergencySection({
  language,
  place,
  login,
}: OwnProps & { readonly login: EmergencyState | undefined }) {
  const texts = emergencyTexts(language)
  return (
    <Section id="nodinloggning" heading={texts.heading}>
      <Paragraph>{stateText(language, login)}</Paragraph>
      <Actions>
        <ButtonLink href={emergencyPath(place)} tone="secondary">
          {texts.open}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

type NewProps = OwnProps & { readonly form: FormState; readonly cancelHref: string }

/** Asks for the password of a new emergency login. */
export function NewEmergencyPage({ language, place, form, cancelHref }: NewProps) {
  const texts = emergencyTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.heading}
      lead={texts.lead}
      form={form}
      action={emergencyPath(place)}
      submitLabel={texts.begin}
      cancelHref={cancelHref}
    >
      <TextField
        language={language}
        form={form}
        name="password"
        type="password"
        autoComplete="new-password"
        label={texts.password}
        hint={texts.passwordHint}
      />
      <TextField
        language={language}
        form={form}
        name="again"
        type="password"
        autoComplete="new-password"
        label={texts.again}
      />
    </FormPage>
  )
}

type ConfirmProps = OwnProps & { readonly form: FormState; readonly qr: string; readonly secret: string }

/** Hands the secret to the app and asks for a first code. */
export function ConfirmEmergencyPage({ language, place, form, qr, secret }: ConfirmProps) {
  const texts = emergencyTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.confirmTitle}</Heading>
      <Lead>{texts.confirmLead}</Lead>
      <Picture src={qr} alt={texts.qrAlt} size={240} />
      <DefinitionList items={[{ term: texts.secret, description: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') }]} />
      <Form action={confirmEmergencyPath(place)}>
        <TextField
          language={language}
          form={form}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          label={texts.code}
          hint={texts.codeHint}
        />
        <Actions>
          <SubmitButton>{texts.confirm}</SubmitButton>
        </Actions>
      </Form>
      <Form action={removeEmergencyPath(place)}>
        <Actions>
          <SubmitButton tone="quiet">{texts.startOver}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

type OnProps = OwnProps & {
  readonly login: EmergencyState
  readonly signInAddress: string
  readonly accountHref: string
  readonly backLabel: string
}

/** Tells of the emergency login that there is, and takes it away. */
export function EmergencyPage({ language, place, login, signInAddress, accountHref, backLabel }: OnProps) {
  const texts = emergencyTexts(language)
  return (
    <>
      <Heading level={1}>{texts.heading}</Heading>
      <Lead>{stateText(language, login)}</Lead>
      <Paragraph>{texts.lead}</Paragraph>
      <Paragraph>{texts.signInAddress(signInAddress)}</Paragraph>
      <Section heading={texts.removeHeading}>
        <Paragraph>{texts.removeText}</Paragraph>
        <Form action={removeEmergencyPath(place)}>
          <Actions>
            <SubmitButton tone="danger">{texts.remove}</SubmitButton>
            <ButtonLink href={accountHref} tone="quiet">
              {backLabel}
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

type SignInProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly otherHref: string
}

/** Asks for all three at once: nobody learns which of them was right. */
export function EmergencySignInPage({ language, form, action, otherHref }: SignInProps) {
  const texts = emergencyTexts(language)
  return (
    <>
      <FormPage
        language={language}
        title={texts.signInTitle}
        lead={texts.signInLead}
        form={form}
        action={action}
        submitLabel={texts.signIn}
      >
        <TextField
          language={language}
          form={form}
          name="email"
          type="email"
          autoComplete="username"
          label={texts.email}
        />
        <TextField
          language={language}
          form={form}
          name="password"
          type="password"
          autoComplete="current-password"
          label={texts.password}
        />
        <TextField
          language={language}
          form={form}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          label={texts.code}
          hint={texts.codeHint}
        />
      </FormPage>
      <Paragraph>
        <TextLink href={otherHref}>{texts.otherWay}</TextLink>
      </Paragraph>
    </>
  )
}

function stateText(language: Language, login: EmergencyState | undefined): string {
  const texts = emergencyTexts(language)
  if (!login) return texts.stateNone
  if (login.confirmedAt === null) return texts.stateBegun
  const used = login.lastUsedAt === null ? texts.neverUsed : texts.used(formatInstant(login.lastUsedAt, language))
  return `${texts.stateOn(formatInstant(login.confirmedAt, language))} ${used}`
}
