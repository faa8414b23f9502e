import type { Language } from '../../kernel/language.ts'
import {
  CheckboxGroup,
  type Choice,
  Details,
  EnterButton,
  Fieldset,
  type FormState,
  List,
  SubmitButton,
} from '../../ui/index.ts'
import { reportContactsTexts } from './reports.contacts.texts.ts'

export type ReportContacts = {
  /** The writer's contacts about the visited units that no report has taken up. */
  readonly offered: readonly Choice[]
  /** Those that stand in this report already, a line each. */
  readonly taken: readonly string[]
}

type ReportContactsProps = {
  readonly language: Language
  readonly contacts: ReportContacts
  readonly form: FormState
}

/** What can be taken into the report, as part of the draft's form: every save takes what is ticked along. */
export function ContactsToTake({ language, contacts, form }: ReportContactsProps) {
  const texts = reportContactsTexts(language)
  const { offered, taken } = contacts
  return (
    <>
      {offered.length > 0 && (
        <Fieldset legend={texts.legend} hint={texts.hint}>
          <EnterButton name="next" value="save" />
          <CheckboxGroup
            language={language}
            form={form}
            name="contact"
            label={texts.label}
            choices={offered}
            optional="as-labelled"
          />
          <SubmitButton name="next" value="take" tone="secondary">
            {texts.take}
          </SubmitButton>
        </Fieldset>
      )}
      {taken.length > 0 && (
        <Details summary={texts.takenBefore}>
          <List items={taken} />
        </Details>
      )}
    </>
  )
}
