import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeeRules } from '../fee-rules.ts'
import { feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { type Committees, linesOf, type Rules, said, settled, somewhere } from '../testing/elsewhere-drawing.ts'
import { guidelineOf, visitOn } from '../testing/fee-cast.ts'
import { someRules } from '../testing/fee-drawing.ts'

type Fee = NonNullable<WrittenRules['fees']>[number]
type Elsewhere = { readonly at: string; readonly amount?: number; readonly kind?: string; readonly minutes?: number }

const hourly: Fee = {
  kind: 'errand',
  title: { sv: 'Förrättning', en: 'Errand' },
  clause: '§ 2',
  rate: { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' },
}
const meeting: Fee = { ...hourly, kind: 'meeting', clause: '§ 1', rate: { form: 'flat', amount: 70000 } }
const flat: Fee = { ...hourly, rate: { form: 'flat', amount: 50000 } }
const guideline = guidelineOf(
  ['fee.kind', { fee: 'errand', forms: ['visit'] }],
  ['fee.kind', { fee: 'meeting', forms: ['study-day'] }],
)
const entry = (
  { at, amount = 40000, kind = 'errand', minutes }: Elsewhere,
  state: 'paid' | 'expected',
  id?: string,
) => {
  const [day = '', hours = ''] = at.split(' ')
  const [start = '', end = ''] = hours.split('–')
  return {
    person: 'ada',
    day: `2026-${day}`,
    start,
    end,
    kind,
    amount,
    state,
    ...(id === undefined ? {} : { id }),
    ...(minutes === undefined ? {} : { minutes }),
  }
}

type Example = {
  readonly what: string
  readonly rules: WrittenRules
  /** Visits of this committee, `a`, `b` …, all of Ada. */
  readonly visits: readonly string[]
  readonly expected?: readonly Elsewhere[]
  readonly paid?: readonly Elsewhere[]
  readonly forms?: 'study-day'
  readonly gives: readonly (number | string)[]
}

const together = (paid: 'first' | 'higher' | 'silent') => ({
  fees: [hourly, meeting],
  combinations: [{ kinds: ['errand', 'meeting'], paid, clause: '§ 7' }],
})

/** Two hours are 400 kr. What is expected elsewhere takes its place by its start; what has been paid stands first. */
const examples: readonly Example[] = [
  {
    what: 'four hours a day, an hour and a half elsewhere between two visits',
    rules: { fees: [{ ...hourly, dailyCap: { minutes: 240 } }] },
    visits: ['04-10 08:00–10:00', '04-10 13:00–15:00'],
    expected: [{ at: '04-10 10:30–12:00', amount: 30000 }],
    gives: [40000, 10000],
  },
  {
    what: 'the same where it has been paid',
    rules: { fees: [{ ...hourly, dailyCap: { minutes: 240 } }] },
    visits: ['04-10 08:00–10:00', '04-10 13:00–15:00'],
    paid: [{ at: '04-10 10:30–12:00', amount: 30000 }],
    gives: [40000, 10000],
  },
  {
    what: 'three hours a day: what comes later elsewhere takes nothing, what has been paid does',
    rules: { fees: [{ ...hourly, dailyCap: { minutes: 180 } }] },
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 13:00–15:00' }],
    gives: [40000],
  },
  {
    what: 'three hours a day, two of them paid already for later that day',
    rules: { fees: [{ ...hourly, dailyCap: { minutes: 180 } }] },
    visits: ['04-10 08:00–10:00'],
    paid: [{ at: '04-10 13:00–15:00' }],
    gives: [20000],
  },
  {
    what: 'of four hours elsewhere only one is paid',
    rules: { fees: [{ ...hourly, dailyCap: { minutes: 180 } }] },
    visits: ['04-10 13:00–15:00'],
    expected: [{ at: '04-10 08:00–12:00', amount: 20000, minutes: 60 }],
    gives: [40000],
  },
  {
    what: '600 kr a day',
    rules: { fees: [{ ...hourly, dailyCap: { amount: 60000 } }] },
    visits: ['04-10 08:00–10:00', '04-10 13:00–15:00'],
    expected: [{ at: '04-10 10:30–11:00', amount: 10000 }],
    gives: [40000, 10000],
  },
  {
    what: 'five hours a year, two of them elsewhere in March',
    rules: { fees: [{ ...hourly, yearlyCap: { minutes: 300 } }] },
    visits: ['02-10 08:00–10:00', '04-10 08:00–10:00'],
    expected: [{ at: '03-10 08:00–10:00' }],
    gives: [40000, 20000],
  },
  {
    what: '600 kr a year, 100 kr of them elsewhere in January',
    rules: { fees: [{ ...hourly, yearlyCap: { amount: 60000 } }] },
    visits: ['02-10 08:00–10:00', '04-10 08:00–10:00'],
    expected: [{ at: '01-10 08:00–10:00', amount: 10000 }],
    gives: [40000, 10000],
  },
  {
    what: 'one a day: the first is elsewhere',
    rules: { fees: [{ ...flat, perDay: { most: 1 } }] },
    visits: ['04-10 13:00–15:00'],
    expected: [{ at: '04-10 08:00–10:00', amount: 50000 }],
    gives: ['not-payable'],
  },
  {
    what: 'one a day: the first is here',
    rules: { fees: [{ ...flat, perDay: { most: 1 } }] },
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 13:00–15:00', amount: 50000 }],
    gives: [50000],
  },
  {
    what: 'one a day, and the later one elsewhere has been paid',
    rules: { fees: [{ ...flat, perDay: { most: 1 } }] },
    visits: ['04-10 08:00–10:00'],
    paid: [{ at: '04-10 13:00–15:00', amount: 50000 }],
    gives: ['not-payable'],
  },
  {
    what: 'two a day: two elsewhere that begin at the same time are two',
    rules: { fees: [{ ...flat, perDay: { most: 2 } }] },
    visits: ['04-10 13:00–15:00'],
    expected: [{ at: '04-10 08:00–10:00' }, { at: '04-10 08:00–10:00' }],
    gives: ['not-payable'],
  },
  {
    what: 'the first kind is paid: it is elsewhere',
    rules: together('first'),
    visits: ['04-10 13:00–15:00'],
    expected: [{ at: '04-10 08:00–10:00', amount: 70000, kind: 'meeting' }],
    gives: ['not-payable'],
  },
  {
    what: 'the first kind is paid: it is here',
    rules: together('first'),
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 13:00–15:00', amount: 70000, kind: 'meeting' }],
    gives: [40000],
  },
  {
    what: 'the higher kind is paid: 700 kr elsewhere later that day',
    rules: together('higher'),
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 13:00–15:00', amount: 70000, kind: 'meeting' }],
    gives: ['not-payable'],
  },
  {
    what: 'the higher kind is paid: two errands are more than 700 kr, one of them elsewhere',
    rules: together('higher'),
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 11:00–13:00' }, { at: '04-10 13:00–15:00', amount: 70000, kind: 'meeting' }],
    gives: [40000],
  },
  {
    what: 'which kind is paid is not said',
    rules: together('silent'),
    visits: ['04-10 08:00–10:00'],
    expected: [{ at: '04-10 13:00–15:00', amount: 70000, kind: 'meeting' }],
    gives: ['cannot-tell'],
  },
  {
    what: 'the higher is here, and the other has been paid: somebody decides',
    rules: together('higher'),
    visits: ['04-10 08:00–12:00'],
    paid: [{ at: '04-10 13:00–15:00', amount: 70000, kind: 'meeting' }],
    gives: ['needs-decision'],
  },
]

describe('time that is expected elsewhere', () => {
  it.each(examples)('$what', ({ rules, visits, expected = [], paid = [], gives }) => {
    const lines = linesOf(
      { feeRules: feeRulesWith(rules), guideline },
      visits.map((when, at) => visitOn(String.fromCharCode(97 + at), when)),
      [...expected.map((it, at) => entry(it, 'expected', `e${at}`)), ...paid.map((it) => entry(it, 'paid'))],
    )
    expect(lines.map((it) => (it.outcome === 'payable' ? it.amount : it.outcome))).toEqual(gives)
  })

  it('of two that begin at the same time the id decides', () => {
    const rules = { feeRules: feeRulesWith({ fees: [{ ...flat, perDay: { most: 1 } }] }), guideline }
    const with_ = (id: string) =>
      linesOf(rules, [visitOn('m', '04-10 08:00–10:00')], [entry({ at: '04-10 08:00–10:00' }, 'expected', id)])
    expect([with_('a')[0]?.outcome, with_('z')[0]?.outcome]).toEqual(['not-payable', 'payable'])
  })
})

const cases = fc.record({
  feeRules: fc
    .tuple(someRules, fc.constantFrom(undefined, 'silent' as const))
    .map(
      ([rules, paid]): FeeRules =>
        paid === undefined ? rules : { ...rules, combinations: rules.combinations.map((it) => ({ ...it, paid })) },
    ),
  visits: somewhere,
})
const asks = { numRuns: 150, seed: 20260325 }
const ruled = (feeRules: FeeRules): Rules => ({ feeRules, guideline })
const inCommittees = (visits: (typeof cases extends fc.Arbitrary<infer T> ? T : never)['visits']): Committees =>
  new Map(
    [0, 1, 2].map((committee) => [
      committee,
      { visits: visits.filter((it) => it.committee === committee).map((it) => it.visit), told: [] },
    ]),
  )
const inOne = (rules: Rules, visits: Parameters<typeof inCommittees>[0]) =>
  said(
    linesOf(
      rules,
      visits.map((it) => it.visit),
      [],
    ).toSorted((a, b) => (`${a.visit} ${a.person}` < `${b.visit} ${b.person}` ? -1 : 1)),
  )

describe('whatever the fee rules and wherever the visits are', () => {
  it('visits in three committees give line by line what they give in one', () => {
    fc.assert(
      fc.property(cases, ({ feeRules, visits }) => {
        expect(said(settled(ruled(feeRules), inCommittees(visits)))).toEqual(inOne(ruled(feeRules), visits))
      }),
      asks,
    )
  })

  it('so do visits that arrive one at a time, in any order, each committee telling the others as it goes', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ feeRules, visits }, order) => {
        const left = [...visits]
        const committees = inCommittees([])
        let lines = settled(ruled(feeRules), committees)
        while (left.length > 0) {
          const [next] = left.splice((order.next().value ?? 0) % left.length, 1)
          const committee = committees.get(next?.committee ?? 0)
          if (next === undefined || committee === undefined) throw new Error('nowhere')
          committee.visits = [...committee.visits, next.visit]
          lines = settled(ruled(feeRules), committees)
        }
        expect(said(lines)).toEqual(inOne(ruled(feeRules), visits))
      }),
      { ...asks, numRuns: 60 },
    )
  })

  it('the order in which visits and other time are written down changes no line', () => {
    fc.assert(
      fc.property(cases, ({ feeRules, visits }) => {
        const committees = inCommittees(visits)
        settled(ruled(feeRules), committees)
        const told = [...committees.values()].flatMap((it) => it.told)
        const mine = visits.filter((it) => it.committee === 0).map((it) => it.visit)
        const others = told.filter((it) => !mine.some(({ id }) => id === it.id))
        expect(JSON.stringify(linesOf(ruled(feeRules), mine.toReversed(), others.toReversed()))).toBe(
          JSON.stringify(linesOf(ruled(feeRules), mine, others)),
        )
      }),
      asks,
    )
  })
})
