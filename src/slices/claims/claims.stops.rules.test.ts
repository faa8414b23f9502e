import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../engine/evaluate.ts'
import { blockKinds } from '../../engine/fees/block-kinds.ts'
import { feeReasons } from '../../engine/fees/periods.ts'
import { feeSentences } from '../../engine/fees/sentences.ts'
import type { FeeLine, Finding } from '../../engine/finding.ts'
import { ruleKinds } from '../../engine/rules/index.ts'
import { aProgramme } from '../../engine/testing/cast.ts'
import { town } from '../../engine/testing/fee-cast.ts'
import { programmeOf, someGuideline, someOther, someRules, someVisits } from '../../engine/testing/fee-drawing.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { adviceFor, advices } from './claims.stops-advice.rules.ts'
import {
  type ClaimTime,
  isStopped,
  type PaidElsewhere,
  stopRefusal,
  type StopFacts,
  stopsOf,
} from './claims.stops.rules.ts'
import { stopsTexts } from './claims.stops.texts.ts'

const day = dayFromIso('2026-05-04')

const payable: FeeLine = {
  visit: 'visit',
  person: 'anna',
  day,
  outcome: 'payable',
  feeKind: 'meeting',
  attended: minutes(120),
  paid: minutes(120),
  parts: [
    {
      kind: 'flat',
      minutes: minutes(120),
      quantity: { numerator: 1, denominator: 1 },
      rate: ore(50000),
      amount: ore(50000),
      source: 'fees',
      clause: '§ 4',
    },
  ],
  amount: ore(50000),
  reasons: [],
}

const aTime = (id: string, start: number, end: number, more: Partial<ClaimTime> = {}): ClaimTime => ({
  id,
  state: 'confirmed',
  day,
  start: start * 60,
  end: end * 60,
  unitIds: [`unit ${id}`],
  unitNames: [`Enhet ${id}`],
  mayBePaid: true,
  ...more,
})

const aMeeting = (start: number, end: number, more: Partial<PaidElsewhere> = {}): PaidElsewhere => ({
  id: 'm',
  day,
  start: start * 60,
  end: end * 60,
  body: 'Kommunfullmäktige',
  claimId: undefined,
  standing: true,
  ...more,
})

const stops = (claim: ClaimTime, more: Partial<StopFacts> = {}) =>
  stopsOf({
    claim,
    line: payable,
    others: [],
    besides: [],
    elsewhere: [],
    report: undefined,
    isReported: true,
    condition: undefined,
    reporting: undefined,
    ...more,
  })
const codes = (...of: Parameters<typeof stops>) => stops(...of).map((it) => `${it.stops ? 'stop' : 'note'} ${it.code}`)

describe('a time is paid once', () => {
  const [early, late] = [aTime('a', 13, 15), aTime('b', 14, 16)]

  test('of two that overlap the one that begins later stops, and the other does not', () => {
    expect(codes(early, { besides: [early, late] })).toEqual([])
    expect(codes(late, { besides: [early, late] })).toEqual(['stop overlap'])
  })

  test('of two that begin alike the later id stops', () => {
    const same = aTime('b', 13, 16)
    expect([codes(early, { besides: [same] }), codes(same, { besides: [early] })]).toEqual([[], ['stop overlap']])
  })

  test('unless the later one has gone out: then the earlier stops', () => {
    const out = { ...late, state: 'exported' } as const
    expect([codes(early, { besides: [out] }), codes(out, { besides: [early] })]).toEqual([
      ['stop overlap'],
      ['note overlap'],
    ])
  })

  test('one that ends when the other begins does not overlap', () => {
    expect(codes(aTime('b', 15, 17), { besides: [early] })).toEqual([])
  })

  test('two visits to one unit are the same occasion, and the same time at two units is one time twice', () => {
    const again = aTime('b', 13, 15, { unitIds: early.unitIds })
    expect(codes(again, { besides: [early] })).toEqual(['stop same-occasion'])
    expect(codes(aTime('b', 13, 15), { besides: [early] })).toEqual(['stop same-time'])
  })

  test.each([
    ['waived', { state: 'waived' }],
    ['refused', { state: 'refused' }],
    ['never paid', { mayBePaid: false }],
  ] as const)('what is %s is in nobody’s way', (_, more) => {
    expect(codes(late, { besides: [{ ...early, ...more }] })).toEqual([])
  })

  test('a meeting from minutes stops the claim whichever began first', () => {
    expect(codes(early, { elsewhere: [aMeeting(14, 17)] })).toEqual(['stop paid-elsewhere'])
    expect(codes(early, { elsewhere: [aMeeting(9, 14)] })).toEqual(['stop paid-elsewhere'])
    expect(codes(early, { elsewhere: [aMeeting(9, 13)] })).toEqual([])
  })

  test('a claim of another committee gives way by the same rule, seen from both sides', () => {
    const theirs = aMeeting(14, 16, { claimId: 'b', standing: false })
    expect(codes(early, { elsewhere: [theirs] })).toEqual([])
    expect(codes(late, { elsewhere: [aMeeting(13, 15, { claimId: 'a', standing: false })] })).toEqual([
      'stop paid-elsewhere',
    ])
    expect(codes(early, { elsewhere: [{ ...theirs, standing: true }] })).toEqual(['stop paid-elsewhere'])
  })

  test('the clause of the fee is named, and the other claim can be opened', () => {
    expect(stops(late, { besides: [early] })).toMatchObject([
      { basis: { source: 'fees', clause: '§ 4' }, other: { claimId: 'a', name: 'Enhet a', start: 780, end: 900 } },
    ])
  })
})

