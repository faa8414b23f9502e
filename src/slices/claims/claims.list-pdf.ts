import { isoFromDay } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, plainKronor, sumOre } from '../../kernel/money.ts'
import { officialPageData } from '../../platform/documents/official-page.typ.ts'
import type { TemplateData, Typesetter } from '../../platform/documents/typst.ts'
import { assertPayable, type PayrollBatch, type PayrollRow, writtenQuantity } from './claims.export.ts'
import { approvedListTexts } from './claims.list-texts.ts'
import { approvedListTemplate } from './claims.typ.ts'

export type ApprovedList = {
  readonly batch: PayrollBatch
  readonly language: Language
  /** Names of those who approved the claims. */
  readonly approvedBy: readonly string[]
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

function listData({ batch, language, approvedBy, marks }: ApprovedList): TemplateData {
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
      { label: texts.approvedBy, value: approvedBy.join('; ') },
      { label: texts.persons, value: String(persons.size) },
      { label: texts.rows, value: String(batch.rows.length) },
      { label: texts.total, value: formatKronor(sumOre(batch.rows.map((row) => row.amount))) },
    ],
    note: texts.note,
    columns: Object.values(texts.columns),
    total: texts.total,
    persons: [...persons.values()].map((rows) => ({
      heading: texts.person(rows[0]?.personName ?? '', rows[0]?.employmentNumber ?? ''),
      rows: rows.map((row) => rowCells(row, language)),
      total: printedKronor(sumOre(rows.map((row) => row.amount)), language),
    })),
  }
}

function rowCells(row: PayrollRow, language: Language): readonly string[] {
  const texts = approvedListTexts(language)
  const about = [
    row.label,
    row.comment,
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

/** Kronor with two decimals always, as columns of figures are read from the right. */
function printedKronor(amount: Ore, language: Language): string {
  const plain = plainKronor(amount).replace('-', minus)
  return language === 'sv' ? plain.replace('.', ',') : plain
}
