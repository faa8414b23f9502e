import { describe, expect, it } from 'vitest'
import { explain } from '../explain.ts'
import { aVisit } from '../testing/cast.ts'
import {
  aClaim,
  besides,
  codes,
  feeRulesWith,
  judgeClaims,
  lines,
  type WrittenClaim,
  type WrittenRules,
} from '../testing/claim-cast.ts'

const mileage = { clause: '§ 5', perKilometre: 250, fromKilometres: 5, notWhenMadeAnyway: true }
const title = { sv: 'Barntillsyn', en: 'Child-minding' }
const childMinding = { kind: 'child-minding', title, clause: '§ 10', receipt: 'required' as const }
const parking = {
  kind: 'parking',
  title: { sv: 'Parkering', en: 'Parking' },
  clause: '§ 11',
  receipt: 'not' as const,
  mostPerOccasion: 10000,
}
const by = (written: WrittenRules, claim: Partial<WrittenClaim>, more: Parameters<typeof judgeClaims>[1] = {}) =>
  judgeClaims(feeRulesWith(written), { claims: [aClaim(claim)], ...more })
const journey = { kilometres: 24, from: 'home', distance: 12 } as const

describe('RAT-12 mileage, 2.50 kr per kilometre from 5 km one way from home or workplace', () => {
  it.each([
    [24, 12, 'home', false, 'payable 6000', '12 km away: 24 × 2.50'],
    [10, 5, 'home', false, 'payable 2500', 'exactly 5 km: 10 × 2.50'],
    [8, 4, 'workplace', false, 'not-payable 0', '4 km away is too near'],
    [24, 12, 'home', true, 'not-payable 0', 'made anyway, to work'],
  ] as const)(
    '%i km, %i km from %s, made anyway: %s gives %s: %s',
    (kilometres, distance, from, madeAnyway, given, _why) => {
      expect(lines(by({ mileage }, { journeys: [{ kilometres, distance, from, madeAnyway }] }))).toEqual([
        `v mileage ${given}`,
      ])
    },
  )

  it.each([
    ['paid', 'payable 2500'],
    ['unpaid', 'not-payable 0'],
    ['silent', 'cannot-tell 2500'],
  ] as const)('RAT-12 exactly at the distance, when that is %s, gives %s', (atThreshold, given) => {
    const journeys = [{ kilometres: 10, distance: 5, from: 'home' as const }]
    expect(lines(by({ mileage: { ...mileage, atThreshold } }, { journeys }))).toEqual([`v mileage ${given}`])
  })

  it('a journey that is not paid leaves the others standing, each with its reason', () => {
    const journeys = [
      journey,
      { ...journey, madeAnyway: true },
      { kilometres: 30, from: 'workplace' as const, distance: 15 },
    ]
    const evaluation = by({ mileage: { ...mileage, startsFrom: ['home'] } }, { journeys })
    expect(lines(evaluation)).toEqual(['v mileage payable 6000'])
    expect(codes(evaluation, 'mileage')).toEqual(['made-anyway', 'start-not-counted', 'driven'])
    expect(besides(evaluation)[0]?.parts).toMatchObject([
      { kind: 'mileage', quantity: { numerator: 24, denominator: 1 }, rate: 250, amount: 6000, clause: '§ 5' },
    ])
  })

  it('RAT-12 waits for the basis of the fee where the rules say so, and not where they do not', () => {
    const claim = { journeys: [journey] }
    const waiting = by({ mileage: { ...mileage, onlyWithFeeBasis: true } }, claim, { reports: [] })
    expect(lines(waiting)).toEqual(['v mileage waiting 6000'])
    expect(codes(waiting, 'mileage')).toContain('basis-missing')
    expect(lines(by({ mileage: { ...mileage, onlyWithFeeBasis: true } }, claim))).toEqual(['v mileage payable 6000'])
    expect(lines(by({ mileage }, claim, { reports: [] }))).toEqual(['v mileage payable 6000'])
  })

  it('RAT-12 with a basis asked for, a journey without any fee is not paid, and without a guideline it cannot be told', () => {
    const only = { mileage: { ...mileage, onlyWithFeeBasis: true } }
    expect(lines(by(only, { journeys: [journey] }, { appointments: [] }))).toEqual(['v mileage not-payable 0'])
    const visits = [aVisit('v', '2019-12-01', 'u', ['ada'])]
    const before = feeRulesWith({ ...only, validity: { from: '2019-01-01' } })
    expect(lines(judgeClaims(before, { visits, claims: [aClaim({ journeys: [journey] })] }))).toEqual([
      'v mileage cannot-tell 6000',
    ])
  })

  it('says its reasons in Swedish and in English', () => {
    const evaluation = by({ mileage }, { journeys: [{ kilometres: 8, distance: 4, from: 'home' }] })
    const [reason] = besides(evaluation)[0]?.reasons ?? []
    expect(reason && [explain(reason, 'sv'), explain(reason, 'en')]).toEqual([
      'Platsen ligger 4 km från bostaden; milersättning betalas först från 5 km.',
      'The place is 4 km from home; mileage is paid from 5 km.',
    ])
  })
})

