import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DateField,
  Details,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  TextLink,
  textOf,
  TimeField,
} from '../../ui/index.ts'
import type { TimesPage } from './times.page.ts'
import { mostTimes, timeFields } from './times.rules.ts'
import { timesTexts } from './times.texts.ts'
import { visitFormTexts } from './visits-forms.texts.ts'

type Field = { readonly language: Language; readonly form: FormState }

/** The first time of a form that takes several, and the others behind a summary that opens without script. */
export function TimesFields({ language, form }: Field) {
  const texts = timesTexts(language)
  const field = { language, form }
  const later = Array.from({ length: mostTimes - 1 }, (_, index) => index + 1)
  const names = later.flatMap((index) => Object.values(timeFields(index)))
  const isUsed = names.some((name) => textOf(form, name) !== '' || form.errors.some((error) => error.field === name))
  return (
    <>
      <DateField {...field} name="day" label={texts.day} />
      <TimeField {...field} name="start" label={texts.start} />
      <TimeField {...field} name="end" label={texts.end} />
      <Details summary={texts.moreTimes} open={isUsed}>
        <Note>{texts.moreTimesHint}</Note>
        {later.map((index) => {
          const { day, start, end } = timeFields(index)
          return (
            <Fieldset key={day} legend={texts.timeNumber(index + 1)} look="inner">
              <DateField {...field} name={day} label={texts.dayNumber(index + 1)} optional />
              <TimeField {...field} name={start} label={texts.startNumber(index + 1)} optional />
              <TimeField {...field} name={end} label={texts.endNumber(index + 1)} optional />
            </Fieldset>
          )
        })}
      </Details>
    </>
  )
}

export type Beside = {
  readonly ahead: readonly string[]
  readonly notes: readonly { readonly time: string; readonly notes: readonly string[] }[]
}

/** What to know when choosing a day: the coming months, and the times that have been written already. */
export function BesideTimes({ language, ahead, notes }: Beside & { readonly language: Language }) {
  const texts = timesTexts(language)
  const noted = notes.filter((it) => it.notes.length > 0)
  return (
    <>
      {noted.length > 0 && (
        <Alert tone="warning" heading={texts.proposedNotes}>
          <List items={noted.map((it) => `${it.time}: ${it.notes.join(' ')}`)} />
        </Alert>
      )}
      {ahead.length > 0 && (
        <Details summary={texts.besideHeading}>
          <List items={ahead} />
        </Details>
      )}
    </>
  )
}

export type JoinOffer = {
  readonly id: string
  readonly action: string
  readonly label: string
  readonly button: string
}

/** Buttons that make a visit that is on its way a joint one. */
export function JoinForms({ offers }: { readonly offers: readonly JoinOffer[] }) {
  return (
    <>
      {offers.map(({ id, action, label, button }) => (
        <Form key={id} action={action} label={label}>
          <Actions>
            <SubmitButton tone="secondary" label={label}>
              {button}
            </SubmitButton>
          </Actions>
        </Form>
      ))}
    </>
  )
}

export type Together = {
  readonly others: readonly { readonly id: string; readonly label: string; readonly href: string | undefined }[]
  readonly offer: JoinOffer | undefined
}

/** Says that others plan visits of their own to the same operation, and offers to make this one a joint one (VSN-05). */
function TogetherView({ language, together }: { readonly language: Language; readonly together: Together }) {
  const texts = timesTexts(language)
  return (
    <Alert tone="info" heading={texts.togetherHeading}>
      <List
        items={together.others.map(({ id, label, href }) =>
          href === undefined ? (
            label
          ) : (
            <TextLink key={id} href={href}>
              {label}
            </TextLink>
          ),
        )}
      />
      {together.offer && (
        <>
          <Note>{texts.togetherHint}</Note>
          <JoinForms offers={[together.offer]} />
        </>
      )}
    </Alert>
  )
}

/** What a visit's page shows about its times, and where the forms are posted. */
export type TimesPart = {
  readonly page: TimesPage | undefined
  readonly together: Together | undefined
  readonly answerAction: string
  readonly chooseAction: string
  /** The answers as they stand, and the time that suits most, by field. */
  readonly values: Readonly<Record<string, string>>
}

/** The part of a visit's page about its times, and about making it a joint visit. */
export function TimesPartView({ language, part, form }: Field & { readonly part: TimesPart }) {
  const { page, together, answerAction, chooseAction } = part
  return (
    <>
      {page && (
        <TimesView
          language={language}
          page={page}
          form={form}
          answerAction={answerAction}
          chooseAction={chooseAction}
        />
      )}
      {together && <TogetherView language={language} together={together} />}
    </>
  )
}

type TimesViewProps = Field & {
  readonly page: TimesPage
  readonly answerAction: string
  readonly chooseAction: string
}

