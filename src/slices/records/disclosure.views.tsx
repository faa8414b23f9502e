import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DateField,
  type Definition,
  DefinitionList,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  FormPage,
  Heading,
  Lead,
  Paragraph,
  RadioGroup,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextArea,
  TextField,
  TextLink,
  TimeField,
  type Tone,
  WrittenText,
} from '../../ui/index.ts'
import { coverTexts } from './disclosure-cover.texts.ts'
import { CloseForm, HandOutForm } from './disclosure-closing.views.tsx'
import { Find, type FindPart } from './disclosure-find.views.tsx'
import { disclosureTexts } from './disclosure.texts.ts'
import { type DisclosureState, waysIn } from './disclosure.rules.ts'

export type RequestLine = {
  readonly id: string
  readonly href: string
  readonly number: number
  readonly received: string
  readonly asked: string
  readonly state: DisclosureState
  readonly isLate: boolean
  readonly closed: string
}

type ListProps = {
  readonly language: Language
  readonly open: readonly RequestLine[]
  readonly closed: readonly RequestLine[]
  readonly newHref?: string | undefined
}

const tones: Readonly<Record<DisclosureState, Tone>> = {
  received: 'info',
  examining: 'info',
  'handed-out': 'good',
  partly: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
}

/** All requests: those that wait first. */
export function DisclosureList({ language, open, closed, newHref }: ListProps) {
  const texts = disclosureTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {newHref && (
        <Actions>
          <ButtonLink href={newHref}>{texts.register}</ButtonLink>
        </Actions>
      )}
      <Section heading={texts.open}>
        <RequestTable language={language} caption={texts.open} lines={open} empty={texts.noOpen} />
      </Section>
      <Section heading={texts.closed}>
        <RequestTable language={language} caption={texts.closed} lines={closed} empty={texts.noClosed} />
      </Section>
    </>
  )
}

type TableProps = {
  readonly language: Language
  readonly caption: string
  readonly lines: readonly RequestLine[]
  readonly empty: string
}

function RequestTable({ language, caption, lines, empty }: TableProps) {
  const texts = disclosureTexts(language)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={empty} />}
      columns={[
        {
          heading: texts.columns.number,
          rowHeading: true,
          cell: ({ href, number }) => <TextLink href={href}>{texts.numbered(number)}</TextLink>,
        },
        { heading: texts.columns.received, cell: ({ received }) => received },
        { heading: texts.columns.asked, cell: ({ asked }) => asked },
        {
          heading: texts.columns.state,
          cell: ({ state, isLate }) => (
            <>
              <Tag tone={tones[state]}>{texts.states[state]}</Tag>
              {isLate && <Tag tone="warning">{texts.late}</Tag>}
            </>
          ),
        },
        { heading: texts.columns.closed, cell: ({ closed }) => closed },
      ]}
    />
  )
}

type NewProps = {
  readonly language: Language
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
}

/** A request as it came. */
export function RegisterDisclosure({ language, form, action, cancelHref }: NewProps) {
  const texts = disclosureTexts(language)
  return (
    <FormPage
      language={language}
      title={texts.register}
      lead={texts.newLead}
      form={form}
      action={action}
      submitLabel={texts.save}
      cancelHref={cancelHref}
    >
      <DateField language={language} form={form} name="day" label={texts.day} />
      <TimeField language={language} form={form} name="time" label={texts.time} optional />
      <RadioGroup
        language={language}
        form={form}
        name="cameAs"
        label={texts.cameAs}
        choices={waysIn.map((value) => ({ value, label: texts.waysIn[value] }))}
      />
      <TextArea
        language={language}
        form={form}
        name="asked"
        label={texts.asked}
        hint={texts.askedHint}
        maxLength={4000}
      />
      <TextField
        language={language}
        form={form}
        name="contact"
        label={texts.contact}
        hint={texts.contactHint}
        optional
        maxLength={300}
      />
    </FormPage>
  )
}

