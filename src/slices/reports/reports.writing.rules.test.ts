import { describe, expect, test } from 'vitest'
import { textTag } from '../../kernel/text-tag.ts'
import {
  choiceValue,
  freePosition,
  keptTag,
  keptText,
  mergeTyped,
  plainText,
  readChoice,
  toChoose,
  withAnswerers,
} from './reports.writing.rules.ts'

const of = (fields: Readonly<Record<string, string>>) => new Map(Object.entries(fields))

describe('a text as a draft keeps it', () => {
  test.each([
    ['every line break becomes one kind', 'a\r\nb\rc\vd\u2028e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['control characters go', 'a\0b\u0007c\u009fd\te', 'abcd\te'],
    ['half a character becomes the sign for it', 'a\ud83db', 'a\ufffdb'],
    ['what Word pasted stays', ' ”Så”\u00a0–\u00ad • \u200f', '”Så”\u00a0–\u00ad • \u200f'],
  ])('%s', (_what, typed, kept) => {
    expect(keptText(typed)).toBe(kept)
  })
})

describe('a text as it stands in the final report', () => {
  test.each([
    ['odd spaces are plain', 'en\u00a0två\u202ftre\tfyra', 'en två tre fyra'],
    ['what nobody sees goes', 'häl\u00adsa\u200b\ufeff på\u202e', 'hälsa på'],
    ['bullets are plain', '• ett\n\uf0b7\ttvå\no\ttre\n  ▪ fyra', '- ett\n- två\n- tre\n  - fyra'],
    ['a sign inside a line is no bullet', 'ett · två •tre och o', 'ett · två •tre och o'],
    ['letters are composed', 'a\u030aa\u0308', 'åä'],
    [
      'the marks that join an emoji or a script stay',
      '👩🏽\u200d⚕️ می\u200cشود \u200fא',
      '👩🏽\u200d⚕️ می\u200cشود \u200fא',
    ],
  ])('%s', (_what, text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})

describe('two texts', () => {
  const saved = of({ 'text.a': 'theirs', 'proposal.1': 'theirs' })
  const kept = of({ 'text.a': 'mine', 'proposal.1': 'mine' })

  test('what stands in the box is written by choice alone', () => {
    const typed = [{ field: 'text.a', text: 'both', tag: keptTag('mine') }]
    const choice = { take: 'mine', field: 'text.a', tag: textTag('theirs') } as const
    expect([...mergeTyped({ saved, kept }, typed).write]).toEqual([])
    expect([...mergeTyped({ saved, kept }, typed).collide]).toEqual([['text.a', 'both']])
    expect([...mergeTyped({ saved, kept }, typed, choice).write]).toEqual([['text.a', 'both']])
  })

  test('a choice about a text that has changed since is none', () => {
    const typed = [{ field: 'text.a', text: 'both', tag: keptTag('mine') }]
    const choice = { take: 'mine', field: 'text.a', tag: textTag('older') } as const
    expect([...mergeTyped({ saved, kept }, typed, choice).write]).toEqual([])
  })

  test('typing what the other wrote settles it', () => {
    const typed = [{ field: 'text.a', text: 'theirs', tag: keptTag('mine') }]
    expect([...mergeTyped({ saved, kept }, typed).settled]).toEqual(['text.a'])
  })

  test('a proposal of its own goes to a free place, with the one who is to answer', () => {
    const typed = [
      { field: 'proposal.1', text: 'mine', tag: keptTag('mine') },
      { field: 'answerer.1', text: 'manager', tag: textTag('') },
    ]
    const choice = { take: 'own', field: 'proposal.1', tag: textTag('theirs') } as const
    const { write, settled } = mergeTyped({ saved, kept }, typed, choice)
    expect(write.get('proposal.2')).toBe('mine')
    expect(write.get('answerer.2')).toBe('manager')
    expect([...settled]).toEqual(['proposal.1'])
  })

  test('one who signs is shown every text that waits, one who saves only what is new', () => {
    const merged = mergeTyped({ saved, kept }, [])
    expect(toChoose('save', kept, merged)).toEqual([])
    expect(toChoose('sign', kept, merged)).toEqual(['text.a', 'proposal.1'])
  })

  test('a button carries its choice there and back', () => {
    const choice = { take: 'own', field: 'proposal.12', tag: 'abc9' } as const
    expect(readChoice(choiceValue(choice))).toEqual(choice)
    expect(readChoice('save')).toBeUndefined()
  })
})

describe('proposals', () => {
  test('of an empty one nothing is saved, though somebody stands as answering', () => {
    const typed = [
      { field: 'proposal.1', text: '' },
      { field: 'answerer.1', text: 'committee' },
    ]
    expect([...mergeTyped({ saved: of({}), kept: of({}) }, typed).write]).toEqual([])
  })

  test('who is to answer is the guideline’s unless somebody else was chosen, or nobody', () => {
    const fields = of({
      'proposal.1': 'a',
      'proposal.2': 'b',
      'proposal.3': 'c',
      'answerer.2': 'manager',
      'answerer.3': '',
    })
    const all = withAnswerers(fields, 'committee')
    expect(['answerer.1', 'answerer.2', 'answerer.3'].map((it) => all.get(it))).toEqual(['committee', 'manager', ''])
  })

  test('after the last place the gaps are used, and then there is no room', () => {
    const full = Array.from({ length: 99 }, (_, index) => [`proposal.${index + 1}`, 'x'] as const)
    expect(freePosition('proposal', new Map(full))).toBeUndefined()
    expect(freePosition('proposal', new Map(full.filter(([field]) => field !== 'proposal.7')))).toBe(7)
  })
})
