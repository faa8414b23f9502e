import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Checkbox,
  Fieldset,
  Form,
  type FormState,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { laws } from './disclosure.masking.rules.ts'
import { waysOut } from './disclosure.rules.ts'
import { disclosureTexts } from './disclosure.texts.ts'

type HandOutProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly version: number
  readonly refusesAll: boolean
  readonly isRestricted: boolean
}

/** Ends the request with the copies and their cover page. */
export function HandOutForm({ language, form, action, version, refusesAll, isRestricted }: HandOutProps) {
  const texts = disclosureTexts(language)
  return (
    <Section heading={texts.handOut} id="lamna-ut">
      <Note>{refusesAll ? texts.handOutNone : texts.handOutLead}</Note>
      {isRestricted && (
        <Alert tone="warning" heading={texts.restrictionWarning} level={3}>
          <Paragraph>{texts.restrictionText}</Paragraph>
        </Alert>
      )}
      <Form action={action} version={version} label={texts.handOut}>
        <RadioGroup
          language={language}
          form={form}
          name="how"
          label={texts.how}
          choices={waysOut.map((value) => ({ value, label: texts.waysOut[value] }))}
        />
        {isRestricted && (
          <Checkbox language={language} form={form} name="restrictionTried" label={texts.restrictionTried} />
        )}
        <Actions>
          <SubmitButton>{texts.handOut}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

type CloseProps = { readonly language: Language; readonly form: FormState; readonly action: string }

/** Ends the request without handing anything out. */
export function CloseForm({ language, form, action }: CloseProps) {
  const texts = disclosureTexts(language)
  return (
    <Section heading={texts.close} id="avsluta">
      <Form action={action} label={texts.close}>
        <RadioGroup
          language={language}
          form={form}
          name="as"
          label={texts.closeAs}
          choices={[
            { value: 'refused', label: texts.closings.refused, hint: texts.refusedHint },
            { value: 'withdrawn', label: texts.closings.withdrawn },
          ]}
        />
        <Fieldset legend={texts.ifRefused} look="inner">
          <GroundFields language={language} form={form} isOptional />
          <ToldField language={language} form={form} />
        </Fieldset>
        <Actions>
          <SubmitButton tone="secondary">{texts.close}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

type GroundProps = {
  readonly language: Language
  readonly form: FormState
  /** After the fields' names, where several forms ask for a ground. */
  readonly suffix?: string
  readonly isOptional?: boolean
}

/** The provision that something is kept secret by. */
export function GroundFields({ language, form, suffix = '', isOptional = false }: GroundProps) {
  const texts = disclosureTexts(language)
  const shared = { language, form, optional: isOptional ? ('as-labelled' as const) : undefined }
  return (
    <>
      <SelectField
        {...shared}
        name={`law${suffix}`}
        label={texts.law}
        choices={laws.map((value) => ({ value, label: texts.laws[value] }))}
      />
      <TextField
        {...shared}
        name={`provision${suffix}`}
        label={texts.provision}
        hint={texts.provisionHint}
        width="medium"
        maxLength={60}
      />
    </>
  )
}

/** What the one who asked is told. */
export function ToldField({ language, form }: { readonly language: Language; readonly form: FormState }) {
  const texts = disclosureTexts(language)
  return (
    <TextArea
      language={language}
      form={form}
      name="told"
      label={texts.told}
      hint={texts.toldHint}
      optional="as-labelled"
      maxLength={2000}
    />
  )
}
