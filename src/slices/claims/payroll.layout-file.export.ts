import { type Day, isoFromDay } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { type Ore, sumOre } from '../../kernel/money.ts'
import { csvCell } from '../../platform/documents/csv.ts'
import { encodeSingleByte, isInSingleByte } from '../../platform/documents/single-byte.ts'
import { assertPayable, oneLine, type PayrollBatch, type PayrollRow } from './claims.export.ts'
import {
  isFigure,
  type LayoutColumn,
  type PayrollLayout,
  type RowField,
  type WholeField,
} from './payroll.layout.rules.ts'

type LayoutInput = {
  readonly layout: PayrollLayout
  readonly batch: PayrollBatch
  /** The twelve digits of those who have no employment number and are registered for payroll, by person. */
  readonly personalNumbers: ReadonlyMap<string, string>
}

/** Why a batch cannot be written in the layout. */
export type FileProblem = {
  readonly code: 'too-narrow' | 'lacked-character' | 'separator-in-text' | 'person-unknown' | 'quantity-not-exact'
  /** The row's number, where the problem lies in one row. */
  readonly row?: number
  readonly field: RowField | WholeField
  readonly heading: string
  readonly value: string
}

type WrittenFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/**
 * Returns the batch as a file in the layout, the same bytes each time, or what keeps it from being one: nothing is cut
 * or rounded but what the layout says. Throws when `payrollProblems` finds any.
 */
export function payrollFile({ layout, batch, personalNumbers }: LayoutInput): WrittenFile {
  assertPayable(batch)
  const written: WrittenRecord[] = [
    ...layout.header.map((fields) => record(fields, layout, (field) => ofWhole(field, batch, layout))),
    ...(layout.headings ? [headingsOf(layout)] : []),
    ...batch.rows.map((row) => ({
      ...record(layout.columns, layout, (field) => ofRow(field, row, { layout, batch, personalNumbers })),
      row: row.rowId,
    })),
    ...layout.footer.map((fields) => record(fields, layout, (field) => ofWhole(field, batch, layout))),
  ]
  const problems = written.flatMap(({ cells, row }) =>
    cells.flatMap(({ problem }) => (problem === undefined ? [] : [row === undefined ? problem : { ...problem, row }])),
  )
  if (problems.length > 0) return { ok: false, problems }
  const end = layout.lineEnding === 'crlf' ? '\r\n' : '\n'
  const between = layout.form === 'fixed' ? '' : separators[layout.separator]
  const text = written.map(({ cells }) => `${cells.map((cell) => cell.text).join(between)}${end}`).join('')
  return { ok: true, text, bytes: encoded(text, layout) }
}

type Cell = { readonly text: string; readonly problem?: FileProblem }
type WrittenRecord = { readonly cells: readonly Cell[]; readonly row?: number }
/** A field's value before it is laid out. What somebody has written is `text`; `sign` stands before or after a figure. */
type Value = { readonly text: string; readonly sign?: string; readonly problem?: FileProblem['code'] }

const separators = { semicolon: ';', comma: ',', tab: '\t', bar: '|' } as const

function record<Field extends RowField | WholeField>(
  columns: readonly LayoutColumn<Field>[],
  layout: PayrollLayout,
  contentOf: (field: Field, column: LayoutColumn<Field>) => Value,
): WrittenRecord {
  return {
    cells: columns.map((column) => {
      const value = column.field === 'text' ? { text: column.text } : contentOf(column.field, column)
      return laidOut(column, value, layout)
    }),
  }
}

function headingsOf(layout: PayrollLayout): WrittenRecord {
  // A heading is text above figures too: zeros before it would be read as part of it.
  const cells = layout.columns.map((column) =>
    laidOut({ ...column, field: 'text', pad: 'space' }, { text: column.heading }, layout),
  )
  return { cells }
}

