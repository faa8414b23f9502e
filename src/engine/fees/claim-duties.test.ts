import { describe, expect, it } from 'vitest'
import { civilFromDay } from '../../kernel/date.ts'
import { explain } from '../explain.ts'
import { loadFeeRules } from '../load.ts'
import { aPerson, aVisit, loaded, textOf } from '../testing/cast.ts'
import {
  aClaim,
  duties,
  feeRulesWith,
  judgeClaims,
  lines,
  oneVisit,
  type WrittenClaim,
  type WrittenRules,
} from '../testing/claim-cast.ts'
import { blockKinds, describeBlocks } from './block-kinds.ts'

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

describe('RAT-24 the cut-off day of the payroll', () => {
  it.each([
    ['2026-04-15', 10, '2026-05', 'after the cut-off of April'],
    ['2026-05-10', 10, '2026-05', 'on the cut-off'],
    ['2026-05-11', 10, '2026-06', 'the day after'],
    ['2026-12-31', 15, '2027-01', 'over the turn of the year'],
    ['2026-04-30', 31, '2026-04', 'a cut-off beyond a shorter month is its last day'],
  ])('RAT-24 handed in on %s with the cut-off on day %i: the pay for %s, %s', (submitted, cutOffDay, month) => {
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay }, costs: [parking] })
    const evaluation = judgeClaims(rules, { claims: [aClaim({ submitted, ...parked })] }, '2027-02-01')
    for (const line of evaluation.feeLines) {
      const { year, month: of } = civilFromDay(
        line.reasons.find((it) => it.code === 'payroll-month')?.values.payrollDay as never,
      )
      expect(`${year}-${String(of).padStart(2, '0')}`).toBe(month)
    }
    expect(evaluation.feeLines).toHaveLength(2)
  })

  it('what waits has no month yet, and what is not handed in would go with today', () => {
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay: 10 } })
    const waiting = judgeClaims(rules, { reports: [] })
    expect(waiting.feeLines[0]?.reasons.some((it) => it.code === 'payroll-month')).toBe(false)
    const reason = judgeClaims(rules, {}, '2026-05-20').feeLines[0]?.reasons.find((it) => it.code === 'payroll-month')
    expect(reason && explain(reason, 'sv')).toBe(
      'Hör till lönen för juni 2026: klart 20 maj 2026, och brytdagen är den 10.',
    )
  })

  it('a claim is ready when it has been approved, where the rules have an approval', () => {
    const by = { role: 'chair', title: { sv: 'Ordföranden', en: 'The chair' } }
    const rules = feeRulesWith({ payroll: { clause: '§ 15', cutOffDay: 10 }, approval: { clause: '§ 16', by } })
    const approvals = [{ by: 'chair', on: '2026-06-12' }]
    const evaluation = judgeClaims(rules, { claims: [aClaim({ submitted: '2026-05-02', approvals })] }, '2026-07-01')
    const reason = evaluation.feeLines[0]?.reasons.find((it) => it.code === 'payroll-month')
    expect(reason && explain(reason, 'en')).toBe(
      'Goes with the pay for July 2026: ready on 12 June 2026, and the cut-off is day 10.',
    )
  })
})

