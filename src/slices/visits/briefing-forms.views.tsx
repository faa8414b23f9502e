import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  DateField,
  Details,
  Form,
  FormPage,
  type FormState,
  Paragraph,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { longestNews, longestQuestion } from './briefing.forms.ts'
import { briefingTexts } from './briefing.texts.ts'

type EntryFormProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  /** For one that is there already: its version, and where it is taken away. */
  readonly existing?: { readonly version: number; readonly removeAction: string } | undefined
}

/** The form for one line of the guide. */
export function ReferralForm({ language, form, action, cancelHref, existing }: EntryFormProps) {
  const texts = briefingTexts(language)
  const field = { language, form }
  return (
    <>
      <FormPage
        language={language}
        title={existing ? texts.referralChangeTitle : texts.referralNewTitle}
        form={form}
        action={action}
        version={existing?.version}
        submitLabel={texts.save}
        cancelHref={cancelHref}
      >
        <TextField
          {...field}
          name="question"
          label={texts.questionLabel}
          hint={texts.questionHint}
          maxLength={longestQuestion}
        />
        <TextField {...field} name="turnTo" label={texts.turnToLabel} hint={texts.turnToHint} maxLength={200} />
        <TextField
          {...field}
          name="reachedBy"
          label={texts.reachedByLabel}
          hint={texts.reachedByHint}
          maxLength={200}
          optional
        />
      </FormPage>
      <Removal language={language} existing={existing} />
    </>
  )
}

/** The form for something that is going on. */
export function NewsForm({ language, form, action, cancelHref, existing }: EntryFormProps) {
  const texts = briefingTexts(language)
  const field = { language, form }
  return (
    <>
      <FormPage
        language={language}
        title={existing ? texts.newsChangeTitle : texts.newsNewTitle}
        form={form}
        action={action}
        version={existing?.version}
        submitLabel={texts.save}
        cancelHref={cancelHref}
      >
        <TextArea {...field} name="text" label={texts.textLabel} hint={texts.textHint} maxLength={longestNews} />
        <DateField {...field} name="from" label={texts.fromLabel} />
        <DateField {...field} name="to" label={texts.toLabel} />
      </FormPage>
      <Removal language={language} existing={existing} />
    </>
  )
}

function Removal({ language, existing }: Pick<EntryFormProps, 'language' | 'existing'>) {
  const texts = briefingTexts(language)
  if (existing === undefined) return null
  return (
    <Details summary={texts.removeSummary}>
      <Paragraph>{texts.removeText}</Paragraph>
      <Form action={existing.removeAction} version={existing.version} label={texts.removeSummary}>
        <Actions>
          <SubmitButton tone="danger">{texts.remove}</SubmitButton>
        </Actions>
      </Form>
    </Details>
  )
}
