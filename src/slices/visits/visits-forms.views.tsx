import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  ErrorSummary,
  Form,
  FormPage,
  type FormState,
  Heading,
  Lead,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { PlanningFields } from './planning.views.tsx'
import { visitFormTexts } from './visits-forms.texts.ts'

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
        <PlanningFields language={language} form={form} />
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

export type ReasonKind = 'cancel' | 'missed'

/** Cancelled or never came about: one question, why. */
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
