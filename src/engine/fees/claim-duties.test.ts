import { describe, expect, it } from 'vitest'
import { civilFromDay } from '../../kernel/date.ts'
import { explain } from '../explain.ts'
import { aPerson, aVisit } from '../testing/cast.ts'
import {
  aClaim,
  duties,
  feeRulesWith,
  judgeClaims,
  lines,
  type WrittenClaim,
  type WrittenRules,
} from '../testing/claim-cast.ts'

type Claims = NonNullable<WrittenRules['claims']>
type Deadline = NonNullable<Claims['deadlines']>[number]

const occasion: Claims = { clause: '§ 12', per: 'occasion' }
const fields = [
  { code: 'times', title: { sv: 'Klockslag', en: 'Times' } },
  { code: 'place', title: { sv: 'Plats', en: 'Place' } },
]
const parking = { kind: 'parking', title: { sv: 'Parkering', en: 'Parking' }, clause: '§ 11', receipt: 'not' as const }
const parked = { costs: [{ kind: 'parking', amount: 4000, receipt: false }] }
const judged = (
  claims: Claims,
  claim: Partial<WrittenClaim>,
  more: Parameters<typeof judgeClaims>[1] = {},
  today?: string,
) => judgeClaims(feeRulesWith({ claims, costs: [parking] }), { claims: [aClaim(claim)], ...more }, today)
const fee = (evaluation: ReturnType<typeof judgeClaims>) =>
  evaluation.feeLines
    .filter((it) => it.component === 'fee')
    .map((it) => `${it.visit} ${it.outcome} ${it.expected ?? it.amount}`)

describe('RAT-22 required fields, and one claim for each occasion or month', () => {
  it('RAT-22 names the fields that are missing, and stops nothing unless the rules say so', () => {
    const evaluation = judged({ ...occasion, fields }, { fields: ['times'], ...parked })
    expect(duties(evaluation, 'fee-rules.claims')).toEqual(['due fields-missing'])
    const finding = evaluation.findings.find((it) => it.kind === 'fee-rules.claims')
    expect(finding && [finding.subject, explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      { type: 'claim', id: 'c' },
      'I underlaget saknas: Plats.',
      'The claim lacks: Place.',
    ])
    expect([...fee(evaluation), ...lines(evaluation)]).toEqual(['v payable 50000', 'v parking payable 4000'])
  })

  it('RAT-22 holds back fee and costs until all fields are there where the rules say so', () => {
    const rules = { ...occasion, fields, incomplete: 'waits' as const }
    const waiting = judged(rules, { fields: ['times'], ...parked })
    expect([...fee(waiting), ...lines(waiting)]).toEqual(['v waiting 50000', 'v parking waiting 4000'])
    const complete = judged(rules, { fields: ['times', 'place'], ...parked })
    expect(duties(complete, 'fee-rules.claims')).toEqual(['satisfied fields-there'])
    expect([...fee(complete), ...lines(complete)]).toEqual(['v payable 50000', 'v parking payable 4000'])
  })

  const twoVisits = [
    aVisit('v', '2026-04-10', 'u', ['ada'], { start: '13:00', end: '15:00' }),
    aVisit('w', '2026-04-20', 'u', ['ada'], { start: '13:00', end: '15:00' }),
  ]
  const month: Claims = { clause: '§ 12', per: 'month', fields }
  const twoClaims = (first: string, second: string): WrittenClaim[] => [
    aClaim({ submitted: first, fields: ['times', 'place'] }),
    aClaim({ id: 'd', visit: 'w', submitted: second }),
  ]

  it('RAT-22 a claim for a month is handed in as one, and its fields are filled in once', () => {
    const evaluation = judged(month, {}, { visits: twoVisits, claims: twoClaims('2026-05-02', '2026-05-02') })
    expect(duties(evaluation, 'fee-rules.claims')).toEqual([
      'satisfied fields-there',
      'satisfied one-claim',
      'satisfied fields-there',
    ])
  })

  it('RAT-22 two claims for one month are one too many', () => {
    const evaluation = judged(
      month,
      {},
      { visits: twoVisits, claims: twoClaims('2026-04-12', '2026-05-02') },
      '2026-05-05',
    )
    expect(duties(evaluation, 'fee-rules.claims')).toContain('breached several-claims')
    const finding = evaluation.findings.find((it) => it.code === 'several-claims')
    expect(finding && explain(finding, 'en')).toBe(
      'Claims for April 2026 were handed in on two days; there is one for each month.',
    )
    expect(
      duties(
        judged(occasion, {}, { visits: twoVisits, claims: twoClaims('2026-04-12', '2026-05-02') }),
        'fee-rules.claims',
      ),
    ).toEqual([])
  })
})