export type ChosenLine = {
  readonly id: string
  readonly title: string
  readonly href?: string | undefined
  readonly day: string
  readonly decision: keyof ReturnType<typeof disclosureTexts>['decisions'] | undefined
  readonly grounds: string
  readonly isRestricted: boolean
  readonly isDisposed: boolean
  readonly dropAction?: string | undefined
}

export type DisclosurePage = {
  readonly language: Language
  readonly number: number
  readonly state: DisclosureState
  readonly isLate: boolean
  readonly facts: readonly Definition[]
  readonly asked: string
  readonly documents: readonly ChosenLine[]
  readonly form: FormState
  readonly listHref: string
  /** For the one who handles it, while it is open. */
  readonly find?: FindPart | undefined
  readonly handOut?: { readonly action: string; readonly version: number; readonly refusesAll: boolean } | undefined
  readonly closeAction?: string | undefined
  readonly packageHref?: string | undefined
}

/** One request: what is asked for, the documents and what is decided about each, and how it ends. */
export function DisclosureDetails(page: DisclosurePage) {
  const { language, form } = page
  const texts = disclosureTexts(language)
  const cover = coverTexts(language)
  const restricted = page.documents.some(({ isRestricted, decision }) => isRestricted && decision !== 'refused')
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: page.listHref }]} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.numbered(page.number)}</Heading>
      <Actions>
        <Tag tone={tones[page.state]}>{texts.states[page.state]}</Tag>
      </Actions>
      {page.isLate && (
        <Alert tone="warning" heading={texts.late}>
          <Paragraph>{texts.lateText}</Paragraph>
        </Alert>
      )}
      <Section heading={texts.columns.asked}>
        <WrittenText>{page.asked}</WrittenText>
        <DefinitionList items={page.facts} />
        {page.packageHref && (
          <DownloadLink href={page.packageHref} label={texts.package} format={texts.packageFormat} />
        )}
      </Section>
      <Section heading={texts.documents} id="valda">
        <Chosen language={language} lines={page.documents} />
      </Section>
      {page.find && <Find language={language} find={page.find} form={form} />}
      {page.handOut && <HandOutForm language={language} form={form} {...page.handOut} isRestricted={restricted} />}
      {page.closeAction && <CloseForm language={language} form={form} action={page.closeAction} />}
      <Section heading={texts.rights}>
        <Paragraph>{cover.rights}</Paragraph>
        <Paragraph>{cover.appeal}</Paragraph>
      </Section>
    </>
  )
}

function Chosen({ language, lines }: { readonly language: Language; readonly lines: readonly ChosenLine[] }) {
  const texts = disclosureTexts(language)
  return (
    <Table
      caption={texts.documents}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={texts.noDocuments} />}
      columns={[
        {
          heading: texts.documentColumns.document,
          rowHeading: true,
          cell: ({ href, title, isRestricted, isDisposed }) => (
            <>
              {href ? <TextLink href={href}>{title}</TextLink> : title}
              {isRestricted && <Tag tone="warning">{texts.restricted}</Tag>}
              {isDisposed && <Tag>{texts.disposed}</Tag>}
            </>
          ),
        },
        { heading: texts.documentColumns.day, cell: ({ day }) => day },
        {
          heading: texts.documentColumns.decision,
          cell: ({ decision }) =>
            decision ? <Tag tone="good">{texts.decisions[decision]}</Tag> : <Tag>{texts.undecided}</Tag>,
        },
        { heading: texts.documentColumns.grounds, cell: ({ grounds }) => grounds },
        {
          heading: texts.action,
          cell: ({ dropAction, title }) =>
            dropAction && (
              <Form action={dropAction} label={texts.dropOf(title)} layout="inline">
                <SubmitButton tone="quiet" label={texts.dropOf(title)}>
                  {texts.drop}
                </SubmitButton>
              </Form>
            ),
        },
      ]}
    />
  )
}
