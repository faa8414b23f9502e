import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  DateField,
  DefinitionList,
  ErrorSummary,
  FileField,
  Form,
  type FormState,
  Heading,
  HiddenField,
  Lead,
  Money,
  Paragraph,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { payrollBatchPath, payrollPath, receiptByHandPath, receiptPath, receiptSavingPath } from './claims.paths.ts'
import { payrollReceiptTexts } from './payroll.receipt.texts.ts'
import { payrollTexts } from './payroll.texts.ts'

export type UnpaidRow = {
  readonly rowId: number
  readonly person: string
  readonly ours: Ore
  readonly why: string
  readonly saidAmount: Ore | undefined
}

/** What payroll has said of a batch so far. */
export type ReceiptState = {
  readonly paid: number
  readonly rows: number
  readonly unpaid: readonly UnpaidRow[]
}

type Batch = { readonly id: string; readonly number: number }
type Common = { readonly language: Language; readonly place: PlaceSlugs; readonly batch: Batch }

/** On a batch's own page: how much of it has been paid, what was not and what to do, and the way to its receipt. */
export function ReceiptSection({ language, place, batch, receipt, mayRead }: Common & SectionProps) {
  const texts = payrollReceiptTexts(language)
  return (
    <Section heading={texts.heading}>
      <Paragraph>{texts.state(receipt.paid, receipt.rows)}</Paragraph>
      <Unpaid language={language} unpaid={receipt.unpaid} />
      {mayRead && receipt.paid < receipt.rows && (
        <Actions>
          <ButtonLink href={receiptPath(place, batch.id)} tone="secondary">
            {texts.toReceipt}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

type SectionProps = { readonly receipt: ReceiptState; readonly mayRead: boolean }

type UnpaidProps = {
  readonly language: Language
  readonly unpaid: readonly UnpaidRow[]
  /** Where a heading says it already. */
  readonly hideCaption?: boolean
}

function Unpaid({ language, unpaid, hideCaption = false }: UnpaidProps) {
  const texts = payrollReceiptTexts(language)
  if (unpaid.length === 0) return null
  return (
    <>
      <Table
        caption={texts.notPaidCaption}
        hideCaption={hideCaption}
        rows={unpaid}
        rowKey={(row) => String(row.rowId)}
        columns={[
          { heading: texts.person, rowHeading: true, cell: (row) => row.person },
          { heading: texts.row, cell: (row) => row.rowId },
          { heading: texts.ours, align: 'number', cell: (row) => <Money amount={row.ours} /> },
          { heading: texts.why, cell: (row) => whyOf(row, language) },
        ]}
      />
      <Paragraph>{texts.whatToDo}</Paragraph>
    </>
  )
}

function whyOf({ why, saidAmount }: UnpaidRow, language: Language): string {
  const texts = payrollReceiptTexts(language)
  if (saidAmount !== undefined) return texts.otherAmount(formatKronor(saidAmount))
  return why === '' ? texts.saidNothing : why
}

export type ReceiptPageProps = Common & {
  readonly form: FormState
  readonly receipt: ReceiptState
}

/** To read a receipt, or mark the whole batch as paid by hand. */
export function ReceiptPage({ language, place, batch, form, receipt }: ReceiptPageProps) {
  const texts = payrollReceiptTexts(language)
  return (
    <>
      <Crumbs language={language} place={place} batch={batch} />
      <ErrorSummary language={language} form={form} />
      <Heading level={1}>{texts.title(batch.number)}</Heading>
      <Lead>{texts.lead}</Lead>
      <Paragraph>{texts.state(receipt.paid, receipt.rows)}</Paragraph>
      <Section heading={texts.fileHeading}>
        <Form action={receiptPath(place, batch.id)} upload label={texts.fileHeading}>
          <FileField
            language={language}
            form={form}
            name="file"
            label={texts.file}
            hint={texts.fileHint}
            accept=".csv,.txt,text/csv,text/plain"
          />
          <DateField
            language={language}
            form={form}
            name="filePaidOn"
            label={texts.paidOn}
            hint={texts.paidOnFileHint}
            optional
          />
          <SubmitButton>{texts.read}</SubmitButton>
        </Form>
      </Section>
      <Section heading={texts.handHeading}>
        <Paragraph>{texts.handLead}</Paragraph>
        <Form action={receiptByHandPath(place, batch.id)} label={texts.handHeading}>
          <DateField language={language} form={form} name="paidOn" label={texts.paidOn} hint={texts.paidOnHint} />
          <SubmitButton tone="secondary">{texts.mark}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

export type ShownReceipt = Common & {
  readonly fileName: string
  readonly sha256: string
  /** What the file says, as it is sent back to be saved. */
  readonly rows: string
  readonly paid: number
  readonly already: number
  readonly notMentioned: number
  readonly unpaid: readonly UnpaidRow[]
}

/** What a receipt says, before anything is saved. */
export function ShownReceiptPage({ language, place, batch, ...shown }: ShownReceipt) {
  const texts = payrollReceiptTexts(language)
  return (
    <>
      <Crumbs language={language} place={place} batch={batch} />
      <Heading level={1}>{texts.shownTitle(batch.number)}</Heading>
      <Lead>{texts.shownLead}</Lead>
      <DefinitionList
        items={[
          { term: texts.fileName, description: shown.fileName },
          { term: texts.willBePaid, description: texts.rows(shown.paid) },
          { term: texts.wontBePaid, description: texts.rows(shown.unpaid.length) },
          { term: texts.already, description: texts.rows(shown.already) },
          { term: texts.notMentioned, description: texts.rows(shown.notMentioned) },
        ]}
      />
      {shown.unpaid.length > 0 && (
        <Section heading={texts.notPaidHeading}>
          <Unpaid language={language} unpaid={shown.unpaid} hideCaption />
        </Section>
      )}
      <Form action={receiptSavingPath(place, batch.id)} label={texts.save}>
        <HiddenField name="rows" value={shown.rows} />
        <HiddenField name="fileName" value={shown.fileName} />
        <HiddenField name="sha256" value={shown.sha256} />
        <Actions>
          <SubmitButton>{texts.save}</SubmitButton>
          <ButtonLink href={receiptPath(place, batch.id)} tone="quiet">
            {texts.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

function Crumbs({ language, place, batch }: Common) {
  const texts = payrollTexts(language)
  return (
    <Breadcrumbs
      language={language}
      items={[
        { label: texts.title, href: payrollPath(place) },
        { label: texts.batchName(batch.number), href: payrollBatchPath(place, batch.id) },
      ]}
    />
  )
}
