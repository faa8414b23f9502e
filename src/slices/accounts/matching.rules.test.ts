import { describe, expect, it } from 'vitest'
import { matchPerson, type Traces, withoutPersonalNumbers } from './matching.rules.ts'

const nothing: Traces = {
  bound: undefined,
  byEmploymentNumber: undefined,
  byPersonalNumber: undefined,
  invited: undefined,
}

describe('when a foreign identity is matched', () => {
  it.each<[string, Partial<Traces>, unknown]>([
    ['nothing that leads anywhere', {}, { outcome: 'nobody' }],
    ['a subject bound before', { bound: 'a' }, { outcome: 'found', personId: 'a', bindBy: undefined }],
    [
      'a bound subject, whatever else is said',
      { bound: 'a', byEmploymentNumber: 'b', invited: 'c' },
      { outcome: 'found', personId: 'a', bindBy: undefined },
    ],
    [
      'an employment number',
      { byEmploymentNumber: 'a' },
      { outcome: 'found', personId: 'a', bindBy: 'employment-number' },
    ],
    [
      'traces that agree, bound by the surest',
      { byEmploymentNumber: 'a', byPersonalNumber: 'a', invited: 'a' },
      { outcome: 'found', personId: 'a', bindBy: 'employment-number' },
    ],
    ['a personal number', { byPersonalNumber: 'a' }, { outcome: 'found', personId: 'a', bindBy: 'personal-number' }],
    ['an invitation', { invited: 'a' }, { outcome: 'found', personId: 'a', bindBy: 'invitation' }],
    ['somebody else’s invitation', { byEmploymentNumber: 'a', invited: 'b' }, { outcome: 'contradiction' }],
    ['two numbers of two persons', { byEmploymentNumber: 'a', byPersonalNumber: 'b' }, { outcome: 'contradiction' }],
  ])('%s', (_name, traces, match) => {
    expect(matchPerson({ ...nothing, ...traces })).toEqual(match)
  })
})

describe('when a text is shown or logged', () => {
  it.each([
    ['198001012384', '19800101-····'],
    ['19800101-2384', '19800101-····'],
    ['id 800101-2384 here', 'id 800101-···· here'],
    ['4711', '4711'],
    ['a0b1c2d3-1234-5678-9abc-123456789012', 'a0b1c2d3-1234-5678-9abc-12345678-····'],
    ['1234567890123456', '1234567890123456'],
  ])('%s becomes %s', (text, shown) => {
    expect(withoutPersonalNumbers(text)).toBe(shown)
  })
})
