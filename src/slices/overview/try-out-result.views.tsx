import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  Details,
  type Finding,
  FindingList,
  List,
  type NavigationItem,
  Note,
  Pagination,
  Paragraph,
  Section,
  Table,
  Tabs,
} from '../../ui/index.ts'
import type { ResultPart } from './try-out.paths.ts'
import { tryOutTexts } from './try-out.texts.ts'

export type ShownChange = { readonly key: string; readonly text: string }
type Sentences = { readonly count: number; readonly items: readonly Finding[] }
export type ShownRow = {
  readonly key: string
  readonly name: string
  readonly about: string | undefined
  readonly changes: readonly ShownChange[]
  readonly appeared: Sentences
  readonly gone: Sentences
}
export type ShownResult = {
  readonly visits: number
  readonly before: readonly string[]
  readonly beforeIds: string
  readonly afterId: string
  readonly borrowed: number
  readonly isUnchanged: boolean
  readonly totals: readonly {
    readonly key: string
    readonly label: string
    readonly before: string
    readonly after: string
    readonly difference: string
  }[]
  readonly part: ResultPart
  readonly tabs: readonly NavigationItem[]
  readonly rows?: readonly ShownRow[] | undefined
  readonly findings?: readonly Finding[] | undefined
  /** Said where more was found than is kept. */
  readonly kept?: string | undefined
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** What a try-out came to: totals before and after, and one part at a time. */
export function TryOutResultView({ language, result }: { readonly language: Language; readonly result: ShownResult }) {
  const texts = tryOutTexts(language)
  const { totals, tabs, part, rows, findings, kept, page, pages, hrefOf } = result
  return (
    <>
      <Section heading={texts.totals}>
        <Table
          caption={texts.totals}
          hideCaption
          rows={totals}
          rowKey={({ key }) => key}
          columns={[
            { heading: texts.what, cell: ({ label }) => label, rowHeading: true },
            { heading: texts.before, cell: ({ before }) => before, align: 'number' },
            { heading: texts.after, cell: ({ after }) => after, align: 'number' },
            { heading: texts.difference, cell: ({ difference }) => difference, align: 'number' },
          ]}
        />
      </Section>
      {result.isUnchanged ? (
        <Alert tone="info">{texts.unchanged}</Alert>
      ) : (
        <Section heading={texts.parts} id="delar">
          <Tabs label={texts.parts} items={tabs.map((it) => ({ ...it, href: `${it.href}#delar` }))} />
          <Paragraph>{texts.partLeads[part]}</Paragraph>
          {rows && <Rows language={language} part={part} rows={rows} />}
          {findings && (findings.length === 0 ? <Note>{texts.partEmpty}</Note> : <FindingList items={findings} />)}
          {kept && <Note>{kept}</Note>}
          <Pagination language={language} page={page} pages={pages} hrefOf={(it) => `${hrefOf(it)}#delar`} />
        </Section>
      )}
    </>
  )
}

type RowsProps = { readonly language: Language; readonly part: ResultPart; readonly rows: readonly ShownRow[] }

function Rows({ language, part, rows }: RowsProps) {
  const texts = tryOutTexts(language)
  const heading = part === 'regler' ? texts.rule : part === 'personer' ? texts.person : texts.unit
  return (
    <Table
      caption={texts.partLeads[part]}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      empty={texts.partEmpty}
      columns={[
        {
          heading,
          cell: ({ name, about }) => (
            <>
              {name}
              {about && <Note>{about}</Note>}
            </>
          ),
          rowHeading: true,
        },
        { heading: texts.changes, cell: ({ changes }) => <List items={changes.map(({ text }) => text)} /> },
        { heading: texts.inSentences, cell: (row) => <InSentences language={language} row={row} /> },
      ]}
    />
  )
}

function InSentences({ language, row }: { readonly language: Language; readonly row: ShownRow }) {
  const texts = tryOutTexts(language)
  const { appeared, gone } = row
  if (appeared.count + gone.count === 0) return <>{texts.nothingInWords}</>
  return (
    <Details summary={texts.newAndGone(appeared.count, gone.count)}>
      <Side language={language} heading={texts.new} sentences={appeared} />
      <Side language={language} heading={texts.gone} sentences={gone} />
    </Details>
  )
}

type SideProps = { readonly language: Language; readonly heading: string; readonly sentences: Sentences }

function Side({ language, heading, sentences: { count, items } }: SideProps) {
  if (count === 0) return null
  return (
    <>
      <Paragraph>
        <strong>{heading}</strong>
      </Paragraph>
      <FindingList items={items} />
      {count > items.length && <Note>{tryOutTexts(language).more(count - items.length)}</Note>}
    </>
  )
}
