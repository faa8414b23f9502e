import type { Language } from '../../kernel/language.ts'
import {
  Actions,
  ButtonLink,
  Details,
  EmptyState,
  Heading,
  Lead,
  List,
  Note,
  Pagination,
  Paragraph,
  Section,
  Table,
  Tag,
  TextLink,
  type Tone,
} from '../../ui/index.ts'
import { type LatePage, LateReports } from './reports-late.views.tsx'
import type { ShownState } from './reports.rules.ts'
import { readingTexts } from './reports.reading.texts.ts'
import { type ReadingLine, ReadingLines } from './reports-reading.views.tsx'
import { handOverTexts } from './reports.handover.texts.ts'
import { registerTexts } from './reports.register-list.texts.ts'
import { restrictionTexts } from './reports.restriction.texts.ts'
import { reportsTexts } from './reports.texts.ts'

type Line = { readonly id: string; readonly units: string; readonly visitDay: string; readonly authors: string }

export type DraftLine = Line & { readonly href: string; readonly mine: boolean }
export type FinalLine = Line & {
  readonly href: string
  readonly isRestricted: boolean
  readonly number: string
  readonly state: ShownState
  /** For the secretary. */
  readonly reading?: { readonly read: readonly string[]; readonly unread: readonly string[] } | undefined
}

export type ReportListPage = {
  readonly language: Language
  readonly lead: 'lead' | 'leadReader' | 'leadManager'
  /** Absent for those who have no reading to do. */
  readonly unread?: { readonly lines: readonly ReadingLine[]; readonly href: string } | undefined
  readonly drafts: readonly DraftLine[]
  /** Absent for those whom it does not concern. */
  readonly late?: LatePage | undefined
  readonly final: readonly FinalLine[]
  /** For the secretary: who has read what. */
  readonly statusHref?: string | undefined
  /** For those who read the whole committee. */
  readonly registerHref?: string | undefined
  /** For those who have handed something over or received it. */
  readonly handOversHref?: string | undefined
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** All reports: to read, being written, missing, final. */
export function ReportList(page: ReportListPage) {
  const { language, unread, drafts, late, final } = page
  const texts = reportsTexts(language)
  return (
    <>
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts[page.lead]}</Lead>
      {page.handOversHref && (
        <Paragraph>
          <TextLink href={page.handOversHref}>{handOverTexts(language).link}</TextLink>
        </Paragraph>
      )}
      {unread && <Unread language={language} {...unread} />}
      {drafts.length > 0 && <Drafts language={language} lines={drafts} />}
      {late && <LateReports {...late} />}
      <Section heading={texts.final} id="fardiga">
        <Table
          caption={texts.final}
          hideCaption
          rows={final}
          rowKey={({ id }) => id}
          empty={<EmptyState heading={texts.noFinal} />}
          columns={[
            {
              heading: texts.columns.unit,
              rowHeading: true,
              cell: ({ href, units }) => <TextLink href={href}>{units}</TextLink>,
            },
            { heading: texts.columns.visit, cell: ({ visitDay }) => visitDay },
            { heading: texts.columns.authors, cell: ({ authors }) => authors },
            { heading: texts.columns.number, cell: ({ number }) => number },
            {
              heading: texts.columns.status,
              cell: ({ state, isRestricted }) => (
                <>
                  <StateTag language={language} state={state} />{' '}
                  {isRestricted && <Tag tone="warning">{restrictionTexts(language).mark}</Tag>}
                </>
              ),
            },
            ...(final.some(({ reading }) => reading) ? [readingColumn(language)] : []),
          ]}
        />
        <Pagination language={language} page={page.page} pages={page.pages} hrefOf={page.hrefOf} />
        {(page.statusHref ?? page.registerHref) !== undefined && (
          <Actions>
            {page.statusHref !== undefined && (
              <ButtonLink href={page.statusHref} tone="secondary">
                {readingTexts(language).statusLink}
              </ButtonLink>
            )}
            {page.registerHref !== undefined && (
              <ButtonLink href={page.registerHref} tone="secondary">
                {registerTexts(language).open}
              </ButtonLink>
            )}
          </Actions>
        )}
      </Section>
    </>
  )
}

const tones: { readonly [State in ShownState]: Tone } = {
  draft: 'warning',
  final: 'info',
  delivered: 'good',
  oral: 'info',
}

/** Draft (utkast) or official document (allmän handling): always said beside a report. */
export function StateTag({ language, state }: { readonly language: Language; readonly state: ShownState }) {
  return <Tag tone={tones[state]}>{reportsTexts(language).states[state]}</Tag>
}

function readingColumn(language: Language) {
  const texts = reportsTexts(language)
  return {
    heading: texts.columns.read,
    cell: ({ reading }: FinalLine) =>
      reading && (
        <Details summary={texts.readCount(reading.read.length, reading.read.length + reading.unread.length)}>
          <ReadingNames language={language} reading={reading} />
        </Details>
      ),
  }
}

/** Who has read a report and who has not, by name. */
export function ReadingNames({
  language,
  reading,
}: {
  readonly language: Language
  readonly reading: { readonly read: readonly string[]; readonly unread: readonly string[] }
}) {
  const texts = reportsTexts(language)
  return (
    <>
      <Paragraph>{texts.readNames}</Paragraph>
      {reading.read.length === 0 ? <Note>{texts.nobody}</Note> : <List items={reading.read} />}
      {reading.unread.length > 0 && (
        <>
          <Paragraph>{texts.notReadNames}</Paragraph>
          <List items={reading.unread} />
        </>
      )}
    </>
  )
}

function Unread({ language, lines, href }: NonNullable<ReportListPage['unread']> & Pick<ReportListPage, 'language'>) {
  const texts = reportsTexts(language)
  return (
    <Section heading={texts.unread} id="att-lasa">
      <Note>{texts.unreadWhy}</Note>
      {lines.length === 0 ? (
        <EmptyState heading={texts.noUnread} />
      ) : (
        <ReadingLines language={language} lines={lines} caption={texts.unread} />
      )}
      <Actions>
        <ButtonLink href={href} tone="secondary">
          {readingTexts(language).readAll}
        </ButtonLink>
      </Actions>
    </Section>
  )
}

function Drafts({ language, lines }: { readonly language: Language; readonly lines: readonly DraftLine[] }) {
  const texts = reportsTexts(language)
  return (
    <Section heading={texts.drafts} id="utkast">
      <Note>{texts.draftsLead}</Note>
      <Table
        caption={texts.drafts}
        hideCaption
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { heading: texts.columns.unit, rowHeading: true, cell: ({ units }) => units },
          { heading: texts.columns.visit, cell: ({ visitDay }) => visitDay },
          { heading: texts.columns.authors, cell: ({ authors }) => authors },
          { heading: texts.columns.status, cell: () => <StateTag language={language} state="draft" /> },
          {
            heading: texts.columns.step,
            cell: ({ href, mine, units }) => {
              const label = mine ? texts.continueDraft : texts.lookAtDraft
              return (
                <TextLink href={href} label={`${label}: ${units}`}>
                  {label}
                </TextLink>
              )
            },
          },
        ]}
      />
    </Section>
  )
}
