import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editText, lineOf, readText, textOfValue, valueOfText } from './guideline-text.ts'
import { loadGuideline } from './load.ts'

const folder = new URL('../../guidelines/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, source: readFileSync(new URL(name, folder), 'utf8') }))

const source = `# Nämndens riktlinje
title: Riktlinje
rules:
  # Den första regeln
  - id: A-01
    values: { least: 1, most: 2 } # högst två
  - id: A-02
    values:
      audiences: [users, staff]
`

describe('when a text is edited', () => {
  it('what is not changed stays as it was written, comments and order too', () => {
    expect(editText(source, [{ at: ['rules', 0, 'values'], value: { least: 1, most: 3 } }])).toBe(
      source.replace('most: 2', 'most: 3'),
    )
  })

  it('an item that is taken away takes its own comment along and no other', () => {
    const left = editText(source, [{ at: ['rules', 1], value: undefined }])
    expect(left).toContain('# Den första regeln')
    expect(left).not.toContain('A-02')
  })

  it('a new rule stands where it is put, written as the others', () => {
    const rule = { id: 'A-03', values: { forms: ['visit'], topic: { sv: 'Trygghet: hemma', en: 'Safety' } } }
    const edited = editText(source, [{ at: ['rules', 1], insert: rule }])
    expect(edited).toContain(
      '  - id: A-03\n    values: { forms: [visit], topic: { sv: "Trygghet: hemma", en: Safety } }\n  - id: A-02',
    )
  })

  it('the first item of an empty list stands below it, on a line of its own', () => {
    const edited = editText('rules: []\n', [{ at: ['rules', 0], insert: { id: 'A-01' } }])
    expect(edited).toBe('rules:\n  - { id: A-01 }\n')
  })

  it('a list of words keeps its form when one is added', () => {
    const edited = editText(source, [
      { at: ['rules', 1, 'values'], value: { audiences: ['users', 'staff', 'god-man'] } },
    ])
    expect(edited).toContain('audiences: [users, staff, god-man]')
  })

  it('a value that is repeated by reference is written out, and can be changed in one place', () => {
    const edited = editText('a: &both { least: 1 }\nb: *both\n', [{ at: ['b', 'least'], value: 2 }])
    expect(readText(edited)).toEqual({ ok: true, data: { a: { least: 1 }, b: { least: 2 } } })
  })

  it('an edit that says what stands there already changes nothing, however it was written', () => {
    const sprawling = 'rules:\n    -   id:   A-01\n'
    expect(editText(sprawling, [{ at: ['rules', 0, 'id'], value: 'A-01' }])).toBe(sprawling)
  })

  it.each(files)('$name is the same text again after a change and its opposite', ({ name, source: text }) => {
    const title = loadGuideline(text, name)
    if (!title.ok) throw new Error(`${name} cannot be loaded`)
    const changed = editText(text, [{ at: ['title'], value: 'Något annat' }])
    expect(changed).not.toBe(text)
    expect(editText(changed, [{ at: ['title'], value: title.value.title }])).toBe(text)
  })
})

describe('when a text is read', () => {
  it('running text is no guideline, and has no line to blame', () => {
    expect(readText('Kontaktpolitikern besöker enheten.')).toEqual({ ok: false, line: undefined, message: '' })
  })

  it('a mistake in the notation is told with its line', () => {
    expect(readText('title: a\nrules: [a, b\n')).toMatchObject({ ok: false, line: 3 })
  })

  it('a bomb of references is no guideline', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefg'].map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdef'[index]}`).join(',')}]`).join('\n')}\n`
    expect(readText(bomb).ok).toBe(false)
  })

  it('references that lead into themselves are no guideline', () => {
    expect(readText('a: &a { b: *a }\n').ok).toBe(false)
  })

  it('a text that is nested without end is no guideline', () => {
    expect(readText('['.repeat(3000)).ok).toBe(false)
    expect(readText(`a: ${'['.repeat(3000)}${']'.repeat(3000)}`).ok).toBe(false)
  })

  it('a place has its line, and a missing one that of its owner', () => {
    expect(lineOf(source, ['rules', 1, 'values', 'audiences'])).toBe(9)
    expect(lineOf(source, ['rules', 1, 'clause'])).toBe(7)
  })

  it('a value by itself is written and read again', () => {
    const value = { days: [1, 'två'], on: '04-30' }
    expect(valueOfText(textOfValue(value))).toEqual(value)
  })
})
