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
const asSelfEmployed = (yearlyIncome: number | undefined, minutes: number, more: Partial<Loss> = {}): Loss => ({
  as: 'self-employed',
  minutes,
  ...(yearlyIncome === undefined ? {} : { yearlyIncome }),
  certificate: true,
  ...more,
})
const by = (lostEarnings: Losses, losses: Loss[], more: Parameters<typeof judgeClaims>[1] = {}) =>
  judgeClaims(feeRulesWith({ lostEarnings }), { claims: [aClaim({ lostEarnings: losses })], ...more })

describe('RAT-13 lost earnings of an employee: at most 350 kr an hour and 1 500 kr a day, with a certificate', () => {
  it.each([
    [20000, 120, true, 'payable 40000', '2 h at 200 kr'],
    [17333, 100, true, 'payable 28888', '100 min at 173.33 kr: 288.883…, to the nearest öre'],
    [40000, 120, true, 'payable 70000', '2 h at the most for an hour'],
    [35000, 300, true, 'payable 150000', '5 h would be 1 750 kr: the most for the day'],
    [20000, 120, false, 'waiting 40000', 'no certificate yet'],
  ] as const)(
    '%i öre an hour for %i minutes, certificate %s, gives %s: %s',
    (perHour, minutes, certificate, given, _why) => {
      expect(lines(by(base, [asEmployee(perHour, minutes, { certificate })]))).toEqual([`v lost-earnings ${given}`])
    },
  )

  it('RAT-13 needs no certificate where the rules ask for none', () => {
    const rules = { ...base, employee: { certificate: 'not' as const } }
    expect(lines(by(rules, [asEmployee(20000, 120, { certificate: false })]))).toEqual([
      'v lost-earnings payable 40000',
    ])
  })

  it('waits where it is not said what an hour is', () => {
    const loss: Loss = { as: 'employee', minutes: 60, certificate: true }
    const evaluation = by(base, [loss])
    expect(lines(evaluation)).toEqual(['v lost-earnings waiting 0'])
    expect(codes(evaluation, 'lost-earnings')).toEqual(['per-hour-missing'])
  })

  it('counts time by begun half-hours where the rules say so', () => {
    expect(lines(by({ ...base, stepMinutes: 30 }, [asEmployee(20000, 100)]))).toEqual(['v lost-earnings payable 40000'])
  })

  it('is nothing within paid work where the rules say so', () => {
    const attendance = [{ person: 'ada', start: '13:00', end: '15:00', withinPaidWork: true }]
    const visits = [aVisit('v', '2026-04-10', 'u', ['ada'], { start: '13:00', end: '15:00', attendance })]
    expect(lines(by({ ...base, notWithinPaidWork: true }, [asEmployee(20000, 120)], { visits }))).toEqual([
      'v lost-earnings not-payable 0',
    ])
    expect(lines(by(base, [asEmployee(20000, 120)], { visits }))).toEqual(['v lost-earnings payable 40000'])
  })

  it('cannot be told where no rules in force speak of it', () => {
    expect(
      lines(judgeClaims(feeRulesWith({}), { claims: [aClaim({ lostEarnings: [asEmployee(20000, 60)] })] })),
    ).toEqual(['v lost-earnings cannot-tell 0'])
    const { employee: _, ...alone } = base
    expect(lines(by(alone, [asEmployee(20000, 60)]))).toEqual(['v lost-earnings cannot-tell 0'])
  })

  it('the most for a day runs through the day by start, other paid time of the kind first', () => {
    const visits = [
      aVisit('w', '2026-04-10', 'u', ['ada'], { start: '17:00', end: '19:00' }),
      aVisit('v', '2026-04-10', 'u', ['ada'], { start: '09:00', end: '12:00' }),
    ]
    const claims = [
      aClaim({ id: 'c2', visit: 'w', lostEarnings: [asEmployee(30000, 180)] }),
      aClaim({ lostEarnings: [asEmployee(30000, 180)] }),
    ]
    const rules = feeRulesWith({ lostEarnings: base })
    expect(lines(judgeClaims(rules, { visits, claims }))).toEqual([
      'v lost-earnings payable 90000',
      'w lost-earnings payable 60000',
    ])
    const otherPaid = [
      { person: 'ada', day: '2026-04-10', start: '08:00', end: '09:00', kind: 'lost-earnings', amount: 40000 },
    ]
    expect(lines(judgeClaims(rules, { visits, claims, otherPaid }))).toEqual([
      'v lost-earnings payable 90000',
      'w lost-earnings payable 20000',
    ])
    const at = (start: string, end: string) => ({
      otherPaid: otherPaid.map((it) => ({ ...it, start, end, state: 'expected' as const })),
    })
    expect(lines(judgeClaims(rules, { visits, claims, ...at('13:00', '14:00') }))).toEqual([
      'v lost-earnings payable 90000',
      'w lost-earnings payable 20000',
    ])
    expect(lines(judgeClaims(rules, { visits, claims, ...at('20:00', '21:00') }))).toEqual([
      'v lost-earnings payable 90000',
      'w lost-earnings payable 60000',
    ])
  })

  it('is paid whether or not a fee is, for it is the law that gives it', () => {
    const evaluation = by(base, [asEmployee(20000, 120)], { reports: [] })
    expect(evaluation.feeLines.map((it) => `${it.component} ${it.outcome}`)).toEqual([
      'fee waiting',
      'lost-earnings payable',
    ])
  })

  it('says its parts and reasons in Swedish and in English', () => {
    const [line] = besides(by(base, [asEmployee(40000, 120)]))
    expect(line).toMatchObject({
      component: 'lost-earnings',
      paid: 120,
      parts: [{ kind: 'lost-hours', minutes: 120, rate: 35000, amount: 70000, source: 'test-rules', clause: '§ 6' }],
    })
    expect((line?.reasons ?? []).map((it) => explain(it, 'sv').replaceAll('\u00a0', ' '))).toEqual([
      'Som anställd: 400 kr per timme för 2 timmar.',
      'Högst 350 kr per timme betalas; förlusten är 400 kr.',
    ])
    expect((line?.reasons ?? []).map((it) => explain(it, 'en').replaceAll('\u00a0', ' '))).toEqual([
      'As an employee: 400 kr per hour for 2 hours.',
      'At most 350 kr per hour are paid; the loss is 400 kr.',
    ])
  })
})

