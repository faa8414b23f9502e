import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  Timeline,
  WrittenText,
} from '../../ui/index.ts'
import { NoticeStep } from './planning.views.tsx'
import { ParticipantsLink, ParticipantsNotice, type ParticipantsPart } from './participants.views.tsx'
import { PlacementSection } from './booking-kinds.views.tsx'
import { ExtraSection } from './extra.views.tsx'
import type { VisitPage } from './visits.page.ts'
import { visitsTexts } from './visits.texts.ts'
import { DeviationsView, HeldView } from './visits-held.views.tsx'
import { RuleLines } from './visits-rules.views.tsx'
import { PreparationView } from './visits-preparation.views.tsx'
import { timesTexts } from './times.texts.ts'
import { type TimesPart, TimesPartView } from './times.views.tsx'

export type VisitViewProps = {
  readonly language: Language
  readonly page: VisitPage
  readonly listHref: string
  readonly answerAction: string
  readonly preparationAction: string
  readonly preparationHref: string
  /** Who cannot come, and where to change who does, for the one who can. */
  readonly participants: ParticipantsPart | undefined
  /** Where notice of the visit is noted, where the guideline asks for it. */
  readonly noticeHref: string | undefined
  /** An answer that was refused. */
  readonly form: FormState
  /** The times to choose among, and visits that could be made together. */
  readonly times: TimesPart
}

/** A visit's own page: what is next, what the guideline says, and everything about it. */
export function VisitView({
  language,
  page,
  listHref,
  answerAction,
  preparationAction,
  preparationHref,
  form,
  times,
  participants,
  noticeHref,
}: VisitViewProps) {
  const texts = visitsTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: listHref }]} />
      <ErrorSummary language={language} form={form} />
      {page.notice && (
        <Alert tone="good" announce>
          {page.notice}
        </Alert>
      )}
      <Heading level={1}>{page.title}</Heading>
      <p>
        <Tag tone={page.state.tone}>{page.state.label}</Tag>
      </p>
      <ParticipantsNotice language={language} part={participants} />
      <DefinitionList items={page.facts} />
      <NoticeStep language={language} href={noticeHref} />
      <Answers language={language} page={page} action={answerAction} form={form} />
      <TimesPartView language={language} part={times} form={form} />
      {page.preparation && (
        <PreparationView language={language} page={page} href={preparationHref} action={preparationAction} />
      )}
      {page.steps.length > 0 && (
        <Section heading={texts.nextHeading}>
          <Actions>
            {page.steps.map(({ label, href, tone }) => (
              <ButtonLink key={label} href={href} tone={tone}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      )}
      <DeviationsView language={language} held={page.held} />
      <Section heading={texts.guidelineHeading} id="riktlinjen">
        <RuleLines language={language} lines={page.lines} />
        {page.lines.length === 0 && page.satisfied.length === 0 && <Paragraph>{texts.guidelineNothing}</Paragraph>}
        {page.satisfied.length > 0 && (
          <Details summary={texts.guidelineGood(page.satisfied.length)}>
            <RuleLines language={language} lines={page.satisfied} />
          </Details>
        )}
      </Section>
      <HeldView language={language} held={page.held} />
      <Section heading={texts.programmeHeading}>
        {page.programme === '' ? (
          <Paragraph>{texts.programmeEmpty}</Paragraph>
        ) : (
          <WrittenText>{page.programme}</WrittenText>
        )}
      </Section>
      <Section heading={texts.answersHeading}>
        <Table
          caption={texts.answersCaption}
          hideCaption
          columns={[
            { heading: texts.columnName, cell: ({ name }) => name, rowHeading: true },
            { heading: texts.columnAnswer, cell: ({ tone, answer }) => <Tag tone={tone}>{answer}</Tag> },
            { heading: timesTexts(language).columnAsked, cell: ({ asked }) => asked },
            { heading: timesTexts(language).columnAnswered, cell: ({ answered }) => answered },
            { heading: texts.columnMessage, cell: ({ message }) => message },
          ]}
          rows={page.invited}
          rowKey={({ key }) => key}
          empty={<Paragraph>{texts.nobodyInvited}</Paragraph>}
        />
        <ParticipantsLink language={language} part={participants} />
      </Section>
      <PlacementSection language={language} hours={page.placement} />
      <ExtraSection language={language} extra={page.extra} />
      <Section heading={texts.timelineHeading}>
        <Timeline label={texts.timelineHeading} entries={page.timeline} />
      </Section>
    </>
  )
}

function Answers({
  language,
  page,
  action,
  form,
}: {
  readonly language: Language
  readonly page: VisitPage
  readonly action: string
  readonly form: FormState
}) {
  const texts = visitsTexts(language)
  const own = page.answers.filter(({ isOwn }) => isOwn)
  const others = page.answers.filter(({ isOwn }) => !isOwn)
  return (
    <>
      {own.map((answer) => (
        <Section key={answer.personId} heading={texts.answerHeading}>
          <AnswerForm language={language} action={action} form={form} {...answer} />
        </Section>
      ))}
      {others.length > 0 && (
        <Details summary={texts.answerOnBehalf}>
          {others.map((answer) => (
            <AnswerForm key={answer.personId} language={language} action={action} form={form} {...answer} />
          ))}
        </Details>
      )}
    </>
  )
}

type AnswerFormProps = VisitPage['answers'][number] & {
  readonly language: Language
  readonly action: string
  readonly form: FormState
}

/** The field names carry the person, so that several forms on the page have ids of their own. */
function AnswerForm({ language, action, form, personId, name, isOwn, isChange, sequence }: AnswerFormProps) {
  const texts = visitsTexts(language)
  return (
    <Form action={action} label={isOwn ? texts.answerHeading : texts.answerFor(name)}>
      <HiddenField name="person" value={personId} />
      <HiddenField name="sequence" value={String(sequence)} />
      <RadioGroup
        language={language}
        form={form}
        name={`answer.${personId}`}
        label={isOwn ? texts.answerLabel : texts.answerLabelFor(name)}
        choices={[
          { value: 'accepted', label: texts.answerYes },
          { value: 'declined', label: texts.answerNo },
        ]}
      />
      <TextArea
        language={language}
        form={form}
        name={`message.${personId}`}
        label={texts.message}
        hint={texts.messageHint}
        rows={2}
        optional
        maxLength={1000}
      />
      <Actions>
        <SubmitButton tone={isOwn ? 'primary' : 'secondary'}>
          {isChange ? texts.changeAnswer : texts.sendAnswer}
        </SubmitButton>
      </Actions>
    </Form>
  )
}
