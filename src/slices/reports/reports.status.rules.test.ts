import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { documentStatus, type StatusFacts } from './reports.status.rules.ts'

const inside = { name: 'Maria', outside: false }
const outside = { name: 'Pia', outside: true }
const sent = { on: dayFromIso('2026-10-06'), number: 'KP 2026-001' }

const facts = (more: Partial<StatusFacts> = {}): StatusFacts => ({
  state: 'draft',
  form: 'written',
  deliveries: 0,
  authors: ['Anna', 'Bengt'],
  managers: [inside],
  toManager: true,
  check: undefined,
  phase: undefined,
  dispatched: undefined,
  ...more,
})

const read = (more: Partial<StatusFacts>) => {
  const { kind, seenBy, next } = documentStatus(facts(more))
  return [kind, seenBy.map(({ who, names }) => [who, ...names].join(' ')).join(', '), next.join(', ')]
}

const writers = 'authors Anna Bengt, secretary'

describe('whether a report is a draft or an official document (TF 2 kap. 10 and 12 §§)', () => {
  it.each<readonly [string, Partial<StatusFacts>, string, string, string]>([
    ['a draft without a check', {}, 'draft', writers, 'finalise, to-managers'],
    ['a draft that goes to nobody', { toManager: false }, 'draft', writers, 'finalise'],
    ['a draft about a private unit', { managers: [outside] }, 'draft', writers, 'finalise, to-provider'],
    ['to be checked within the authority', { check: 'must' }, 'draft', writers, 'send-inside, finalise, to-managers'],
    [
      'to be checked by a private provider',
      { check: 'must', managers: [outside] },
      'draft',
      writers,
      'send-outside, finalise, to-provider',
    ],
    [
      'to be checked by both',
      { check: 'must', managers: [inside, outside] },
      'draft',
      writers,
      'send-outside, finalise, to-managers, to-provider',
    ],
    ['that may be checked', { check: 'may' }, 'draft', writers, 'may-send-inside, finalise, to-managers'],
    [
      'that a private provider may check',
      { check: 'may', managers: [outside] },
      'draft',
      writers,
      'may-send-outside, finalise, to-provider',
    ],
    ['to be checked by nobody known', { check: 'must', managers: [] }, 'draft', writers, 'finalise'],
    [
      'with a manager within the authority',
      { check: 'must', phase: 'waits' },
      'in-check',
      `${writers}, managers Maria`,
      'waits, finalise, to-managers',
    ],
    [
      'answered within the authority',
      { check: 'must', phase: 'answered' },
      'draft',
      `${writers}, managers Maria`,
      'answered, finalise, to-managers',
    ],
    [
      'with a private provider',
      { check: 'must', phase: 'waits', managers: [outside], dispatched: sent },
      'dispatched',
      `${writers}, providers Pia, anybody`,
      'waits, finalise, to-provider',
    ],
    [
      'not answered in time by a private provider',
      { check: 'must', phase: 'silence', managers: [outside], dispatched: sent },
      'dispatched',
      `${writers}, providers Pia, anybody`,
      'silence, finalise, to-provider',
    ],
    [
      'taken back from a private provider',
      { check: 'must', managers: [inside, outside], dispatched: sent },
      'dispatched',
      `${writers}, providers Pia, anybody`,
      'send-outside, finalise, to-managers, to-provider',
    ],
    ['final', { state: 'final' }, 'official', 'committee, auditor, managers Maria, anybody', 'stays'],
    [
      'final after it was dispatched',
      { state: 'final', managers: [outside], dispatched: sent, phase: 'answered' },
      'official',
      'committee, auditor, providers Pia, anybody',
      'stays',
    ],
    [
      'final with the manager',
      { state: 'final', deliveries: 1 },
      'delivered',
      'committee, auditor, managers Maria, anybody',
      'stays',
    ],
    ['given orally', { form: 'oral', state: 'final' }, 'oral', 'committee, auditor, managers Maria', 'spoken'],
  ])('%s', (_what, more, ...expected) => {
    expect(read(more)).toEqual(expected)
  })

  it('tells since when and by which number what was sent is an official document', () => {
    expect(documentStatus(facts({ dispatched: sent })).dispatched).toEqual(sent)
  })
})
