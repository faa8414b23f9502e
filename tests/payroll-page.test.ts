import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { dayFromIso } from '../src/kernel/date.ts'
import { ore } from '../src/kernel/money.ts'
import { aBatch, aRow } from '../src/slices/claims/a-payroll-batch.ts'
import { payrollLayoutJsonSchema } from '../src/slices/claims/payroll.layout.export.ts'
import { payrollFile } from '../src/slices/claims/payroll.layout-file.export.ts'
import { layoutFromText, layoutToText } from '../src/slices/claims/payroll.layout-text.export.ts'

const textOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = textOf('docs/payroll.md')
const block = (info: string) => new RegExp(`^\`\`\`${info}\n([\\s\\S]*?)\n\`\`\`$`, 'm').exec(page)?.[1] ?? ''

type Row = Readonly<Record<'employee' | 'day' | 'payType' | 'quantity' | 'costCentre' | 'comment', string>> &
  Readonly<Record<'row' | 'rate' | 'amount', number>>

function written() {
  const read = layoutFromText(block('yaml layout'))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const rows = (parse(block('yaml rows'), { schema: 'core' }) as readonly Row[]).map((row) => {
    const [numerator = 0, denominator = 0] = row.quantity.split('/').map(Number)
    return {
      ...aRow,
      rowId: row.row,
      employmentNumber: row.employee,
      day: dayFromIso(row.day),
      payType: row.payType,
      quantity: { numerator, denominator },
      rate: ore(row.rate),
      amount: ore(row.amount),
      costCentre: row.costCentre,
      comment: row.comment,
    }
  })
  const file = payrollFile({ layout: read.layout, batch: aBatch(...rows), personalNumbers: new Map() })
  if (!file.ok) throw new Error(JSON.stringify(file.problems))
  return { layout: read.layout, bytes: Buffer.from(file.bytes) }
}

describe('the example on the page of the payroll file', () => {
  it('comes out as it stands there', () => {
    const lines = written().bytes.toString('latin1').split('\r\n')
    expect(lines.slice(0, -1).map((line) => line.trimEnd())).toEqual(block('text file').split('\n'))
    expect(lines.at(-1)).toBe('')
  })

  it('comes out in the bytes that stand there', () => {
    const { bytes } = written()
    const from = bytes.indexOf(Buffer.from('Örnäs', 'latin1'))
    const row = bytes.subarray(from, bytes.indexOf('\r\n', from) + 2)
    expect([...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')).toBe(block('text bytes'))
  })

  it('is the same layout after it has been taken out and read in', () => {
    const { layout } = written()
    for (const form of ['yaml', 'json'] as const)
      expect(layoutFromText(layoutToText(layout, form))).toEqual({ ok: true, layout })
  })
})

describe('the published schema of a layout', () => {
  it('is that of the program; "npm run generate" writes it anew', () => {
    expect(textOf('docs/payroll-layout.schema.json')).toBe(`${JSON.stringify(payrollLayoutJsonSchema(), null, 2)}\n`)
  })
})