describe('RAT-14 lost earnings of the self-employed', () => {
  it.each([
    [41600000, 120, {}, 'payable 40000', '416 000 kr a year / 2 080 = 200 kr an hour, 2 h'],
    [41650000, 120, {}, 'payable 40048', '416 500 kr / 2 080 = 200.24 kr to the nearest öre, 2 h'],
    [90000000, 120, {}, 'payable 70000', '432.69 kr an hour, cut to the most for an hour'],
    [undefined, 120, {}, 'payable 30000', 'no income given: the flat 150 kr an hour, 2 h'],
    [41600000, 120, { certificate: false }, 'waiting 40000', 'no certificate yet'],
  ] as const)('%i öre a year for %i minutes %j gives %s: %s', (income, minutes, more, given, _why) => {
    expect(lines(by(base, [asSelfEmployed(income, minutes, more)]))).toEqual([`v lost-earnings ${given}`])
  })

  const two: Losses = {
    clause: '§ 6',
    selfEmployed: {
      certificate: 'not',
      bases: [
        { code: 'surplus', title: { sv: 'Överskott', en: 'Surplus' }, divisor: 2080 },
        {
          code: 'sickness-income',
          title: { sv: 'Sjukpenninggrundande inkomst', en: 'Income for sickness benefit' },
          divisor: 1980,
          rounding: { to: 'krona', by: 'down' },
        },
      ],
    },
  }

  it('RAT-14 counts from the basis that is chosen, rounded as the rules say', () => {
    expect(lines(by(two, [asSelfEmployed(41600000, 60, { basis: 'surplus' })]))).toEqual([
      'v lost-earnings payable 20000',
    ])
    expect(lines(by(two, [asSelfEmployed(41600000, 60, { basis: 'sickness-income' })]))).toEqual([
      'v lost-earnings payable 21000',
    ])
  })

  it('waits for the choice, or for the income, and names what can be chosen', () => {
    const unchosen = by(two, [asSelfEmployed(41600000, 60)])
    expect(codes(unchosen, 'lost-earnings')).toEqual(['basis-to-choose'])
    const [line] = besides(unchosen)
    expect(line?.outcome).toBe('waiting')
    expect(line?.reasons.map((it) => explain(it, 'en'))).toEqual([
      'It is not said which income is counted from: Surplus and Income for sickness benefit.',
    ])
    expect(codes(by(two, [asSelfEmployed(undefined, 60)]), 'lost-earnings')).toEqual(['income-missing'])
  })

  it('cannot be told where whole kronor are demanded without saying how', () => {
    const rounding = { to: 'krona' as const, by: 'silent' as const }
    const bases = [{ code: 'surplus', title: { sv: 'Överskott', en: 'Surplus' }, divisor: 1980, rounding }]
    const silent = { ...two, selfEmployed: { certificate: 'not' as const, bases } }
    expect(lines(by(silent, [asSelfEmployed(41600000, 60)]))).toEqual(['v lost-earnings cannot-tell 0'])
    expect(lines(by(silent, [asSelfEmployed(39600000, 60)]))).toEqual(['v lost-earnings payable 20000'])
  })

  const both = [asEmployee(30000, 240), asSelfEmployed(62400000, 240)]

  it.each([
    [{ maximum: 'shared', dailyMost: 150000 }, 'payable 150000', '1 200 kr and 300 kr of 1 200 kr'],
    [{ maximum: 'separate' }, 'payable 240000', '1 200 kr each'],
    [{ maximum: 'silent' }, 'cannot-tell 240000', 'whether they share is not said'],
  ] as const)('RAT-14 both employed and self-employed on a day, %j, gives %s: %s', (mixed, given, _why) => {
    expect(lines(by({ ...base, mixed }, both))).toEqual([`v lost-earnings ${given}`])
  })

  it('RAT-14 shares the maximum through the day, and only for whoever loses both', () => {
    const mixed = { maximum: 'shared' as const, dailyMost: 150000 }
    const visits = [
      aVisit('v', '2026-04-10', 'u', ['ada'], { start: '09:00', end: '12:00' }),
      aVisit('w', '2026-04-10', 'u', ['ada'], { start: '17:00', end: '19:00' }),
    ]
    const claims = [
      aClaim({ id: 'c2', visit: 'w', lostEarnings: [asSelfEmployed(62400000, 240)] }),
      aClaim({ lostEarnings: [asEmployee(30000, 240)] }),
    ]
    expect(lines(judgeClaims(feeRulesWith({ lostEarnings: { ...base, mixed } }), { visits, claims }))).toEqual([
      'v lost-earnings payable 120000',
      'w lost-earnings payable 30000',
    ])
    expect(lines(by({ ...base, mixed: { ...mixed, dailyMost: 150000 } }, [asEmployee(30000, 240)]))).toEqual([
      'v lost-earnings payable 120000',
    ])
  })
})

