import { afterAll, describe, expect, test } from 'vitest'
import { createTypesetter } from '../../platform/documents/typst.ts'
import { aBatch, aLayout, aRow } from './a-payroll-batch.ts'
import { payrollCsv } from './claims.csv.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { approvedListPdf } from './claims.list-pdf.ts'
import { checkPaxml } from './claims.paxml-check.ts'
import { payrollPaxml } from './claims.paxml.ts'
import { payTypeForm } from './payroll.forms.ts'
import { payrollFile } from './payroll.layout-file.export.ts'
import { payrollLayoutSchema } from './payroll.layout.export.ts'
import { holdsPersonalNumber } from './personal-number.rules.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const list = { language: 'sv', approvedBy: ['Cecilia Dahl'], checkedBy: [], kinds: new Map(), marks: [] } as const
const fixed = [
  'row-number',
  'employment-number',
  'name',
  'pay-type',
  'label',
  'amount',
  'cost-centre',
  'project',
  'comment',
  'visit',
]
const aFixedLayout = aLayout({
  form: 'fixed',
  columns: fixed.map((field) => ({ field, width: 40, align: field === 'amount' ? 'right' : 'left' })),
})

/** Every file that a batch can be fetched as. */
const files: Readonly<Record<string, (batch: PayrollBatch) => unknown>> = {
  PAXml: payrollPaxml,
  CSV: payrollCsv,
  'CSV in Windows-1252': (batch) => payrollCsv(batch, { encoding: 'windows-1252' }),
  'a layout with separators': (batch) => payrollFile({ layout: aLayout(), batch, personalNumbers: new Map() }),
  'a layout of fixed width': (batch) => payrollFile({ layout: aFixedLayout, batch, personalNumbers: new Map() }),
  'the list to type in by hand': (batch) => approvedListPdf(typesetter, { ...list, batch }),
}

/** Every field of a row that somebody has typed. */
const typed = [
  ...(['employmentNumber', 'personName', 'payType', 'label'] as const),
  ...(['comment', 'costCentre', 'project', 'visitRef'] as const),
] satisfies readonly (keyof PayrollRow)[]

describe.each(Object.entries(files))('%s', (_name, write) => {
  test('is written where no field names a person by number', async () => {
    await expect(Promise.resolve(write(aBatch(aRow)))).resolves.toBeDefined()
  })

  test.each(typed)('is refused with a personal or a coordination number in %s', async (field) => {
    for (const number of ['8001011234', '8001611234']) {
      const fetched = async () => write(aBatch(aRow, { ...aRow, rowId: 1002, [field]: number }))
      await expect(fetched()).rejects.toThrow('row 1002: personal-number')
    }
  })
})

test('a PAXml file with one in a dimension is no right file, whoever wrote it', () => {
  const written = new TextDecoder().decode(payrollPaxml(aBatch({ ...aRow, project: 'P12' })))
  expect(checkPaxml(written)).toEqual([])
  const named = written.replace('"P12"', '"8001611234"')
  expect(checkPaxml(named).map(({ code }) => code)).toEqual(['personal-number'])
})

describe('what is typed for every row of a kind', () => {
  const payType = { feeKind: 'meeting', payType: '4105', label: 'Arvode', costCentre: '41000', project: '77' }

  test.each(['payType', 'label', 'costCentre', 'project'] as const)('is refused in %s already', (field) => {
    expect(payTypeForm.safeParse(payType).success).toBe(true)
    const parsed = payTypeForm.safeParse({ ...payType, [field]: '8001611234' })
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      [field, 'names-a-person'],
    ])
  })

  test.each([
    ['name', { name: 'Till 19800101-1234' }],
    ['columns.0.heading', { columns: [{ field: 'amount', heading: '8001011234' }] }],
    ['header.0.0.text', { header: [[{ field: 'text', text: '800161-1234' }]] }],
    ['footer.0.0.text', { footer: [[{ field: 'text', text: '8001011234' }]] }],
  ])('is refused in a layout, at %s', (at, changes) => {
    const parsed = payrollLayoutSchema.safeParse({ ...aLayout(), ...changes })
    const faults = parsed.error?.issues.filter(({ message }) => message === 'names-a-person') ?? []
    expect(faults.map(({ path }) => path.join('.'))).toEqual([at])
  })
})

describe('a personal number', () => {
  test.each([
    '198001011234',
    '19800101-1234',
    '800101-1234',
    '800101 1234',
    '800101–1234',
    '8001011234',
    '８００１０１１２３４',
    '800101\u200b1234',
    '800161-1234',
    '180101+1234',
    'nr 8001011234.',
  ])('is found in "%s"', (text) => {
    expect(holdsPersonalNumber(text)).toBe(true)
  })

  test.each(['90017', '2027-03-11', 'Besök 2027-03-11 kl. 13.00', '8013011234', '8001321234', '18001011234567', ''])(
    'is not seen in "%s"',
    (text) => {
      expect(holdsPersonalNumber(text)).toBe(false)
    },
  )
})