describe('the times of the report', () => {
  const claim = aTime('a', 13, 15)
  const condition = { source: 'guideline', clause: 'Avsnitt 5' }
  const times = { day, start: 780, end: 900 }

  test('that are those of the attendance say nothing', () => {
    expect(codes(claim, { report: { times }, condition })).toEqual([])
  })

  test.each([
    ['a later end', { ...times, end: 930 }],
    ['another day', { ...times, day: dayFromIso('2026-05-05') }],
  ])('with %s stop where the report is a condition, and are noted elsewhere', (_, said) => {
    expect(codes(claim, { report: { times: said }, condition })).toEqual(['stop report-times'])
    expect(codes(claim, { report: { times: said } })).toEqual(['note report-times'])
  })

  test('a report that does not name the person stops by the clause that asks for it', () => {
    expect(stops(claim, { report: { times: undefined }, condition })).toMatchObject([
      { code: 'report-without', stops: true, basis: condition },
    ])
  })

  test('a missing report is noted where it is no condition; where it is one the line itself waits', () => {
    const reporting = { source: 'guideline', clause: 'Avsnitt 3' }
    expect(codes(claim, { isReported: false, reporting })).toEqual(['note unreported'])
    expect(codes(claim, { isReported: false, reporting, condition })).toEqual([])
  })
})

describe('which step is stopped', () => {
  const stopped = stops(aTime('b', 14, 16), { besides: [aTime('a', 13, 15)] })

  test('check, approval and export, and no other', () => {
    expect(isStopped(stopped)).toBe(true)
    const steps = ['confirmed', 'checked', 'approved', 'exported', 'returned', 'refused', 'waived'] as const
    expect(steps.filter((step) => stopRefusal(step, stopped) !== undefined)).toEqual([
      'checked',
      'approved',
      'exported',
    ])
  })

  test('what has gone out or is closed is stopped no more', () => {
    for (const state of ['exported', 'paid', 'reversed', 'waived', 'refused'] as const)
      expect(isStopped(stops(aTime('b', 14, 16, { state }), { besides: [aTime('a', 13, 15)] }))).toBe(false)
  })

  test('of what has gone out and runs into a meeting from minutes the one who approves decides', () => {
    const found = (state: ClaimTime['state']) => stops(aTime('b', 13, 15, { state }), { elsewhere: [aMeeting(14, 17)] })
    const said = (state: ClaimTime['state']) => found(state).map(({ stops: inTheWay, advice }) => [inTheWay, advice])
    expect(said('approved')).toEqual([[true, 'move-or-refrain']])
    expect(said('exported')).toEqual([[false, 'correct-what-went-out']])
  })
})

const reason = (kind: string, code: string, outcome: Finding['outcome'] = 'satisfied'): Finding => ({
  rule: 'X-1',
  source: 'guideline',
  kind,
  clause: 'Avsnitt 2',
  force: 'must',
  bearer: 'committee',
  outcome,
  code,
  subject: { type: 'visit', id: 'visit' },
  values: {},
})

describe('reasons of the engine', () => {
  const claim = aTime('a', 13, 15)
  const lineWith = (outcome: FeeLine['outcome'], ...reasons: Finding[]): FeeLine => ({ ...payable, outcome, reasons })

  test('a reason that is outstanding stops, one that cut the amount does not', () => {
    const line = lineWith(
      'waiting',
      reason('fee.conditions', 'report-missing', 'due'),
      reason('fee.cap-hours', 'cut-to-hours'),
    )
    expect(codes(claim, { line })).toEqual(['stop fee.conditions report-missing'])
  })

  test('a cap that is used stops the line that it leaves nothing of', () => {
    expect(codes(claim, { line: lineWith('not-payable', reason('fee.cap-visits', 'cap-reached')) })).toEqual([
      'stop fee.cap-visits cap-reached',
    ])
  })

  test('a journey under the limit is a finding of a line that is paid', () => {
    const costs = { ...lineWith('payable', reason('fee-rules.mileage', 'too-near')), component: 'costs' } as const
    expect(codes(claim, { others: [costs] })).toEqual(['note fee-rules.mileage too-near'])
  })
})

