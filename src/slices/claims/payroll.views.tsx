import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Alert,
  Breadcrumbs,
  ButtonLink,
  CheckboxGroup,
  DefinitionList,
  DownloadLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  List,
  Money,
  Note,
  Paragraph,
  Section,
  SubmitButton,
  Table,
  TextLink,
} from '../../ui/index.ts'
import { payrollBatchPath, payrollFilePath, payrollPath, payTypesPath } from './claims.paths.ts'
import { payrollTexts } from './payroll.texts.ts'

export type PreviewRow = {
  readonly id: string
  readonly unit: string
  readonly day: string
  readonly payType: string
  readonly amount: Ore
}

export type PreviewPerson = {
  readonly id: string
  readonly name: string
  readonly total: Ore
  readonly rows: readonly PreviewRow[]
}

export type ShownBatch = {
  readonly id: string
  readonly number: number
  readonly created: string
  readonly createdBy: string
  readonly claims: number
  readonly total: Ore
}

export type PayrollPageProps = {
  readonly language: Language
  readonly place: PlaceSlugs
  readonly form: FormState
  readonly mayExport: boolean
  readonly mayNamePayTypes: boolean
  readonly persons: readonly PreviewPerson[]
  readonly total: Ore
  /** What keeps approved claims here, each a sentence with what to do. */
  readonly held: readonly string[]
  readonly batches: readonly ShownBatch[]
}

/** What would leave now, per person; and the files that have left. */
export function PayrollPage(page: PayrollPageProps) {
  const { language, place, form, persons, held } = page
  const texts = payrollTexts(language)
  return (
    <>
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title}</Heading>
      <Lead>{texts.lead}</Lead>
      {held.length > 0 && (
        <Alert tone="warning" heading={texts.heldHeading}>
          <List items={held} />
        </Alert>
      )}
      {page.mayNamePayTypes && (
        <Actions>
          <ButtonLink href={payTypesPath(place)} tone="quiet">
            {texts.toPayTypes}
          </ButtonLink>
        </Actions>
      )}
      <Section heading={texts.readyHeading}>
        {persons.length === 0 && <EmptyState heading={texts.readyEmptyHeading}>{texts.readyEmpty}</EmptyState>}
        {persons.map((person) => (
          <PersonPreview key={person.id} language={language} person={person} />
        ))}
        {persons.length > 0 && (
          <DefinitionList items={[{ term: texts.total, description: <Money amount={page.total} /> }]} />
        )}
        {persons.length > 0 && page.mayExport && <BatchForm {...page} />}
      </Section>
      <Section heading={texts.batchesHeading}>
        <Batches {...page} />
      </Section>
    </>
  )
}

function PersonPreview({ language, person }: { readonly language: Language; readonly person: PreviewPerson }) {
  const texts = payrollTexts(language)
  return (
    <Table
      caption={texts.previewCaption(person.name)}
      rows={person.rows}
      rowKey={(row) => row.id}
      columns={[
        { heading: texts.visit, rowHeading: true, cell: (row) => row.unit },
        { heading: texts.day, cell: (row) => row.day },
        { heading: texts.payType, cell: (row) => row.payType },
        { heading: texts.amount, align: 'number', cell: (row) => <Money amount={row.amount} /> },
      ]}
      footer={[texts.sum, '', '', <Money key="sum" amount={person.total} />]}
    />
  )
}

function BatchForm({ language, place, form, persons }: PayrollPageProps) {
  const texts = payrollTexts(language)
  const choices = persons.map(({ id, name, rows, total }) => ({
    value: id,
    label: texts.personChoice(name, rows.length, formatKronor(total)),
  }))
  return (
    <Form action={payrollPath(place)} label={texts.make}>
      {persons.flatMap(({ rows }) => rows.map(({ id }) => <HiddenField key={id} name="claim" value={id} />))}
      <CheckboxGroup
        language={language}
        form={form}
        name="person"
        label={texts.chooseLabel}
        hint={texts.chooseHint}
        choices={choices}
      />
      <SubmitButton>{texts.make}</SubmitButton>
    </Form>
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
      ]}
    />
  )
}

export type BatchLine = {
  readonly rowId: number
  readonly person: string
  readonly employmentNumber: string
  readonly day: string
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
  readonly rows: readonly BatchLine[]
}

/** One payroll file as it was locked, with its downloads. */
export function BatchPage({ language, place, batch, approvedBy, mayDownload, rows }: BatchPageProps) {
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
          { term: texts.approvedBy, description: approvedBy },
          { term: texts.claims, description: String(batch.claims) },
          { term: texts.total, description: <Money amount={batch.total} /> },
        ]}
      />
      <Note>{texts.locked}</Note>
      {mayDownload && (
        <Section heading={texts.downloads}>
          {downloads.map(({ file, label, format }) => (
            <Paragraph key={file}>
              <DownloadLink href={payrollFilePath(place, batch.id, file)} label={label} format={format} />
            </Paragraph>
          ))}
        </Section>
      )}
      <Table
        caption={texts.rowsCaption}
        rows={rows}
        rowKey={(row) => String(row.rowId)}
        columns={[
          { heading: texts.row, cell: (row) => row.rowId },
          { heading: texts.person, rowHeading: true, cell: (row) => texts.numbered(row.person, row.employmentNumber) },
          { heading: texts.day, cell: (row) => row.day },
          { heading: texts.payType, cell: (row) => `${row.payType} ${row.label}` },
          { heading: texts.quantity, align: 'number', cell: (row) => row.quantity },
          { heading: texts.rate, align: 'number', cell: (row) => <Money amount={row.rate} /> },
          { heading: texts.amount, align: 'number', cell: (row) => <Money amount={row.amount} /> },
        ]}
        footer={[texts.sum, '', '', '', '', '', <Money key="sum" amount={batch.total} />]}
      />
    </>
  )
}