function ofRow(field: RowField, row: PayrollRow, { layout, batch, personalNumbers }: LayoutInput): Value {
  const employmentNumber = oneLine(row.employmentNumber)
  const digits = employmentNumber === '' ? (personalNumbers.get(row.personId ?? '') ?? '') : ''
  const isKnown =
    employmentNumber !== '' ||
    layout.columns.some(({ field }) => field === 'identity' || (field === 'personal-number' && digits !== ''))
  const values: Readonly<Record<RowField, () => Value>> = {
    'row-number': () => ({ text: String(row.rowId) }),
    // One who has no employment number must be known by the personal number, in this field or another.
    'employment-number': () =>
      isKnown ? { text: employmentNumber } : { text: row.personName, problem: 'person-unknown' },
    'personal-number': () => ({ text: digits }),
    identity: () => {
      const text = employmentNumber || digits
      return text === '' ? { text: row.personName, problem: 'person-unknown' } : { text }
    },
    name: () => ({ text: row.personName }),
    day: () => ({ text: writtenDay(row.day, layout) }),
    'pay-type': () => ({ text: row.payType }),
    label: () => ({ text: row.label }),
    quantity: () => writtenQuantity(row, layout),
    rate: () => money(row.rate, layout),
    amount: () => money(row.amount, layout),
    sign: () => ({ text: row.amount < 0 ? layout.minus : layout.plus }),
    'cost-centre': () => ({ text: row.costCentre ?? '' }),
    project: () => ({ text: row.project ?? '' }),
    comment: () => ({ text: row.comment }),
    visit: () => ({ text: row.visitRef }),
    'batch-number': () => ({ text: String(batch.number) }),
    text: () => ({ text: '' }),
    blank: () => ({ text: '' }),
  }
  return values[field]()
}

function ofWhole(field: WholeField, batch: PayrollBatch, layout: PayrollLayout): Value {
  const sum = sumOre(batch.rows.map(({ amount }) => amount))
  const persons = new Set(batch.rows.map(({ personId, employmentNumber }) => personId ?? employmentNumber))
  const values: Readonly<Record<WholeField, () => Value>> = {
    'batch-number': () => ({ text: String(batch.number) }),
    created: () => ({ text: writtenDay(inStockholm(batch.createdAt).day, layout) }),
    municipality: () => ({ text: batch.municipality.name }),
    'organisation-number': () => ({ text: batch.municipality.organisationNumber ?? '' }),
    committee: () => ({ text: batch.committee }),
    'row-count': () => ({ text: String(batch.rows.length) }),
    'person-count': () => ({ text: String(persons.size) }),
    'amount-sum': () => money(sum, layout),
    sign: () => ({ text: sum < 0 ? layout.minus : layout.plus }),
    text: () => ({ text: '' }),
    blank: () => ({ text: '' }),
  }
  return values[field]()
}

function writtenDay(day: Day, { date }: PayrollLayout): string {
  const [year = '', month = '', dayOfMonth = ''] = isoFromDay(day).split('-')
  if (date === 'YYYY-MM-DD') return `${year}-${month}-${dayOfMonth}`
  if (date === 'YYYYMMDD') return `${year}${month}${dayOfMonth}`
  if (date === 'YYMMDD') return `${year.slice(2)}${month}${dayOfMonth}`
  return `${dayOfMonth}.${month}.${year}`
}

function money(amount: Ore, layout: PayrollLayout): Value {
  const digits = String(Math.abs(amount))
  if (layout.money === 'ore') return { text: digits, ...signed(amount, layout) }
  return {
    text: decimal(`${digits}${'0'.repeat(layout.moneyDecimals - 2)}`, layout.moneyDecimals, layout),
    ...signed(amount, layout),
  }
}

/** The amount's sign is the quantity's too. With two decimals or more it is rounded to the nearest; with fewer it must be exact. */
function writtenQuantity(row: PayrollRow, layout: PayrollLayout): Value {
  const { numerator, denominator } = row.quantity
  const scale = 10 ** layout.quantityDecimals
  const text = decimal(String(Math.round((numerator * scale) / denominator)), layout.quantityDecimals, layout)
  const isExact = (numerator * scale) % denominator === 0
  if (!isExact && layout.quantityDecimals < 2)
    return { text: `${numerator}/${denominator}`, problem: 'quantity-not-exact' }
  return { text, ...signed(row.amount, layout) }
}