describe('RAT-21 costs with receipts and ceilings', () => {
  it.each([
    [{ ...childMinding }, 24000, true, 'payable 24000', 'with its receipt'],
    [{ ...childMinding }, 24000, false, 'waiting 24000', 'the receipt is missing'],
    [{ ...childMinding, receipt: 'not' }, 24000, false, 'payable 24000', 'no receipt is asked for'],
    [{ ...childMinding, mostPerHour: 10000 }, 24000, true, 'payable 20000', 'two hours at most 100 kr each'],
    [{ ...childMinding, mostPerOccasion: 15000 }, 24000, true, 'payable 15000', 'at most 150 kr each time'],
    [{ ...childMinding, mostPerDay: 12000 }, 24000, true, 'payable 12000', 'at most 120 kr a day'],
  ] as const)('%j: %i öre, receipt %s, gives %s: %s', (cost, amount, receipt, given, _why) => {
    const evaluation = by({ costs: [cost] }, { costs: [{ kind: 'child-minding', amount, receipt }] })
    expect(lines(evaluation)).toEqual([`v child-minding ${given}`])
  })

  it('RAT-21 each kind has a line of its own: one that waits for its receipt holds up no other', () => {
    const costs = [
      { kind: 'parking', amount: 4000, receipt: false },
      { kind: 'child-minding', amount: 24000, receipt: false },
    ]
    expect(lines(by({ costs: [childMinding, parking], mileage }, { costs, journeys: [journey] }))).toEqual([
      'v mileage payable 6000',
      'v child-minding waiting 24000',
      'v parking payable 4000',
    ])
  })

  it('of several amounts of a kind the ceiling meets the sum', () => {
    const costs = [7000, 6000].map((amount) => ({ kind: 'parking', amount, receipt: false }))
    expect(lines(by({ costs: [parking] }, { costs }))).toEqual(['v parking payable 10000'])
  })

  it('a kind that no rules in force speak of cannot be told, and nothing is refused without a clause', () => {
    const costs = [{ kind: 'hotel', amount: 90000, receipt: true }]
    const evaluation = by({ costs: [parking] }, { costs })
    expect(lines(evaluation)).toEqual(['v hotel cannot-tell 0'])
    expect(besides(evaluation)[0]?.reasons[0]?.missing).toEqual([{ what: 'fee-rules' }])
    expect(lines(by({}, { costs }))).toEqual(['v hotel cannot-tell 0'])
  })

  it('where two fee rules speak of it somebody decides', () => {
    const rules = [
      feeRulesWith({ costs: [parking] }),
      feeRulesWith({ id: 'other', costs: [parking], fees: [eveningFee] }),
    ]
    const costs = [{ kind: 'parking', amount: 4000, receipt: true }]
    expect(lines(judgeClaims(rules, { claims: [aClaim({ costs })] }))).toEqual(['v parking needs-decision 0'])
  })

  it('is only for those who came to a held visit', () => {
    const visits = [aVisit('v', '2026-04-10', 'u', ['bo'])]
    expect(
      lines(by({ costs: [parking] }, { costs: [{ kind: 'parking', amount: 4000, receipt: true }] }, { visits })),
    ).toEqual([])
  })

  it('for somebody who was not appointed no clause speaks, and somebody decides', () => {
    const costs = [{ kind: 'parking', amount: 4000, receipt: true }]
    expect(lines(by({ costs: [parking] }, { costs }, { appointments: [] }))).toEqual(['v parking needs-decision 4000'])
  })

  it('an event whose kind of fee gives no costs gives none', () => {
    const fees = [{ ...eveningFee, kind: 'meeting', gives: ['fee' as const, 'lost-earnings' as const] }]
    const costs = [{ kind: 'parking', amount: 4000, receipt: true }]
    expect(lines(by({ fees, costs: [parking] }, { costs }))).toEqual(['v parking not-payable 0'])
  })
})

const eveningFee = {
  kind: 'evening',
  title: { sv: 'Kväll', en: 'Evening' },
  clause: '§ 1',
  rate: { form: 'flat' as const, amount: 1 },
}
const daily = { costs: [{ ...childMinding, mostPerDay: 30000 }] }
const morning = aVisit('v', '2026-04-10', 'u', ['ada'], { start: '09:00', end: '11:00' })
const evening = aVisit('w', '2026-04-10', 'u', ['ada'], { start: '18:00', end: '20:00' })
const minded = (amount: number) => ({ costs: [{ kind: 'child-minding', amount, receipt: true }] })

