import { afterAll, describe, expect, test } from 'vitest'
import { instantFromIso } from '../../kernel/instant.ts'
import { withPdfUa } from './pdf-ua.ts'
import { createTypesetter } from './typst.ts'

const typesetter = createTypesetter()
afterAll(() => typesetter.close())

const made = async (title = 'Ett brev') => {
  const createdAt = instantFromIso('2027-03-30T18:10:00Z')
  const pdf = await typesetter.typeset({ template: '= Rubrik', data: {}, title, language: 'sv', createdAt })
  return Buffer.from(pdf).toString('latin1')
}

/** What stands after the file as the typesetter wrote it. */
const updateOf = (file: string) => file.slice(file.indexOf('\nstartxref\n') + 1)

describe('a file that says it is PDF/UA', () => {
  test('is the file as it was, and after it what has changed', async () => {
    const file = await made()
    expect(file.match(/^startxref$/gm)).toHaveLength(2)
    const before = Number(/startxref\s+(\d+)/.exec(file)?.[1])
    const update = updateOf(file)
    expect(file.slice(before, before + 4)).toBe('xref')
    expect(update.match(/^\d+ 0 obj$/gm)).toHaveLength(2)
    expect(Number(/\/Prev (\d+)/.exec(update)?.[1])).toBe(before)
  })

  test('has a table of what has changed that points at it, also after letters of two bytes', async () => {
    const file = await made('Åäö 😀 brev')
    const at = Number(file.slice(file.lastIndexOf('startxref')).match(/\d+/)?.[0])
    const entries = [...file.slice(at).matchAll(/^(\d+) 1\n(\d{10}) 00000 n $/gm)]
    expect(entries).toHaveLength(2)
    for (const [, id, offset] of entries) expect(file.startsWith(`${id} 0 obj\n`, Number(offset))).toBe(true)
    const [, length, xmp] = /\/Length (\d+)\s+\/Type \/Metadata[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(
      updateOf(file),
    ) as RegExpExecArray
    expect(xmp).toHaveLength(Number(length))
  })

  test('keeps the document’s identifier and has another of its own', async () => {
    const file = await made()
    const [first, second] = [...file.matchAll(/\/ID \[\(([^)]+)\) \(([^)]+)\)\]/g)]
    expect(second?.[1]).toBe(first?.[1])
    expect(second?.[2]).not.toBe(first?.[2])
    expect(updateOf(file)).toContain(`<xmpMM:InstanceID>${second?.[2]}<`)
  })

  test('describes the schema of its mark, as PDF/A wants', async () => {
    const update = updateOf(await made())
    expect(update).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(update).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>')
  })

  test.each([
    ['no PDF', ''],
    ['a PDF whose table is a stream', 'trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF'],
  ])('is not made of %s', (_what, text) => {
    expect(() => withPdfUa(Buffer.from(text))).toThrow(/The PDF/)
  })
})
