import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { aBatch, aCounterRow, aLargeBatch, aLayout, aRow } from './a-payroll-batch.ts'
import type { PayrollBatch } from './claims.export.ts'
import { payrollFile } from './payroll.layout-file.export.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'

const personalNumbers = new Map([['p-1', '191212121212']])
const fileOf = (layout: PayrollLayout, batch: PayrollBatch) => payrollFile({ layout, batch, personalNumbers })
const bytesOf = (layout: PayrollLayout, batch: PayrollBatch) => {
  const file = fileOf(layout, batch)
  if (!file.ok) throw new Error(JSON.stringify(file.problems))
  return Buffer.from(file.bytes)
}
const problemsOf = (layout: PayrollLayout, batch: PayrollBatch) => {
  const file = fileOf(layout, batch)
  return file.ok ? [] : file.problems
}
const columns = (...fields: readonly (string | object)[]) => ({
  columns: [
    ...fields.map((it) => (typeof it === 'string' ? { field: it } : it)),
    ...['amount', 'pay-type', 'employment-number']
      .filter((field) => !fields.some((it) => it === field || (it as { field?: string }).field === field))
      .map((field) => ({ field, width: 12, align: field === 'amount' ? 'right' : 'left' })),
  ],
})

describe('a file with separators', () => {
  it('has the columns in the order of the layout, with headings', () => {
    const layout = aLayout({
      headings: true,
      columns: [
        { field: 'employment-number', heading: 'Anställd' },
        { field: 'pay-type', heading: 'Löneart' },
        { field: 'day', heading: 'Datum' },
        { field: 'quantity', heading: 'Antal' },
        { field: 'amount', heading: 'Belopp' },
      ],
    })
    expect(bytesOf(layout, aBatch(aRow, aCounterRow)).toString()).toBe(
      'Anställd;Löneart;Datum;Antal;Belopp\r\n' +
        '90017;4105;2027-03-11;1,50;259,50\r\n90017;4105;2027-03-11;-1,00;-347,00\r\n',
    )
  })

  it.each([
    ['utf-8', 'c3 85 73 61 20 c3 96 62 65 72 67'],
    ['utf-8-bom', 'ef bb bf c3 85 73 61 20 c3 96 62 65 72 67'],
    ['iso-8859-1', 'c5 73 61 20 d6 62 65 72 67'],
    ['windows-1252', 'c5 73 61 20 d6 62 65 72 67'],
  ])('is byte for byte right in %s', (encoding, name) => {
    const bytes = bytesOf(aLayout({ encoding, lineEnding: 'lf', ...columns('name') }), aBatch(aRow))
    const rest = Buffer.from(';259,50;4105;90017\n', 'latin1').toString('hex')
    expect(bytes.toString('hex')).toBe(`${name.replaceAll(' ', '')}${rest}`)
  })

  it.each([
    ['iso-8859-1', 'refuse', undefined],
    ['iso-8859-1', 'question-mark', 'Zo? ?ukasz ?'],
    ['iso-8859-1', 'plain-letter', 'Zoe Lukasz ?'],
    ['windows-1252', 'plain-letter', 'Zoe Lukasz €'],
    ['utf-8', 'refuse', 'Zoē Łukasz €'],
  ])('in %s with the rule "%s" writes what the encoding lacks as %s', (encoding, lackedCharacters, written) => {
    const layout = aLayout({ encoding, lackedCharacters, ...columns('name') })
    const batch = aBatch(aRow, { ...aRow, rowId: 1002, personName: 'Zoē Łukasz €' })
    if (written === undefined)
      expect(problemsOf(layout, batch)).toEqual([
        { code: 'lacked-character', row: 1002, field: 'name', heading: '', value: 'Zoē Łukasz €' },
      ])
    else {
      const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'windows-1252').decode(bytesOf(layout, batch))
      // The decoder knows ISO-8859-1 by the name of its larger neighbour; none of these letters differ.
      expect(text.split('\r\n')[1]?.split(';')[0]).toBe(written)
    }
  })

  it.each([
    ['YYYY-MM-DD', '2027-03-11'],
    ['YYYYMMDD', '20270311'],
    ['YYMMDD', '270311'],
    ['DD.MM.YYYY', '11.03.2027'],
  ])('writes days as %s', (date, written) => {
    expect(bytesOf(aLayout({ date, ...columns('day') }), aBatch(aRow)).toString()).toContain(`${written};`)
  })

  it.each([
    [{}, '-1,00;347,00;-347,00'],
    [{ decimalMark: 'point' }, '-1.00;347.00;-347.00'],
    [{ decimalMark: 'none' }, '-100;34700;-34700'],
    [{ money: 'ore' }, '-1,00;34700;-34700'],
    [{ moneyDecimals: 4, quantityDecimals: 3 }, '-1,000;347,0000;-347,0000'],
    [{ quantityDecimals: 0 }, '-1;347,00;-347,00'],
    [{ sign: 'trailing' }, '1,00-;347,00;347,00-'],
  ])('writes figures as %j says', (changes, written) => {
    const layout = aLayout({ ...changes, ...columns('quantity', 'rate', 'amount') })
    expect(bytesOf(layout, aBatch(aCounterRow)).toString()).toContain(`${written};`)
  })

  it('has the sign in a column of its own', () => {
    const layout = aLayout({ sign: 'column', plus: '+', minus: '-', ...columns('sign', 'amount') })
    expect(bytesOf(layout, aBatch(aRow, aCounterRow)).toString()).toMatch(/^\+;259,50;.*\r\n-;347,00;/)
  })

  it('quotes as the layout says', () => {
    const batch = aBatch({ ...aRow, label: 'a;"b"' })
    expect(bytesOf(aLayout(columns('label')), batch).toString()).toContain('"a;""b""";259,50')
    expect(bytesOf(aLayout({ quoting: 'always', ...columns('label') }), aBatch(aRow)).toString()).toContain(
      '"Förrättningsarvode";"259,50"',
    )
    expect(problemsOf(aLayout({ quoting: 'never', ...columns('label') }), batch)).toMatchObject([
      { code: 'separator-in-text', row: 1001, field: 'label' },
    ])
  })

  it('separates by tab, comma and bar', () => {
    const first = (separator: string) =>
      bytesOf(aLayout({ separator, decimalMark: 'point', ...columns('day') }), aBatch(aRow)).toString()
    expect(first('tab')).toContain('2027-03-11\t259.50')
    expect(first('comma')).toContain('2027-03-11,259.50')
    expect(first('bar')).toContain('2027-03-11|259.50')
  })

  it.each(['=1+1', '+46', '-cmd', '@SUM(A1)'])('keeps a spreadsheet from running "%s"', (text) => {
    const bytes = bytesOf(aLayout(columns('name', 'comment')), aBatch({ ...aRow, personName: text, comment: text }))
    expect(bytes.toString()).toContain(`'${text};'${text};`)
  })

  it('has sums and counts before and after the rows', () => {
    const layout = aLayout({
      ...columns('day'),
      header: [[{ field: 'text', text: '00' }, { field: 'batch-number' }, { field: 'created' }]],
      footer: [
        [{ field: 'text', text: '99' }, { field: 'row-count' }, { field: 'person-count' }, { field: 'amount-sum' }],
      ],
    })
    const lines = bytesOf(layout, aBatch(aRow, aCounterRow)).toString().split('\r\n')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['00;12;2027-04-02', '99;2;1;-87,50', ''])
  })

  it('says a personal number where there is no employment number, and nowhere else', () => {
    const unnumbered = { ...aRow, rowId: 1004, employmentNumber: '', personId: 'p-1' }
    const both = aLayout(columns('personal-number', 'employment-number'))
    expect(bytesOf(both, aBatch({ ...aRow, personId: 'p-1' }, unnumbered)).toString()).toMatch(
      /^;90017;.*\r\n191212121212;;/,
    )
    expect(bytesOf(aLayout(columns('identity')), aBatch(aRow, unnumbered)).toString()).toMatch(
      /^90017;.*\r\n191212121212;/,
    )
    expect(problemsOf(aLayout(columns('employment-number')), aBatch(aRow, unnumbered))).toMatchObject([
      { code: 'person-unknown', row: 1004, value: 'Åsa Öberg' },
    ])
    const removed = { ...unnumbered, personId: 'p-2' }
    expect(problemsOf(aLayout(columns('identity')), aBatch(removed))).toMatchObject([{ code: 'person-unknown' }])
  })
})

