import { isoFromDay } from '../../kernel/date.ts'
import { type Ore, plainKronor } from '../../kernel/money.ts'
import { csvBytes, csvCell, csvText } from '../../platform/documents/csv.ts'
import { encodeSingleByte } from '../../platform/documents/single-byte.ts'
import { assertPayable, oneLine, type PayrollBatch, type PayrollRow, writtenQuantity } from './claims.export.ts'

/**
 * The columns of the payroll CSV, in order. The file is Swedish whatever language the one who takes it out has:
 * it is read by the payroll programme. Dates are ISO, amounts kronor with decimal comma and two decimals.
 */
const payrollCsvColumns: readonly {
  readonly heading: string
  readonly value: (row: PayrollRow, batch: PayrollBatch) => string
}[] = [
  { heading: 'Lönefil', value: (_row, batch) => String(batch.number) },
  { heading: 'Rad', value: (row) => String(row.rowId) },
  { heading: 'Anställningsnummer', value: (row) => cell(row.employmentNumber) },
  { heading: 'Namn', value: (row) => cell(row.personName) },
  { heading: 'Datum', value: (row) => isoFromDay(row.day) },
  { heading: 'Löneart', value: (row) => cell(row.payType) },
  { heading: 'Benämning', value: (row) => cell(row.label) },
  { heading: 'Kommentar', value: (row) => cell(row.comment) },
  { heading: 'Antal', value: (row) => writtenQuantity(row, ',') },
  { heading: 'À-pris', value: (row) => commaKronor(row.rate) },
  { heading: 'Belopp', value: (row) => commaKronor(row.amount) },
  { heading: 'Kostnadsställe', value: (row) => cell(row.costCentre ?? '') },
  { heading: 'Projekt', value: (row) => cell(row.project ?? '') },
  { heading: 'Besök', value: (row) => cell(row.visitRef) },
]

export type PayrollCsvOptions = { readonly encoding?: 'utf-8' | 'windows-1252' }

/**
 * Returns the batch as CSV: semicolons, CRLF, one heading row, in UTF-8 with a byte order mark (which Excel needs)
 * or in Windows-1252, where a character it lacks becomes `?`. Throws when `payrollProblems` finds any.
 */
export function payrollCsv(batch: PayrollBatch, options: PayrollCsvOptions = {}): Uint8Array {
  assertPayable(batch)
  const rows = batch.rows.map((row) => payrollCsvColumns.map((column) => column.value(row, batch)))
  const headings = payrollCsvColumns.map((column) => column.heading)
  const text = csvText(headings, rows)
  return options.encoding === 'windows-1252'
    ? encodeSingleByte(text.normalize('NFC'), 'windows-1252', () => '?')
    : csvBytes(text)
}

function cell(text: string): string {
  return csvCell(oneLine(text))
}

function commaKronor(amount: Ore): string {
  return plainKronor(amount).replace('.', ',')
}
