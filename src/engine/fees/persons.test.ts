import { describe, expect, it } from 'vitest'
import { aPerson } from '../testing/cast.ts'
import { aClaim, besides, feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, town, visitOn, why } from '../testing/fee-cast.ts'

type Category = NonNullable<WrittenRules['categories']>[number]

const title = { sv: 'Förrättning', en: 'Errand' }
const errand = { kind: 'errand', title, clause: '§ 2', rate: { form: 'flat' as const, amount: 50000 } }
const visits = [visitOn('a', '04-10 08:00–10:00')]
const category = (more: Partial<Category>): Category => ({
  id: 'fixed',
  title: { sv: 'Fast arvoderade', en: 'Those with a fixed fee' },
  clause: '§ 4',
  who: { fixedFees: { from: 40 } },
  ...more,
})
const ada = (more: object) => [{ ...aPerson('ada'), ...more }, ...town.persons.slice(1)]
const fixed = (percent: number, committee?: string) => ({
  fixedFees: [{ percent, from: '2023-01-01', ...(committee === undefined ? {} : { committee }) }],
})
const minding = { kind: 'child-minding', title, clause: '§ 10', receipt: 'not' as const }
const claims = [
  aClaim({
    visit: 'a',
    costs: [{ kind: 'child-minding', amount: 20000, receipt: true }],
    lostEarnings: [{ as: 'employee', minutes: 120, perHour: 30000, certificate: true }],
  }),
]
const all = { lostEarnings: { clause: '§ 9', employee: { certificate: 'not' as const } }, costs: [minding] }

describe('what an event gives', () => {
  it('RAT-16 for each kind of event separately: fee, lost earnings and costs', () => {
    const given = (gives: readonly ('fee' | 'lost-earnings' | 'costs')[] | undefined) => {
      const fee = { ...errand, ...(gives === undefined ? {} : { gives: [...gives] }) }
      const evaluation = judgeFees(feeRulesWith({ fees: [fee], ...all }), guidelineOf(), { visits, claims })
      return evaluation.feeLines.map((it) => `${it.feeKind} ${it.outcome}`)
    }
    expect(given(undefined)).toEqual(['errand payable', 'lost-earnings payable', 'child-minding payable'])
    expect(given(['fee'])).toEqual(['errand payable', 'lost-earnings not-payable', 'child-minding not-payable'])
    expect(given(['lost-earnings', 'costs'])).toEqual([
      'errand needs-decision',
      'lost-earnings payable',
      'child-minding payable',
    ])
  })
})

