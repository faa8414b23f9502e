import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aPng } from '../../../tests/support/a-png.ts'
import { checkUpload } from './upload-check.ts'

const text = { kind: 'text', atMost: 200_000 } as const
const bytesOf = (content: string) => new TextEncoder().encode(content)
const faultOf = (bytes: Uint8Array) => {
  const checked = checkUpload(bytes, text)
  return checked.ok ? undefined : checked.fault
}

describe('a file for a field that takes text', () => {
  it('is taken as it is written, with å, tab and line breaks', () => {
    const content = 'title: Riktlinje för omsorgsnämnden\r\n\trules: []\n'
    expect(checkUpload(bytesOf(content), text)).toEqual({ ok: true, text: content })
  })

  it('loses the mark that some editors put first', () => {
    expect(checkUpload(bytesOf('\ufefftitle: A'), text)).toEqual({ ok: true, text: 'title: A' })
  })

  it.each([
    ['an archive that swells', zipSync({ 'a.yaml': new Uint8Array(5_000_000) })],
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
    ['a PDF with air before it', bytesOf('\n %PDF-1.7\n')],
    ['a program for Linux', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['a program for Windows', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0x74, 0, 0x69, 0])],
    ['UTF-16 without it', new Uint8Array([0x74, 0, 0x69, 0, 0x74, 0])],
    ['Latin-1', new Uint8Array([0x6e, 0xe4, 0x6d, 0x6e, 0x64])],
    ['an overlong slash', new Uint8Array([0x2e, 0x2e, 0xc0, 0xaf])],
    ['half a surrogate pair', new Uint8Array([0xed, 0xa0, 0x80])],
    ['the character 0', bytesOf('title: A\u0000B')],
    ['what a terminal obeys', bytesOf('title: \u001b[2J')],
    ['a control character of the second set', bytesOf('title: \u009b2J')],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(faultOf(bytes)).toBe('not-text')
  })

  it('is refused by its size alone, whatever is in it', () => {
    expect(faultOf(new Uint8Array(200_001))).toBe('too-large')
    expect(faultOf(bytesOf('a'.repeat(200_000)))).toBeUndefined()
    expect(faultOf(bytesOf('å'.repeat(100_001)))).toBe('too-large')
  })

  it('is missing when it is empty', () => {
    expect(faultOf(new Uint8Array(0))).toBe('missing')
  })
})

describe('a file for a field that takes a table', () => {
  const table = { kind: 'table', atMost: 1000 } as const

  it.each([
    ['UTF-8', bytesOf('Rad;Orsak\n1;Avslutad anställning')],
    ['Windows-1252', Uint8Array.from('Rad;Orsak\n1;Avslutad anst\u00e4llning', (it) => it.charCodeAt(0))],
    ['UTF-16 with its mark', Buffer.from('\ufeffRad;Orsak\n1;Avslutad anställning', 'utf16le')],
  ])('is read in %s', (_encoding, bytes) => {
    expect(checkUpload(bytes, table)).toEqual({ ok: true, text: 'Rad;Orsak\n1;Avslutad anställning' })
  })

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['an archive', zipSync({ 'kvittens.csv': bytesOf('1;2') })],
    ['a PDF', bytesOf('%PDF-1.7\n')],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(checkUpload(bytes, table)).toEqual({ ok: false, fault: 'not-table' })
  })
})

describe('a file for a field that takes a picture', () => {
  const png = { kind: 'png', atMost: 200_000 } as const

  it('is taken when it is a whole PNG', () => {
    const picture = aPng(40, 30)
    expect(checkUpload(picture, png)).toEqual({ ok: true, bytes: picture })
  })

  it.each([
    ['a drawing that could run a script', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['so large that it fills the memory', aPng(4001, 1)],
    ['without any pixel', aPng(0, 30)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(checkUpload(bytes, png)).toEqual({ ok: false, fault: 'not-png' })
  })
})
