import type { Language } from '../../kernel/language.ts'
import {
  Breadcrumbs,
  Details,
  EmptyState,
  Form,
  Heading,
  Lead,
  List,
  Note,
  Section,
  SubmitButton,
  Table,
  Tag,
  TextLink,
} from '../../ui/index.ts'
import { readingTexts } from './reports.reading.texts.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'
import { reportsTexts } from './reports.texts.ts'

export type ReadingLine = {
  readonly id: string
  readonly units: string
  readonly visitDay: string
  readonly authors: string
  readonly href: string
  readonly isRestricted: boolean
  /** Absent while it is unread. */
  readonly readOn: string | undefined
  /** It was read before it was corrected. */
  readonly isCorrected: boolean
  /** Where to say that it is read; absent when it is. */
  readonly readHref: string | undefined
}

export type ReadingPage = {
  readonly language: Language
  readonly unread: number
  readonly nextMeeting: string | undefined
  readonly groups: readonly { readonly heading: string; readonly lines: readonly ReadingLine[] }[]
  readonly listHref: string
}

/** The others' reports to read before the meeting, unread first. */
export function ReadingList({ language, unread, nextMeeting, groups, listHref }: ReadingPage) {
  const texts = readingTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: reportsTexts(language).title, href: listHref }]} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {groups.length > 0 && (
        <Note>
          {[texts.unreadCount(unread), nextMeeting && texts.nextMeeting(nextMeeting)].filter(Boolean).join(' ')}
        </Note>
      )}
      {groups.length === 0 && <EmptyState heading={texts.none}>{texts.noneHint}</EmptyState>}
      {groups.map(({ heading, lines }) => (
        <Section key={heading} heading={heading}>
          <ReadingLines language={language} lines={lines} caption={heading} />
        </Section>
      ))}
    </>
  )
}

/** Reports to read, a line each, with whether they are read and the button that says so. */
export function ReadingLines({
  language,
  lines,
  caption,
}: {
  readonly language: Language
  readonly lines: readonly ReadingLine[]
  readonly caption: string
}) {
  const texts = readingTexts(language)
  const { columns } = reportsTexts(language)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: columns.unit,
          rowHeading: true,
          cell: ({ href, units }) => <TextLink href={href}>{units}</TextLink>,
        },
        { heading: columns.visit, cell: ({ visitDay }) => visitDay },
        { heading: columns.authors, cell: ({ authors }) => authors },
        {
          heading: columns.status,
          cell: ({ readOn, isCorrected, isRestricted }) => (
            <>
              {readOn === undefined ? (
                <Tag tone="info">{isCorrected ? texts.corrected : texts.unread}</Tag>
              ) : (
                texts.readOn(readOn)
              )}{' '}
              {isRestricted && <Tag tone="warning">{restrictionTexts(language).mark}</Tag>}
            </>
          ),
        },
        {
          heading: columns.step,
          cell: ({ readHref, units }) =>
            readHref && (
              <Form action={readHref} layout="inline">
                <SubmitButton tone="secondary" label={texts.markOf(units)}>
                  {texts.mark}
                </SubmitButton>
              </Form>
            ),
        },
      ]}
    />
  )
}

type MemberLine = {
  readonly name: string
  readonly read: number
  readonly unread: readonly { readonly text: string; readonly href: string }[]
}

export type ReadingStatusPage = {
  readonly language: Language
  readonly members: readonly MemberLine[]
  readonly listHref: string
}

/** A long list helps nobody: so many are named, the rest are counted. */
const mostNamed = 30

/** How far each member has come with the others' reports, for the secretary. */
export function ReadingStatus({ language, members, listHref }: ReadingStatusPage) {
  const texts = readingTexts(language)
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: reportsTexts(language).title, href: listHref }]} />
      <Heading level={1}>{texts.statusTitle}</Heading>
      <Lead>{texts.statusLead}</Lead>
      <Table
        caption={texts.statusTitle}
        hideCaption
        rows={members}
        rowKey={({ name }) => name}
        columns={[
          { heading: texts.columns.member, rowHeading: true, cell: ({ name }) => name },
          {
            heading: texts.columns.read,
            cell: ({ read, unread }) => texts.readOf(read, read + unread.length),
          },
          {
            heading: texts.columns.unread,
            cell: ({ unread }) =>
              unread.length === 0 ? (
                texts.unreadNone
              ) : (
                <Details summary={texts.unreadSome(unread.length)}>
                  <List
                    items={unread.slice(0, mostNamed).map(({ text, href }) => (
                      <TextLink key={href} href={href}>
                        {text}
                      </TextLink>
                    ))}
                  />
                  {unread.length > mostNamed && <Note>{texts.more(unread.length - mostNamed)}</Note>}
                </Details>
              ),
          },
        ]}
      />
    </>
  )
}
