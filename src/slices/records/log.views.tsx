import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  DefinitionList,
  Details,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Note,
  Pair,
  DateField,
  Section,
  SelectField,
  SubmitButton,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { logTexts } from './log.texts.ts'

export type LogLine = {
  readonly number: number
  readonly when: string
  readonly who: string
  readonly onBehalfOf: string | undefined
  readonly said: string
  /** Of the municipality itself and not of the committee. */
  readonly isMunicipal: boolean
  readonly subject: string
  readonly subjectHref: string | undefined
  readonly subjectId: string
  /** Name and value; undefined when it was disposed of. */
  readonly content: readonly (readonly [string, string])[] | undefined
}

type Choices = readonly { readonly value: string; readonly label: string }[]

export type LogPageProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly persons: Choices
  readonly kinds: Choices
  readonly subjects: Choices
  readonly isFiltered: boolean
  readonly onlyOne: string | undefined
  readonly lines: readonly LogLine[]
  readonly sameHref: (line: LogLine) => string
  readonly olderHref: string | undefined
  readonly newestHref: string | undefined
  readonly checkHref: string
  readonly checked: Checked | undefined
  readonly csvHref: string
  readonly jsonHref: string
  readonly mostInFile: number
}

/** What a check of the chain found. */
export type Checked = {
  readonly entries: number
  readonly disposed: number
  readonly head: string
  readonly faults: readonly { readonly seq: number; readonly what: string }[]
}

const shownFaults = 20

/** The log, the newest row first, narrowed to what was asked for. */
export function LogPage(props: LogPageProps) {
  const { language, lines, olderHref, newestHref, sameHref } = props
  const texts = logTexts(language)
  const number = numberIn(language)
  return (
    <>
      <ErrorSummary language={language} form={props.form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      <Chain {...props} />
      <Filter {...props} />
      <Section heading={texts.rows} id="handelser">
        <Table
          caption={texts.rows}
          hideCaption
          rows={lines}
          rowKey={(line) => String(line.number)}
          empty={<EmptyState heading={texts.none} />}
          columns={[
            { heading: texts.number, align: 'number', cell: (line) => number(line.number) },
            { heading: texts.what, rowHeading: true, cell: (line) => line.said },
            { heading: texts.when, cell: (line) => line.when },
            { heading: texts.who, cell: (line) => <Who language={language} line={line} /> },
            { heading: texts.about, cell: (line) => <About language={language} line={line} href={sameHref(line)} /> },
            { heading: texts.content, cell: (line) => <Content language={language} line={line} /> },
          ]}
        />
        <Actions>
          {newestHref !== undefined && (
            <ButtonLink href={newestHref} tone="quiet">
              {texts.newest}
            </ButtonLink>
          )}
          {olderHref !== undefined && (
            <ButtonLink href={olderHref} tone="secondary">
              {texts.older}
            </ButtonLink>
          )}
        </Actions>
      </Section>
      <Section heading={texts.files}>
        <Note>{texts.filesWhy(number(props.mostInFile))}</Note>
        <DownloadLink href={props.csvHref} label={texts.csv} format="CSV" />
        <DownloadLink href={props.jsonHref} label={texts.json} format="JSON" />
      </Section>
    </>
  )
}

function Chain({ language, checked, checkHref }: LogPageProps) {
  const texts = logTexts(language)
  const number = numberIn(language)
  return (
    <Section heading={texts.chain} id="kontroll">
      {checked === undefined ? (
        <Note>{texts.chainWhy}</Note>
      ) : checked.faults.length === 0 ? (
        <Alert tone="good">{texts.whole(number(checked.entries))}</Alert>
      ) : (
        <Alert tone="danger">{texts.broken(number(checked.faults.length))}</Alert>
      )}
      {checked !== undefined && checked.faults.length > 0 && (
        <List items={checked.faults.slice(0, shownFaults).map(({ seq, what }) => texts.faultAt(number(seq), what))} />
      )}
      {checked !== undefined && checked.disposed > 0 && <Note>{texts.disposed(number(checked.disposed))}</Note>}
      {checked !== undefined && checked.faults.length === 0 && <Note>{texts.keep(checked.head)}</Note>}
      <Actions>
        <ButtonLink href={checkHref} tone="secondary">
          {texts.check}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

function Filter({ language, form, action, persons, kinds, subjects, isFiltered, onlyOne }: LogPageProps) {
  const texts = logTexts(language)
  const field = { language, form, optional: true } as const
  return (
    <Section heading={texts.filter}>
      <Form action={action} method="get" label={texts.filter}>
        {onlyOne !== undefined && <HiddenField name="id" value={onlyOne} />}
        <SelectField {...field} name="person" label={texts.person} choices={persons} unchosen={texts.everybody} />
        <Pair>
          <DateField {...field} name="fran" label={texts.from} />
          <DateField {...field} name="till" label={texts.until} />
        </Pair>
        <Pair>
          <SelectField {...field} name="slag" label={texts.kind} choices={kinds} unchosen={texts.all} />
          <SelectField {...field} name="arende" label={texts.subject} choices={subjects} unchosen={texts.all} />
        </Pair>
        {onlyOne !== undefined && <Note>{texts.onlyOne}</Note>}
        <Actions>
          <SubmitButton tone="secondary">{texts.show}</SubmitButton>
          {isFiltered && (
            <ButtonLink href={action} tone="quiet">
              {texts.showAll}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </Section>
  )
}

type LineProps = { readonly language: Language; readonly line: LogLine }

function Who({ language, line: { who, onBehalfOf } }: LineProps) {
  return (
    <>
      {who}
      {onBehalfOf !== undefined && (
        <>
          {' '}
          <Tag tone="info">{logTexts(language).onBehalfOf(onBehalfOf)}</Tag>
        </>
      )}
    </>
  )
}

function About({ language, line, href }: LineProps & { readonly href: string }) {
  const texts = logTexts(language)
  const { subject, subjectHref, isMunicipal, said, number } = line
  return (
    <>
      {subjectHref === undefined ? (
        subject
      ) : (
        <TextLink href={subjectHref} label={`${subject}: ${said}, ${texts.number} ${number}`}>
          {subject}
        </TextLink>
      )}
      {isMunicipal && (
        <>
          {' '}
          <Tag tone="neutral">{texts.municipal}</Tag>
        </>
      )}
      <br />
      <TextLink href={href} label={texts.sameSubjectOf(said, String(number))}>
        {texts.sameSubject}
      </TextLink>
    </>
  )
}

function Content({ language, line: { content } }: LineProps) {
  const texts = logTexts(language)
  if (content === undefined) return <Tag tone="neutral">{texts.contentGone}</Tag>
  if (content.length === 0) return <>{texts.contentNone}</>
  return (
    <Details summary={texts.contentShow}>
      <DefinitionList items={content.map(([term, description]) => ({ term, description }))} />
    </Details>
  )
}

function numberIn(language: Language): (count: number) => string {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  return (count) => format.format(count)
}