function signed(amount: number, { sign }: PayrollLayout): { readonly sign?: string } {
  return amount < 0 && sign !== 'column' ? { sign: '-' } : {}
}

/** Returns whole units of the last decimal with the layout's sign before the decimals. */
function decimal(digits: string, decimals: number, { decimalMark }: PayrollLayout): string {
  if (decimals === 0) return digits
  const filled = digits.padStart(decimals + 1, '0')
  const mark = { comma: ',', point: '.', none: '' }[decimalMark]
  return `${filled.slice(0, -decimals)}${mark}${filled.slice(-decimals)}`
}

function laidOut(column: LayoutColumn, value: Value, layout: PayrollLayout): Cell {
  const shown = { field: column.field, heading: column.heading, value: value.text }
  if (value.problem !== undefined) return { text: '', problem: { ...shown, code: value.problem } }
  const clean = inEncoding(oneLine(value.text).normalize('NFC'), layout)
  if (clean === undefined) return { text: '', problem: { ...shown, code: 'lacked-character' } }
  return layout.form === 'fixed'
    ? inWidth(column, { ...value, text: clean }, layout, shown)
    : inCell(column, { ...value, text: clean }, layout, shown)
}

type Shown = Omit<FileProblem, 'code' | 'row'>

function inCell({ field }: LayoutColumn, { text, sign = '' }: Value, layout: PayrollLayout, shown: Shown): Cell {
  // Figures and signs of ours keep their minus; what people write must not run as a formula in a spreadsheet.
  const plain = isFigure(field) || field === 'sign' ? withSign(text, sign, layout) : csvCell(text)
  const needsQuotes = plain.includes('"') || plain.includes(separators[layout.separator])
  if (layout.quoting === 'never')
    return needsQuotes ? { text: '', problem: { ...shown, code: 'separator-in-text' } } : { text: plain }
  return { text: needsQuotes || layout.quoting === 'always' ? `"${plain.replaceAll('"', '""')}"` : plain }
}

function inWidth(column: LayoutColumn, { text, sign = '' }: Value, layout: PayrollLayout, shown: Shown): Cell {
  const { field, width = 0, align, pad, cut } = column
  const room = width - sign.length
  const length = [...text].length
  if (length > room && (!cut || isFigure(field))) return { text: '', problem: { ...shown, code: 'too-narrow' } }
  const kept = [...text].slice(0, room).join('')
  const gap = Math.max(0, room - length)
  // Zeros stand between sign and figures; spaces stand outside both.
  if (pad === 'zero')
    return {
      text: withSign(align === 'right' ? `${'0'.repeat(gap)}${kept}` : `${kept}${'0'.repeat(gap)}`, sign, layout),
    }
  const whole = withSign(kept, sign, layout)
  return { text: align === 'right' ? `${' '.repeat(gap)}${whole}` : `${whole}${' '.repeat(gap)}` }
}

function withSign(text: string, sign: string, layout: PayrollLayout): string {
  return layout.sign === 'trailing' ? `${text}${sign}` : `${sign}${text}`
}

/** Returns the text as the encoding can hold it by the layout's rule, or undefined when it cannot. */
function inEncoding(text: string, { encoding, lackedCharacters }: PayrollLayout): string | undefined {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return text
  const lacks = (character: string) => !isInSingleByte(character, encoding)
  if (![...text].some(lacks)) return text
  if (lackedCharacters === 'refuse') return undefined
  return [...text]
    .map((character) => (lacks(character) ? substitute(character, lackedCharacters, lacks) : character))
    .join('')
}

function substitute(
  character: string,
  rule: PayrollLayout['lackedCharacters'],
  lacks: (letter: string) => boolean,
): string {
  const letter =
    rule === 'plain-letter' ? (strokes[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')) : ''
  return letter === '' || [...letter].some(lacks) ? '?' : letter
}

/** Letters with a stroke are letters of their own in Unicode and fall apart into nothing. */
const strokes: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  ı: 'i',
}

function encoded(text: string, { encoding }: PayrollLayout): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  return encodeSingleByte(text, encoding, () => '?')
}
