import type { Language } from '../../kernel/language.ts'
import { Alert, Checkbox, CheckboxGroup, FormPage, type FormState, RadioGroup } from '../../ui/index.ts'
import { gatherings, reminderDays } from './mail-choice.rules.ts'
import { mailChoiceTexts } from './mail-choice.texts.ts'

type MailChoiceProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly version: number
  readonly accountHref: string
  readonly isSaved: boolean
}

/** What one wants by mail: how often, and which reminders. */
export function MailChoicePage({ language, form, action, version, accountHref, isSaved }: MailChoiceProps) {
  const texts = mailChoiceTexts(language)
  const fields = { language, form }
  return (
    <>
      {isSaved && (
        <Alert tone="good" announce>
          {texts.saved}
        </Alert>
      )}
      <FormPage
        language={language}
        title={texts.title}
        lead={texts.lead}
        form={form}
        action={action}
        version={version}
        submitLabel={texts.save}
        cancelHref={accountHref}
      >
        <RadioGroup
          {...fields}
          name="gathered"
          label={texts.gathered}
          hint={texts.gatheredHint}
          choices={gatherings.map((value) => ({ value, label: texts.gatherings[value] }))}
        />
        <CheckboxGroup
          {...fields}
          name="visitReminders"
          label={texts.visitReminders}
          hint={texts.visitRemindersHint}
          optional="as-labelled"
          choices={reminderDays.map((days) => ({ value: String(days), label: texts.days[days] }))}
        />
        <Checkbox {...fields} name="reportReminder" label={texts.reportReminder} />
      </FormPage>
    </>
  )
}
