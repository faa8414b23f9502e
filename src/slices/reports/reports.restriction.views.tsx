import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  DefinitionList,
  Form,
  FormPage,
  type FormState,
  Heading,
  Lead,
  Note,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'

type RestrictionPageProps = {
  readonly language: Language
  readonly report: { readonly title: string; readonly href: string }
  readonly form: FormState
  readonly action: string
  readonly liftAction: string
  readonly standing:
    | { readonly legalGround: string; readonly reason: string; readonly by: string; readonly at: string }
    | undefined
}

/** Marking a report as secret, or the mark that it has and how to lift it. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { language, report, form, action, liftAction, standing } = props
  const texts = restrictionTexts(language)
  const field = { language, form } as const
  const crumbs = <Breadcrumbs language={language} items={[{ label: report.title, href: report.href }]} />
  if (standing === undefined)
    return (
      <>
        {crumbs}
        <FormPage
          language={language}
          title={texts.set}
          lead={texts.lead}
          form={form}
          action={action}
          submitLabel={texts.submit}
          cancelHref={report.href}
        >
          <Note>{texts.warning}</Note>
          <TextField {...field} name="legalGround" label={texts.ground} hint={texts.groundHint} maxLength={200} />
          <TextArea {...field} name="reason" label={texts.reason} hint={texts.reasonHint} />
        </FormPage>
      </>
    )
  return (
    <>
      {crumbs}
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Alert tone="warning">{texts.standing(standing.by, standing.at)}</Alert>
      <DefinitionList
        items={[
          { term: texts.ground, description: standing.legalGround },
          { term: texts.reason, description: standing.reason },
        ]}
      />
      <Form action={liftAction}>
        <Actions>
          <SubmitButton tone="secondary">{texts.lift}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}
