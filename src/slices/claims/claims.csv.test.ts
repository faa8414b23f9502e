import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import { ore } from '../../kernel/money.ts'
import { payrollCsv } from './claims.csv.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'

const row: PayrollRow = {
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
}
const batchOf = (...rows: readonly PayrollRow[]): PayrollBatch => ({
  number: 12,
  municipality: { name: 'Exempelkommun' },
  committee: 'Omsorgsnämnden',
  createdAt: instantFromIso('2027-04-02T06:30:00Z'),
  rows,
})
const written = (...rows: readonly PayrollRow[]) => new TextDecoder().decode(payrollCsv(batchOf(...rows)))
const readBack = (...rows: readonly PayrollRow[]): readonly (readonly string[])[] =>
  parse(written(...rows), { delimiter: ';', bom: true })

describe('the payroll file as CSV', () => {
  test('has one heading row, semicolons, ISO dates and decimal commas', () => {
    expect(written(row)).toBe(
      'Underlag;Rad;Anställningsnummer;Namn;Datum;Löneart;Benämning;Kommentar;Antal;À-pris;Belopp;Kostnadsställe;Projekt;Besök\r\n' +
        '12;1001;90017;Åsa Öberg;2027-03-11;4105;Förrättningsarvode;Besök Solbacken 2027-03-11;1,50;173,00;259,50;41000;;besok-1\r\n',
    )
  })

  test('begins with a byte order mark, so that Excel reads å, ä and ö', () => {
    expect([...payrollCsv(batchOf(row)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('can be Windows-1252 for older payroll programmes, with ? for what it lacks', () => {
    const bytes = payrollCsv(batchOf({ ...row, label: 'Åäö € – Ł' }), { encoding: 'windows-1252' })
    const text = new TextDecoder('windows-1252').decode(bytes)
    expect(text.startsWith('Underlag;')).toBe(true)
    expect(text).toContain('Åäö € – ?')
  })

  test('writes counter-rows with minus in quantity and amount', () => {
    expect(readBack({ ...row, amount: ore(-25950) })[1]?.slice(8, 11)).toEqual(['-1,50', '173,00', '-259,50'])
  })

  test.each(['=1+1', '+46', '-cmd', '@SUM(A1)', '＝1+1'])('keeps a spreadsheet from running "%s"', (text) => {
    expect(readBack({ ...row, personName: text, comment: text })[1]?.slice(3, 8)).toEqual([
      `'${text}`,
      '2027-03-11',
      '4105',
      'Förrättningsarvode',
      `'${text}`,
    ])
  })

  test('keeps semicolons, quotes and line breaks inside their own cell', () => {
    expect(readBack({ ...row, comment: 'a;b"c\r\nd' })[1]?.[7]).toBe('a;b"c d')
  })

  test('has as many cells in every row whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rows = readBack({ ...row, comment: text.replace(/\d/g, '') })
        expect(rows.map((cells) => cells.length)).toEqual([14, 14])
      }),
    )
  })

  test('is not made from a batch that does not add up', () => {
    expect(() => payrollCsv(batchOf({ ...row, amount: ore(1) }))).toThrow('row 1001: amount')
  })
})
