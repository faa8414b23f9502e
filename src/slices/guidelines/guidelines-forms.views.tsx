import type { Language } from '../../kernel/language.ts'
import {
  type Choice,
  DateField,
  type FormState,
  FormPage,
  Note,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { guidelinesTexts } from './guidelines.texts.ts'

type AdoptionProps = {
  readonly language: Language
  readonly title: string
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
}

type MeetingsProps = { readonly meetings: readonly Choice[] }

/** Registers the meeting, paragraph and registration number by which a proposal was adopted. */
export function AdoptionPage({ language, title, form, action, cancelHref, meetings }: AdoptionProps & MeetingsProps) {
  const texts = guidelinesTexts(language)
  const shared = { language, form }
  return (
    <FormPage
      language={language}
      title={texts.adoptTitle}
      lead={texts.adoptLead(title)}
      form={form}
      action={action}
      submitLabel={texts.adoptSubmit}
      cancelHref={cancelHref}
    >
      <SelectField
        {...shared}
        name="meetingId"
        label={texts.meeting}
        choices={meetings}
        unchosen={texts.otherMeeting}
        optional="as-labelled"
      />
      <DateField {...shared} name="decidedOn" label={texts.otherDay} optional="as-labelled" />
      <TextField {...shared} name="paragraph" label={texts.paragraph} hint={texts.paragraphHint} width="short" />
      <TextField
        {...shared}
        name="registrationNumber"
        label={texts.registrationNumberLabel}
        hint={texts.registrationNumberHint}
        width="medium"
        optional
      />
      <DateField {...shared} name="validFrom" label={texts.validFrom} />
    </FormPage>
  )
}

/** Registers that a guideline has been reviewed, or a trial evaluated, with the outcome. */
export function ReviewPage({ language, title, form, action, cancelHref }: AdoptionProps) {
  const texts = guidelinesTexts(language)
  const shared = { language, form }
  return (
    <FormPage
      language={language}
      title={texts.reviewTitle}
      lead={texts.reviewLead(title)}
      form={form}
      action={action}
      submitLabel={texts.reviewSubmit}
      cancelHref={cancelHref}
    >
      <DateField {...shared} name="reviewedOn" label={texts.reviewedOn} />
      <TextField
        {...shared}
        name="paragraph"
        label={texts.reviewParagraph}
        hint={texts.paragraphHint}
        width="short"
        optional
      />
      <TextArea
        {...shared}
        name="outcome"
        label={texts.reviewOutcome}
        hint={texts.reviewOutcomeHint}
        maxLength={2000}
      />
    </FormPage>
  )
}

type AnswerProps = Omit<AdoptionProps, 'title'> & {
  readonly question: string
  /** The answers there are; empty where anything of the right form will do. */
  readonly choices: readonly Choice[]
}

/** Registers the committee's answer to what its guideline leaves open. */
export function AnswerPage({ language, question, choices, form, action, cancelHref }: AnswerProps) {
  const texts = guidelinesTexts(language)
  const shared = { language, form }
  return (
    <FormPage
      language={language}
      title={texts.answerTitle}
      lead={question}
      form={form}
      action={action}
      submitLabel={texts.answerSubmit}
      cancelHref={cancelHref}
    >
      <Note>{texts.answerLead}</Note>
      {choices.length > 0 ? (
        <RadioGroup {...shared} name="answer" label={texts.answerLabel} choices={choices} />
      ) : (
        <TextField {...shared} name="answer" label={texts.answerLabel} />
      )}
      <TextField {...shared} name="decidedBy" label={texts.decidedByLabel} hint={texts.decidedByHint} />
      <DateField {...shared} name="decidedOn" label={texts.decidedOn} />
      <TextField {...shared} name="paragraph" label={texts.paragraph} hint={texts.paragraphHint} width="short" />
      <DateField {...shared} name="validFrom" label={texts.validFrom} />
    </FormPage>
  )
}
