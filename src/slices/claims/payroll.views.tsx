import type { Language } from '../../kernel/language.ts'
import type { Ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Heading,
  Lead,
  List,
  Money,
  Note,
  Paragraph,
  Section,
  Table,
  TextLink,
} from '../../ui/index.ts'
import {
  claimPath,
  differencesPath,
  payrollBatchPath,
  payrollFilePath,
  payrollPath,
  payTypesPath,
} from './claims.paths.ts'
import type { HeldBack } from './payroll.preview.page.ts'
import { payrollPreviewTexts } from './payroll.preview.texts.ts'
import { Leaving, type LeavingProps } from './payroll.preview.views.tsx'
import { batchInLayoutPath, payrollFormatsPath } from './payroll.layout.paths.ts'
import type { LayoutRow } from './payroll.layout.store.ts'
import { layoutTexts } from './payroll.layout.texts.ts'
import { trailTexts } from './claims.trail.texts.ts'
import { rowTrailPath } from './claims.year.paths.ts'
import { ReceiptSection, type ReceiptState } from './payroll.receipt.views.tsx'
import { payrollTexts } from './payroll.texts.ts'

export type ShownBatch = {
  readonly id: string
  readonly number: number
  readonly created: string
  readonly createdBy: string
  readonly claims: number
  /** So many of them have been paid. */
  readonly paid: number
  readonly total: Ore
}

export type PayrollPageProps = LeavingProps & {
  readonly mayNamePayTypes: boolean
  readonly maySetUp: boolean
  /** What keeps approved claims here. */
  readonly held: readonly HeldBack[]
  readonly batches: readonly ShownBatch[]
}

/** What would leave now, per person; and the files that have left. */
export function PayrollPage(page: PayrollPageProps) {
  const { language, place, form, held } = page
  const texts = payrollTexts(language)
  const isEmpty = page.now.persons.length + page.later.persons.length === 0
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {held.length > 0 && (
        <Alert tone="warning" heading={texts.heldHeading}>
          <List items={held.map((it) => Held({ place, held: it }))} />
        </Alert>
      )}
      <Actions>
        <ButtonLink href={differencesPath(place)} tone="quiet">
          {payrollPreviewTexts(language).toDifferences}
        </ButtonLink>
        {page.mayNamePayTypes && (
          <ButtonLink href={payTypesPath(place)} tone="quiet">
            {texts.toPayTypes}
          </ButtonLink>
        )}
        {page.maySetUp && (
          <ButtonLink href={payrollFormatsPath(place)} tone="quiet">
            {layoutTexts(language).title}
          </ButtonLink>
        )}
      </Actions>
      <Section heading={texts.readyHeading}>
        {isEmpty ? (
          <EmptyState heading={texts.readyEmptyHeading}>{texts.readyEmpty}</EmptyState>
        ) : (
          <Leaving {...page} />
        )}
      </Section>
      <Section heading={texts.batchesHeading}>
        <Batches {...page} />
      </Section>
    </>
  )
}

/** Why claims wait, with the way to each where that is where it is put right. */
function Held({ place, held: { sentence, claims } }: { readonly place: PlaceSlugs; readonly held: HeldBack }) {
  const links = claims.map(({ id, label }) => (
    <TextLink key={id} href={claimPath(place, id)}>
      {label}
    </TextLink>
  ))
  return (
    <>
      {sentence}
      {links.length > 0 && <List items={links} />}
    </>
  )
}

function Batches({ language, place, batches }: PayrollPageProps) {
  const texts = payrollTexts(language)
  return (
    <Table
      caption={texts.batchesCaption}
      hideCaption
      rows={batches}
      rowKey={(batch) => batch.id}
      empty={<Paragraph>{texts.batchesEmpty}</Paragraph>}
      columns={[
        {
          heading: texts.batch,
          rowHeading: true,
          cell: ({ id, number }) => <TextLink href={payrollBatchPath(place, id)}>{texts.batchName(number)}</TextLink>,
        },
        { heading: texts.created, cell: (batch) => batch.created },
        { heading: texts.createdBy, cell: (batch) => batch.createdBy },
        { heading: texts.claims, align: 'number', cell: (batch) => batch.claims },
        { heading: texts.amount, align: 'number', cell: (batch) => <Money amount={batch.total} /> },
        { heading: texts.paid, cell: (batch) => texts.paidOf(batch.paid, batch.claims) },
      ]}
    />
  )
}

export type BatchLine = {
  readonly rowId: number
  readonly person: string
  readonly employmentNumber: string
  readonly unit: string
  readonly day: string
  /** In words; undefined before payroll has said that it is paid. */
  readonly paidOn: string | undefined
  /** The row that this one takes back. */
  readonly counters?: number | undefined
  readonly payType: string
  readonly label: string
  readonly quantity: string
  readonly rate: Ore
  readonly amount: Ore
}

