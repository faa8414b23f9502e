import { type Day, isoFromDay, parseDay } from '../../kernel/date.ts'
import { type Ore, ore, plainKronor } from '../../kernel/money.ts'

/** What a receipt from payroll says of one row of a batch. */
export type ReceiptRow = {
  /** Where it stands in the file, from 1. */
  readonly line: number
  readonly rowId: number
  readonly amount?: Ore | undefined
  readonly on?: Day | undefined
  readonly isPaid: boolean
  /** What payroll says of a row that was not paid, in its own words. */
  readonly why: string
}

export type ReceiptProblem = {
  readonly line: number
  readonly code:
    | 'no-rows'
    | 'too-many-rows'
    | 'no-row-number'
    | 'row-number'
    | 'amount'
    | 'day'
    | 'twice'
    | 'not-in-batch'
    | 'other-batch'
    | 'day-missing'
    | 'day-ahead'
    | 'day-before-batch'
  readonly value: string
}

export type ReadReceipt = { readonly rows: readonly ReceiptRow[]; readonly problems: readonly ReceiptProblem[] }

type Column = 'row' | 'amount' | 'status' | 'day'

const most = 20_000
const separators = [';', '\t', '|', ','] as const

/** What payroll programmes call the columns, without marks and in small letters. `datum` is the visit's in our own file. */
const headings: { readonly [C in Column]: RegExp } = {
  row: /^(?:rad|radnr|radnummer|radid|row|rownumber|rowid|postid|postnr|nr|nummer|id)$/,
  amount: /^(?:belopp|summa|amount|utbetaltbelopp|betaltbelopp)$/,
  status: /^(?:status|resultat|utfall|besked|kvittens|orsak|result|outcome)$/,
  day: /^(?:utbetald|utbetalt|utbetaldden|utbetalningsdag|utbetalningsdatum|betald|betaldatum|betaldag|paid|paidon|paydate|paymentdate)$/,
}
const paidWords = /^(?:betald|betalt|betalad|utbetald|utbetalt|paid|ok|klar|klart|godkänd|ja|yes|j|y|1|x)$/i

/**
 * Returns what a receipt says, row by row, and everything in it that cannot be read. A table in text: with headings or else the
 * row number first and the rest told by its form; separated by semicolon, tab, bar or comma; amounts in kronor with comma or point.
 */
export function readReceipt(text: string): ReadReceipt {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((it) => it.text.trim() !== '')
  const [first] = lines
  if (first === undefined) return { rows: [], problems: [{ line: 1, code: 'no-rows', value: '' }] }
  if (lines.length > most) return { rows: [], problems: [{ line: most, code: 'too-many-rows', value: String(most) }] }
  const separator = separatorOf(first.text)
  const columns = columnsOf(cellsOf(first.text, separator))
  if (columns !== undefined && !columns.includes('row'))
    return { rows: [], problems: [{ line: first.line, code: 'no-row-number', value: '' }] }
  const body = columns === undefined ? lines : lines.slice(1)
  if (body.length === 0) return { rows: [], problems: [{ line: first.line, code: 'no-rows', value: '' }] }
  const read = body.map((it) => rowOf(it.line, cellsOf(it.text, separator), columns))
  const rows = read.flatMap((it) => ('rowId' in it ? [it] : []))
  const seen = new Set<number>()
  const twice = rows.filter(({ rowId }) => seen.has(rowId) || !seen.add(rowId))
  return {
    rows,
    problems: [
      ...read.flatMap((it) => ('code' in it ? [it] : [])),
      ...twice.map(({ line, rowId }): ReceiptProblem => ({ line, code: 'twice', value: String(rowId) })),
    ],
  }
}

function separatorOf(line: string): string {
  return separators.find((it) => line.includes(it)) ?? ';'
}

/** Cells may stand in quotation marks, with two for one (RFC 4180). */
function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

/** The columns by their headings, or undefined where the first line is a row already. */
function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  if (/^\d+$/.test(cells[0] ?? '') || cells.some((it) => parseAmount(it) !== undefined)) return undefined
  const names = Object.keys(headings) as readonly Column[]
  return cells.map((cell) => {
    const plain = cell.toLowerCase().replace(/[^\p{L}]/gu, '')
    return names.find((name) => headings[name].test(plain))
  })
}

function rowOf(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | undefined)[] | undefined,
): ReceiptRow | ReceiptProblem {
  const told = columns ?? cells.map((cell, index) => (index === 0 ? 'row' : columnByForm(cell)))
  const cellOf = (column: Column) => {
    const at = told.indexOf(column)
    return at < 0 ? undefined : (cells[at] ?? '')
  }
  const number = cellOf('row') ?? ''
  if (!/^\d{1,10}$/.test(number)) return { line, code: 'row-number', value: number }
  const [amountText, dayText, status] = [cellOf('amount') ?? '', cellOf('day') ?? '', cellOf('status')]
  const amount = amountText === '' ? undefined : parseAmount(amountText)
  if (amountText !== '' && amount === undefined) return { line, code: 'amount', value: amountText }
  const on = dayText === '' ? undefined : parseReceiptDay(dayText)
  // A heading such as "Utbetald" may stand over yes and no as well as over days.
  const saysYes = paidWords.test(dayText)
  if (dayText !== '' && on === undefined && !saysYes) return { line, code: 'day', value: dayText }
  const isPaid =
    status === undefined || status === '' ? status === undefined || on !== undefined || saysYes : paidWords.test(status)
  return { line, rowId: Number(number), amount, on, isPaid, why: isPaid ? '' : (status ?? '').slice(0, 200) }
}

