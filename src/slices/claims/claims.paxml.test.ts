import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { ore } from '../../kernel/money.ts'
import { aBatch, aLargeBatch, aRow } from './a-payroll-batch.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { payrollPaxml } from './claims.paxml.ts'
import { checkPaxml } from './claims.paxml-check.ts'

const row: PayrollRow = { ...aRow, personName: 'Anna Berg', label: 'Förrättningsarvode kontaktpolitiker' }
const counterRow = { ...row, rowId: 1002, amount: ore(-25950), costCentre: undefined }
const thirdOfAnHour = { ...row, rowId: 1003, quantity: { numerator: 1, denominator: 3 }, amount: ore(5767) }
const written = (batch: PayrollBatch) => new TextDecoder().decode(payrollPaxml(batch))
const whole = written(aBatch(row, counterRow, thirdOfAnHour))

const extremes = [
  'Åsa Öberg',
  '😀👩‍👩‍👧',
  'a\u0000b\u001f\u007f\u009fc',
  ']]><b>&amp;',
  '\ud800x',
  'Łódź €',
  '‮‏عربى',
  'x'.repeat(5000),
]
const extremeBatch: PayrollBatch = {
  ...aBatch(...extremes.map((text, index) => ({ ...row, rowId: index + 1, label: `a ${text}`, comment: text }))),
  municipality: { name: extremes.join(' ') },
  committee: extremes.join(' '),
}
const everySetting = {
  schemaAddress: 'https://payroll.example/paxml.xsd?version=2&kind=in',
  encoding: 'ISO-8859-1',
  costCentreDimension: 99,
  projectDimension: 20,
  approvedBy: ['Cecilia Dahl', 'Łukasz Å'],
} as const

// The schema belongs to others and is not copied into the project; where it stands beside it, it is used too.
const schemaFile = new URL('../../../../shared/schemas/paxml-2.0.xsd', import.meta.url)
const schemas = existsSync(schemaFile) ? [{ fileName: 'paxml.xsd', contents: readFileSync(schemaFile) }] : []
const checks: readonly (readonly [string, (xml: string) => Promise<readonly unknown[]>])[] = [
  ['our own structural check', async (xml) => checkPaxml(xml)],
  ...schemas.map((schema) => {
    const validate = async (xml: string) =>
      (await validateXML({ xml: { fileName: 'batch.xml', contents: xml }, schema })).errors
    return ['the published schema of PAXml 2.0', validate] as const
  }),
]

describe.each(checks)('by %s', (_name, problemsOf) => {
  test('a batch with ordinary rows, a counter-row and thirds is right', async () => {
    expect(await problemsOf(whole)).toEqual([])
  })

  test('a batch of a municipality without organisation number, cost centres or projects is right', async () => {
    const plain = {
      ...aBatch({ ...row, costCentre: '', project: undefined }),
      municipality: { name: 'A & B <kommun>' },
    }
    expect(await problemsOf(written(plain))).toEqual([])
  })

  test('a batch with every setting is right, by its own declaration of its encoding', async () => {
    const bytes = payrollPaxml(aBatch(row, { ...counterRow, counters: 1001 }), everySetting)
    const xml = Buffer.from(bytes).toString('latin1')
    expect(xml).toContain('encoding="ISO-8859-1"')
    expect(xml).toContain('<info>Rättar rad 1001</info>')
    expect(await problemsOf(xml.replace('ISO-8859-1', 'UTF-8'))).toEqual([])
  })

  test.each([
    ['UTF-8', 'utf8'],
    ['ISO-8859-1', 'latin1'],
  ] as const)('extreme texts are right in %s', async (encoding, as) => {
    const xml = Buffer.from(payrollPaxml(extremeBatch, { encoding })).toString(as)
    expect(await problemsOf(xml.replace('ISO-8859-1', 'UTF-8'))).toEqual([])
  })

  test('a batch of a thousand rows is right, with the sum of its rows', async () => {
    const large = aLargeBatch(1000)
    const xml = written(large)
    expect(await problemsOf(xml)).toEqual([])
    const amounts = [...xml.matchAll(/<belopp>(-?\d+)\.(\d\d)</g)].map(([, kronor, ore]) => Number(`${kronor}${ore}`))
    expect(amounts).toEqual(large.rows.map(({ amount }) => amount))
  })

  test('an unknown element is found', async () => {
    expect(await problemsOf(whole.replace('<lonart>', '<loneart>').replace('</lonart>', '</loneart>'))).not.toEqual([])
  })

  test('a date with a time of day is found', async () => {
    expect(await problemsOf(whole.replace('<datum>2027-03-11<', '<datum>2027-03-11T00:00:00<'))).not.toEqual([])
  })
})

