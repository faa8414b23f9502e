import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { ore } from '../../kernel/money.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'

/** A row of an hour and a half at 173 kr. */
export const aRow: PayrollRow = {
  rowId: 1001,
  employmentNumber: '90017',
  personName: 'Åsa Öberg',
  day: dayFromIso('2027-03-11'),
  payType: '4105',
  label: 'Förrättningsarvode',
  comment: 'Besök Solbacken 2027-03-11',
  quantity: { numerator: 3, denominator: 2 },
  rate: ore(17300),
  amount: ore(25950),
  visitRef: 'besok-1',
  costCentre: '41000',
  project: '77',
}

/** A row that takes back a fee of 347 kr. */
export const aCounterRow: PayrollRow = {
  ...aRow,
  rowId: 1002,
  quantity: { numerator: 1, denominator: 1 },
  rate: ore(34700),
  amount: ore(-34700),
}

/** Returns a batch of these rows. */
export function aBatch(...rows: readonly PayrollRow[]): PayrollBatch {
  return {
    number: 12,
    municipality: { name: 'Exempelkommun', organisationNumber: '212000-0000' },
    committee: 'Omsorgsnämnden',
    createdAt: instantFromIso('2027-04-02T06:30:00Z'),
    rows,
  }
}

/** Returns a batch of so many rows, of a hundred persons, every tenth a counter-row. */
export function aLargeBatch(count: number): PayrollBatch {
  return aBatch(
    ...Array.from({ length: count }, (_, index) => {
      const numerator = 1 + (index % 8)
      const amount = numerator * 17_300
      return {
        ...aRow,
        rowId: index + 1,
        employmentNumber: String(90_000 + (index % 100)),
        quantity: { numerator, denominator: 1 },
        amount: ore(index % 10 === 9 ? -amount : amount),
      }
    }),
  )
}

const plain = [
  ...['batch-number', 'row-number', 'employment-number', 'name', 'day', 'pay-type', 'label', 'quantity', 'rate'],
  ...['amount', 'cost-centre', 'project', 'comment', 'visit'],
]

/** Returns a layout with every column of a row and no more than that, changed as said. */
export function aLayout(changes: Readonly<Record<string, unknown>> = {}): PayrollLayout {
  return payrollLayoutSchema.parse({
    name: 'Prov',
    form: 'separated',
    encoding: 'utf-8',
    columns: plain.map((field) => ({ field })),
    headings: false,
    ...changes,
  })
}
