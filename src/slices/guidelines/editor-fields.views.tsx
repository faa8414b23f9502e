import type { AnswerForm, Block, Question } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  type Choice,
  Checkbox,
  CheckboxGroup,
  DateField,
  Details,
  Fieldset,
  type FormState,
  HiddenField,
  Pair,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
  choicesOf,
  errorOf,
  textOf,
} from '../../ui/index.ts'
import { choiceLabel, offeredWords, parts } from './editor-answers.rules.ts'
import { countOf, isChosenApart, isSaidByStanding } from './editor-fields.rules.ts'
import { editorTexts } from './editor.texts.ts'

/** What every question of a form is shown with. */
export type FieldsProps = {
  readonly language: Language
  readonly form: FormState
  /** The whole draft: its words are offered where they are used. */
  readonly data: Block
  /** A dated change: what is not answered goes on. */
  readonly change?: boolean
}

type OneProps = FieldsProps & { readonly question: Question; readonly name: string }

/** The questions of a block, each in the form that suits its answer. Names begin with `prefix`. */
export function QuestionFields({
  questions,
  prefix,
  ...props
}: FieldsProps & { readonly questions: readonly Question[]; readonly prefix: string }) {
  return (
    <>
      {questions.map((question) => (
        <OneQuestion key={question.key} {...props} question={question} name={`${prefix}.${question.key}`} />
      ))}
    </>
  )
}

function OneQuestion(props: OneProps) {
  const { language, form, question, name } = props
  const silentQuestion = question.silent && <SilentQuestion {...props} />
  if (!isChosenApart(question)) {
    return (
      <>
        <AnswerField {...props} answer={question.answer} label={labelOf(question, language)} />
        {silentQuestion}
      </>
    )
  }
  const texts = editorTexts(language)
  const words = question.fixed.map((word) => ({
    value: String(word),
    label: choiceLabel(question, String(word), language, props.data.terms),
  }))
  const silent = question.silent ? [{ value: 'silent', label: texts.silent }] : []
  return (
    <Fieldset look="field" legend={labelOf(question, language)} hint={question.ask?.help?.[language]}>
      <RadioGroup
        language={language}
        form={form}
        name={`${name}.fixed`}
        label={texts.theAnswer}
        choices={[{ value: '', label: texts.answerBelow }, ...words, ...silent]}
        optional="as-labelled"
      />
      <AnswerField
        {...props}
        question={{ ...question, ask: undefined }}
        answer={question.answer}
        label={texts.theAnswer}
      />
      {silentQuestion}
    </Fieldset>
  )
}

type AnswerProps = OneProps & { readonly answer: AnswerForm; readonly label: string }

function AnswerField(props: AnswerProps) {
  const { language, form, name, question, answer, label } = props
  const texts = editorTexts(language)
  const shared = { language, form, name, label, hint: question.ask?.help?.[language], optional: optionalOf(question) }
  switch (answer.form) {
    case 'yes-no':
    case 'one-of':
    case 'code':
      return <OneOf {...props} shared={shared} />
    case 'some-of':
    case 'codes':
      return <SomeOf {...props} shared={shared} />
    case 'number':
      return <TextField {...shared} width="short" inputMode="numeric" />
    case 'duration':
      return <DurationFields {...props} />
    case 'day':
      return <DateField {...shared} />
    case 'time':
      return <TimeField {...shared} />
    case 'text':
      return (answer.most ?? 0) > 300 ? <TextArea {...shared} rows={3} /> : <TextField {...shared} />
    case 'localised':
      return <LocalisedFields {...props} />
    case 'group':
      return <Group {...props} questions={answer.questions} />
    case 'list':
    case 'items':
      return <Items {...props} items={answer} />
    default:
      return <TextArea {...shared} hint={texts.writtenHint} />
  }
}

type Shared = {
  readonly language: Language
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly optional: boolean | 'as-labelled'
}

