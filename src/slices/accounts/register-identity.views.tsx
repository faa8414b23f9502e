import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import { type MaskedNumber, personalNumberNeeds } from '../people/index.ts'
import { registerIdentityTexts } from './register-identity.texts.ts'
import { liftPath, personalNumberPath, protectPath, removeNumberPath, seeIdentityPath } from './register.paths.ts'

type Own = { readonly language: Language; readonly place: PlaceSlugs; readonly personId: string }

/** The part of a person's page about protected identity. */
export function ProtectionSection({ language, place, personId, since }: Own & { readonly since: Instant | null }) {
  const texts = registerIdentityTexts(language)
  return (
    <Section heading={texts.protection}>
      {since === null ? (
        <>
          <Paragraph>{texts.protectText}</Paragraph>
          <Form action={protectPath(place, personId)}>
            <Actions>
              <SubmitButton tone="secondary">{texts.protect}</SubmitButton>
            </Actions>
          </Form>
        </>
      ) : (
        <>
          <Paragraph>
            {texts.isProtected(formatInstant(since, language))} {texts.seeText}
          </Paragraph>
          <Form action={seeIdentityPath(place, personId)}>
            <Actions>
              <SubmitButton tone="secondary">{texts.see}</SubmitButton>
            </Actions>
          </Form>
          <Paragraph>{texts.liftText}</Paragraph>
          <Form action={liftPath(place, personId)}>
            <Actions>
              <SubmitButton tone="quiet">{texts.lift}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
    </Section>
  )
}

type SeenProps = {
  readonly language: Language
  readonly alias: string
  readonly name: string
  readonly email: string
  readonly backHref: string
}

/** The real name and address, for the one who asked and stands in the log for it. */
export function SeenIdentityPage({ language, alias, name, email, backHref }: SeenProps) {
  const texts = registerIdentityTexts(language)
  return (
    <>
      <Heading level={1}>{texts.seenTitle}</Heading>
      <Lead>{texts.seenLead}</Lead>
      <DefinitionList
        items={[
          { term: texts.alias, description: alias },
          { term: texts.realName, description: name },
          { term: texts.email, description: email },
        ]}
      />
      <Actions>
        <ButtonLink href={backHref} tone="secondary">
          {texts.back}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** The part of a person's page about the personal number, without its last four digits. */
export function PersonalNumberSection({
  language,
  place,
  personId,
  number,
}: Own & { readonly number: MaskedNumber | undefined }) {
  const texts = registerIdentityTexts(language)
  return (
    <Section heading={texts.number}>
      <Paragraph>{number ? texts.registered(number.masked, texts.needs[number.neededFor]) : texts.noNumber}</Paragraph>
      <Actions>
        <ButtonLink href={personalNumberPath(place, personId)} tone="secondary">
          {number ? texts.change : texts.register}
        </ButtonLink>
      </Actions>
      {number && (
        <Form action={removeNumberPath(place, personId)}>
          <Actions>
            <SubmitButton tone="quiet">{texts.remove}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

type NumberProps = Own & { readonly form: FormState; readonly name: string; readonly cancelHref: string }

/** Registers a personal number. What was typed is never shown again. */
export function PersonalNumberPage({ language, place, personId, form, name, cancelHref }: NumberProps) {
  const texts = registerIdentityTexts(language)
  const field = { language, form }
  return (
    <FormPage
      {...field}
      title={texts.register}
      lead={texts.numberLead}
      action={personalNumberPath(place, personId)}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      <Note>{name}</Note>
      <TextField
        {...field}
        name="number"
        label={texts.numberField}
        hint={texts.numberHint}
        inputMode="numeric"
        width="medium"
      />
      <RadioGroup
        {...field}
        name="neededFor"
        label={texts.neededFor}
        choices={personalNumberNeeds.map((need) => ({ value: need, label: texts.needs[need] }))}
      />
    </FormPage>
  )
}