describe('RAT-25 who approves, and who approves the approver', () => {
  const approval = {
    clause: '§ 16',
    by: { role: 'chair', title: { sv: 'Ordföranden', en: 'The chair' } },
    ownBy: { role: 'vice-chair', title: { sv: 'Vice ordföranden', en: 'The vice chair' } },
    neverOwn: true,
  }
  const chair = { ...aPerson('ada'), roles: [{ role: 'chair', from: '2023-01-01' }] }
  const approved = (approvals: WrittenClaim['approvals'], persons = oneVisit.persons, more = {}) =>
    judgeClaims(feeRulesWith({ approval: { ...approval, ...more } }), {
      persons,
      claims: [aClaim({ approvals: approvals ?? [] })],
    })

  it.each([
    ['by the chair', [{ by: 'chair', on: '2026-04-20' }], 'satisfied approved'],
    ['by the secretary', [{ by: 'secretary', on: '2026-04-20' }], 'breached wrong-approver'],
    ['by Bo, who is no chair', [{ by: 'chair', person: 'bo', on: '2026-04-20' }], 'breached role-not-held'],
    ['not yet', [], 'due to-approve'],
  ])('RAT-25 a claim approved %s is %s', (_, approvals, duty) => {
    expect(duties(approved(approvals), 'fee-rules.approval')).toEqual([duty])
  })

  it.each([
    ['by the vice chair', [{ by: 'vice-chair', on: '2026-04-20' }], 'satisfied approved'],
    ['by a chair', [{ by: 'chair', on: '2026-04-20' }], 'breached wrong-approver'],
  ])('RAT-25 a claim of the chair approved %s is %s', (_, approvals, duty) => {
    expect(duties(approved(approvals, [chair, aPerson('bo')]), 'fee-rules.approval')).toEqual([duty])
  })

  it.each([
    ['by herself', [{ by: 'chair', person: 'ada', on: '2026-04-20' }], 'breached own-approval'],
    ['by nobody named', [{ by: 'chair', on: '2026-04-20' }], 'cannot-tell approver-unnamed'],
    ['by another chair', [{ by: 'chair', person: 'bo', on: '2026-04-20' }], 'satisfied approved'],
  ])('RAT-25 where nobody else is named for the chair, her own claim approved %s is %s', (_, approvals, duty) => {
    const second = { ...aPerson('bo'), roles: [{ role: 'chair', from: '2023-01-01' }] }
    expect(duties(approved(approvals, [chair, second], { ownBy: undefined }), 'fee-rules.approval')).toEqual([duty])
  })

  it('RAT-25 nothing waits for the approval unless the rules say so', () => {
    expect(fee(approved([]))).toEqual(['v payable 50000'])
    const required = { required: true }
    expect(fee(approved([], oneVisit.persons, required))).toEqual(['v waiting 50000'])
    expect(fee(approved([{ by: 'secretary', on: '2026-04-20' }], oneVisit.persons, required))).toEqual([
      'v waiting 50000',
    ])
    expect(fee(approved([{ by: 'chair', on: '2026-04-20' }], oneVisit.persons, required))).toEqual(['v payable 50000'])
  })

  it('says itself in both languages', () => {
    const [finding] = approved([{ by: 'secretary', on: '2026-04-20' }]).findings.filter(
      (it) => it.kind === 'fee-rules.approval',
    )
    expect(finding && [explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      'Underlaget attesterades 20 april 2026 av nämndsekreteraren, men ska attesteras av ordföranden.',
      'The claim was approved on 20 April 2026 by the committee secretary, but is to be approved by the chair.',
    ])
  })
})

describe('RAT-26 the rules are acknowledged each year', () => {
  const acknowledgement = { clause: '§ 17', each: 'year' as const, by: '01-31' }
  const acknowledged = (on: string | undefined, today: string, written: WrittenRules = {}) =>
    judgeClaims(
      feeRulesWith({ acknowledgement, ...written }),
      {
        persons: [
          { ...aPerson('ada'), acknowledged: on === undefined ? [] : [{ year: 2026, on }] },
          aPerson('stranger'),
        ],
      },
      today,
    )

  it.each([
    ['2026-01-31', '2026-05-01', 'satisfied acknowledged'],
    ['2026-02-01', '2026-05-01', 'breached late'],
    [undefined, '2026-01-31', 'due to-acknowledge'],
    [undefined, '2026-02-01', 'breached not-acknowledged'],
  ])('RAT-26 by 31 January, on %s, seen on %s: %s', (on, today, duty) => {
    const evaluation = acknowledged(on, today)
    expect(duties(evaluation, 'fee-rules.acknowledgement')).toEqual([duty])
    expect(evaluation.findings.find((it) => it.kind === 'fee-rules.acknowledgement')?.subject).toEqual({
      type: 'person',
      id: 'ada',
    })
  })

  it('RAT-26 is asked by the rules in force on the day, of contact politicians', () => {
    const later = { validity: { from: '2026-02-01' } }
    expect(duties(acknowledged(undefined, '2026-05-01', later), 'fee-rules.acknowledgement')).toEqual([])
  })

  it('says itself in both languages', () => {
    const finding = acknowledged(undefined, '2026-02-01').findings.find((it) => it.kind === 'fee-rules.acknowledgement')
    expect(finding && [explain(finding, 'sv'), explain(finding, 'en')]).toEqual([
      'ada har inte kvitterat arvodesreglerna för 2026; sista dag var 31 januari 2026.',
      'ada has not acknowledged the fee rules of 2026; the last day was 31 January 2026.',
    ])
  })
})

