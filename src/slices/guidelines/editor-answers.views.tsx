import type { AnswerForm, Block, Question } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  type Choice,
  CheckboxGroup,
  choicesOf,
  Details,
  Fieldset,
  type FormState,
  Pair,
  RadioGroup,
  TextArea,
  TextField,
  textOf,
} from '../../ui/index.ts'
import { choiceLabel, offeredWords, parts } from './editor-answers.rules.ts'
import { formTexts } from './editor-form.texts.ts'

/** What every question of a form is shown with. */
export type FieldsProps = {
  readonly language: Language
  readonly form: FormState
  /** The whole draft: its words are offered where they are used. */
  readonly data: Block
  /** A dated change: what is not answered goes on. */
  readonly change?: boolean
}

export type OneProps = FieldsProps & { readonly question: Question; readonly name: string }

export type AnswerProps = OneProps & { readonly answer: AnswerForm; readonly label: string }

type Shared = {
  readonly language: Language
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly optional: boolean | 'as-labelled'
}

/** Every choice visible. What stands in the file and is none of them is shown too, so that it can be seen and changed. */
export function OneOf({
  language,
  form,
  name,
  question,
  answer,
  data,
  change,
  shared,
}: AnswerProps & { readonly shared: Shared }) {
  const texts = formTexts(language)
  const known: readonly Choice[] =
    answer.form === 'yes-no'
      ? [
          { value: 'yes', label: question.ask?.choices?.true?.[language] ?? texts.yes },
          { value: 'no', label: question.ask?.choices?.false?.[language] ?? texts.no },
        ]
      : codesOf(answer, data, []).map((value) => ({ value, label: choiceLabel(question, value, language, data.terms) }))
  const silent = question.silent ? [silentChoice({ language, form, name })] : []
  const isOpen = question.optional && question.fallback === undefined
  const none = isOpen ? [{ value: '', label: change === true ? texts.unchanged : texts.notSaid }] : []
  const choices = withStrangers([...known, ...silent, ...none], [textOf(form, name)], language)
  return (
    <>
      <RadioGroup {...shared} optional="as-labelled" choices={choices} />
      {answer.form === 'code' && <OwnWord language={language} form={form} name={name} />}
    </>
  )
}

export function SomeOf({
  language,
  form,
  name,
  question,
  answer,
  data,
  shared,
}: AnswerProps & { readonly shared: Shared }) {
  const chosen = choicesOf(form, name)
  const choices = codesOf(answer, data, chosen).map((value) => ({
    value,
    label: choiceLabel(question, value, language, data.terms),
  }))
  return (
    <>
      <CheckboxGroup {...shared} choices={choices} />
      {answer.form === 'codes' && <OwnWord language={language} form={form} name={name} />}
    </>
  )
}

/** A word that the product does not know becomes one of the guideline's own. */
function OwnWord({ language, form, name }: Pick<AnswerProps, 'language' | 'form' | 'name'>) {
  const texts = formTexts(language)
  const [sv, en] = [`${name}.own.sv`, `${name}.own.en`]
  return (
    <Details summary={texts.ownWord} open={textOf(form, sv) !== ''}>
      <Pair>
        <TextField language={language} form={form} name={sv} label={texts.ownSwedish} optional maxLength={100} />
        <TextField language={language} form={form} name={en} label={texts.ownEnglish} optional maxLength={100} />
      </Pair>
    </Details>
  )
}

export function DurationFields({ language, form, name, question, label }: AnswerProps) {
  const texts = formTexts(language)
  const shared = { language, form, width: 'short', inputMode: 'numeric', optional: 'as-labelled' } as const
  return (
    <Fieldset look="field" legend={label} hint={question.ask?.help?.[language]}>
      <Pair>
        <TextField {...shared} name={`${name}.hours`} label={texts.hours} />
        <TextField {...shared} name={`${name}.minutes`} label={texts.minutes} />
      </Pair>
    </Fieldset>
  )
}

export function LocalisedFields({ language, form, name, question, label }: AnswerProps) {
  return (
    <Fieldset look="field" legend={label} hint={question.ask?.help?.[language]}>
      <LocalisedPair language={language} form={form} name={name} optional={question.optional} />
    </Fieldset>
  )
}

type PairProps = Pick<AnswerProps, 'language' | 'form' | 'name'> & { readonly optional: boolean }

/** The same text in both languages; the English may wait. */
export function LocalisedPair({ language, form, name, optional }: PairProps) {
  const texts = formTexts(language)
  return (
    <Pair>
      <TextArea
        language={language}
        form={form}
        rows={2}
        name={`${name}.sv`}
        label={texts.swedish}
        optional={optional}
      />
      <TextArea language={language} form={form} rows={2} name={`${name}.en`} label={texts.english} optional />
    </Pair>
  )
}

/** Returns the choice that leaves a question to the committee. */
export function silentChoice({ language, form, name }: Pick<AnswerProps, 'language' | 'form' | 'name'>): Choice {
  const texts = formTexts(language)
  const isChosen = isSilent(form, name)
  return { value: 'silent', label: texts.silent, hint: isChosen ? undefined : texts.silentAsks }
}

function isSilent(form: FormState, name: string): boolean {
  return textOf(form, name) === 'silent' || textOf(form, `${name}.fixed`) === 'silent'
}

/** The question that the committee gets where the guideline says nothing. Until then there is nothing to word. */
export function SilentQuestion({ language, form, question, name }: OneProps) {
  const texts = formTexts(language)
  const at = `${parts.open}.${question.key}`
  if (!isSilent(form, name)) return null
  const shared = { language, form, rows: 2, optional: true } as const
  return (
    <Fieldset look="inner" legend={texts.silentQuestion} hint={texts.silentHint(labelOf(question, language))}>
      <Pair>
        <TextArea {...shared} name={`${at}.sv`} label={texts.swedish} />
        <TextArea {...shared} name={`${at}.en`} label={texts.english} />
      </Pair>
    </Fieldset>
  )
}

/** Returns the question in words; its key where nobody has written any. */
export function labelOf({ ask, key }: Question, language: Language): string {
  return ask?.[language] ?? key
}

function codesOf(answer: AnswerForm, data: Block, chosen: readonly string[]): readonly string[] {
  if (answer.form === 'one-of' || answer.form === 'some-of') return [...new Set([...answer.codes, ...chosen])]
  if (answer.form !== 'code' && answer.form !== 'codes') return []
  return [...new Set([...answer.examples, ...offeredWords(data, answer.examples), ...chosen])]
}

function withStrangers(choices: readonly Choice[], chosen: readonly string[], language: Language): readonly Choice[] {
  const strangers = chosen.filter((value) => value !== '' && !choices.some((choice) => choice.value === value))
  return [...choices, ...strangers.map((value) => ({ value, label: formTexts(language).unknownChoice(value) }))]
}