describe('the payroll file as PAXml', () => {
  test('has header and rows as the receiver expects them', () => {
    expect(written(aBatch(row))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<paxml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.paxml.se/2.0/paxml.xsd">
  <header>
    <format>LÖNIN</format>
    <version>2.0</version>
    <datum>2027-04-02T08:30:00</datum>
    <foretagorgnr>212000-0000</foretagorgnr>
    <foretagnamn>Exempelkommun</foretagnamn>
    <programnamn>Nämndkontakt</programnamn>
    <info>Lönefil 12, Omsorgsnämnden</info>
  </header>
  <dimensioner>
    <dimension dim="1" namn="Kostnadsställe"/>
    <dimension dim="6" namn="Projekt"/>
  </dimensioner>
  <lonetransaktioner>
    <lonetrans postid="1001" anstid="90017">
      <lonart>4105</lonart>
      <benamning>Förrättningsarvode kontaktpolitiker</benamning>
      <kommentar>Besök Solbacken 2027-03-11</kommentar>
      <datum>2027-03-11</datum>
      <antal>1.50</antal>
      <apris>173.00</apris>
      <belopp>259.50</belopp>
      <samlingsid>besok-1</samlingsid>
      <resenheter>
        <resenhet dim="1" id="41000"/>
        <resenhet dim="6" id="77"/>
      </resenheter>
    </lonetrans>
  </lonetransaktioner>
</paxml>
`)
  })

  test('names nobody: the employment number is enough', () => {
    expect(whole).not.toContain('Anna')
    expect(whole).not.toContain('persnr')
  })

  test('says a personal number in place of an employment number that is missing, and nowhere else', () => {
    const unnumbered = { ...row, rowId: 1004, employmentNumber: '', personId: 'p-1' }
    const personalNumbers = new Map([['p-1', '191212121212']])
    const xml = new TextDecoder().decode(payrollPaxml(aBatch(row, unnumbered), { personalNumbers }))
    expect(xml).toContain('<lonetrans postid="1001" anstid="90017">')
    expect(xml).toContain('<lonetrans postid="1004" persnr="191212121212">')
    expect(() => payrollPaxml(aBatch(unnumbered))).toThrow('anstid')
  })

  test('can name another version and schema address', () => {
    const options = { version: '2.2', schemaAddress: 'https://www.paxml.se/2.2/paxml.xsd' }
    const xml = new TextDecoder().decode(payrollPaxml(aBatch(row), options))
    expect(xml).toContain('<version>2.2</version>')
    expect(xml).toContain('xsi:noNamespaceSchemaLocation="https://www.paxml.se/2.2/paxml.xsd"')
  })

  test('says who approved, and its dimensions as they are set', () => {
    const xml = new TextDecoder().decode(payrollPaxml(aBatch(row), { ...everySetting, encoding: 'UTF-8' }))
    for (const part of [
      '<attestansvarig>Cecilia Dahl, Łukasz Å<',
      '<dimension dim="99" namn="Kostnadsställe"/>',
      '<resenhet dim="20" id="77"/>',
    ])
      expect(xml).toContain(part)
  })

  test('has counter-rows negative in quantity and amount, with the row that they take back', () => {
    const xml = written(aBatch({ ...counterRow, counters: 1001 }))
    for (const part of ['<antal>-1.50<', '<apris>173.00<', '<belopp>-259.50<', '<info>Rättar rad 1001<'])
      expect(xml).toContain(part)
  })

  test('can be ISO-8859-1, with references for what it lacks', () => {
    const bytes = payrollPaxml({ ...aBatch(row), committee: 'Nämnden Ł' }, { encoding: 'ISO-8859-1' })
    const xml = Buffer.from(bytes).toString('latin1')
    expect(xml).toContain('encoding="ISO-8859-1"')
    expect(xml).toContain('Nämnden &#321;')
  })

  test('stays right whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const free = text.replace(/\d/g, '')
        expect(checkPaxml(written(aBatch({ ...row, comment: free, label: `a${free}` })))).toEqual([])
      }),
    )
  })

  test('agrees with itself for every quantity and rate', () => {
    const part = fc.record({
      numerator: fc.integer({ min: 1, max: 5000 }),
      denominator: fc.integer({ min: 1, max: 1440 }),
      rate: fc.integer({ min: 1, max: 1_000_000 }),
      sign: fc.constantFrom(1, -1),
    })
    fc.assert(
      fc.property(part, ({ numerator, denominator, rate, sign }) => {
        const amount = ore(sign * Math.round((numerator * rate) / denominator))
        fc.pre(amount !== 0)
        const xml = written(aBatch({ ...row, quantity: { numerator, denominator }, rate: ore(rate), amount }))
        expect(checkPaxml(xml)).toEqual([])
      }),
    )
  })

  test('is not made from a batch that does not add up', () => {
    expect(() => payrollPaxml(aBatch({ ...row, amount: ore(1) }))).toThrow('row 1001: amount')
  })

  test('is not made with a cost centre longer than the format takes', () => {
    expect(() => payrollPaxml(aBatch({ ...row, costCentre: '12345678901' }))).toThrow('resenhet')
  })
})

describe('the structural check finds', () => {
  test.each([
    ['what is no XML', '<lonetrans ', '<<lonetrans ', 'not-xml'],
    ['a document type with entities', '<paxml ', '<!DOCTYPE paxml [<!ENTITY a "b">]><paxml ', 'doctype'],
    ['another root', /paxml( |>)/g, 'pax$1', 'root'],
    ['a missing header', /<header>[\s\S]*<\/header>/, '', 'header'],
    ['two headers', /(<header>[\s\S]*<\/header>)/, '$1$1', 'header'],
    ['another version', '<version>2.0<', '<version>2.1<', 'version'],
    ['a missing version', '<version>2.0</version>', '', 'version'],
    ['another direction', 'LÖNIN', 'LÖNUT', 'format'],
    ['a header date without time', 'T08:30:00', '', 'header-datum'],
    ['an organisation number too long', '212000-0000', '16212000-0000', 'foretagorgnr'],
    ['a file without rows', /<lonetransaktioner>[\s\S]*<\/lonetransaktioner>/, '', 'no-rows'],
    ['a row without anything', /<lonetrans postid="1001"[\s\S]*?<\/lonetrans>/, '<lonetrans/>', 'empty-row'],
    ['the same row number twice', 'postid="1002"', 'postid="1001"', 'postid-twice'],
    ['a missing row number', 'postid="1001" ', '', 'postid'],
    ['a row number in letters', 'postid="1001"', 'postid="A1"', 'postid'],
    ['a row number too large', 'postid="1001"', 'postid="2147483648"', 'postid'],
    ['a missing employment number', 'anstid="90017"', '', 'anstid'],
    ['a personal number of ten digits', 'anstid="90017"', 'persnr="1212121212"', 'persnr'],
    [
      'a personal number beside the employment number',
      'anstid="90017"',
      'anstid="90017" persnr="198001011234"',
      'personal-number',
    ],
    ['a personal number in a comment', 'Besök Solbacken', 'Besök 800101-1234', 'personal-number'],
    ['a missing pay type', '<lonart>4105</lonart>', '', 'lonart'],
    ['an empty pay type', '<lonart>4105</lonart>', '<lonart/>', 'lonart'],
    ['two pay types', '<lonart>4105</lonart>', '<lonart>4105</lonart><lonart>1</lonart>', 'element-twice'],
    ['an unknown element', '<samlingsid>', '<okand/><samlingsid>', 'unknown-element'],
    ['a date that does not exist', '<datum>2027-03-11<', '<datum>2027-02-30<', 'datum'],
    ['a quantity with a comma', '<antal>1.50<', '<antal>1,50<', 'antal'],
    ['a rate without decimals', '<apris>173.00<', '<apris>173<', 'apris'],
    ['a negative rate', '<apris>173.00<', '<apris>-173.00<', 'apris'],
    ['an amount with one decimal', '<belopp>259.50<', '<belopp>259.5<', 'belopp'],
    ['an amount with a space', '<belopp>259.50<', '<belopp>1 259.50<', 'belopp'],
    ['an amount one öre wrong', '<belopp>259.50<', '<belopp>259.51<', 'amount'],
    ['an amount with the wrong sign', '<belopp>259.50<', '<belopp>-259.50<', 'amount'],
    ['a missing visit', '<samlingsid>besok-1</samlingsid>', '', 'samlingsid'],
    ['a dimension that is not declared', '<dimension dim="6" namn="Projekt"/>', '', 'dimension'],
    ['a dimension over 99', /dim="6"/g, 'dim="100"', 'dimension-number'],
    ['a dimension declared twice', '<dimension dim="6"', '<dimension dim="1"', 'dimension-twice'],
    ['a schema address that is none', 'http://www.paxml.se', 'www.paxml.se', 'schema-address'],
    ['a cost centre too long', 'id="41000"', 'id="41000410004"', 'resenhet'],
  ])('%s', (_title, from, to, code) => {
    expect(checkPaxml(whole.replace(from, to)).map((problem) => problem.code)).toContain(code)
  })

  test('which row is wrong', () => {
    expect(checkPaxml(whole.replace('<belopp>-259.50<', '<belopp>-259.51<'))).toEqual([
      { code: 'amount', row: '1002', value: '-1.50 × 173.00 ≠ -259.51' },
    ])
  })
})