function columnByForm(cell: string): Column | undefined {
  if (cell === '') return undefined
  if (parseReceiptDay(cell) !== undefined) return 'day'
  // One that has no letters was meant as an amount, and so was one that ends in öre.
  return /^[^\p{L}]*$/u.test(cell) || /[.,]\d\d\D*$/u.test(cell) ? 'amount' : 'status'
}

const amountForm = /^([-\u2212]?)(\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})*|\d+)(?:[.,](\d{1,2}))?([-\u2212]?)$/

/** Returns kronor as they are written in a table, in öre; undefined for what is no amount. */
export function parseAmount(text: string): Ore | undefined {
  const found = amountForm.exec(text.replace(/\s*kr\.?$/i, '').trim())
  if (found === null) return undefined
  const [, before = '', whole = '', parts = '', after = ''] = found
  const kronor = whole.replace(/\D/g, '')
  if (kronor.length > 9 || (before !== '' && after !== '')) return undefined
  const amount = Number(kronor) * 100 + Number(parts.padEnd(2, '0'))
  return ore(before + after === '' || amount === 0 ? amount : -amount)
}

function parseReceiptDay(text: string): Day | undefined {
  const plain = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)$/.exec(text)
  return plain === null ? undefined : parseDay(`${plain[1]}-${plain[2]}-${plain[3]}`)
}

/** A row of a batch, with whether payroll has paid it. */
export type BatchRowState = { readonly rowId: number; readonly amount: Ore; readonly isPaid: boolean }

export type ReceiptPlan = {
  readonly paid: readonly { readonly rowId: number; readonly on: Day }[]
  /** Rows that are not marked as paid, with payroll's words, or with the amount it gives where that is not ours. */
  readonly notPaid: readonly { readonly rowId: number; readonly why: string; readonly amount?: number }[]
  /** Rows that were paid before: nothing happens to them. */
  readonly already: readonly number[]
  readonly problems: readonly ReceiptProblem[]
}

type Against = {
  readonly rows: readonly BatchRowState[]
  readonly madeOn: Day
  readonly today: Day
  /** The day of payment for rows whose day the file does not say. */
  readonly paidOn?: Day | undefined
  /** The number of the batch that a row number belongs to, when it is another. */
  readonly otherBatch?: ((rowId: number) => number | undefined) | undefined
}

/** Returns what a receipt does to its batch. Nothing of a receipt with problems is kept: it may be another batch's. */
export function planReceipt(receipt: ReadReceipt, { rows, madeOn, today, paidOn, otherBatch }: Against): ReceiptPlan {
  const known = new Map(rows.map((row) => [row.rowId, row]))
  const paid: { rowId: number; on: Day }[] = []
  const notPaid: { rowId: number; why: string; amount?: number }[] = []
  const already: number[] = []
  const problems = [...receipt.problems]
  for (const { line, rowId, amount, on = paidOn, isPaid, why } of receipt.rows) {
    const row = known.get(rowId)
    const problem = (code: ReceiptProblem['code'], value: string) => problems.push({ line, code, value })
    if (row === undefined) {
      const other = otherBatch?.(rowId)
      if (other === undefined) problem('not-in-batch', String(rowId))
      else problem('other-batch', `${rowId} ${other}`)
    } else if (row.isPaid) already.push(rowId)
    else if (!isPaid) notPaid.push({ rowId, why })
    else if (amount !== undefined && amount !== row.amount) notPaid.push({ rowId, why: '', amount })
    else if (on === undefined) problem('day-missing', String(rowId))
    else if (on > today) problem('day-ahead', isoFromDay(on))
    else if (on < madeOn) problem('day-before-batch', isoFromDay(on))
    else paid.push({ rowId, on })
  }
  return { paid, notPaid, already, problems }
}

/** Returns a receipt as `readReceipt` reads it, so that what was shown is what is saved. */
export function writeReceipt(rows: readonly ReceiptRow[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`
  const lines = rows.map(({ rowId, amount, on, isPaid, why }) =>
    [
      String(rowId),
      amount === undefined ? '' : plainKronor(amount),
      on === undefined ? '' : isoFromDay(on),
      isPaid ? 'ok' : cell(why === '' ? '-' : why),
    ].join(';'),
  )
  return ['Rad;Belopp;Utbetald;Status', ...lines].join('\n')
}
