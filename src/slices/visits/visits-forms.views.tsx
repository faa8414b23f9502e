import { Fragment } from 'preact'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  Checkbox,
  type Choice,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  FormPage,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
  YesNoField,
} from '../../ui/index.ts'
import { visitFormTexts } from './visits-forms.texts.ts'
import { attendanceFields } from './visits.forms.ts'
import type { RuleLine } from './visits.guideline-page.ts'
import { RuleLines } from './visits-rules.views.tsx'

type Common = { readonly language: Language; readonly form: FormState; readonly backHref: string }

type VisitForm = Common & { readonly action: string; readonly version: number; readonly about: string }

/** The manager's programme; a proposed visit can be confirmed in the same step. */
export function PlanView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  canConfirm,
}: VisitForm & { readonly canConfirm: boolean }) {
  const texts = visitFormTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.planTitle}</Heading>
      <Lead>{texts.planLead}</Lead>
      <Form action={action} version={version}>
        <TextArea
          language={language}
          form={form}
          name="programme"
          label={texts.programme}
          hint={texts.programmeHint}
          rows={8}
          maxLength={5000}
        />
        <TextField
          language={language}
          form={form}
          name="place"
          label={texts.planWhere}
          hint={texts.placeHint}
          maxLength={200}
          optional
        />
        <Actions>
          {canConfirm && (
            <SubmitButton name="intent" value="confirm">
              {texts.saveAndConfirm}
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="save" tone={canConfirm ? 'secondary' : 'primary'}>
            {texts.savePlan}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

export type ReasonKind = 'decline' | 'cancel' | 'missed'

/** Declined, cancelled or never came about: one question, why. */
export function ReasonView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  kind,
}: VisitForm & { readonly kind: ReasonKind }) {
  const texts = visitFormTexts(language)
  const { title, lead, label, hint, submit } = texts.endings[kind]
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage
        language={language}
        title={title}
        lead={lead}
        form={form}
        action={action}
        version={version}
        submitLabel={submit}
        submitTone="danger"
        cancelHref={backHref}
      >
        <TextArea language={language} form={form} name="reason" label={label} hint={hint} rows={3} maxLength={1000} />
      </FormPage>
    </>
  )
}

export type AttendanceProps = VisitForm & {
  readonly isCorrection: boolean
  /** Those for whom the one who looks can note it, when they have phoned. */
  readonly onBehalfOf: readonly Choice[]
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  readonly audiences: readonly { readonly audience: string; readonly label: string; readonly explained: boolean }[]
}

/** Who came and whom the visit reached. */
export function AttendanceView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  isCorrection,
  onBehalfOf,
  persons,
  audiences,
}: AttendanceProps) {
  const texts = visitFormTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <FormPage
        language={language}
        title={texts.attendanceTitle}
        lead={isCorrection ? texts.attendanceCorrectLead : texts.attendanceLead}
        form={form}
        action={action}
        version={version}
        submitLabel={texts.attendanceSubmit}
        cancelHref={backHref}
      >
        {onBehalfOf.length > 0 && (
          <SelectField
            {...field}
            name="onBehalfOf"
            label={texts.attendanceOnBehalf}
            hint={texts.attendanceOnBehalfHint}
            choices={onBehalfOf}
            optional
          />
        )}
        {persons.map(({ id, name }) => (
          <Fieldset key={id} legend={name}>
            <Checkbox {...field} name={attendanceFields.came(id)} label={texts.came(name)} />
            <TimeField {...field} name={attendanceFields.start(id)} label={texts.attendStart(name)} />
            <TimeField {...field} name={attendanceFields.end(id)} label={texts.attendEnd(name)} />
          </Fieldset>
        ))}
        {audiences.length > 0 && (
          <Fieldset legend={texts.metLegend}>
            {audiences.map(({ audience, label, explained }) => (
              <Fragment key={audience}>
                <YesNoField {...field} name={attendanceFields.met(audience)} label={texts.met(label)} />
                {explained && (
                  <TextField
                    {...field}
                    name={attendanceFields.why(audience)}
                    label={texts.why(label)}
                    hint={texts.whyHint}
                    maxLength={1000}
                    optional="as-labelled"
                  />
                )}
              </Fragment>
            ))}
          </Fieldset>
        )}
      </FormPage>
    </>
  )
}

export type DecisionProps = VisitForm & {
  readonly decision: 'extra-visit' | 'extra-fee'
  readonly persons: readonly Choice[]
  readonly lines: readonly RuleLine[]
}

/** The chair's decision about one person's visit beyond the usual number. */
export function DecisionView({
  language,
  form,
  action,
  version,
  backHref,
  about,
  decision,
  persons,
  lines,
}: DecisionProps) {
  const texts = visitFormTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      {persons.length === 0 ? (
        <>
          <Heading level={1}>{texts.decisionTitle[decision]}</Heading>
          <EmptyState heading={texts.decisionNobody} />
        </>
      ) : (
        <FormPage
          language={language}
          title={texts.decisionTitle[decision]}
          lead={texts.decisionLead}
          form={form}
          action={action}
          version={version}
          submitLabel={texts.decisionSubmit}
          cancelHref={backHref}
        >
          <RuleLines language={language} lines={lines} />
          <HiddenField name="about" value={decision} />
          <RadioGroup {...field} name="person" label={texts.decisionPerson} choices={persons} />
          <YesNoField {...field} name="granted" label={texts.decisionGranted[decision]} />
          <TextField
            {...field}
            name="delegation"
            label={texts.delegation}
            hint={texts.delegationHint}
            maxLength={200}
          />
          <TextArea {...field} name="reason" label={texts.decisionReason} rows={3} maxLength={1000} />
        </FormPage>
      )}
    </>
  )
}
