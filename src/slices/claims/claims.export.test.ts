import { describe, expect, test } from 'vitest'
import { ore } from '../../kernel/money.ts'
import { aBatch, aRow } from './a-payroll-batch.ts'
import { assertPayable, type PayrollRow, payrollProblems, writtenQuantity } from './claims.export.ts'

const row: PayrollRow = { ...aRow, personName: 'Anna Berg', costCentre: undefined, project: undefined }
const codes = (...rows: readonly PayrollRow[]) => payrollProblems(aBatch(...rows)).map(({ code }) => code)

describe('before a batch leaves for payroll', () => {
  test.each([
    ['an ordinary row', row],
    ['half a krona: 173.00 × 1/2 = 86.50', { ...row, quantity: { numerator: 1, denominator: 2 }, amount: ore(8650) }],
    ['a counter-row', { ...row, amount: ore(-25950) }],
    ['a third rounded to the nearest öre', { ...row, quantity: { numerator: 1, denominator: 3 }, amount: ore(5767) }],
  ])('%s is accepted', (_title, accepted) => {
    expect(codes(accepted)).toEqual([])
  })

  test.each([
    ['row number zero', { ...row, rowId: 0 }, 'row-id'],
    ['a row number that is no whole number', { ...row, rowId: 1.5 }, 'row-id'],
    ['a row number too large for payroll', { ...row, rowId: 2_147_483_648 }, 'row-id'],
    ['no employment number', { ...row, employmentNumber: ' ' }, 'employment-number'],
    ['a personal number as employment number', { ...row, employmentNumber: '19800101-1234' }, 'personal-number'],
    ['a personal number in the comment', { ...row, comment: 'Besök 8001011234' }, 'personal-number'],
    ['no pay type', { ...row, payType: '' }, 'pay-type'],
    ['no visit', { ...row, visitRef: '' }, 'visit-ref'],
    ['an amount that is one öre too high', { ...row, amount: ore(25951) }, 'amount'],
    ['a rounding the wrong way', { ...row, quantity: { numerator: 1, denominator: 3 }, amount: ore(5766) }, 'amount'],
    ['a quantity of nothing', { ...row, quantity: { numerator: 0, denominator: 1 } }, 'quantity'],
    ['a division by nothing', { ...row, quantity: { numerator: 1, denominator: 0 } }, 'quantity'],
  ])('%s is refused', (_title, refused, code) => {
    expect(codes(refused)).toEqual([code])
  })

  test('the same row number twice is refused', () => {
    expect(codes(row, row)).toEqual(['row-id-twice'])
  })

  test('every problem is named at once', () => {
    expect(() => assertPayable(aBatch({ ...row, payType: '', visitRef: '' }))).toThrow(
      'Payroll batch 12 cannot be exported: row 1001: pay-type; row 1001: visit-ref',
    )
  })
})

describe('a written quantity', () => {
  test.each([
    [3, 2, '1,50'],
    [1, 1, '1,00'],
    [1, 3, '0,3333'],
    [2, 3, '0,6667'],
    [1, 8, '0,125'],
    [50, 1, '50,00'],
    [49, 1440, '0,0340'],
    [107, 60, '1,7833'],
  ])('of %i/%i is %s', (numerator, denominator, written) => {
    expect(writtenQuantity({ ...row, quantity: { numerator, denominator } }, ',')).toBe(written)
  })

  test('carries the minus of a counter-row', () => {
    expect(writtenQuantity({ ...row, amount: ore(-25950) }, '.')).toBe('-1.50')
  })
})