export type BatchPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly batch: ShownBatch
  readonly approvedBy: string
  readonly mayDownload: boolean
  /** The municipality's own layouts, in which the file can be had too. */
  readonly layouts: readonly LayoutRow[]
  readonly receipt: ReceiptState
  /** The cut-off it was made for, in words. */
  readonly cutOff: string | undefined
  readonly rows: readonly BatchLine[]
}

/** One payroll file as it was locked, with its downloads. */
export function BatchPage(page: BatchPageProps) {
  const { language, place, batch, approvedBy, mayDownload, layouts, cutOff } = page
  const texts = payrollTexts(language)
  const downloads = [
    { file: 'paxml.xml', label: texts.paxml, format: texts.paxmlFormat },
    { file: 'lon.csv', label: texts.csv, format: texts.csvFormat },
    { file: 'lista.pdf', label: texts.list, format: texts.listFormat },
  ] as const
  return (
    <>
      <Breadcrumbs language={language} items={[{ label: texts.title, href: payrollPath(place) }]} />
      <Heading level={1}>{texts.batchName(batch.number)}</Heading>
      <DefinitionList
        items={[
          { term: texts.created, description: batch.created },
          { term: texts.createdBy, description: batch.createdBy },
          ...(cutOff === undefined ? [] : [{ term: payrollPreviewTexts(language).batchCutOff, description: cutOff }]),
          { term: texts.approvedBy, description: approvedBy },
          { term: texts.claims, description: String(batch.claims) },
          { term: texts.total, description: <Money amount={batch.total} /> },
        ]}
      />
      {mayDownload ? (
        <Alert tone="info" heading={texts.lockedHeading}>
          <Paragraph>{texts.locked}</Paragraph>
        </Alert>
      ) : (
        <Note>{texts.lockedToRead}</Note>
      )}
      {mayDownload && (
        <Section heading={texts.downloads}>
          {downloads.map(({ file, label, format }) => (
            <Paragraph key={file}>
              <DownloadLink href={payrollFilePath(place, batch.id, file)} label={label} format={format} />
            </Paragraph>
          ))}
          {layouts.map(({ id, layout }) => (
            <Paragraph key={id}>
              <DownloadLink
                href={batchInLayoutPath(place, batch.id, id)}
                label={layoutTexts(language).inLayout(layout.name)}
                format={layoutTexts(language).choices[layout.encoding] ?? layout.encoding}
              />
            </Paragraph>
          ))}
        </Section>
      )}
      <ReceiptSection language={language} place={place} batch={batch} receipt={page.receipt} mayRead={mayDownload} />
      <Section heading={texts.rowsCaption}>
        <BatchRows {...page} />
      </Section>
    </>
  )
}

function BatchRows({ language, place, batch, rows }: BatchPageProps) {
  const texts = payrollTexts(language)
  const isPaid = rows.some(({ paidOn }) => paidOn !== undefined)
  const before: readonly Column[] = [
    { heading: texts.person, rowHeading: true, cell: (row) => texts.numbered(row.person, row.employmentNumber) },
    {
      heading: texts.row,
      cell: (row) => (
        <TextLink
          href={rowTrailPath(place, batch.id, row.rowId)}
          label={trailTexts(language).trailOf(row.person, row.rowId)}
        >
          {String(row.rowId)}
        </TextLink>
      ),
    },
    { heading: texts.visit, cell: (row) => `${row.unit}, ${row.day}` },
    {
      heading: texts.payType,
      cell: ({ payType, label, counters }) =>
        counters === undefined ? `${payType} ${label}` : `${payType} ${label}. ${texts.counterRow(counters)}`,
    },
    ...(isPaid ? [{ heading: texts.paidOn, cell: (row: BatchLine) => row.paidOn ?? texts.notPaidYet }] : []),
    { heading: texts.quantity, align: 'number', cell: (row) => row.quantity },
    { heading: texts.rate, align: 'number', cell: (row) => <Money amount={row.rate} /> },
  ]
  return (
    <Table
      caption={texts.rowsCaption}
      hideCaption
      rows={rows}
      rowKey={(row) => String(row.rowId)}
      columns={[...before, { heading: texts.amount, align: 'number', cell: (row) => <Money amount={row.amount} /> }]}
      footer={[texts.sum, ...before.slice(1).map(() => ''), <Money key="sum" amount={batch.total} />]}
    />
  )
}

type Column = Parameters<typeof Table<BatchLine>>[0]['columns'][number]
