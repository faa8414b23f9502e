import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvBytes, csvCell, csvText } from './csv.ts'

describe('a file for a spreadsheet', () => {
  it('comes back cell by cell, with a mark of its encoding', () => {
    const rows = [['Åsa; "Öberg"', 'två\nrader']]
    const bytes = csvBytes(csvText(['Namn', 'Text'], rows))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(parse(Buffer.from(bytes), { bom: true, delimiter: ';' })).toEqual([['Namn', 'Text'], ...rows])
  })

  it.each(['=1+1', '+46', '-cmd', '@SUM(A1)', ' =1', '\t=1', '＝1'])('runs nothing that somebody wrote: %j', (text) => {
    expect(csvCell(text)).toBe(`'${text}`)
  })

  it.each(['Anna', '1-2', 'a=b', ''])('leaves other text as it is: %j', (text) => {
    expect(csvCell(text)).toBe(text)
  })
})