describe('RAT-23 deadlines of claims by kind and claimant', () => {
  const within = (deadline: Partial<Deadline>): Claims => ({
    ...occasion,
    deadlines: [{ clause: '§ 13', of: 'fee', days: 30, after: 'visit', effect: 'refuse', ...deadline }],
  })

  it.each([
    ['2026-05-10', '2026-06-01', 'satisfied in-time', 'v payable 50000', 'on the last day'],
    ['2026-05-11', '2026-06-01', 'breached late-refused', 'v not-payable 0', 'a day late'],
    [undefined, '2026-05-10', 'due to-hand-in', 'v waiting 50000', 'there is still time'],
    [undefined, '2026-05-11', 'breached late-refused', 'v not-payable 0', 'never handed in'],
  ])('RAT-23 30 days from 10 April, handed in %s, seen on %s: %s, %s (%s)', (submitted, today, duty, paid, _why) => {
    const evaluation = judged(within({}), submitted === undefined ? {} : { submitted }, {}, today)
    expect(duties(evaluation, 'fee-rules.deadline')).toEqual([duty])
    expect(fee(evaluation)).toEqual([paid])
  })

  it('RAT-23 a deadline that is only noted changes no amount', () => {
    const evaluation = judged(within({ effect: 'note' }), { submitted: '2026-05-20' }, {}, '2026-06-01')
    expect(duties(evaluation, 'fee-rules.deadline')).toEqual(['breached late-noted'])
    expect(fee(evaluation)).toEqual(['v payable 50000'])
    expect(fee(judged(within({ effect: 'note' }), {}, {}, '2026-04-20'))).toEqual(['v payable 50000'])
  })

  it.each([
    [{ monthsAfter: 1, days: undefined, after: 'visit' }, '2026-05-10'],
    [{ monthsAfter: 1, days: undefined, after: 'month-end' }, '2026-05-31'],
    [{ monthsAfter: 9, days: undefined, after: 'month-end' }, '2027-01-31'],
    [{ days: 0, after: 'month-end' }, '2026-04-30'],
    [{ days: 10, after: 'month-end' }, '2026-05-10'],
  ] as const)('RAT-23 %j from a visit on 10 April is %s', (time, by) => {
    const evaluation = judged(within({ ...time, effect: 'note' }), { submitted: by }, {}, by)
    expect(duties(evaluation, 'fee-rules.deadline')).toEqual(['satisfied in-time'])
    const [finding] = evaluation.findings.filter((it) => it.kind === 'fee-rules.deadline')
    expect(finding?.values.byDay).toBe(finding?.values.handedInOn)
  })

  it('a month after 31 January is the last of February', () => {
    const visits = [aVisit('v', '2026-01-31', 'u', ['ada'])]
    const evaluation = judged(within({ monthsAfter: 1, days: undefined }), {}, { visits }, '2026-02-20')
    const [finding] = evaluation.findings.filter((it) => it.kind === 'fee-rules.deadline')
    expect(civilFromDay(finding?.values.byDay as never)).toEqual({ year: 2026, month: 2, day: 28 })
  })

  const lostEarnings = {
    clause: '§ 6',
    employee: { certificate: 'not' as const },
    selfEmployed: { certificate: 'not' as const, flatPerHour: 15000 },
  }
  const bySort: Claims = {
    ...occasion,
    deadlines: [
      { clause: '§ 13', of: 'costs', days: 20, after: 'visit', effect: 'refuse' },
      { clause: '§ 14', of: 'lost-earnings', days: 20, after: 'visit', effect: 'refuse' },
      { clause: '§ 14', of: 'lost-earnings', claimant: 'self-employed', days: 90, after: 'visit', effect: 'refuse' },
    ],
  }
  const lost = (as: 'employee' | 'self-employed') =>
    as === 'employee'
      ? { as, minutes: 60, perHour: 20000, certificate: false }
      : { as, minutes: 60, certificate: false }

  it('RAT-23 each kind has its own: late costs are refused, the fee is paid', () => {
    const claim = { submitted: '2026-05-15', ...parked }
    const evaluation = judged(bySort, claim, {}, '2026-06-01')
    expect([...fee(evaluation), ...lines(evaluation)]).toEqual(['v payable 50000', 'v parking not-payable 0'])
  })

  it('RAT-23 the self-employed have longer, and what an employee loses is refused beside it', () => {
    const late = (losses: ('employee' | 'self-employed')[]) =>
      lines(
        judgeClaims(
          feeRulesWith({ claims: bySort, lostEarnings }),
          { claims: [aClaim({ submitted: '2026-05-15', lostEarnings: losses.map(lost) })] },
          '2026-06-01',
        ),
      )
    expect(late(['employee'])).toEqual(['v lost-earnings not-payable 0'])
    expect(late(['self-employed'])).toEqual(['v lost-earnings payable 15000'])
    expect(late(['employee', 'self-employed'])).toEqual(['v lost-earnings payable 15000'])
  })

  it.each([
    ['substitute', { ...aPerson('ada', 'majority', 'substitute') }],
    ['chair', { ...aPerson('ada'), roles: [{ role: 'chair', from: '2023-01-01' }] }],
    ['youth', { ...aPerson('ada'), feeGroups: [{ group: 'youth', from: '2023-01-01' }] }],
  ])('RAT-23 a deadline for %s goes before that for all', (claimant, person) => {
    const deadlines = [
      { clause: '§ 13', of: 'fee' as const, days: 90, after: 'visit' as const, effect: 'refuse' as const },
      { clause: '§ 13', of: 'fee' as const, claimant, days: 10, after: 'visit' as const, effect: 'refuse' as const },
    ]
    const claim = { submitted: '2026-05-01' }
    expect(fee(judged({ ...occasion, deadlines }, claim, { persons: [person] }))).toEqual(['v not-payable 0'])
    expect(fee(judged({ ...occasion, deadlines }, claim))).toEqual(['v payable 50000'])
  })

  it('says itself in both languages', () => {
    const [finding] = judged(within({}), { submitted: '2026-05-11' }).findings.filter(
      (it) => it.kind === 'fee-rules.deadline',
    )
    expect(finding && [explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      'Underlaget för arvode lämnades 11 maj 2026; sista dag var 10 maj 2026, och det som kommer senare betalas inte.',
      'The claim for the fee was handed in on 11 May 2026; the last day was 10 May 2026, and what comes later is not paid.',
    ])
  })

  it('a fee that is refused for its deadline uses no place, and a visit that is paid nothing asks for no claim', () => {
    const nobody = judged(within({}), {}, { appointments: [] }, '2026-06-01')
    expect(duties(nobody, 'fee-rules.deadline')).toEqual([])
  })
})
