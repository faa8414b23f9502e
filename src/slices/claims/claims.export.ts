import { type Day, isoFromDay } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'
import { holdsPersonalNumber } from './personal-number.rules.ts'

/**
 * One row to the payroll programme. It carries an employment number, never a personal number (dataskyddslagen 3:10): where
 * there is no employment number it says whose number the file must look up.
 */
export type PayrollRow = {
  /** A positive whole number, unique in the committee for ever: it lets the payroll programme see a row that comes twice. */
  readonly rowId: number
  /** Empty where the person has none and is known to payroll by personal number. */
  readonly employmentNumber: string
  /** Set where the employment number is empty. */
  readonly personId?: string | undefined
  readonly personName: string
  readonly day: Day
  /** The municipality's own pay type (löneart). */
  readonly payType: string
  readonly label: string
  /** Unit and date only: the file passes through many hands. */
  readonly comment: string
  /** Units of the rate, positive; in a counter-row the amount's sign makes the written quantity negative. */
  readonly quantity: { readonly numerator: number; readonly denominator: number }
  readonly rate: Ore
  /** Quantity × rate, to the whole öre; negative for a counter-row. */
  readonly amount: Ore
  /** Groups the rows of one visit. */
  readonly visitRef: string
  readonly costCentre?: string | undefined
  readonly project?: string | undefined
  /** Which kind of fee, earnings or cost it pays; absent in rows from before it was kept. */
  readonly feeKind?: string | undefined
  /** In a counter-row: the number of the row it takes back. */
  readonly counters?: number | undefined
}

/** Approved rows that leave together. Once exported it never changes: what was wrong comes as counter-rows in a later batch. */
export type PayrollBatch = {
  readonly number: number
  readonly municipality: { readonly name: string; readonly organisationNumber?: string | undefined }
  readonly committee: string
  readonly createdAt: Instant
  readonly rows: readonly PayrollRow[]
}

export type PayrollProblem = {
  readonly rowId: number
  readonly code:
    | 'row-id'
    | 'row-id-twice'
    | 'employment-number'
    | 'personal-number'
    | 'pay-type'
    | 'visit-ref'
    | 'quantity'
    | 'amount'
}

/** The largest row number a payroll programme must take: PAXml's `postid` is an `xs:int`. */
const largestRowId = 2_147_483_647

/** Returns everything that keeps the batch from payroll; nothing when it may leave. */
export function payrollProblems(batch: PayrollBatch): readonly PayrollProblem[] {
  const seen = new Set<number>()
  return batch.rows.flatMap((row) => {
    const codes = rowProblems(row, seen.has(row.rowId))
    seen.add(row.rowId)
    return codes.map((code) => ({ rowId: row.rowId, code }))
  })
}

/** Returns the comment of a row without its day, for where the day stands by itself. */
export function withoutDay({ comment, day }: Pick<PayrollRow, 'comment' | 'day'>): string {
  const end = ` ${isoFromDay(day)}`
  return comment.endsWith(end) ? comment.slice(0, -end.length) : comment
}

/** Throws an `Error` that lists the problems: a wrong payroll file is worse than none. */
export function assertPayable(batch: PayrollBatch): void {
  const problems = payrollProblems(batch)
  if (problems.length === 0) return
  const list = problems.map(({ rowId, code }) => `row ${rowId}: ${code}`).join('; ')
  throw new Error(`Payroll batch ${batch.number} cannot be exported: ${list}`)
}

/**
 * Returns the quantity with the amount's sign as a decimal with the given separator: two or three decimals when
 * they say it exactly (`1.50`), else four (`-0.3333`), rounded to the nearest.
 */
export function writtenQuantity(row: PayrollRow, separator: '.' | ','): string {
  const { numerator, denominator } = row.quantity
  const scaled = Math.round((numerator * 10_000) / denominator)
  const isExact = (numerator * 10_000) % denominator === 0
  const decimals = String(scaled % 10_000).padStart(4, '0')
  const kept = isExact ? decimals.replace(/0{1,2}$/, '') : decimals
  return `${row.amount < 0 ? '-' : ''}${Math.trunc(scaled / 10_000)}${separator}${kept}`
}

/** Returns the text on one line, without control characters, which neither XML 1.0 nor a line-based import takes. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]+/gu, ' ').trim()
}

function rowProblems(row: PayrollRow, seenBefore: boolean): readonly PayrollProblem['code'][] {
  const { rowId, quantity, rate, amount } = row
  const quantityIsWhole = Number.isSafeInteger(quantity.numerator) && Number.isSafeInteger(quantity.denominator)
  const quantityHolds = quantityIsWhole && quantity.numerator > 0 && quantity.denominator > 0
  const { employmentNumber, personName, payType, label, comment, costCentre = '', project = '', visitRef } = row
  const texts = [employmentNumber, personName, payType, label, comment, costCentre, project, visitRef]
  const found: readonly [boolean, PayrollProblem['code']][] = [
    [!Number.isInteger(rowId) || rowId < 1 || rowId > largestRowId, 'row-id'],
    [seenBefore, 'row-id-twice'],
    [oneLine(row.employmentNumber) === '' && row.personId === undefined, 'employment-number'],
    [texts.some(holdsPersonalNumber), 'personal-number'],
    [oneLine(row.payType) === '', 'pay-type'],
    [oneLine(row.visitRef) === '', 'visit-ref'],
    [!quantityHolds, 'quantity'],
    // Twice the difference against the denominator: true when more than half an öre is lost or won.
    [
      quantityHolds &&
        Math.abs(Math.abs(amount) * quantity.denominator - quantity.numerator * rate) * 2 > quantity.denominator,
      'amount',
    ],
  ]
  return found.filter(([holds]) => holds).map(([, code]) => code)
}
