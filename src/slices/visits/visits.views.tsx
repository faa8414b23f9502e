import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  Details,
  EmptyState,
  ErrorSummary,
  FindingList,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  type NavigationItem,
  Note,
  Pagination,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextLink,
  Timeline,
  WhyNote,
  WrittenText,
} from '../../ui/index.ts'
import type { Part, Preparation, RuleLine, Why } from './visits.guideline-page.ts'
import type { VisitListRow, VisitPage } from './visits.page.ts'
import { visitsTexts } from './visits.texts.ts'

export type VisitListProps = {
  readonly language: Language
  readonly rows: readonly VisitListRow[]
  readonly tabs: readonly NavigationItem[]
  readonly years: readonly NavigationItem[]
  readonly emptyHeading: string
  /** Where a visit is booked, for those who may. */
  readonly newHref: string | undefined
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The list of visits, filtered by what is ahead or behind and by year. */
export function VisitListView({ language, rows, tabs, years, emptyHeading, newHref, page, pages, hrefOf }: VisitListProps) {
  const texts = visitsTexts(language)
  const action = newHref && <ButtonLink href={newHref}>{texts.newVisit}</ButtonLink>
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.listLead}</Lead>
      {rows.length > 0 && action && <Actions>{action}</Actions>}
      <Tabs label={texts.filter} items={tabs} />
      {years.length > 2 && <Tabs label={texts.years} items={years} />}
      <Table
        caption={texts.tableCaption}
        hideCaption
        columns={[
          { heading: texts.columnUnits, cell: (row) => <TextLink href={row.href}>{row.units}</TextLink>, rowHeading: true },
          { heading: texts.columnDay, cell: (row) => row.when },
          { heading: texts.columnWho, cell: (row) => row.who },
          { heading: texts.columnState, cell: (row) => <Tag tone={row.state.tone}>{row.state.label}</Tag> },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState heading={emptyHeading} action={action}>
            {newHref ? texts.emptyInvite : texts.emptyWait}
          </EmptyState>
        }
      />
      <Pagination language={language} page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}

export type VisitViewProps = {
  readonly language: Language
  readonly page: VisitPage
  readonly listHref: string
  readonly answerAction: string
  readonly preparationAction: string
  /** An answer that was refused. */
  readonly form: FormState
}

/** A visit's own page: what is next, what the guideline says, and everything about it. */
export function VisitView({ language, page, listHref, answerAction, preparationAction, form }: VisitViewProps) {
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
      <DefinitionList items={page.facts} />
      <Answers language={language} page={page} action={answerAction} form={form} />
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
      <Section heading={texts.guidelineHeading} id="riktlinjen">
        <RuleLines language={language} lines={page.lines} />
        {page.lines.length === 0 && page.satisfied.length === 0 && <Paragraph>{texts.guidelineNothing}</Paragraph>}
        {page.satisfied.length > 0 && (
          <Details summary={texts.guidelineGood(page.satisfied.length)}>
            <RuleLines language={language} lines={page.satisfied} />
          </Details>
        )}
      </Section>
      <Attendance language={language} page={page} />
      <Section heading={texts.programmeHeading}>
        {page.programme === '' ? <Paragraph>{texts.programmeEmpty}</Paragraph> : <WrittenText>{page.programme}</WrittenText>}
      </Section>
      <Section heading={texts.answersHeading}>
        <Table
          caption={texts.answersCaption}
          hideCaption
          columns={[
            { heading: texts.columnName, cell: ({ name }) => name, rowHeading: true },
            { heading: texts.columnAnswer, cell: ({ tone, answer }) => <Tag tone={tone}>{answer}</Tag> },
            { heading: texts.columnMessage, cell: ({ message }) => message },
          ]}
          rows={page.invited}
          rowKey={({ key }) => key}
          empty={<Paragraph>{texts.nobodyInvited}</Paragraph>}
        />
      </Section>
      {page.preparation && <PreparationView language={language} page={page} preparation={page.preparation} action={preparationAction} />}
      {page.decisions.length > 0 && (
        <Section heading={texts.decisionsHeading}>
          <DefinitionList items={page.decisions.map(({ what, basis, reason }) => ({ term: what, description: [basis, reason].join(' · ') }))} />
        </Section>
      )}
      <Section heading={texts.timelineHeading}>
        <Timeline label={texts.timelineHeading} entries={page.timeline} />
      </Section>
    </>
  )
}

