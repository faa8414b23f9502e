import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textTag } from '../../kernel/text-tag.ts'
import { isDraftField, mergeField, textsOf, writtenFrom } from './reports.fields.rules.ts'

describe('a typed text beside the saved one', () => {
  const tag = textTag('Före')

  test.each([
    ['is written when nobody has changed the saved one', 'Före', 'Min text', 'write'],
    ['is left alone when it is the one that is saved', 'Samma', 'Samma', 'keep-saved'],
    ['leaves the saved one when it says only what the page showed', 'Andras text', 'Före', 'keep-saved'],
    ['collides when both are new', 'Andras text', 'Min text', 'collide'],
    ['collides when the other has emptied it', '', 'Min text', 'collide'],
  ] as const)('%s', (_title, saved, text, expected) => {
    expect(mergeField(saved, { field: 'text.a', text, tag })).toBe(expected)
  })

  test('is written where the page says nothing of what it showed', () => {
    expect(mergeField('Före', { field: 'text.a', text: 'Min text' })).toBe('write')
  })

  test('of two authors who save one after the other, both texts are there afterwards', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, one, other) => {
        const shown = textTag(before)
        const first = mergeField(before, { field: 'text.a', text: one, tag: shown })
        const saved = first === 'write' ? one : before
        const second = mergeField(saved, { field: 'text.a', text: other, tag: shown })
        const there = [second === 'write' ? other : saved, ...(second === 'collide' ? [other] : [])]
        expect(there.includes(one) || one === before).toBe(true)
        expect(there.includes(other) || other === before).toBe(true)
      }),
    )
  })
})

describe('what the fields say', () => {
  test('empty proposals are left out, the rest keep their order and who is to answer', () => {
    const fields = new Map([
      ['proposal.10', 'Sist'],
      ['proposal.1', ' '],
      ['proposal.2', 'Först'],
      ['answerer.2', 'committee'],
      ['question.3', 'Varför?'],
      ['text.a', 'Text'],
    ])
    const written = writtenFrom(fields)
    expect(written).toEqual({
      texts: { a: 'Text' },
      proposals: [
        { text: 'Först', answerer: 'committee' },
        { text: 'Sist', answerer: '' },
      ],
      questions: ['Varför?'],
    })
    expect(textsOf(written).map(([field]) => field)).toEqual(['text.a', 'proposal.1', 'proposal.2', 'question.1'])
  })

  test.each(['text.HED-09-safety', 'text.åäö', 'proposal.1', 'answerer.99', 'question.12'])('%s is a field', (name) => {
    expect(isDraftField(name)).toBe(true)
  })

  test.each(['text.', 'text.a.b', 'proposal.0', 'proposal.100', 'state', 'was.text.a', 'question.1x'])(
    '%s is none',
    (name) => {
      expect(isDraftField(name)).toBe(false)
    },
  )
})