/** The proposed times on a visit's page: who has said what and when, the answers and the choice. */
function TimesView({ language, page, form, answerAction, chooseAction }: TimesViewProps) {
  const texts = timesTexts(language)
  if (!page.isOpen)
    return (
      <Details summary={texts.headingChosen}>
        <TimesTables language={language} page={page} />
      </Details>
    )
  const own = page.answerFor.filter(({ isOwn, times }) => isOwn && times.length > 0)
  const others = page.answerFor.filter(({ isOwn, times }) => !isOwn && times.length > 0)
  // The one who has answered comes next to the choice.
  const isToAnswer = own.some(({ isChange }) => !isChange)
  return (
    <>
      {own.map((answer) => (
        <Section key={answer.personId} heading={texts.answerHeading}>
          <AnswerTimesForm
            language={language}
            form={form}
            action={answerAction}
            sequence={page.sequence}
            answer={answer}
          />
        </Section>
      ))}
      {others.length > 0 && (
        <Details summary={texts.answerOnBehalf}>
          {others.map((answer) => (
            <AnswerTimesForm
              key={answer.personId}
              language={language}
              form={form}
              action={answerAction}
              sequence={page.sequence}
              answer={answer}
            />
          ))}
        </Details>
      )}
      <Section heading={texts.heading} id="tider">
        <Paragraph>{texts.lead}</Paragraph>
        <TimesTables language={language} page={page} />
      </Section>
      {page.choices.length > 0 && (
        <Section heading={texts.chooseHeading}>
          <Form action={chooseAction} version={page.version} label={texts.chooseHeading}>
            <RadioGroup language={language} form={form} name="time" label={texts.chooseLabel} choices={page.choices} />
            <Actions>
              <SubmitButton tone={isToAnswer ? 'secondary' : 'primary'}>{texts.chooseSubmit}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

/** The field of one person's answer to one time: the person too, since a page can hold several forms. */
export function saidField(timeId: string, personId: string): string {
  return `said.${timeId}.${personId}`
}

function AnswerTimesForm({
  language,
  form,
  action,
  sequence,
  answer,
}: Field & {
  readonly action: string
  readonly sequence: number
  readonly answer: TimesPage['answerFor'][number]
}) {
  const texts = timesTexts(language)
  const { personId, name, isOwn, isChange, times } = answer
  const choices = (['yes', 'if-need-be', 'no'] as const).map((value) => ({ value, label: texts.said[value] }))
  return (
    <Form action={action} label={isOwn ? texts.answerHeading : texts.answerHeadingFor(name)}>
      <HiddenField name="person" value={personId} />
      <HiddenField name="sequence" value={String(sequence)} />
      {!isOwn && <Heading level={3}>{texts.answerHeadingFor(name)}</Heading>}
      {times.map(({ id, label, hint }) => (
        <RadioGroup
          key={id}
          language={language}
          form={form}
          name={saidField(id, personId)}
          label={label}
          hint={hint}
          choices={choices}
        />
      ))}
      <Actions>
        <SubmitButton tone={isOwn && !isChange ? 'primary' : 'secondary'}>
          {isChange ? texts.changeAnswers : texts.sendAnswers}
        </SubmitButton>
      </Actions>
    </Form>
  )
}

function TimesTables({ language, page }: { readonly language: Language; readonly page: TimesPage }) {
  const texts = timesTexts(language)
  const hasNotes = page.times.some(({ notes }) => notes !== '')
  return (
    <>
      <Table
        caption={texts.timesCaption}
        columns={[
          {
            heading: texts.columnTime,
            rowHeading: true,
            cell: ({ label, mark }) => (
              <>
                {label} {mark !== undefined && <Tag tone={mark === texts.suitsBest ? 'good' : 'neutral'}>{mark}</Tag>}
              </>
            ),
          },
          { heading: texts.columnYes, cell: ({ said }) => said.yes },
          { heading: texts.columnIfNeedBe, cell: ({ said }) => said['if-need-be'] },
          { heading: texts.columnNo, cell: ({ said }) => said.no },
          ...(hasNotes
            ? [{ heading: texts.columnNotes, cell: ({ notes }: TimesPage['times'][number]) => notes || texts.nobody }]
            : []),
        ]}
        rows={page.times}
        rowKey={({ id }) => id}
      />
      <Table
        caption={texts.peopleCaption}
        columns={[
          { heading: texts.columnName, cell: ({ name }) => name, rowHeading: true },
          { heading: texts.columnAsked, cell: ({ asked }) => asked },
          { heading: texts.columnAnswered, cell: ({ answered }) => answered },
        ]}
        rows={page.people}
        rowKey={({ key }) => key}
      />
    </>
  )
}

export type MoveViewProps = Field &
  Beside & {
    readonly action: string
    readonly backHref: string
    readonly about: string
    readonly version: number
    /** Where it stands now; absent while several times are proposed. */
    readonly now: string | undefined
  }

/** Another time for a visit, or several to choose among, with the reason. */
export function MoveView(props: MoveViewProps) {
  const { language, form, action, backHref, about, version, now, ahead, notes } = props
  const texts = timesTexts(language)
  const field = { language, form }
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: about, href: backHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.moveTitle}</Heading>
      <Lead>{texts.moveLead}</Lead>
      {now !== undefined && <Paragraph>{now}</Paragraph>}
      <BesideTimes language={language} ahead={ahead} notes={notes} />
      <Form action={action} version={version}>
        <TextArea
          {...field}
          name="reason"
          label={texts.moveReason}
          hint={texts.moveReasonHint}
          rows={3}
          maxLength={1000}
        />
        <TimesFields {...field} />
        <Actions>
          <SubmitButton>{texts.moveSubmit}</SubmitButton>
          <ButtonLink href={backHref} tone="quiet">
            {visitFormTexts(language).cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