describe('categories', () => {
  const by = (given: Partial<Category>, person: object, more: WrittenRules = {}) =>
    judgeFees(feeRulesWith({ fees: [errand], categories: [category(given)], ...more }), guidelineOf(), {
      persons: ada(person),
      visits,
    })

  it('RAT-17 by the share of fixed fees that run on the day, from one share and below another', () => {
    const excluded = [{ components: ['fee' as const], where: 'everywhere' as const }]
    const outcome = (percent: number, more: object = {}) =>
      fees(by({ who: { fixedFees: { from: 40, below: 100 } }, excluded }, { ...fixed(percent), ...more }))
    expect(outcome(39)).toEqual(['a ada payable 500 kr'])
    expect(outcome(40)).toEqual(['a ada not-payable 0 kr'])
    expect(outcome(99)).toEqual(['a ada not-payable 0 kr'])
    expect(outcome(100)).toEqual(['a ada payable 500 kr'])
    expect(outcome(0 + 1, { fixedFees: [{ percent: 60, from: '2023-01-01', until: '2026-04-10' }] })).toEqual([
      'a ada payable 500 kr',
    ])
  })

  it('RAT-17 by named group, with another rate and its own clause', () => {
    const rates = [{ kind: 'errand', rate: { form: 'flat' as const, amount: 20000 }, clause: '§ 5' }]
    const evaluation = by(
      { who: { group: 'assistants' }, rates },
      { feeGroups: [{ group: 'assistants', from: '2023-01-01' }] },
    )
    expect(fees(evaluation)).toEqual(['a ada payable 200 kr'])
    expect(why(evaluation, 'a')).toContain('§ 5 category-rate')
    expect(evaluation.feeLines[0]?.parts[0]?.clause).toBe('§ 5')
    expect(fees(by({ who: { group: 'assistants' }, rates }, {}))).toEqual(['a ada payable 500 kr'])
  })

  it('RAT-17 of two categories with different rates somebody decides', () => {
    const rate = (id: string, amount: number): Category => ({
      ...category({ id, who: { fixedFees: { from: 0 } } }),
      rates: [{ kind: 'errand', rate: { form: 'flat', amount } }],
    })
    const rules = feeRulesWith({ fees: [errand], categories: [rate('one', 10000), rate('two', 20000)] })
    const evaluation = judgeFees(rules, guidelineOf(), { visits })
    expect(fees(evaluation)).toEqual(['a ada needs-decision 0 kr'])
    expect(why(evaluation, 'a')).toContain('§ 4 category-rates-collide')
  })

  it('RAT-18 excluded in the own committee, and of named kinds alone; the reason names the category and its clause', () => {
    const excluded = [
      { components: ['fee' as const], where: 'own-committee' as const, kinds: ['errand'], clause: '§ 4 a' },
    ]
    const own = by({ excluded }, fixed(50, 'committee'))
    expect(fees(own)).toEqual(['a ada not-payable 0 kr'])
    expect(why(own, 'a')).toEqual(['§ 4 a category-excluded'])
    expect(sentence(own, 'a', 'category-excluded')).toBe(
      'ada is in the category Those with a fixed fee, for which this is in the fixed fee already.',
    )
    expect(fees(by({ excluded }, fixed(50, 'other')))).toEqual(['a ada payable 500 kr'])
    expect(fees(by({ excluded }, fixed(50)))).toEqual(['a ada payable 500 kr'])
    const others = [
      { ...excluded[0], components: ['fee' as const], where: 'own-committee' as const, kinds: ['meeting'] },
    ]
    expect(fees(by({ excluded: others }, fixed(50, 'committee')))).toEqual(['a ada payable 500 kr'])
  })

  it('RAT-18 a group has its own committee by its seats', () => {
    const excluded = [{ components: ['fee' as const], where: 'own-committee' as const }]
    const feeGroups = [{ group: 'assistants', from: '2023-01-01' }]
    expect(fees(by({ who: { group: 'assistants' }, excluded }, { feeGroups }))).toEqual(['a ada not-payable 0 kr'])
    expect(fees(by({ who: { group: 'assistants' }, excluded }, { feeGroups, seats: [] }))).toEqual([
      'a ada payable 500 kr',
    ])
  })

  it('RAT-18 lost earnings and child-minding are never refused below the office of considerable part time', () => {
    const excluded = [
      { components: ['fee' as const, 'lost-earnings' as const, 'costs' as const], where: 'everywhere' as const },
    ]
    const considerableOffice = { clause: '§ 1', fromPercent: 40, excludes: ['lost-earnings'] }
    const beside = (percent: number) =>
      besides(
        judgeFees(
          feeRulesWith({
            fees: [errand],
            categories: [category({ who: { fixedFees: { from: 20 } }, excluded })],
            considerableOffice,
            ...all,
          }),
          guidelineOf(),
          { persons: ada(fixed(percent)), visits, claims },
        ),
      ).map((it) => `${it.feeKind} ${it.outcome}`)
    expect(beside(39)).toEqual(['lost-earnings payable', 'child-minding payable'])
    expect(beside(40)).toEqual(['lost-earnings not-payable', 'child-minding not-payable'])
  })
})

