import { afterAll, describe, expect, test } from 'vitest'
import { ore } from '../../kernel/money.ts'
import { aBatch, aRow } from './a-payroll-batch.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { createTypesetter } from '../../platform/documents/typst.ts'
import type { PayrollRow } from './claims.export.ts'
import { type ApprovedList, approvedListPdf } from './claims.list-pdf.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const row: PayrollRow = { ...aRow, personName: 'Anna Berg' }
const counterRow = {
  ...row,
  rowId: 1002,
  quantity: { numerator: 1, denominator: 1 },
  rate: ore(34700),
  amount: ore(-34700),
  counters: 907,
}
const lostEarnings = {
  ...row,
  rowId: 1004,
  payType: '4300',
  label: 'Ersättning förtroendevald',
  feeKind: 'lost-earnings',
  quantity: { numerator: 1, denominator: 1 },
  rate: ore(80000),
  amount: ore(80000),
}
const parking = {
  ...lostEarnings,
  rowId: 1005,
  payType: '4310',
  label: 'Parkering',
  feeKind: 'parking',
  rate: ore(4000),
  amount: ore(4000),
}
const otherPerson = { ...row, rowId: 1003, employmentNumber: '90018', personName: 'Björn Ek' }

const list: ApprovedList = {
  batch: aBatch(row, otherPerson, counterRow, lostEarnings, parking),
  language: 'sv',
  checkedBy: ['Sara Ek'],
  approvedBy: ['Cecilia Dahl, som ordförande', 'David Berg, som ordförande på delegation'],
  kinds: new Map([
    ['meeting', 'Förrättningsarvode'],
    ['lost-earnings', 'Förlorad arbetsinkomst'],
    ['parking', 'Parkering'],
  ]),
  marks: ['Fiktiva uppgifter'],
}
const printed = async (changes: Partial<ApprovedList> = {}) =>
  pdfFacts(await approvedListPdf(typesetter, { ...list, ...changes }))

describe('the approved list', () => {
  test('is an accessible PDF/A with one table per person', async () => {
    const facts = await printed()
    expect(facts).toMatchObject({ archiveLevel: '2A', marked: true, allFontsEmbedded: true, language: 'sv-SE' })
    expect(facts.title).toBe('Attesterade arvoden, lönefil 12')
    expect(['Table', 'TH'].map((role) => facts.roles.get(role))).toEqual([3, 18])
  })

  test.each([
    ['who checked', 'KontrolleratavSaraEk'],
    ['who approved, in which role', 'AttesteratavCeciliaDahl,somordförande;DavidBerg,somordförandepådelegation'],
    ['the sum of all rows', 'Summa1012kr'],
    ['which row a counter-row takes back', 'Motradtillrad907Förrättningsarvode'],
    ['lost earnings with their kind', 'ErsättningförtroendevaldFörloradarbetsinkomst'],
    ['costs with their kind, said once', '4310ParkeringBesök'],
    ['the sum of each pay type', '4300Ersättningförtroendevald1800,00'],
    ['the sum of it all, with its rows', 'Summaihelalönefilen51012,00'],
    ['page x of y', 'Sida1av'],
    ['the person with employment number', 'AnnaBerg,anställningsnummer90017'],
    ['each row', '10012027-03-114105FörrättningsarvodeBesökSolbackenKostnadsställe41000Projekt771,50173,00259,50'],
    ['counter-rows with a minus that is seen', '−1,00347,00−347,00'],
    ['the sum of each person', 'Summa752,50'],
    ['the batch number on every page', 'Lönefil12·Fiktivauppgifter'],
  ])('has %s', async (_title, text) => {
    expect((await printed()).text).toContain(text)
  })

  test('is in English when asked for', async () => {
    const { title, text } = await printed({ language: 'en' })
    expect(title).toBe('Approved fees, payroll file 12')
    expect(text).toContain('1.50173.00259.50')
  })

  test('is not made from a batch that does not add up', async () => {
    const batch = { ...list.batch, rows: [{ ...row, amount: ore(1) }] }
    await expect(printed({ batch })).rejects.toThrow('row 1001: amount')
  })
})
