import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeeLine, FeePart } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import { type ApprovedClaim, kindsWithoutPayType, numberingFrom, obstacles, payrollRowsOf } from './payroll.rules.ts'

const day = dayFromIso('2026-05-04')

const aPart = (kind: string, numerator: number, denominator: number, rate: number): FeePart => ({
  kind,
  minutes: minutes(60),
  quantity: { numerator, denominator },
  rate: ore(rate),
  amount: ore((rate * numerator) / denominator),
  source: 'fee-rules',
  clause: '§ 4',
})

const aLine = (parts: readonly FeePart[]): FeeLine => ({
  visit: 'visit-1',
  person: 'anna',
  day,
  outcome: 'payable',
  feeKind: 'meeting',
  attended: minutes(140),
  paid: minutes(140),
  parts,
  amount: sumOre(parts.map((part) => part.amount)),
  reasons: [],
})

const line = aLine([aPart('first-hour', 1, 1, 34700), aPart('hours', 3, 2, 17300)])

const aClaim = (given: Partial<ApprovedClaim> = {}): ApprovedClaim => ({
  id: 'claim-1',
  version: 3,
  visitId: 'visit-1',
  visitDay: day,
  unitIds: ['unit-1'],
  unitNames: ['Solgården'],
  personId: 'anna',
  personName: 'Anna Exempel',
  employmentNumber: '90001',
  amount: line.amount,
  line,
  others: [],
  ...given,
})

const payTypes = [{ feeKind: 'meeting', payType: '4105', label: 'Sammanträdesarvode', costCentre: '', project: '' }]

describe('what keeps a claim from payroll', () => {
  test('a missing pay type is that of the cost, where the fee has one', () => {
    const mileage = { ...line, feeKind: 'mileage' }
    expect(kindsWithoutPayType(aClaim({ others: [mileage] }), payTypes)).toEqual(['mileage'])
  })

  test.each<[string, readonly string[], Parameters<typeof obstacles>]>([
    ['nothing, when all is there', [], [aClaim(), payTypes, line]],
    ['no employment number', ['employment-number'], [aClaim({ employmentNumber: null }), payTypes, line]],
    ['an employment number of spaces', ['employment-number'], [aClaim({ employmentNumber: ' ' }), payTypes, line]],
    [
      'nothing, when a personal number is registered for payroll',
      [],
      [aClaim({ employmentNumber: null, hasPersonalNumber: true }), payTypes, line],
    ],
    ['no pay type for the kind of fee', ['pay-type'], [aClaim(), [], line]],
    ['another amount than the approved', ['changed'], [aClaim({ amount: ore(1) }), payTypes, line]],
    ['someone who no longer attends', ['changed'], [aClaim(), payTypes, undefined]],
    [
      'everything at once: all is told',
      ['employment-number', 'pay-type', 'changed'],
      [aClaim({ employmentNumber: null }), [], undefined],
    ],
  ])('%s', (_title, expected, input) => {
    expect(obstacles(...input)).toEqual(expected)
  })
})

describe('the rows of a payroll file', () => {
  test('one for each part of the fee, numbered onwards and bound together by the visit', () => {
    const second = aClaim({ id: 'claim-2', personId: 'bengt', personName: 'Bengt Exempel', employmentNumber: '90002' })
    const rows = payrollRowsOf([aClaim(), second], payTypes, numberingFrom(41)).flatMap((claim) => claim.rows)
    expect(
      rows.map(({ rowId, employmentNumber, amount, visitRef }) => [rowId, employmentNumber, amount, visitRef]),
    ).toEqual([
      [41, '90001', 34700, 'besok-41'],
      [42, '90001', 25950, 'besok-41'],
      [43, '90002', 34700, 'besok-41'],
      [44, '90002', 25950, 'besok-41'],
    ])
  })

  test('say unit and date, and nothing more', () => {
    const [claim] = payrollRowsOf([aClaim()], payTypes, numberingFrom(1))
    expect(claim?.rows[0]?.comment).toBe('Solgården 2026-05-04')
  })

  test('always sum to the approved amount', () => {
    const part = fc.record({ numerator: fc.integer({ min: 1, max: 20 }), rate: fc.integer({ min: 1, max: 100_000 }) })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (given) => {
        const some = aLine(given.map(({ numerator, rate }) => aPart('hours', numerator, 2, rate * 2)))
        const [claim] = payrollRowsOf([aClaim({ line: some, amount: some.amount })], payTypes, numberingFrom(1))
        expect(sumOre(claim?.rows.map(({ amount }) => amount) ?? [])).toBe(some.amount)
      }),
    )
  })

  test('are never made of a claim without an employment number', () => {
    expect(() => payrollRowsOf([aClaim({ employmentNumber: null })], payTypes, numberingFrom(1))).toThrow(
      'not ready for payroll',
    )
  })
})
