import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Breadcrumbs,
  type Choice,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Note,
  Section,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextField,
  TextLink,
} from '../../ui/index.ts'
import { DecisionsSection, type LinkedDecision, WaitingDecisions } from './meetings.decisions.views.tsx'
import { type ChooseSpoken, ChooseVisit, type Spoken, SpokenStatus } from './meetings-oral.views.tsx'
import type { ItemKind } from './meetings.rules.ts'
import { meetingsTexts } from './meetings.texts.ts'

export type MeetingLine = {
  readonly id: string
  readonly href: string
  readonly day: string
  readonly deadline: string
  readonly papers: number
  readonly oral: number
  readonly discussion: number
}

export type MeetingListPage = {
  readonly language: Language
  readonly coming: readonly MeetingLine[]
  readonly past: readonly MeetingLine[]
  /** For the secretary: what no meeting in the calendar takes yet. */
  readonly waiting: readonly LinkedDecision[]
}

/** All meetings: the coming ones first, the next one on top. */
export function MeetingList({ language, coming, past, waiting }: MeetingListPage) {
  const texts = meetingsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <WaitingDecisions language={language} decisions={waiting} />
      <Section heading={texts.coming}>
        <MeetingTable language={language} caption={texts.coming} lines={coming} empty={texts.noComing} />
      </Section>
      <Section heading={texts.past}>
        <MeetingTable language={language} caption={texts.past} lines={past} empty={texts.noPast} />
      </Section>
    </>
  )
}

type MeetingTableProps = {
  readonly language: Language
  readonly caption: string
  readonly lines: readonly MeetingLine[]
  readonly empty: string
}

function MeetingTable({ language, caption, lines, empty }: MeetingTableProps) {
  const { columns } = meetingsTexts(language)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={empty} />}
      columns={[
        { heading: columns.meeting, rowHeading: true, cell: ({ href, day }) => <TextLink href={href}>{day}</TextLink> },
        { heading: columns.deadline, cell: ({ deadline }) => deadline },
        { heading: columns.papers, align: 'number', cell: ({ papers }) => countOrNothing(papers) },
        { heading: columns.oral, align: 'number', cell: ({ oral }) => countOrNothing(oral) },
        { heading: columns.discussion, align: 'number', cell: ({ discussion }) => countOrNothing(discussion) },
      ]}
    />
  )
}

/** Nothing for nought: in a year of meetings what there is stands out, and a phone leaves the line out. */
function countOrNothing(count: number): string {
  return count === 0 ? '' : String(count)
}

export type Item = {
  readonly id: string
  readonly kind: ItemKind
  readonly units: string
  readonly visitDay: string
  readonly authors: string
  readonly number: string
  /** Absent while the report is a draft. */
  readonly reportHref: string | undefined
  readonly pdfHref?: string | undefined
  readonly speaker: string
  readonly points: readonly string[]
  /** What an oral report is about, in one sentence. */
  readonly line: string
  /** The paragraph once it is done. */
  readonly doneUnder?: string | undefined
  readonly note: string
  readonly spoken: Spoken
  /** Where it is noted as done, for the one who may. */
  readonly action?: string | undefined
}

export type MeetingPage = {
  readonly language: Language
  readonly day: string
  readonly place: string
  readonly deadline: string
  readonly papers: readonly Item[]
  readonly oral: readonly Item[]
  readonly discussion: readonly Item[]
  readonly decisions: readonly LinkedDecision[]
  readonly packageHref?: string | undefined
  /** For the secretary, from the day of the meeting. */
  readonly notifyAction?: string | undefined
  /** For the secretary, before the meeting is over. */
  readonly late?: { readonly action: string; readonly choices: readonly Choice[] } | undefined
  /** For the secretary, from the day of the meeting. */
  readonly spoken?: ChooseSpoken | undefined
  readonly notYet: boolean
  readonly form: FormState
  readonly listHref: string
}

/** One meeting: its papers, what is said orally, and what is to be discussed. */
export function MeetingDetails(page: MeetingPage) {
  const { language, form, late } = page
  const texts = meetingsTexts(language)
  const facts = [
    { term: texts.deadline, description: page.deadline },
    ...(page.place === '' ? [] : [{ term: texts.place, description: page.place }]),
  ]
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.meetingTitle(page.day)}</Heading>
      <DefinitionList items={facts} />
      {page.packageHref && <DownloadLink href={page.packageHref} label={texts.package} format={texts.packageFormat} />}
      {page.notYet && <Note>{texts.notYet}</Note>}
      <Section heading={texts.papers} id="handlingar">
        <Papers page={page} />
        {page.notifyAction && <NotifyForm language={language} form={form} action={page.notifyAction} />}
      </Section>
      <Section heading={texts.oral} id="muntligt">
        <Oral page={page} />
        <ChooseVisit language={language} form={form} choose={page.spoken} />
      </Section>
      <Section heading={texts.discussion} id="diskussion">
        {page.discussion.length === 0 && <EmptyState heading={texts.noDiscussion} />}
        {page.discussion.map((item) => (
          <Section key={item.id} heading={texts.discussVisit(item.units)} level={3}>
            <Note>{`${item.visitDay}. ${item.authors}`}</Note>
            {item.points.length > 0 && <List items={item.points} />}
            <ItemStatus page={page} item={item} />
          </Section>
        ))}
      </Section>
      <DecisionsSection language={language} decisions={page.decisions} />
      {late && <LateForm language={language} form={form} late={late} />}
    </>
  )
}

