import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  ButtonLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Paragraph,
  PasskeyForm,
  Section,
  SubmitButton,
  Table,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { longestLabel } from './passkeys.rules.ts'
import { newPasskeyPath, passkeyPath, removePasskeyPath } from './passkeys.paths.ts'
import type { PasskeyRow } from './passkeys.store.ts'
import { passkeysTexts } from './passkeys.texts.ts'

type PasskeysProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** From `listPasskeys`. */
  readonly passkeys: readonly PasskeyRow[]
  /** From `allowsPasskeys`; those that are there can be removed all the same. */
  readonly isAllowed: boolean
}

/** The part of the own account that lists its passkeys, with ways to add one and to change each. */
export function PasskeysSection(props: PasskeysProps) {
  return (
    <Section id="passnycklar" heading={passkeysTexts(props.language).heading}>
      <PasskeyList {...props} />
    </Section>
  )
}

/** The same as a page of its own. */
export function PasskeysPage({ accountHref, ...props }: PasskeysProps & { readonly accountHref: string }) {
  const texts = passkeysTexts(props.language)
  return (
    <>
      <Heading level={1}>{texts.heading}</Heading>
      <PasskeyList {...props} />
      <Paragraph>
        <TextLink href={accountHref}>{texts.back}</TextLink>
      </Paragraph>
    </>
  )
}

function PasskeyList({ language, place, passkeys, isAllowed }: PasskeysProps) {
  const texts = passkeysTexts(language)
  return (
    <>
      <Paragraph>{isAllowed ? texts.lead : texts.off}</Paragraph>
      {passkeys.length === 0 ? (
        isAllowed && <Paragraph>{texts.none}</Paragraph>
      ) : (
        <Table
          caption={texts.caption}
          hideCaption
          rows={passkeys}
          rowKey={({ id }) => id}
          empty={texts.none}
          columns={[
            { heading: texts.name, rowHeading: true, cell: ({ label }) => label },
            { heading: texts.made, cell: ({ madeAt }) => formatInstant(madeAt, language) },
            {
              heading: texts.used,
              cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : formatInstant(lastUsedAt, language)),
            },
            {
              heading: texts.change,
              cell: ({ id, label }) => (
                <TextLink href={passkeyPath(place, id)} label={texts.changeLabel(label)}>
                  {texts.change}
                </TextLink>
              ),
            },
          ]}
        />
      )}
      {isAllowed && (
        <Actions>
          <ButtonLink href={newPasskeyPath(place)} tone="secondary">
            {texts.add}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

type NewPasskeyProps = {
  readonly language: Language
  readonly form: FormState
  readonly place: PlaceSlugs
  readonly listHref: string
  readonly asked: { readonly options: string; readonly handle: string }
}

/** Gives a new passkey a name, and has the device make it. */
export function NewPasskeyPage({ language, form, place, listHref, asked }: NewPasskeyProps) {
  const texts = passkeysTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.addTitle}</Heading>
      <Lead>{texts.addLead}</Lead>
      <PasskeyForm
        kind="create"
        action={newPasskeyPath(place)}
        options={asked.options}
        submitLabel={texts.create}
        without={texts.createWithout}
        failed={texts.createFailed}
        known={texts.createKnown}
      >
        <HiddenField name="attempt" value={asked.handle} />
        <TextField
          language={language}
          form={form}
          name="label"
          label={texts.label}
          hint={texts.labelHint}
          maxLength={longestLabel}
        />
      </PasskeyForm>
      <Paragraph>
        <TextLink href={listHref}>{texts.backToList}</TextLink>
      </Paragraph>
    </>
  )
}

type ChangePasskeyProps = {
  readonly language: Language
  readonly form: FormState
  readonly place: PlaceSlugs
  readonly listHref: string
  readonly passkey: PasskeyRow
}

/** Renames a passkey, or removes it. */
export function ChangePasskeyPage({ language, form, place, listHref, passkey }: ChangePasskeyProps) {
  const texts = passkeysTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.changeTitle}</Heading>
      <Lead>{passkey.label}</Lead>
      <Form action={passkeyPath(place, passkey.id)}>
        <TextField language={language} form={form} name="label" label={texts.label} maxLength={longestLabel} />
        <Actions>
          <SubmitButton>{texts.rename}</SubmitButton>
          <ButtonLink href={listHref} tone="quiet">
            {texts.backToList}
          </ButtonLink>
        </Actions>
      </Form>
      <Section heading={texts.removeHeading}>
        <Paragraph>{texts.removeText}</Paragraph>
        <Form action={removePasskeyPath(place, passkey.id)}>
          <Actions>
            <SubmitButton tone="danger">{texts.remove}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

type PasskeySignInProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly options: string
  readonly otherHref: string
}

/** Asks the device for a passkey. */
export function PasskeySignInPage({ language, form, action, options, otherHref }: PasskeySignInProps) {
  const texts = passkeysTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.signInTitle}</Heading>
      <Lead>{texts.signInLead}</Lead>
      <PasskeyForm
        kind="get"
        action={action}
        options={options}
        submitLabel={texts.signIn}
        without={texts.signInWithout}
        failed={texts.signInFailed}
        known={texts.signInFailed}
      />
      <Paragraph>
        <TextLink href={otherHref}>{texts.otherWay}</TextLink>
      </Paragraph>
    </>
  )
}