function Answers({ language, page, action, form }: { readonly language: Language; readonly page: VisitPage; readonly action: string; readonly form: FormState }) {
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

type AnswerFormProps = VisitPage['answers'][number] & { readonly language: Language; readonly action: string; readonly form: FormState }

/** The field names carry the person, so that several forms on the page have ids of their own. */
function AnswerForm({ language, action, form, personId, name, isOwn, isChange }: AnswerFormProps) {
  const texts = visitsTexts(language)
  return (
    <Form action={action} label={isOwn ? texts.answerHeading : texts.answerFor(name)}>
      <HiddenField name="person" value={personId} />
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
      <TextArea language={language} form={form} name={`message.${personId}`} label={texts.message} hint={texts.messageHint} rows={2} optional maxLength={1000} />
      <Actions>
        <SubmitButton tone={isOwn ? 'primary' : 'secondary'}>{isChange ? texts.changeAnswer : texts.sendAnswer}</SubmitButton>
      </Actions>
    </Form>
  )
}

/** Findings one by one, each with its “Varför?”. */
export function RuleLines({ language, lines }: { readonly language: Language; readonly lines: readonly RuleLine[] }) {
  return (
    <>
      {lines.map(({ key, shown, why }) => (
        <div key={key}>
          <FindingList items={[shown]} />
          <Whys language={language} whys={[why]} />
        </div>
      ))}
    </>
  )
}

/** The rules that something rests on, folded. */
export function Whys({ language, whys }: { readonly language: Language; readonly whys: readonly Why[] }) {
  return (
    <>
      {whys.map(({ key, clause, source, text }) => (
        <WhyNote key={key} language={language} clause={clause} source={source}>
          {text}
        </WhyNote>
      ))}
    </>
  )
}

function Attendance({ language, page }: { readonly language: Language; readonly page: VisitPage }) {
  const texts = visitsTexts(language)
  if (page.attendance === undefined) return null
  return (
    <Section heading={texts.attendanceHeading}>
      <Table
        caption={texts.attendanceCaption}
        columns={[
          { heading: texts.columnName, cell: ({ name }) => name, rowHeading: true },
          { heading: texts.time, cell: ({ time }) => time },
        ]}
        rows={page.attendance}
        rowKey={({ key }) => key}
        empty={<Paragraph>{texts.attendanceEmpty}</Paragraph>}
      />
      {page.met.length > 0 && (
        <Table
          caption={texts.metHeading}
          columns={[
            { heading: texts.columnAudience, cell: ({ audience }) => audience, rowHeading: true },
            { heading: texts.columnMet, cell: ({ met }) => <Tag tone={met ? 'good' : 'warning'}>{met ? texts.metYes : texts.metNo}</Tag> },
            { heading: texts.columnExplanation, cell: ({ explanation }) => explanation },
          ]}
          rows={page.met}
          rowKey={({ key }) => key}
        />
      )}
    </Section>
  )
}

type PreparationProps = { readonly language: Language; readonly page: VisitPage; readonly preparation: Preparation; readonly action: string }

function PreparationView({ language, page, preparation, action }: PreparationProps) {
  const texts = visitsTexts(language)
  const { principles, topics, excluded, referral, secrecy, materials, qualityReport } = preparation
  return (
    <Section heading={texts.preparationHeading}>
      <PartView language={language} heading={texts.principlesHeading} part={principles} say={(text) => text} />
      {topics.items.length > 0 && (
        <Section heading={preparation.topicsAreExamples ? texts.topicsExamples : texts.topicsHeading} level={3}>
          {topics.items.map(({ audience, topics: about }) => (
            <Section key={audience} heading={texts.topicsWith(audience)} level={4}>
              <List items={about} />
            </Section>
          ))}
          <Whys language={language} whys={topics.whys} />
        </Section>
      )}
      <PartView language={language} heading={texts.excludedHeading} part={excluded} say={({ matter, referTo }) => texts.excludedReferTo(matter, referTo)} />
      <PartView language={language} heading={texts.referralHeading} part={referral} say={({ question, turnTo }) => texts.referralTo(question, turnTo)} />
      <PartView language={language} heading={texts.secrecyHeading} part={secrecy} say={(text) => text} />
      {materials.items.length > 0 && (
        <Section heading={texts.missionHeading} level={3}>
          <List items={materials.items} />
          {page.missions.map(({ id, unit, text }) => (
            <Details key={id} summary={texts.missionOf(unit)}>
              {text === '' ? <Paragraph>{texts.missionMissing}</Paragraph> : <WrittenText>{text}</WrittenText>}
            </Details>
          ))}
          {page.readBy !== '' && <Note>{texts.missionReadBy(page.readBy)}</Note>}
          {page.canNoteReading && (
            <Form action={action}>
              <SubmitButton tone="secondary">{texts.missionRead}</SubmitButton>
            </Form>
          )}
          <Whys language={language} whys={materials.whys} />
        </Section>
      )}
      <PartView language={language} heading={texts.qualityHeading} part={qualityReport} say={(kind) => texts.quality[kind]} />
    </Section>
  )
}

type PartViewProps<T> = { readonly language: Language; readonly heading: string; readonly part: Part<T>; readonly say: (item: T) => string }

/** A part of the preparation with its reasons. Returns nothing when the guideline says nothing about it. */
function PartView<T>({ language, heading, part, say }: PartViewProps<T>) {
  if (part.items.length === 0) return null
  return (
    <Section heading={heading} level={3}>
      <List items={part.items.map(say)} />
      <Whys language={language} whys={part.whys} />
    </Section>
  )
}
