import { describe, expect, test } from 'vitest'
import type { FeeLine, Finding } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import { type LineContext, shownLine } from './claim-line.views.tsx'

const context: LineContext = {
  language: 'sv',
  place: { municipality: 'ekby', committee: 'namnden' },
  names: () => 'Anna Exempel',
  titles: new Map([
    ['fees', 'Arvodesreglemente'],
    ['guideline', 'Riktlinje'],
  ]),
  terms: [],
  decider: () => 'Ordföranden',
  questions: [],
  mayInterpret: false,
  mayDecideExtra: false,
}

const payable: FeeLine = {
  visit: 'visit',
  person: 'anna',
  day: dayFromIso('2026-05-04'),
  outcome: 'payable',
  feeKind: 'meeting',
  attended: minutes(140),
  paid: minutes(140),
  parts: [
    {
      kind: 'first-hour',
      minutes: minutes(60),
      quantity: { numerator: 1, denominator: 1 },
      rate: ore(34700),
      amount: ore(34700),
      source: 'fees',
      clause: '§ 4',
    },
    {
      kind: 'hours',
      minutes: minutes(80),
      quantity: { numerator: 3, denominator: 2 },
      rate: ore(17300),
      amount: ore(25950),
      source: 'fees',
      clause: '§ 4',
    },
  ],
  amount: ore(60650),
  reasons: [],
}

const reason = (given: Partial<Finding>): Finding => ({
  rule: 'X-1',
  source: 'guideline',
  kind: 'fee.kind',
  clause: 'Övrigt',
  force: 'must',
  bearer: 'committee',
  outcome: 'cannot-tell',
  code: 'unanswered',
  subject: { type: 'visit', id: 'visit' },
  values: {},
  ...given,
})

const plain = (text: string | undefined) => text?.replace(/\u00a0/g, ' ')

describe('a fee line in words', () => {
  test('each part is a sum that can be checked by hand, with where it stands', () => {
    const shown = shownLine(payable, context)
    expect(shown.parts.map(({ name, sum, clause }) => [name, plain(sum), clause])).toEqual([
      ['Första timmen', '1 timme: 1 × 347 kr = 347 kr', 'Arvodesreglemente, § 4'],
      ['Tid därutöver', '1 timme och 20 minuter: 1,5 × 173 kr = 259,50 kr', 'Arvodesreglemente, § 4'],
    ])
    expect(sumOre(shown.parts.map(({ amount }) => amount))).toBe(shown.amount)
  })

  test('is complete in English', () => {
    const shown = shownLine(payable, { ...context, language: 'en' })
    expect([shown.attended, plain(shown.parts[1]?.sum)]).toEqual([
      '2 hours and 20 minutes',
      '1 hour and 20 minutes: 1.5 × 173 kr = 259,50 kr',
    ])
  })

  test('without an amount it says what it will be', () => {
    const shown = shownLine(
      { ...payable, outcome: 'waiting', amount: ore(0), expected: ore(60650), parts: [] },
      context,
    )
    expect([shown.amount, shown.expected]).toEqual([undefined, 60650])
  })

  const unanswered: FeeLine = {
    ...payable,
    outcome: 'cannot-tell',
    amount: ore(0),
    parts: [],
    reasons: [reason({ missing: [{ what: 'answer', rule: 'X-1', parameter: 'fee' }] })],
  }

  test('every reason is given, each with its clause', () => {
    const reasons = [reason({}), reason({ kind: 'fee.conditions', code: 'report-missing', outcome: 'due' })]
    const shown = shownLine({ ...unanswered, reasons }, context)
    expect(shown.reasons.map(({ label, clause }) => [label, clause])).toEqual([
      ['Går inte att avgöra', 'Riktlinje, Övrigt'],
      ['Återstår', 'Riktlinje, Övrigt'],
    ])
  })
})
