import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  BesideField,
  fieldId,
  HiddenField,
  Note,
  OtherPlace,
  Paragraph,
  SelectField,
  SubmitButton,
  TextArea,
  textOf,
  TwoTexts,
  WrittenText,
} from '../../ui/index.ts'
import { longestDraft, longestText } from './reports.fields.rules.ts'
import type { BesideText, WritingField } from './reports.writing.page.ts'
import { choiceValue } from './reports.writing.rules.ts'
import { writingTexts } from './reports.writing.texts.ts'
import type { DraftPage } from './reports-draft.views.tsx'

type FieldsProps = {
  readonly page: DraftPage
  readonly fields: readonly WritingField[]
  readonly rows?: number | undefined
  /** Makes each label a heading: where a field is a step by itself. */
  readonly headingLevel?: 2 | 3 | undefined
}

/** The fields of a step: each with its help, what the guideline says, and what another author has written there. */
export function WritingFields({ page, fields, rows = 6, headingLevel }: FieldsProps) {
  const { language, form } = page
  return (
    <>
      {fields.map(({ field, label, hint, source, choices }) => (
        <div key={field}>
          {choices === undefined ? (
            <TextArea
              language={language}
              form={form}
              name={field}
              label={label}
              hint={hint}
              optional="as-labelled"
              rows={rows}
              headingLevel={headingLevel}
              prose
            />
          ) : (
            <SelectField
              language={language}
              form={form}
              name={field}
              label={label}
              optional="as-labelled"
              choices={choices}
              unchosen={writingTexts(language).nobodySpecial}
            />
          )}
          {source && <Note>{source}</Note>}
          <HiddenField name={`was.${field}`} value={page.tagOf(field)} />
          <TooLong page={page} field={field} />
          {page.checkOf?.(field)}
          <BesideField field={field}>{page.noteOf?.(field)}</BesideField>
          <OtherPlace>
            <OtherText language={language} field={field} beside={page.beside[field]} />
          </OtherPlace>
        </div>
      ))}
    </>
  )
}

/** A text that a final report cannot hold is saved all the same; how much to shorten is said at once. */
function TooLong({ page: { language, form }, field }: { readonly page: DraftPage; readonly field: string }) {
  const { length } = textOf(form, field)
  // One that is too long to be saved as well has its error beside it, which says so.
  if (length <= longestText || length > longestDraft) return null
  const figure = (count: number) => count.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')
  return (
    <Paragraph>
      <strong>
        {writingTexts(language).tooLong(figure(length), figure(longestText), figure(length - longestText))}
      </strong>
    </Paragraph>
  )
}

type OtherTextProps = {
  readonly language: Language
  readonly field: string
  readonly beside: BesideText | undefined
}

/** What another author has saved where the writer's own text stands in the box, and the ways to go on. */
export function OtherText({ language, field, beside }: OtherTextProps) {
  if (beside === undefined) return null
  const texts = writingTexts(language)
  const { by, text, tag } = beside
  const isText = !field.startsWith('answerer.')
  return (
    <TwoTexts
      id={`${fieldId(field)}-other`}
      heading={by ? texts.otherWrote(by.name, by.when) : texts.somebodyWrote}
      other={<WrittenText>{text === '' ? texts.otherEmptied : text}</WrittenText>}
    >
      <Note>{isText ? texts.yoursInBox : texts.yoursChosen}</Note>
      <Actions>
        <SubmitButton name="next" value={choiceValue({ take: 'mine', field, tag })} tone="secondary">
          {texts.useMine}
        </SubmitButton>
        <SubmitButton name="next" value={choiceValue({ take: 'theirs', field, tag })} tone="secondary">
          {by ? texts.keepOthers(by.name) : texts.keepSaved}
        </SubmitButton>
        {field.startsWith('proposal.') && (
          <SubmitButton name="next" value={choiceValue({ take: 'own', field, tag })} tone="secondary">
            {texts.asOwnProposal}
          </SubmitButton>
        )}
      </Actions>
    </TwoTexts>
  )
}

type StepButtonsProps = {
  readonly page: DraftPage
  readonly number: number
}

/** From step to step on a phone: each button saves. */
export function StepButtons({ page: { language, steps }, number }: StepButtonsProps) {
  const texts = writingTexts(language)
  return (
    <>
      {number < steps.length && (
        <SubmitButton name="next" value={`step:${number + 1}`}>
          {texts.next}
        </SubmitButton>
      )}
      {number > 1 && (
        <SubmitButton name="next" value={`step:${number - 1}`} tone="secondary">
          {texts.previous}
        </SubmitButton>
      )}
    </>
  )
}
