import { isoFromDay } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, printedKronor, sumOre } from '../../kernel/money.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import { assertPayable, type PayrollBatch, type PayrollRow, withoutDay, writtenQuantity } from './claims.export.ts'
import { approvedListTexts } from './claims.list-texts.ts'
import { approvedListTemplate } from './claims.typ.ts'

export type ApprovedList = {
  readonly batch: PayrollBatch
  readonly language: Language
  /** Names of those who approved the claims. */
  readonly approvedBy: readonly string[]
  /** Names of those who checked them. */
  readonly checkedBy: readonly string[]
  /** What the kinds of fee, lost earnings and costs are called, by their codes. */
  readonly kinds: ReadonlyMap<string, string>
  readonly marks: readonly string[]
}

/**
 * Returns the batch as a list to type in by hand, per person with sums, as a tagged PDF/A-2a. Rejects when
 * `payrollProblems` finds any. The same list gives the same bytes.
 */
export async function approvedListPdf(typesetter: Typesetter, list: ApprovedList): Promise<Uint8Array> {
  assertPayable(list.batch)
  return typesetter.typeset({
    template: approvedListTemplate,
    data: listData(list),
    title: approvedListTexts(list.language).title(list.batch.number),
    language: list.language,
    createdAt: list.batch.createdAt,
  })
}

function listData(list: ApprovedList): TemplateData {
  const { batch, language, marks } = list
  const texts = approvedListTexts(language)
  const { name, organisationNumber } = batch.municipality
  const persons = Map.groupBy(batch.rows, (row) => row.personId ?? row.employmentNumber)
  return {
    page: officialPageData({
      organisation: name,
      body: batch.committee,
      kind: texts.kind,
      reference: texts.reference(batch.number),
      marks,
      pageLabels: { page: texts.page, of: texts.of },
    }),
    title: texts.title(batch.number),
    facts: [
      {
        label: texts.municipality,
        value: organisationNumber ? texts.organisationNumber(name, organisationNumber) : name,
      },
      { label: texts.drawnUp, value: formatInstant(batch.createdAt, language) },
      // A batch of corrections alone rests on decisions, not on checks.
      ...(list.checkedBy.length === 0 ? [] : [{ label: texts.checkedBy, value: list.checkedBy.join('; ') }]),
      { label: texts.approvedBy, value: list.approvedBy.join('; ') },
      { label: texts.persons, value: String(persons.size) },
      { label: texts.rows, value: String(batch.rows.length) },
      { label: texts.total, value: formatKronor(sumOre(batch.rows.map((row) => row.amount))) },
    ],
    note: texts.note,
    columns: Object.values(texts.columns),
    total: texts.total,
    persons: [...persons.values()].map((rows) => ({
      heading: texts.person(rows[0]?.personName ?? '', rows[0]?.employmentNumber ?? ''),
      rows: rows.map((row) => rowCells(row, list)),
      total: printedKronor(sumOre(rows.map((row) => row.amount)), language),
    })),
    sums: sumsByPayType(list),
  }
}

/** What whoever types it in can check against the payroll programme's own sums. */
function sumsByPayType({ batch, language }: ApprovedList): TemplateData {
  const texts = approvedListTexts(language)
  const byPayType = Map.groupBy(batch.rows, ({ payType }) => payType)
  const sums = [...byPayType].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    heading: texts.sums,
    columns: Object.values(texts.sumColumns),
    rows: sums.map(([payType, rows]) => [
      payType,
      [...new Set(rows.map(({ label }) => label))].join(', '),
      String(rows.length),
      printedKronor(sumOre(rows.map(({ amount }) => amount)), language),
    ]),
    total: texts.grandTotal,
    count: String(batch.rows.length),
    amount: printedKronor(sumOre(batch.rows.map(({ amount }) => amount)), language),
  }
}

function rowCells(row: PayrollRow, { language, kinds }: ApprovedList): readonly string[] {
  const texts = approvedListTexts(language)
  const kind = kinds.get(row.feeKind ?? '')
  const about = [
    row.amount < 0 && (row.counters === undefined ? texts.anyCounterRow : texts.counterRow(row.counters)),
    row.label,
    // A label that says the kind already says it once.
    kind !== undefined && !row.label.toLowerCase().includes(kind.toLowerCase()) && kind,
    withoutDay(row),
    row.costCentre && `${texts.costCentre} ${row.costCentre}`,
    row.project && `${texts.project} ${row.project}`,
  ]
  return [
    String(row.rowId),
    isoFromDay(row.day),
    row.payType,
    about.filter(Boolean).join('\n'),
    writtenQuantity(row, language === 'sv' ? ',' : '.').replace('-', minus),
    printedKronor(row.rate, language),
    printedKronor(row.amount, language),
  ]
}

/** As typeset figures have it (U+2212): a hyphen is easily missed. */
const minus = '\u2212'