describe('fee rules that cannot be are refused with their line and what to write', () => {
  const head = `format: namndkontakt/fee-rules@1
id: test-rules
title: Provregler
status: invented
source: { sv: Påhittat, en: Invented }
validity: { from: 2020-01-01 }
fees:
  - { kind: meeting, title: { sv: Möte, en: Meeting }, clause: § 1, rate: { form: flat, amount: 50000 } }
`
  it.each([
    [
      'lostEarnings: { clause: § 6, employee: { hourlyMost: 30000, dailyMost: 20000, certificate: not } }',
      'the most for a day is below the most for an hour',
      'write at least that, or exchange the two',
    ],
    ['lostEarnings: { clause: § 6 }', 'lost earnings are paid to nobody', 'add employee: or selfEmployed:'],
    [
      'lostEarnings: { clause: § 6, selfEmployed: { certificate: not, bases: [{ code: a, title: { sv: a, en: a }, divisor: 0 }] } }',
      '"divisor" is 0, and at least 1 is expected',
      'write a number of at least 1',
    ],
    [
      'lostEarnings: { clause: § 6, selfEmployed: { certificate: not } }',
      'there is nothing to count the loss from',
      'add bases: with a divisor, or flatPerHour:',
    ],
    [
      'lostEarnings: { clause: § 6, employee: { certificate: not }, mixed: { maximum: separate } }',
      'nobody can be both',
      'add employee: and selfEmployed:, or take "mixed" away',
    ],
    [
      'costs: [{ kind: parking, title: { sv: P, en: P }, clause: § 11, receipt: not, mostPerOccasion: 9000, mostPerDay: 8000 }]',
      'the most for a day is below the most for an occasion',
      'write at least that, or exchange the two',
    ],
    [
      'costs: [{ kind: mileage, title: { sv: P, en: P }, clause: § 11, receipt: not }]',
      '"mileage" is no cost but has a block of its own',
      'give the cost another code',
    ],
    [
      'considerableOffice: { clause: § 3, fromPercent: 40, excludes: [child-minding] }',
      'no rule here pays "child-minding"',
      'write one of lost-earnings, lost-pension, lost-holiday, mileage',
    ],
    [
      'claims: { clause: § 12, per: occasion, deadlines: [{ clause: § 13, of: fee, after: visit, effect: note }] }',
      'the deadline has no number',
      'add days: or monthsAfter:',
    ],
    [
      'claims: { clause: § 12, per: month, deadlines: [{ clause: § 13, of: fee, days: 9, after: visit, effect: note }] }',
      'a claim for a month cannot be due from each visit',
      'write after: month-end',
    ],
    [
      'payroll: { clause: § 15, cutOffDay: 32 }',
      '"cutOffDay" is 32, and at most 31 is expected',
      'write a number of at most 31',
    ],
    [
      'acknowledgement: { clause: § 17, each: year, by: "02-29" }',
      '"by": a day that every year has is written MM-DD',
      'write for example "01-31"',
    ],
    [
      'mileage: { clause: § 5, perKilometre: 0 }',
      'an amount here is above zero',
      'write it in öre, for example 25000 for 250 kr',
    ],
  ])('%s', (written, message, mend) => {
    const loaded = loadFeeRules(`${head}${written}\n`, 'rules.yaml')
    expect(loaded.ok ? [] : loaded.problems.map((it) => [it.line, it.message, it.mend])).toEqual([[9, message, mend]])
    const swedish = loadFeeRules(`${head}${written}\n`, 'rules.yaml', 'sv')
    const [problem] = swedish.ok ? [] : swedish.problems
    expect(problem?.message).not.toBe(message)
    expect(problem?.mend).not.toBe(mend)
  })
})

