import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Alert,
  Breadcrumbs,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Pair,
  Paragraph,
  Section,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import { type KindGroup, kindGroups } from './claims.asked.rules.ts'
import { payrollPath, payTypesPath } from './claims.paths.ts'
import { payTypesTexts } from './pay-types.texts.ts'
import { payrollTexts } from './payroll.texts.ts'

type ShownKind = {
  readonly feeKind: string
  readonly name: string
  readonly group: KindGroup
  /** As it is saved; absent where nobody has said. */
  readonly payType: string | undefined
  readonly form: FormState
}

export type PayTypesPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** One form for each kind; only the one that came back has errors. */
  readonly kinds: readonly ShownKind[]
  readonly isSaved: boolean
}

/** What payroll calls each kind of fee, lost earnings and cost; those that nobody has named stand open. */
export function PayTypesPage({ language, place, kinds, isSaved }: PayTypesPageProps) {
  const texts = payrollTexts(language)
  const own = payTypesTexts(language)
  const refused = kinds.find(({ form }) => form.errors.length > 0)
  const lacking = kinds.filter(({ payType }) => payType === undefined)
  return (
    <>
      {refused && <ErrorSummary language={language} form={prefixed(refused.form, refused.feeKind)} />}
      <Breadcrumbs language={language} items={[{ label: texts.title, href: payrollPath(place) }]} />
      <Heading level={1}>{texts.payTypesTitle}</Heading>
      <Lead>{texts.payTypesLead}</Lead>
      {isSaved && (
        <Alert tone="good" announce>
          <Paragraph>{own.isSaved}</Paragraph>
        </Alert>
      )}
      {lacking.length === 0 ? (
        <Note>{own.allNamed}</Note>
      ) : (
        <Alert tone="warning" heading={own.missing}>
          <Paragraph>{own.missingLead}</Paragraph>
          <List items={lacking.map(({ name }) => name)} />
        </Alert>
      )}
      {kindGroups.map((group) => {
        const inGroup = kinds.filter((it) => it.group === group)
        if (inGroup.length === 0) return null
        return (
          <Section key={group} heading={own.groups[group]}>
            {group === 'other' && <Paragraph>{own.otherLead}</Paragraph>}
            {inGroup.map((kind) => (
              <Details
                key={kind.feeKind}
                summary={kind.payType === undefined ? own.lacking(kind.name) : own.saved(kind.name, kind.payType)}
                open={kind.payType === undefined || kind === refused}
              >
                <PayTypeForm
                  language={language}
                  place={place}
                  feeKind={kind.feeKind}
                  kind={kind.name}
                  form={prefixed(kind.form, kind.feeKind)}
                />
              </Details>
            ))}
          </Section>
        )
      })}
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
      <Pair>
        <TextField
          language={language}
          form={form}
          name={field('costCentre')}
          label={texts.costCentreField}
          hint={payTypesTexts(language).dimensionHint}
          optional
          width="short"
          maxLength={10}
        />
        <TextField
          language={language}
          form={form}
          name={field('project')}
          label={payTypesTexts(language).project}
          hint={payTypesTexts(language).dimensionHint}
          optional
          width="short"
          maxLength={10}
        />
      </Pair>
      <SubmitButton label={texts.saveLabel(kind)}>{texts.save}</SubmitButton>
    </Form>
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
