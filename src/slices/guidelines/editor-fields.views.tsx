import type { AnswerForm, Question } from '../../engine/index.ts'
import {
  Actions,
  Checkbox,
  DateField,
  Details,
  Fieldset,
  type FormState,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  textOf,
  TimeField,
} from '../../ui/index.ts'
import { choiceLabel } from './editor-answers.rules.ts'
import {
  type AnswerProps,
  DurationFields,
  type FieldsProps,
  labelOf,
  LocalisedFields,
  LocalisedPair,
  OneOf,
  type OneProps,
  silentChoice,
  SilentQuestion,
  SomeOf,
} from './editor-answers.views.tsx'
import { countOf, fieldsOf, isChosenApart, isSaidByStanding } from './editor-fields.rules.ts'
import { formTexts } from './editor-form.texts.ts'

type QuestionsProps = FieldsProps & { readonly questions: readonly Question[]; readonly prefix: string }

/**
 * The questions of a block, each in the form that suits its answer. Names begin with `prefix`. What nobody has to say,
 * and nobody has said, is folded away when there is much of it.
 */
export function QuestionFields({ questions, prefix, ...props }: QuestionsProps) {
  const { language, form, change } = props
  const unsaid = change === true ? [] : questions.filter((question) => isUnsaid(question, prefix, form))
  const folded = unsaid.length < fewest ? [] : unsaid
  const fields = (shown: readonly Question[]) =>
    shown.map((question) => (
      <OneQuestion key={question.key} {...props} question={question} name={`${prefix}.${question.key}`} />
    ))
  return (
    <>
      {fields(questions.filter((question) => !folded.includes(question)))}
      {folded.length > 0 && (
        <Details summary={formTexts(language).moreQuestions(folded.length)}>{fields(folded)}</Details>
      )}
    </>
  )
}

const fewest = 2

function isUnsaid(question: Question, prefix: string, { values, errors }: FormState): boolean {
  const name = `${prefix}.${question.key}`
  const blank = fieldsOf([question], {}, prefix)
  return (
    question.optional &&
    !errors.some(({ field }) => field === name || field.startsWith(`${name}.`)) &&
    Object.keys(values)
      .filter((field) => field === name || field.startsWith(`${name}.`))
      .every((field) => String(values[field]) === String(blank[field] ?? ''))
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
  const texts = formTexts(language)
  const words = question.fixed.map((word) => ({
    value: String(word),
    label: choiceLabel(question, String(word), language, props.data.terms),
  }))
  const silent = question.silent ? [silentChoice({ language, form, name })] : []
  const answered = { ...question, ask: undefined, optional: true, fallback: '' }
  return (
    <>
      <RadioGroup
        language={language}
        form={form}
        name={`${name}.fixed`}
        label={labelOf(question, language)}
        hint={question.ask?.help?.[language]}
        choices={[{ value: '', label: texts.answerBelow }, ...words, ...silent]}
        optional="as-labelled"
      />
      <AnswerField {...props} question={answered} answer={question.answer} label={texts.theAnswer} />
      {silentQuestion}
    </>
  )
}

function AnswerField(props: AnswerProps) {
  const { language, form, name, question, answer, label } = props
  const texts = formTexts(language)
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

function Group(props: AnswerProps & { readonly questions: readonly Question[] }) {
  const { language, form, name, question, questions, label } = props
  const texts = formTexts(language)
  const [first] = questions
  // A block that asks the same as its first question needs no heading of its own.
  if (first !== undefined && labelOf(first, language) === label)
    return <QuestionFields {...props} questions={questions} prefix={name} />
  return (
    <Fieldset
      look={question.path.includes('.') ? 'inner' : 'outer'}
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
  const texts = formTexts(language)
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
            ) : items.item.form === 'localised' ? (
              <LocalisedPair language={language} form={form} name={at} optional={false} />
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

/** A choice that holds when nothing is chosen needs no mark. */
function optionalOf({ optional, fallback }: Question): boolean | 'as-labelled' {
  return optional && fallback !== undefined && !Array.isArray(fallback) ? 'as-labelled' : optional
}