describe('substitutes and paid work', () => {
  type Share = 'full' | 'none' | { percent: number }
  const substitutes = (serving: Share, notServing: Share, noted: boolean | undefined) =>
    judgeFees(feeRulesWith({ fees: [errand], substitutes: { clause: '§ 8', serving, notServing } }), guidelineOf(), {
      visits: [
        visitOn('a', '04-10 08:00–10:00', [], {
          attendance: [
            { person: 'siv', start: '08:00', end: '10:00', ...(noted === undefined ? {} : { serving: noted }) },
          ],
        }),
      ],
    })

  it('RAT-19 a substitute who serves is paid one share, one who does not another, and not noted cannot be told', () => {
    expect(fees(substitutes('full', 'none', true))).toEqual(['a siv payable 500 kr'])
    expect(fees(substitutes('full', 'none', false))).toEqual(['a siv not-payable 0 kr'])
    expect(fees(substitutes('full', 'none', undefined))).toEqual(['a siv cannot-tell (500 kr)'])
    expect(sentence(substitutes('full', 'none', undefined), 'a', 'serving-unknown')).toMatch(/not noted/)
    expect(fees(substitutes({ percent: 80 }, { percent: 80 }, undefined))).toEqual(['a siv payable 400 kr'])
  })

  it('RAT-19 members are no substitutes, and neither is whoever has both seats', () => {
    const rules = feeRulesWith({ fees: [errand], substitutes: { clause: '§ 8', serving: 'none', notServing: 'none' } })
    expect(fees(judgeFees(rules, guidelineOf(), { visits }))).toEqual(['a ada payable 500 kr'])
    const seats = (['member', 'substitute'] as const).map((kind) => ({ kind, from: '2023-01-01' }))
    expect(fees(judgeFees(rules, guidelineOf(), { persons: ada({ seats }), visits }))).toEqual(['a ada payable 500 kr'])
  })

  const paidWork = (paid: Share, rows: readonly (boolean | undefined)[]) =>
    judgeFees(
      feeRulesWith({
        fees: [
          {
            ...errand,
            rate: { form: 'hourly', perHour: 20000, counted: 'minute', rounding: { to: 'ore', by: 'nearest' } },
          },
        ],
        withinPaidWork: {
          clause: '§ 9',
          paid: typeof paid === 'object' ? { ...paid, rounding: { to: 'ore', by: 'nearest' } } : paid,
        },
      }),
      guidelineOf(),
      {
        visits: [
          visitOn('a', '04-10 08:00–10:00', [], {
            attendance: rows.map((within, at) => ({
              person: 'ada',
              start: at === 0 ? '08:00' : '09:00',
              end: at === 0 ? '09:00' : '10:00',
              ...(within === undefined ? {} : { withinPaidWork: within }),
            })),
          }),
        ],
      },
    )

  it('RAT-20 attending within paid work: nothing, all the same, or a share', () => {
    expect(fees(paidWork('none', [true, true]))).toEqual(['a ada not-payable 0 kr'])
    expect(fees(paidWork('full', [true, true]))).toEqual(['a ada payable 400 kr'])
    expect(fees(paidWork({ percent: 50 }, [true, true]))).toEqual(['a ada payable 200 kr'])
    expect(fees(paidWork('none', [undefined, false]))).toEqual(['a ada payable 400 kr'])
  })

  it('RAT-20 a part of the time within paid work is left out; a share of it cannot be told', () => {
    const half = paidWork('none', [true, undefined])
    expect(fees(half)).toEqual(['a ada payable 200 kr'])
    expect(sentence(half, 'a', 'paid-work-cut', 'sv')).toBe(
      '1 timme är arbetstid som arbetsgivaren betalar och räknas inte; 1 timme återstår.',
    )
    expect(fees(paidWork({ percent: 50 }, [true, undefined]))).toEqual(['a ada cannot-tell (200 kr)'])
  })

  it('RAT-19 RAT-20 two shares follow one upon the other, the substitute’s first', () => {
    const rules = feeRulesWith({
      fees: [errand],
      substitutes: { clause: '§ 8', serving: { percent: 50 }, notServing: 'none' },
      withinPaidWork: { clause: '§ 9', paid: { percent: 50, rounding: { to: 'hundred-kronor', by: 'up' } } },
    })
    const attendance = [{ person: 'siv', start: '08:00', end: '10:00', serving: true, withinPaidWork: true }]
    const evaluation = judgeFees(rules, guidelineOf(), {
      visits: [visitOn('a', '04-10 08:00–10:00', [], { attendance })],
    })
    expect(fees(evaluation)).toEqual(['a siv payable 200 kr'])
  })
})