describe('every value of these blocks', () => {
  it('is asked about in plain words in both languages', () => {
    for (const { kind } of blockKinds) {
      expect(kind.title?.sv).toBeTruthy()
      const asked = kind.ask ?? {}
      for (const key of Object.keys(kind.values.shape)) {
        expect(asked[key]?.sv, `${kind.kind} ${key}`).toMatch(/\?$/)
        expect(asked[key]?.en, `${kind.kind} ${key}`).toMatch(/\?$/)
      }
    }
  })

  it('is read back in plain words in both languages', () => {
    const rules = loaded(loadFeeRules(textOf('fee-rules/demo-costs.yaml'), 'demo-costs.yaml'))
    const said = (language: 'sv' | 'en') =>
      describeBlocks(rules, language).map((it) => `${it.clause}: ${it.sentence}`.replaceAll('\u00a0', ' '))
    expect(said('sv')).toEqual([
      'Påhittad § 5: Milersättning betalas med 2,50 kr per kilometer från bostaden och arbetsplatsen när avståndet är minst 5 km, först när underlaget för arvodet finns, dock inte för resor som ändå skulle ha gjorts.',
      'Påhittad § 6: Förlorad arbetsinkomst betalas till anställda och egenföretagare; för anställda högst 350 kr per timme, 1 500 kr per dag; för egenföretagare högst 350 kr per timme, 1 500 kr per dag; förlorad pensionsförmån med 4,5 %; förlorad semesterförmån med 12 %.',
      'Påhittad § 10: Barntillsyn betalas mot kvitto, högst 120 kr per timme, 600 kr per dag.',
      'Påhittad § 11: Parkering betalas mot kvitto, högst 100 kr per tillfälle.',
      'Påhittad § 11: Kollektivtrafik betalas.',
      'Påhittad § 3: Den som har uppdrag på minst 40 % av heltid får inte ersättning för förlorad arbetsinkomst och barntillsyn.',
      'Påhittad § 12: Ett arvodesunderlag lämnas för varje tillfälle med klockslag och plats; inget betalas förrän allt finns.',
      'Påhittad § 13: Arvode begärs inom 60 dagar från besöket; att det kommer senare noteras.',
      'Påhittad § 13: Resor och kostnader begärs inom 60 dagar från besöket; det som kommer senare betalas inte.',
      'Påhittad § 14: Förlorad arbetsinkomst begärs inom 3 månader från månadens slut; det som kommer senare betalas inte.',
      'Påhittad § 14: Förlorad arbetsinkomst begärs inom 6 månader från månadens slut av egenföretagare; det som kommer senare betalas inte.',
      'Påhittad § 15: Det som är klart senast den 10 i månaden kommer med på månadens lön.',
      'Påhittad § 16: Arvodesunderlag attesteras av nämndens ordförande, vars egna attesteras av nämndens vice ordförande; ingen attesterar sitt eget.',
      'Påhittad § 17: Kontaktpolitikerna kvitterar varje år senast den 31 januari att de har läst arvodesreglerna.',
    ])
    expect(said('en')).toHaveLength(14)
  })
})