describe('a file of fixed width', () => {
  const fixed = (...fields: readonly object[]) => aLayout({ form: 'fixed', lineEnding: 'lf', ...columns(...fields) })

  it.each([
    [{ width: 12, align: 'right', pad: 'zero' }, '-00000347,00'],
    [{ width: 12, align: 'right' }, '     -347,00'],
    [{ width: 12, align: 'left' }, '-347,00     '],
  ])('lays an amount out as %j', (placing, written) => {
    const bytes = bytesOf(fixed({ field: 'amount', ...placing }), aBatch(aCounterRow))
    expect(bytes.toString().slice(0, 12)).toBe(written)
  })

  it('has a trailing minus after the zeros', () => {
    const layout = { ...fixed({ field: 'amount', width: 10, align: 'right', pad: 'zero' }), sign: 'trailing' } as const
    expect(bytesOf(layout, aBatch(aCounterRow)).toString().slice(0, 10)).toBe('000347,00-')
  })

  it('cuts a text where the layout says so, and never an amount', () => {
    const label = (cut: boolean) => fixed({ field: 'label', width: 5, cut })
    expect(bytesOf(label(true), aBatch(aRow)).toString()).toMatch(/^Förrä {6}259,50/)
    expect(problemsOf(label(false), aBatch(aRow))).toMatchObject([{ code: 'too-narrow', row: 1001, field: 'label' }])
    const large = aBatch({
      ...aRow,
      quantity: { numerator: 1, denominator: 1 },
      rate: ore(10_000_000),
      amount: ore(10_000_000),
    })
    expect(problemsOf(fixed({ field: 'amount', width: 8, cut: true, align: 'right' }), large)).toMatchObject([
      { code: 'too-narrow', value: '100000,00' },
    ])
  })

  it('counts letters, not bytes', () => {
    const bytes = bytesOf(
      fixed({ field: 'name', width: 12 }),
      aBatch(aRow, { ...aRow, rowId: 2, personName: 'A\u030asa 😀' }),
    )
    expect(
      bytes
        .toString()
        .split('\n')
        .map((line) => [...line.slice(0, 13)].slice(0, 12).join('')),
    ).toEqual(['Åsa Öberg   ', 'Åsa 😀       ', ''])
  })

  it('leaves what spreadsheets would run as it is, in a column of the right width', () => {
    const bytes = bytesOf(fixed({ field: 'name', width: 6 }), aBatch({ ...aRow, personName: '=1+1' }))
    expect(bytes.toString().slice(0, 6)).toBe('=1+1  ')
  })
})