describe('amounts that are a part of others', () => {
  const base = {
    id: 'price-base-amount',
    title: { sv: 'Prisbasbelopp', en: 'Price base amount' },
    per: 'year' as const,
    source: 'Regeringen',
    values: [
      { from: '2025-01-01', amount: 5880000 },
      { from: '2026-04-01', amount: 5920000 },
    ],
  }
  const rules = {
    bases: [base],
    costs: [{ ...childMinding, mostPerDay: { of: 'price-base-amount', percent: 0.25 } }],
  }
  const on = (day: string) => ({ visits: [aVisit('v', day, 'u', ['ada'], { start: '13:00', end: '15:00' })] })

  it('serve as ceilings, by the value of their base on the day of the visit', () => {
    expect(lines(by(rules, minded(20000), on('2026-03-31')))).toEqual(['v child-minding payable 14700'])
    expect(lines(by(rules, minded(20000), on('2026-04-01')))).toEqual(['v child-minding payable 14800'])
  })

  it('cannot be told before the base has a value, and hold up no other line', () => {
    const written = { ...rules, costs: [...rules.costs, parking] }
    const costs = [...minded(20000).costs, { kind: 'parking', amount: 4000, receipt: false }]
    const evaluation = by(written, { costs }, on('2024-12-31'))
    expect(lines(evaluation)).toEqual(['v child-minding cannot-tell 0', 'v parking payable 4000'])
    expect(codes(evaluation, 'child-minding')).toEqual(['amount-unknown'])
  })

  it('are refused where they lead nowhere', () => {
    expect(() => feeRulesWith({ ...rules, bases: [] })).toThrow(/there is no amount or base named price-base-amount/)
  })
})

describe('the most for a day', () => {
  it('runs through the day in order of start, whatever order the visits and claims were entered in', () => {
    const claims = [aClaim({ id: 'c2', visit: 'w', ...minded(20000) }), aClaim(minded(20000))]
    const evaluation = judgeClaims(feeRulesWith(daily), { visits: [evening, morning], claims })
    expect(lines(evaluation)).toEqual(['v child-minding payable 20000', 'w child-minding payable 10000'])
  })

  it('counts other paid time of the same kind that day', () => {
    const otherPaid = [
      { person: 'ada', day: '2026-04-10', start: '08:00', end: '09:00', kind: 'child-minding', amount: 25000 },
      { person: 'ada', day: '2026-04-11', start: '08:00', end: '09:00', kind: 'child-minding', amount: 25000 },
      { person: 'bo', day: '2026-04-10', start: '08:00', end: '09:00', kind: 'child-minding', amount: 25000 },
    ]
    expect(lines(by(daily, minded(20000), { otherPaid }))).toEqual(['v child-minding payable 5000'])
    expect(lines(by(daily, minded(20000), { otherPaid: [...otherPaid, ...otherPaid] }))).toEqual([
      'v child-minding not-payable 0',
    ])
  })

  it('is not used by a line that waits', () => {
    const claims = [
      aClaim({ costs: [{ kind: 'child-minding', amount: 20000, receipt: false }] }),
      aClaim({ id: 'c2', visit: 'w', ...minded(20000) }),
    ]
    expect(lines(judgeClaims(feeRulesWith(daily), { visits: [morning, evening], claims }))).toEqual([
      'v child-minding waiting 20000',
      'w child-minding payable 20000',
    ])
  })

  it('is held by what has gone to payroll: what comes later, though it began earlier, gets what is left', () => {
    const exportedLines = [{ kind: 'child-minding', on: '2026-04-25', amount: 20000 }]
    const claims = [aClaim(minded(20000)), aClaim({ id: 'c2', visit: 'w', ...minded(20000), exportedLines })]
    expect(lines(judgeClaims(feeRulesWith(daily), { visits: [morning, evening], claims }))).toEqual([
      'v child-minding payable 10000',
      'w child-minding payable 20000',
    ])
  })
})

describe('costs that have gone to payroll', () => {
  it('stand; a later difference needs a decision', () => {
    const exportedLines = [{ kind: 'child-minding', on: '2026-04-25', amount: 24000 }]
    const same = by(daily, { ...minded(24000), exportedLines })
    expect(lines(same)).toEqual(['v child-minding payable 24000'])
    expect(codes(same, 'child-minding')).toContain('exported')
    const changed = by(daily, { ...minded(10000), exportedLines })
    expect(lines(changed)).toEqual(['v child-minding needs-decision 10000'])
    expect(codes(changed, 'child-minding')).toContain('exported-differs')
    expect(lines(by(daily, { exportedLines }))).toEqual(['v child-minding needs-decision 0'])
  })
})