function Papers({ page }: { readonly page: MeetingPage }) {
  const { language, papers } = page
  const texts = meetingsTexts(language)
  return (
    <Table
      caption={texts.papers}
      hideCaption
      rows={papers}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.noPapers} />}
      columns={[
        {
          heading: texts.columns.report,
          rowHeading: true,
          cell: ({ reportHref, units }) =>
            reportHref && (
              <TextLink href={reportHref} label={texts.openReport(units)}>
                {units}
              </TextLink>
            ),
        },
        { heading: texts.columns.visit, cell: ({ visitDay }) => visitDay },
        { heading: texts.columns.authors, cell: ({ authors }) => authors },
        {
          heading: texts.columns.number,
          cell: ({ pdfHref, number }) => pdfHref && <DownloadLink href={pdfHref} label={number} format={texts.pdf} />,
        },
        { heading: texts.columns.status, cell: (item) => <ItemStatus page={page} item={item} /> },
      ]}
    />
  )
}

function Oral({ page }: { readonly page: MeetingPage }) {
  const { language, oral } = page
  const texts = meetingsTexts(language)
  return (
    <Table
      caption={texts.oral}
      hideCaption
      rows={oral}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.noOral} />}
      columns={[
        {
          heading: texts.columns.report,
          rowHeading: true,
          cell: ({ reportHref, units, line }) => (
            <>
              {reportHref ? <TextLink href={reportHref}>{units}</TextLink> : units}
              {line !== '' && <Note>{line}</Note>}
            </>
          ),
        },
        { heading: texts.columns.visit, cell: ({ visitDay }) => visitDay },
        { heading: texts.columns.kind, cell: ({ kind }) => texts.kinds[kind] },
        { heading: texts.columns.speaker, cell: ({ speaker }) => speaker },
        {
          heading: texts.columns.status,
          cell: (item) => (
            <>
              <SpokenStatus language={language} spoken={item.spoken} />
              <ItemStatus page={page} item={item} />
            </>
          ),
        },
      ]}
    />
  )
}

/** Waiting, or done under its paragraph; for the secretary the form to note it. */
function ItemStatus({ page, item }: { readonly page: MeetingPage; readonly item: Item }) {
  const { language, form } = page
  const texts = meetingsTexts(language)
  if (item.doneUnder !== undefined) {
    return (
      <>
        <Tag tone="good">{texts.done(item.doneUnder)}</Tag>
        {item.note !== '' && <Note>{item.note}</Note>}
      </>
    )
  }
  const [paragraph, note] = [`paragraph.${item.id}`, `note.${item.id}`]
  const hasError = errorOf(form, paragraph) !== undefined || errorOf(form, note) !== undefined
  return (
    <>
      {!item.spoken.isGiven && <Tag>{texts.states.planned}</Tag>}
      {item.action && (
        <Details summary={texts.noteDone} open={hasError}>
          <Form action={item.action} label={texts.noteDoneOf(`${texts.kinds[item.kind]}, ${item.units}`)}>
            <TextField
              language={language}
              form={form}
              name={paragraph}
              label={texts.paragraph}
              hint={texts.paragraphHint}
              width="short"
              maxLength={30}
            />
            <TextField language={language} form={form} name={note} label={texts.note} optional maxLength={500} />
            <Actions>
              <SubmitButton tone="secondary" label={texts.noteDoneOf(`${texts.kinds[item.kind]}, ${item.units}`)}>
                {texts.noteDone}
              </SubmitButton>
            </Actions>
          </Form>
        </Details>
      )}
    </>
  )
}

type NotifyProps = { readonly language: Language; readonly form: FormState; readonly action: string }

function NotifyForm({ language, form, action }: NotifyProps) {
  const texts = meetingsTexts(language)
  return (
    <Section heading={texts.notify} level={3}>
      <Note>{texts.notifyHint}</Note>
      <Form action={action} label={texts.notify}>
        <TextField
          language={language}
          form={form}
          name="paragraph"
          label={texts.paragraph}
          hint={texts.paragraphHint}
          width="short"
          maxLength={30}
        />
        <Actions>
          <SubmitButton>{texts.notifySubmit}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  )
}

type LateProps = {
  readonly language: Language
  readonly form: FormState
  readonly late: { readonly action: string; readonly choices: readonly Choice[] }
}

function LateForm({ language, form, late }: LateProps) {
  const texts = meetingsTexts(language)
  return (
    <Section heading={texts.late} id="lagg-till">
      {late.choices.length === 0 ? (
        <Note>{texts.nothingLate}</Note>
      ) : (
        <Form action={late.action} label={texts.late}>
          <Note>{texts.lateLead}</Note>
          <SelectField language={language} form={form} name="report" label={texts.lateReport} choices={late.choices} />
          <Actions>
            <SubmitButton tone="secondary">{texts.lateSubmit}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