/** Every choice visible. What stands in the file and is none of them is shown too, so that it can be seen and changed. */
function OneOf({
  language,
  form,
  name,
  question,
  answer,
  data,
  change,
  shared,
}: AnswerProps & { readonly shared: Shared }) {
  const texts = editorTexts(language)
  const known: readonly Choice[] =
    answer.form === 'yes-no'
      ? [
          { value: 'yes', label: question.ask?.choices?.true?.[language] ?? texts.yes },
          { value: 'no', label: question.ask?.choices?.false?.[language] ?? texts.no },
        ]
      : codesOf(answer, data, []).map((value) => ({ value, label: choiceLabel(question, value, language, data.terms) }))
  const silent = question.silent ? [{ value: 'silent', label: texts.silent }] : []
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

function SomeOf({ language, form, name, question, answer, data, shared }: AnswerProps & { readonly shared: Shared }) {
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
  const texts = editorTexts(language)
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

function DurationFields({ language, form, name, question, label }: AnswerProps) {
  const texts = editorTexts(language)
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

function LocalisedFields({ language, form, name, question, label }: AnswerProps) {
  const texts = editorTexts(language)
  const optional = question.optional
  return (
    <Fieldset look="field" legend={label} hint={question.ask?.help?.[language]}>
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
    </Fieldset>
  )
}

function Group(props: AnswerProps & { readonly questions: readonly Question[] }) {
  const { language, form, name, question, questions, label } = props
  const texts = editorTexts(language)
  return (
    <Fieldset
      look="inner"
      legend={label}
      hint={question.ask?.help?.[language]}
      name={name}
      form={form}
      language={language}
    >
      {isSaidByStanding(question) && (
        <Checkbox language={language} form={form} name={`${name}.present`} label={texts.applies} />
      )}
      <QuestionFields {...props} questions={questions} prefix={name} />
    </Fieldset>
  )
}

/** A list that grows and shrinks by buttons of the form, which keep everything that is typed. */
function Items(props: AnswerProps & { readonly items: Extract<AnswerForm, { readonly form: 'list' | 'items' }> }) {
  const { language, form, name, question, items, label } = props
  const texts = editorTexts(language)
  // A list that must have something begins with one to fill in.
  const count = Math.max(countOf(form.values, name), question.optional ? 0 : 1)
  return (
    <Fieldset legend={label} hint={question.ask?.help?.[language]} name={name} form={form} language={language}>
      <HiddenField name={`${name}.count`} value={String(count)} />
      {[...Array(count).keys()].map((index) => {
        const at = `${name}.${index}`
        return (
          <Fieldset key={at} look="inner" legend={texts.item(index + 1)} name={at} form={form} language={language}>
            {items.form === 'list' ? (
              <ItemQuestions {...props} questions={items.questions} name={at} />
            ) : (
              <AnswerField {...props} question={plainItem} answer={items.item} name={at} label={label} />
            )}
            <Actions>
              <SubmitButton tone="quiet" name="do" value={`remove:${at}`}>
                {texts.removeItem(index + 1)}
              </SubmitButton>
            </Actions>
          </Fieldset>
        )
      })}
      <Actions>
        <SubmitButton tone="secondary" name="do" value={`add:${name}`} label={`${texts.addItem}: ${label}`}>
          {texts.addItem}
        </SubmitButton>
      </Actions>
    </Fieldset>
  )
}

const plainItem: Question = {
  key: '',
  path: '',
  ask: undefined,
  optional: false,
  fallback: undefined,
  silent: false,
  fixed: [],
  answer: { form: 'text', most: undefined },
}

/** The id of an item is the file's own; nobody is asked for it. */
function ItemQuestions({ questions, name, ...props }: AnswerProps & { readonly questions: readonly Question[] }) {
  const id = `${name}.id`
  return (
    <>
      {textOf(props.form, id) !== '' && <HiddenField name={id} value={textOf(props.form, id)} />}
      <QuestionFields {...props} questions={questions.filter(({ key }) => key !== 'id')} prefix={name} />
    </>
  )
}

/** The question that the committee is to get where the guideline says nothing. */
function SilentQuestion({ language, form, question, name }: OneProps) {
  const texts = editorTexts(language)
  const at = `${parts.open}.${question.key}`
  const isSilent = textOf(form, name) === 'silent' || textOf(form, `${name}.fixed`) === 'silent'
  const isWrong = errorOf(form, `${at}.sv`) !== undefined || errorOf(form, `${at}.en`) !== undefined
  return (
    <Details summary={texts.silentQuestion} open={isSilent || isWrong}>
      <Fieldset look="field" legend={texts.silentQuestion} hint={texts.silentHint(labelOf(question, language))}>
        <Pair>
          <TextArea language={language} form={form} rows={2} name={`${at}.sv`} label={texts.swedish} optional />
          <TextArea language={language} form={form} rows={2} name={`${at}.en`} label={texts.english} optional />
        </Pair>
      </Fieldset>
    </Details>
  )
}

/** Returns the question in words; its key where nobody has written any. */
export function labelOf({ ask, key }: Question, language: Language): string {
  return ask?.[language] ?? key
}

/** A choice that holds when nothing is chosen needs no mark. */
function optionalOf({ optional, fallback }: Question): boolean | 'as-labelled' {
  return optional && fallback !== undefined && !Array.isArray(fallback) ? 'as-labelled' : optional
}

function codesOf(answer: AnswerForm, data: Block, chosen: readonly string[]): readonly string[] {
  if (answer.form === 'one-of' || answer.form === 'some-of') return [...new Set([...answer.codes, ...chosen])]
  if (answer.form !== 'code' && answer.form !== 'codes') return []
  return [...new Set([...answer.examples, ...offeredWords(data, answer.examples), ...chosen])]
}

function withStrangers(choices: readonly Choice[], chosen: readonly string[], language: Language): readonly Choice[] {
  const strangers = chosen.filter((value) => value !== '' && !choices.some((choice) => choice.value === value))
  return [...choices, ...strangers.map((value) => ({ value, label: editorTexts(language).unknownChoice(value) }))]
}
