import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ore } from '../../kernel/money.ts'
import { aBatch, aRow } from './a-payroll-batch.ts'
import { payrollCsv } from './claims.csv.ts'
import type { PayrollRow } from './claims.export.ts'

const row: PayrollRow = { ...aRow, project: undefined }
const written = (...rows: readonly PayrollRow[]) => new TextDecoder().decode(payrollCsv(aBatch(...rows)))
const readBack = (...rows: readonly PayrollRow[]): readonly (readonly string[])[] =>
  parse(written(...rows), { delimiter: ';', bom: true })

describe('the payroll file as CSV', () => {
  test('has one heading row, semicolons, ISO dates and decimal commas', () => {
    expect(written(row)).toBe(
      'Lönefil;Rad;Anställningsnummer;Namn;Datum;Löneart;Benämning;Kommentar;Antal;À-pris;Belopp;Kostnadsställe;Projekt;Besök\r\n' +
        '12;1001;90017;Åsa Öberg;2027-03-11;4105;Förrättningsarvode;Besök Solbacken 2027-03-11;1,50;173,00;259,50;41000;;besok-1\r\n',
    )
  })

  test('begins with a byte order mark, so that Excel reads å, ä and ö', () => {
    expect([...payrollCsv(aBatch(row)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('can be Windows-1252 for older payroll programmes, with ? for what it lacks', () => {
    const bytes = payrollCsv(aBatch({ ...row, label: 'Åäö € – Ł' }), { encoding: 'windows-1252' })
    const text = new TextDecoder('windows-1252').decode(bytes)
    expect(text.startsWith('Lönefil;')).toBe(true)
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
    expect(() => payrollCsv(aBatch({ ...row, amount: ore(1) }))).toThrow('row 1001: amount')
  })
})
