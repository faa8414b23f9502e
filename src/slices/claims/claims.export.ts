import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Ore } from '../../kernel/money.ts'

/** One row to the payroll programme. It carries an employment number, never a personal number (GDPR; KL 4:12–18 ask for none). */
export type PayrollRow = {
  /** A positive whole number, unique in the municipality for ever: the payroll programme's protection against paying twice. */
  readonly rowId: number
  readonly employmentNumber: string
  readonly personName: string
  readonly day: Day
  /** The municipality's own pay type (löneart). */
  readonly payType: string
  readonly label: string
  /** Unit and date only: the file passes through many hands. */
  readonly comment: string
  /** Units of the rate; negative in a counter-row, or positive with a negative amount: the amount's sign is what is written. */
  readonly quantity: { readonly numerator: number; readonly denominator: number }
  readonly rate: Ore
  /** Quantity × rate, to the whole öre; negative for a counter-row. */
  readonly amount: Ore
  /** Groups the rows of one visit. */
  readonly visitRef: string
  readonly costCentre?: string | undefined
  readonly project?: string | undefined
}

/** Approved rows that leave together. Once exported it is never changed: what was wrong comes as counter-rows in a later batch. */
export type PayrollBatch = {
  readonly number: number
  readonly municipality: { readonly name: string; readonly organisationNumber?: string | undefined }
  readonly committee: string
  readonly createdAt: Instant
  readonly rows: readonly PayrollRow[]
}
