import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  CheckboxGroup,
  type Choice,
  DateField,
  EmptyState,
  Form,
  type FormState,
  HiddenField,
  Note,
  Section,
  SelectField,
  SubmitButton,
  TextField,
} from '../../ui/index.ts'
import { contentTexts } from './disclosure-content.texts.ts'
import { documentKinds } from './disclosure.rules.ts'
import { disclosureTexts } from './disclosure.texts.ts'

export type FindPart = {
  readonly form: FormState
  readonly action: string
  readonly units: readonly Choice[]
  /** Absent until something is looked for. */
  readonly found?: { readonly choices: readonly Choice[]; readonly isCut: boolean } | undefined
  readonly chooseAction: string
}

type FindProps = { readonly language: Language; readonly find: FindPart; readonly form: FormState }

/** Looks for official documents, and chooses among what is found. */
export function Find({ language, find, form }: FindProps) {
  const texts = disclosureTexts(language)
  const shared = { language, form: find.form }
  return (
    <Section heading={texts.find} id="sok">
      <Note>{texts.findLead}</Note>
      <Form action={find.action} method="get" label={texts.find}>
        <DateField {...shared} name="fran" label={texts.from} optional />
        <DateField {...shared} name="till" label={texts.until} optional />
        <SelectField
          {...shared}
          name="enhet"
          label={texts.unit}
          choices={find.units}
          unchosen={texts.allUnits}
          optional="as-labelled"
        />
        <SelectField
          {...shared}
          name="slag"
          label={texts.kind}
          choices={documentKinds.map((value) => ({ value, label: contentTexts(language).kinds[value] }))}
          unchosen={texts.allKinds}
          optional="as-labelled"
        />
        <TextField {...shared} name="ord" label={texts.word} optional maxLength={100} />
        <Actions>
          <SubmitButton tone="secondary">{texts.search}</SubmitButton>
        </Actions>
      </Form>
      {find.found && find.found.choices.length === 0 && <EmptyState heading={texts.nothingFound} />}
      {find.found && find.found.choices.length > 0 && (
        <Form action={find.chooseAction} label={texts.choose}>
          {find.found.isCut && <Note>{texts.cut}</Note>}
          {['fran', 'till', 'enhet', 'slag', 'ord'].map((name) => (
            <HiddenField key={name} name={name} value={String(find.form.values[name] ?? '')} />
          ))}
          <CheckboxGroup
            language={language}
            form={form}
            name="document"
            label={texts.found}
            choices={find.found.choices}
          />
          <Actions>
            <SubmitButton>{texts.choose}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
