import { describe, expect, test } from 'vitest'
import { printableData, printableText } from './printable.ts'

const everything = () => true
const latin = (codepoint: number) => codepoint >= 0x20 && codepoint < 0x250

describe('text for print', () => {
  test.each([
    ['plain text stays as it is', 'Åsa & <Örjan> #1 $2 *3*', 'Åsa & <Örjan> #1 $2 *3*'],
    ['a letter with a loose accent becomes one letter', 'A\u030asa', 'Åsa'],
    ['line breaks of every system become the same', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['control characters are left out', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['marks that turn the writing direction are left out', 'fil\u202egpj.exe\u2066', 'filgpj.exe'],
    ['a tab and an unusual space become a space', 'a\tb\u2003c', 'a b c'],
    ['an emoji no font has is spelled out', 'bra 😀', 'bra [U+1F600]'],
    ['a private-use character is spelled out', '\ue000', '[U+E000]'],
    ['half of a character pair is spelled out', 'a\ud800b', 'a[U+D800]b'],
  ])('%s', (_title, written, printed) => {
    expect(printableText(written, latin)).toBe(printed)
  })

  test('what is longer than any word gets places to break, a word does not', () => {
    expect(printableText('x'.repeat(41), latin)).toBe(`${`${'x'.repeat(10)}\u200b`.repeat(4)}x`)
    expect(printableText('x'.repeat(40), latin)).toBe('x'.repeat(40))
  })

  test.each([
    ['a letter and its mark', 'q\u0308'],
    ['an emoji and the colour of its skin', '👍🏽'],
    ['the parts of one emoji', '👨\u200d👩\u200d👧'],
  ])('no such place parts %s', (_title, one) => {
    expect(printableText(one.repeat(50), everything)).toBe(Array(5).fill(one.repeat(10)).join('\u200b'))
  })

  test('joiners stay where they change what is drawn', () => {
    expect(printableText('می\u200cخواهم 👨\u200d👧 a\u200db\u200c', everything)).toBe('می\u200cخواهم 👨\u200d👧 ab')
  })

  test('every text in nested data is made printable and other values are kept', () => {
    const data = { a: ['\u0000x', 1, true, null], b: { c: 'y\u0007' }, d: undefined }
    expect(printableData(data, latin)).toEqual({ a: ['x', 1, true, null], b: { c: 'y' }, d: undefined })
  })
})