describe('whatever the layout', () => {
  const layouts = fc.record({
    form: fc.constantFrom('separated', 'fixed'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'iso-8859-1', 'windows-1252'),
    lackedCharacters: fc.constantFrom('question-mark', 'plain-letter'),
    lineEnding: fc.constantFrom('crlf', 'lf'),
    separator: fc.constantFrom('semicolon', 'comma', 'tab', 'bar'),
    quoting: fc.constantFrom('when-needed', 'always'),
    decimalMark: fc.constantFrom('comma', 'point', 'none'),
    money: fc.constantFrom('kronor', 'ore'),
    moneyDecimals: fc.integer({ min: 2, max: 4 }),
    sign: fc.constantFrom('leading', 'trailing'),
    date: fc.constantFrom('YYYY-MM-DD', 'YYYYMMDD', 'YYMMDD', 'DD.MM.YYYY'),
  })
  const rows = fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 5000 }),
      rate: fc.integer({ min: 1, max: 100_000 }),
      sign: fc.constantFrom(1, -1),
      name: fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\d/g, '')),
    }),
    { minLength: 1, maxLength: 20 },
  )

  it('a file that is read back gives the same amounts and the same sum', () => {
    fc.assert(
      fc.property(layouts, rows, (changes, drawn) => {
        const layout = aLayout({
          ...changes,
          columns: [
            { field: 'row-number', width: 6, align: 'right', pad: 'zero' },
            { field: 'employment-number', width: 6 },
            { field: 'name', width: 10, cut: true },
            { field: 'pay-type', width: 4 },
            { field: 'amount', width: 20, align: 'right', pad: 'zero' },
          ],
          footer: [
            [
              { field: 'text', text: 'S', width: 6 },
              { field: 'blank', width: 6 },
              { field: 'blank', width: 10 },
              { field: 'blank', width: 4 },
              { field: 'amount-sum', width: 20, align: 'right', pad: 'zero' },
            ],
          ],
        })
        const batch = aBatch(
          ...drawn.map(({ hours, rate, sign, name }, index) => ({
            ...aRow,
            rowId: index + 1,
            personName: name,
            quantity: { numerator: hours, denominator: 1 },
            rate: ore(rate),
            amount: ore(sign * hours * rate),
          })),
        )
        const amounts = amountsIn(bytesOf(layout, batch), layout)
        const wanted = batch.rows.map(({ amount }) => amount)
        expect(amounts).toEqual([...wanted, wanted.reduce((sum, it) => sum + it, 0)])
      }),
    )
  })

  it('a thousand rows are a thousand rows, and the same bytes each time', () => {
    const batch = aLargeBatch(1000)
    const layout = aLayout({ encoding: 'windows-1252' })
    const bytes = bytesOf(layout, batch)
    expect(bytes.equals(bytesOf(layout, batch))).toBe(true)
    expect(amountsIn(bytes, layout, 9)).toEqual(batch.rows.map(({ amount }) => amount))
  })

  it('a batch that does not add up gives no file', () => {
    expect(() => fileOf(aLayout(), aBatch({ ...aRow, amount: ore(1) }))).toThrow('row 1001: amount')
  })

  it('no row is left out on a day that is written short', () => {
    const batch = aBatch({ ...aRow, day: dayFromIso('2001-01-02') })
    expect(bytesOf(aLayout({ date: 'YYMMDD', ...columns('day') }), batch).toString()).toMatch(/^010102;/)
  })
})

/** Reads the amounts of a file as whoever takes it in would, by what the layout says of it. */
function amountsIn(bytes: Buffer, layout: PayrollLayout, at = 4): readonly number[] {
  const isUnicode = layout.encoding.startsWith('utf-8')
  const text = new TextDecoder(isUnicode ? 'utf-8' : 'windows-1252').decode(bytes)
  const delimiter = { semicolon: ';', comma: ',', tab: '\t', bar: '|' }[layout.separator]
  const cells =
    layout.form === 'fixed'
      ? text
          .split(/\r?\n/)
          .filter(Boolean)
          .map((line) => [...line].slice(-20).join(''))
      : (parse(text, { delimiter, relax_column_count: true }) as string[][]).map((row) => row[at] ?? '')
  return cells.map((cell) => {
    const sign = cell.includes('-') ? -1 : 1
    const digits = cell.replace('-', '').trim()
    if (layout.money === 'ore') return sign * Number(digits)
    const scale = 10 ** (layout.moneyDecimals - 2)
    return (sign * Number(digits.replace(/[.,]/, ''))) / scale
  })
}
