import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Section,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import { payTypesPath } from './claims.paths.ts'
import { payrollTexts } from './payroll.texts.ts'

export type PayTypesPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** One form for each kind of fee; only the one that came back has errors. */
  readonly kinds: readonly { readonly feeKind: string; readonly name: string; readonly form: FormState }[]
}

/** What payroll calls each kind of fee. */
export function PayTypesPage({ language, place, kinds }: PayTypesPageProps) {
  const texts = payrollTexts(language)
  const refused = kinds.find(({ form }) => form.errors.length > 0)
  return (
    <>
      {refused && <ErrorSummary language={language} form={prefixed(refused.form, refused.feeKind)} />}
      <Heading level={1}>{texts.payTypesTitle}</Heading>
      <Lead>{texts.payTypesLead}</Lead>
      {kinds.map(({ feeKind, name, form }) => (
        <PayTypeForm
          key={feeKind}
          language={language}
          place={place}
          feeKind={feeKind}
          kind={name}
          form={prefixed(form, feeKind)}
        />
      ))}
    </>
  )
}

type PayTypeFormProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly feeKind: string
  /** In words. */
  readonly kind: string
  readonly form: FormState
}

function PayTypeForm({ language, place, feeKind, kind, form }: PayTypeFormProps) {
  const texts = payrollTexts(language)
  const field = (name: string) => `${feeKind}.${name}`
  return (
    <Section heading={kind}>
      <Form action={payTypesPath(place)} label={kind}>
        <HiddenField name="feeKind" value={feeKind} />
        <TextField
          language={language}
          form={form}
          name={field('payType')}
          label={texts.payTypeField}
          hint={texts.payTypeHint}
          width="short"
          maxLength={20}
        />
        <TextField
          language={language}
          form={form}
          name={field('label')}
          label={texts.labelField}
          hint={texts.labelHint}
          width="medium"
          maxLength={60}
        />
        <TextField
          language={language}
          form={form}
          name={field('costCentre')}
          label={texts.costCentreField}
          optional
          width="short"
          maxLength={10}
        />
        <SubmitButton label={texts.saveLabel(kind)}>{texts.save}</SubmitButton>
      </Form>
    </Section>
  )
}

/** Two forms on a page need fields of their own names: `meeting.payType`. */
function prefixed(form: FormState, feeKind: string): FormState {
  const name = (field: string) => (field === '' ? '' : `${feeKind}.${field}`)
  return {
    values: Object.fromEntries(Object.entries(form.values).map(([field, value]) => [name(field), value])),
    errors: form.errors.map(({ field, message }) => ({ field: name(field), message })),
  }
}
