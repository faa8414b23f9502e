import { describe, expect, it } from 'vitest'
import { explain } from '../explain.ts'
import { aPerson } from '../testing/cast.ts'
import {
  aClaim,
  besides,
  feeRulesWith,
  judgeClaims,
  lines,
  type WrittenClaim,
  type WrittenRules,
} from '../testing/claim-cast.ts'

type Losses = NonNullable<WrittenRules['lostEarnings']>
type Loss = NonNullable<WrittenClaim['lostEarnings']>[number]

const base: Losses = {
  clause: '§ 6',
  employee: { hourlyMost: 35000, dailyMost: 150000, certificate: 'required' },
  selfEmployed: {
    clause: '§ 7',
    hourlyMost: 35000,
    dailyMost: 150000,
    certificate: 'required',
    bases: [{ code: 'surplus', title: { sv: 'Överskott', en: 'Surplus' }, divisor: 2080 }],
    flatPerHour: 15000,
  },
}
const asEmployee = (perHour: number, minutes: number, more: Partial<Loss> = {}): Loss => ({
  as: 'employee',
  minutes,
  perHour,
  certificate: true,
  ...more,
})

describe('RAT-18 exclusions by office never take lost earnings or child-minding from others', () => {
  const considerableOffice = { clause: '§ 3', fromPercent: 40, excludes: ['lost-earnings', 'child-minding'] }
  const costs = [
    {
      kind: 'child-minding',
      title: { sv: 'Barntillsyn', en: 'Child-minding' },
      clause: '§ 10',
      receipt: 'not' as const,
    },
    { kind: 'parking', title: { sv: 'Parkering', en: 'Parking' }, clause: '§ 11', receipt: 'not' as const },
  ]
  const claims = [
    aClaim({
      lostEarnings: [asEmployee(20000, 120, { pension: true })],
      costs: [
        { kind: 'child-minding', amount: 20000, receipt: false },
        { kind: 'parking', amount: 4000, receipt: false },
      ],
    }),
  ]
  const rules = { lostEarnings: { ...base, pension: { percent: 4.5 } }, costs, considerableOffice }
  const holding = (...percents: number[]) => ({
    ...aPerson('ada'),
    fixedFees: percents.map((percent) => ({ percent, from: '2023-01-01', committee: 'committee' })),
  })
  const given = (written: WrittenRules, ...percents: number[]) =>
    lines(judgeClaims(feeRulesWith(written), { persons: [holding(...percents)], claims }))

  it.each([
    [[], 'payable 40000', 'without any office'],
    [[39], 'payable 40000', 'an office below the considerable one'],
    [[40], 'not-payable 0', 'a considerable office'],
    [[20, 20], 'not-payable 0', 'two that are considerable together'],
  ])('RAT-18 with offices of %j percent: %s, %s', (percents, outcome) => {
    expect(given(rules, ...percents)).toContain(`v lost-earnings ${outcome}`)
  })

  it('RAT-18 what is not named is paid to holders of a considerable office too', () => {
    expect(given(rules, 60)).toEqual([
      'v lost-earnings not-payable 0',
      'v lost-pension not-payable 0',
      'v child-minding not-payable 0',
      'v parking payable 4000',
    ])
  })

  it('RAT-18 a category leaves these to everybody below the considerable office, in the own committee too', () => {
    const categories = [
      {
        id: 'fixed',
        title: { sv: 'Med årsarvode', en: 'With a fixed fee' },
        clause: '§ 4',
        who: { fixedFees: { from: 10 } },
        excluded: [
          { components: ['fee' as const, 'lost-earnings' as const, 'costs' as const], where: 'own-committee' as const },
        ],
      },
    ]
    const office = { clause: '§ 3', fromPercent: 40 }
    const written = { ...rules, categories, considerableOffice: office }
    expect(given(written, 30)).toEqual([
      'v lost-earnings payable 40000',
      'v lost-pension payable 1800',
      'v child-minding payable 20000',
      'v parking payable 4000',
    ])
    expect(given(written, 50).every((it) => it.endsWith('not-payable 0'))).toBe(true)
  })

  it('RAT-18 says why in both languages', () => {
    const evaluation = judgeClaims(feeRulesWith(rules), { persons: [holding(60)], claims })
    const reason = besides(evaluation)[0]?.reasons.find((it) => it.code === 'office-excluded')
    expect(reason && [reason.clause, explain(reason, 'sv'), explain(reason, 'en')]).toEqual([
      '§ 3',
      'Uppdragen är tillsammans 60 % av heltid. Från 40 % betalas inte detta.',
      'The offices are 60 % of full time together. From 40 % this is not paid.',
    ])
  })
})
