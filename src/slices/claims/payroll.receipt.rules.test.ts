import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { parseAmount, planReceipt, readReceipt, writeReceipt } from './payroll.receipt.rules.ts'

const [madeOn, today, on] = ['2026-10-06', '2026-10-30', '2026-10-27'].map(dayFromIso) as [never, never, never]
const rows = [
  { rowId: 1, amount: ore(34700), isPaid: false },
  { rowId: 2, amount: ore(25950), isPaid: false },
  { rowId: 3, amount: ore(-25950), isPaid: true },
]
const plan = (text: string, paidOn?: string) =>
  planReceipt(readReceipt(text), { rows, madeOn, today, paidOn: paidOn === undefined ? on : dayFromIso(paidOn) })
const problems = (text: string) => plan(text).problems.map(({ line, code, value }) => [line, code, value])

describe('a receipt from payroll', () => {
  test.each([
    ['row numbers alone', '1\n2\n'],
    ['amounts with decimal comma, by semicolon', '1;347,00;2026-10-27\r\n2;259,50;2026-10-27\r\n'],
    ['amounts with point, by comma', '1,347.00,2026-10-27\n2,259.50,2026-10-27'],
    [
      'tabs, headings in any order, and columns that nobody asked for',
      'Namn\tStatus\tRad\nAnna\tUtbetald\t1\nAnna\tOK\t2',
    ],
    ['quotation marks and a byte order mark', '\ufeff"Radnummer";"Belopp"\n"1";"347,00 kr"\n"2";"259,5"'],
    ['days written together', '1;20261027\n2;20261027'],
    ['bars', '1|betald\n2|betald'],
  ])('is read with %s', (_title, text) => {
    const { paid, notPaid, problems: found } = plan(text)
    expect([found, notPaid, paid]).toEqual([[], [], [1, 2].map((rowId) => ({ rowId, on }))])
  })

  test('says of a row that was not paid what payroll says', () => {
    const found = plan('Rad;Status\n1;Stoppad: anställningen är avslutad\n2;')
    expect([found.paid, found.notPaid]).toEqual([
      [],
      [
        { rowId: 1, why: 'Stoppad: anställningen är avslutad' },
        { rowId: 2, why: '' },
      ],
    ])
  })

  test('with another amount than ours marks nothing as paid for that row, and does for the others', () => {
    const found = plan('1;347,00\n2;259,00')
    expect([found.paid, found.notPaid]).toEqual([[{ rowId: 1, on }], [{ rowId: 2, why: '', amount: 25900 }]])
  })

  test('leaves alone what was paid before', () => {
    expect(plan('3;-259,50')).toMatchObject({ paid: [], notPaid: [], already: [3], problems: [] })
  })

  test.each([
    ['nothing', '', [[1, 'no-rows', '']]],
    ['headings alone', 'Rad;Belopp', [[1, 'no-rows', '']]],
    ['headings without a row number', 'Namn;Belopp\nAnna;347,00', [[1, 'no-row-number', '']]],
    ['letters in an amount', 'Rad;Belopp\n1;34O,00', [[2, 'amount', '34O,00']]],
    ['letters in an amount without headings', '1;34O,00', [[1, 'amount', '34O,00']]],
    ['letters for a row number', '1;347,00\nett;259,50', [[2, 'row-number', 'ett']]],
    ['a day that is none', 'Rad;Utbetald\n1;2026-13-40', [[2, 'day', '2026-13-40']]],
    ['a day ahead', '1;2026-11-25', [[1, 'day-ahead', '2026-11-25']]],
    ['a day before the batch', '1;2026-09-25', [[1, 'day-before-batch', '2026-09-25']]],
    ['a row twice', '1;347,00\n1;347,00', [[2, 'twice', '1']]],
    ['a row of no batch', '999;347,00', [[1, 'not-in-batch', '999']]],
  ])('with %s is refused, and says where', (_title, text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  test('tells of which batch a foreign row is', () => {
    const read = readReceipt('77;10,00')
    const found = planReceipt(read, { rows, madeOn, today, paidOn: on, otherBatch: () => 4 })
    expect(found.problems).toEqual([{ line: 1, code: 'other-batch', value: '77 4' }])
  })

  test.each([
    ['606,50', 60650],
    ['606.5', 60650],
    ['1 234,00', 123400],
    ['1\u00a0234', 123400],
    ['1.234,50', 123450],
    ['-25,00', -2500],
    ['\u221225,00', -2500],
    ['25,00-', -2500],
    ['12 kr', 1200],
    ['0,00', 0],
    ['', undefined],
    ['1,2,3', undefined],
    ['-5-', undefined],
    ['1e3', undefined],
    ['99999999999', undefined],
  ])('%j is %s öre', (text, amount) => {
    expect(parseAmount(text)).toBe(amount)
  })

  test('comes back the same when it is written and read again', () => {
    const row = fc.record({
      line: fc.constant(1),
      rowId: fc.integer({ min: 1, max: 999_999 }),
      amount: fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 }).map(ore), { nil: undefined }),
      on: fc.constantFrom(undefined, on),
      said: fc.constantFrom('', 'Stoppad; "fel" konto', 'Avslutad anställning'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ rowId }) => rowId }), (given) => {
        const all = given.map(({ said, ...it }, index) => ({ ...it, line: index + 2, isPaid: said === '', why: said }))
        expect(readReceipt(writeReceipt(all))).toEqual({ rows: all, problems: [] })
      }),
    )
  })

  test('never throws, whatever it holds', () => {
    const any = fc.oneof(fc.string(), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(any, (text) => {
        const { paid, notPaid, already, problems: found } = plan(text)
        expect(paid.length + notPaid.length + already.length + found.length).toBeGreaterThan(0)
      }),
    )
  })
})