/** Reasons that leave what is paid as it is, or that no fee line carries. */
const passing: Readonly<Record<string, readonly string[]>> = {
  'fee.kind': ['counted', 'counted-day', 'exported'],
  'fee.conditions': ['basis-complete'],
  'fee.cap-hours': ['within-hours', 'cut-to-hours', 'flat-hours'],
  'fee.cap-visits': ['within-cap', 'beyond-granted'],
  'fee.day-equivalent': ['as-day'],
  'fee.extra-fee-decision': ['fee-granted'],
  'fee.year-hours': ['year-hours-within', 'year-hours-cut'],
  // A visit that was not to be made is a breach, and a breach changes no fee.
  'visits.extra-decision': ['decided', 'late', 'fee-granted', 'not-allowed'],
  'visits.placement': ['placement-cut', 'within-year', 'over-year'],
  'visits.capacity': ['counts-too'],
  'visits.unappointed': ['may-paid'],
  'fee-rules.fee': [
    ...['category-rate', 'substitute-share', 'paid-work-cut', 'paid-work-share', 'time-counted', 'travel-near'],
    ...['least-time', 'addition', 'same-day', 'shared-day-amount-cut'],
    ...['day-time-cut', 'year-time-cut', 'day-amount-cut', 'year-amount-cut'],
  ],
  'fee-rules.mileage': ['exported', 'driven', 'basis-there'],
  'fee-rules.lost-earnings': [
    ...[
      'exported',
      'per-hour',
      'flat-hour',
      'flat-hour-employee',
      'from-income',
      'cut-to-hour',
      'cut-to-day',
      'percent-of-earnings',
    ],
  ],
  'fee-rules.costs': ['exported', 'within-ceilings', 'cut-to-hours', 'cut-to-occasion', 'cut-to-day'],
  // Whether there is one claim for a month is a finding about the month.
  'fee-rules.claims': ['fields-there', 'one-claim', 'several-claims'],
  'fee-rules.deadline': ['in-time', 'late-noted'],
  'fee-rules.payroll': ['payroll-month'],
  // Findings about approvals that have been given.
  'fee-rules.approval': ['approved', 'wrong-approver', 'own-approval', 'role-not-held', 'approver-unnamed'],
  // Findings about persons; no fee line carries them.
  'fee-rules.acknowledgement': ['acknowledged', 'late', 'to-acknowledge', 'not-acknowledged'],
}

describe('every reason that a fee line can give', () => {
  const aboutFees = ['visits.extra-decision', 'visits.placement', 'visits.capacity', 'visits.unappointed']
  const kinds = [
    ...ruleKinds.filter(({ kind }) => kind.startsWith('fee.') || aboutFees.includes(kind)),
    ...blockKinds.map(({ kind }) => kind),
    { kind: feeReasons, sentences: feeSentences },
  ]
  const all = kinds.flatMap(({ kind, sentences }) => Object.keys(sentences.sv).map((code) => ({ kind, code })))

  test('either says what to do or leaves what is paid as it is, never both', () => {
    const named = (it: { readonly kind: string; readonly code: string }) => `${it.kind} ${it.code}`
    const passes = ({ kind, code }: (typeof all)[number]) => passing[kind]?.includes(code) === true
    expect(all.filter((it) => passes(it) === (adviceFor(it) !== undefined)).map(named)).toEqual([])
    expect(all.length).toBeGreaterThan(120)
  })

  test('says what to do in Swedish and in English, in a sentence without a demand', () => {
    for (const language of ['sv', 'en'] as const) {
      const { advice } = stopsTexts(language)
      for (const it of advices) {
        expect(advice[it], it).toMatch(/^\p{Lu}.{15,}\.$/u)
        expect(advice[it], it).not.toMatch(/måste|must|!/)
      }
      expect(Object.keys(advice).sort()).toEqual([...advices].sort())
    }
  })

  test('every sentence of what to do is used by a reason or by a stop of ours', () => {
    const ours = new Set(['choose-one', 'move-or-refrain', 'correct-times', 'write-report', 'see-that-once'])
    const outside = [
      { kind: 'in-force', code: 'none-in-force' },
      { kind: 'sources', code: 'collide' },
    ]
    const used = new Set([...all, ...outside].map(adviceFor))
    expect(advices.filter((it) => !used.has(it) && !ours.has(it))).toEqual([])
  })
})

describe('whatever the fee rules, the guideline and the programme', () => {
  test('a fee that is not paid says what stands in its way, and a fee that is paid that nothing does', () => {
    const cases = fc.record({ rules: someRules, guideline: someGuideline, visits: someVisits, other: someOther })
    const seen = new Set<string>()
    const holds = ({ rules, guideline, ...drawn }: typeof cases extends fc.Arbitrary<infer T> ? T : never) => {
      const programme = aProgramme({ ...town, ...programmeOf(drawn, false, new Map()) })
      const today = dayFromIso('2026-12-31')
      const input = { guidelines: [guideline], interpretations: [], feeRules: [rules], programme, today }
      return evaluate(input).feeLines.every((line) => {
        seen.add(line.outcome)
        const found = stops(aTime('a', 13, 15), { line })
        return found.some((it) => it.stops) === (line.outcome !== 'payable')
      })
    }
    expect(() => fc.assert(fc.property(cases, holds), { numRuns: 60, seed: 20260504 })).not.toThrow()
    expect([...seen].sort()).toEqual(['needs-decision', 'not-payable', 'payable', 'waiting'])
  })
})