describe('RAT-15 pension and holiday benefit, a percentage of the earnings that are paid', () => {
  const rules = { ...base, pension: { percent: 4.5, clause: '§ 9' }, holiday: { percent: 12, dailyMost: 7000 } }

  it.each([
    [20000, { pension: true }, ['v lost-earnings payable 40000', 'v lost-pension payable 1800'], '4.5 % of 400 kr'],
    [20000, { holiday: true }, ['v lost-earnings payable 40000', 'v lost-holiday payable 4800'], '12 % of 400 kr'],
    [
      40000,
      { holiday: true },
      ['v lost-earnings payable 70000', 'v lost-holiday payable 7000'],
      '12 % of what is paid would be 84 kr: the most for the day',
    ],
    [
      20000,
      { pension: true, certificate: false },
      ['v lost-earnings waiting 40000', 'v lost-pension waiting 1800'],
      'waits with the earnings',
    ],
    [20000, {}, ['v lost-earnings payable 40000'], 'none is claimed'],
  ] as const)('%i öre an hour for two hours, %j: %j, %s', (perHour, more, given, _why) => {
    expect(lines(by(rules, [asEmployee(perHour, 120, more)]))).toEqual(given)
  })

  it('RAT-15 is for employment: own business gives none', () => {
    const evaluation = by(rules, [asSelfEmployed(41600000, 120, { pension: true })])
    expect(lines(evaluation)).toEqual(['v lost-earnings payable 40000', 'v lost-pension not-payable 0'])
    expect(codes(evaluation, 'lost-pension')).toEqual(['employees-only', 'no-earnings'])
  })

  it('RAT-15 cannot be told where the rules say nothing of it, and the earnings are paid none the less', () => {
    expect(lines(by(base, [asEmployee(20000, 120, { holiday: true })]))).toEqual([
      'v lost-earnings payable 40000',
      'v lost-holiday cannot-tell 0',
    ])
  })
})
