import { describe, expect, it } from 'vitest'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { FeeLine } from '../finding.ts'
import { aPerson } from '../testing/cast.ts'
import { feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { documentedRows, guidelineOf, judgeFees, town, visitOn } from '../testing/fee-cast.ts'

// Every table here stands row for row in docs/rules.md, where a payroll clerk checks it by hand.

type Fees = NonNullable<WrittenRules['fees']>
const title = { sv: 'Förrättning', en: 'Errand' }
const errand = (rate: Fees[number]['rate'], more: Partial<Fees[number]> = {}): Fees[number] => ({
  kind: 'errand',
  title,
  clause: '§ 2',
  rate,
  ...more,
})
const days = {
  form: 'half-full-day',
  halfDay: 62500,
  fullDay: 125000,
  boundaryMinutes: 240,
  atBoundary: 'full',
} as const
const upplandsBro = { form: 'first-hour-then-half-hours', firstHour: 34700, perHour: 17300 } as const

const kronor = (amount: number) =>
  formatKronor(ore(amount))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(',', '.')
const said = (line: FeeLine | undefined) =>
  line?.outcome === 'cannot-tell' ? 'cannot tell' : kronor(line?.amount ?? -1)

describe('worked examples of docs/rules.md', () => {
  it('RAT-05 kinds of fee on one day, of which only one is paid', () => {
    const day = (hours: string) => ({ kind: 'meeting', hours })
    const flat = (hours: string) => ({ kind: 'errand', hours })
    const elsewhere = (amount: number) => ({
      person: 'ada',
      day: '2026-04-10',
      start: '08:00',
      end: '08:30',
      kind: 'errand',
      amount,
    })
    const cases = [
      [
        '09.00–12.00, 625 kr',
        '14.00, 500 kr',
        'the higher',
        'half day 625 kr',
        [day('09:00–12:00'), flat('14:00–14:30')],
        [],
      ],
      [
        '14.00–17.00, 625 kr',
        '09.00, 500 kr',
        'the higher',
        'half day 625 kr',
        [day('14:00–17:00'), flat('09:00–09:30')],
        [],
      ],
      [
        '09.00–12.00, 625 kr',
        '13.00 and 15.00, 1 000 kr',
        'the higher',
        'errands 1 000 kr',
        [day('09:00–12:00'), flat('13:00–13:30'), flat('15:00–15:30')],
        [],
      ],
      [
        '14.00–17.00, 625 kr',
        '09.00, 500 kr',
        'the first',
        'errand 500 kr',
        [day('14:00–17:00'), flat('09:00–09:30')],
        [],
      ],
      [
        '09.00–12.00, 625 kr',
        '14.00, 500 kr',
        'not said',
        'cannot tell',
        [day('09:00–12:00'), flat('14:00–14:30')],
        [],
      ],
      [
        '09.00–12.00, 625 kr',
        'paid elsewhere, 500 kr',
        'the higher',
        'somebody decides',
        [day('09:00–12:00')],
        [elsewhere(50000)],
      ],
      [
        '09.00–12.00, 625 kr',
        'paid elsewhere, 900 kr',
        'the higher',
        'nothing',
        [day('09:00–12:00')],
        [elsewhere(90000)],
      ],
    ] as const
    const ways = { 'the higher': 'higher', 'the first': 'first', 'not said': 'silent' } as const
    const guideline = guidelineOf(
      ['fee.kind', { fee: 'meeting', forms: ['visit'] }],
      ['fee.kind', { fee: 'errand', forms: ['study-day'] }],
    )
    const rows = cases.map(([half, flats, way, , visits, otherPaid]) => {
      const rules = feeRulesWith({
        fees: [{ ...errand(days), kind: 'meeting' }, errand({ form: 'flat', amount: 50000 })],
        combinations: [{ kinds: ['meeting', 'errand'], paid: ways[way], clause: '§ 7' }],
      })
      const { feeLines } = judgeFees(rules, guideline, {
        visits: visits.map(({ kind, hours }, index) =>
          visitOn(`v${index}`, `04-10 ${hours}`, ['ada'], { form: kind === 'meeting' ? 'visit' : 'study-day' }),
        ),
        otherPaid: [...otherPaid],
      })
      const paid = feeLines.filter((it) => it.outcome === 'payable')
      const open = feeLines.find((it) => it.outcome === 'cannot-tell' || it.outcome === 'needs-decision')
      const sum = kronor(paid.reduce((total, it) => total + it.amount, 0))
      const name = paid[0]?.feeKind === 'meeting' ? 'half day' : paid.length > 1 ? 'errands' : 'errand'
      const result =
        open !== undefined
          ? open.outcome === 'cannot-tell'
            ? 'cannot tell'
            : 'somebody decides'
          : paid.length === 0
            ? 'nothing'
            : `${name} ${sum}`
      return [half, flats, way, result]
    })
    expect(rows).toEqual(documentedRows('Kinds of fee on one day'))
  })

  it('RAT-19 RAT-20 shares of substitutes and of time within paid work', () => {
    const nearest = { to: 'krona', by: 'nearest' } as const
    const half = { percent: 50, rounding: { to: 'ore', by: 'nearest' } } as const
    const substitutes = (
      notServing: 'full' | { percent: number; rounding: typeof nearest | typeof half.rounding },
    ) => ({
      substitutes: { clause: '§ 8', serving: 'full' as const, notServing },
    })
    const within = (paid: 'none' | { percent: number; rounding: typeof nearest }) => ({
      withinPaidWork: { clause: '§ 9', paid },
    })
    const row = (person: string, more: object) => [{ person, start: '15:00', end: '17:20', ...more }]
    const split = [
      { person: 'ada', start: '15:00', end: '16:20', withinPaidWork: true },
      { person: 'ada', start: '16:20', end: '17:20' },
    ]
    const cases = [
      ['substitute serving', 'serving: full', '606.50 kr', substitutes(half), row('siv', { serving: true })],
      [
        'substitute not serving',
        'notServing: 50 percent',
        '1/2 × 606.50 kr',
        substitutes(half),
        row('siv', { serving: false }),
      ],
      [
        'substitute not serving',
        'notServing: 33 percent, nearest krona',
        '33/100 × 606.50 kr',
        substitutes({ percent: 33, rounding: nearest }),
        row('siv', { serving: false }),
      ],
      ['substitute, not noted', 'serving and notServing differ', 'cannot tell', substitutes(half), row('siv', {})],
      [
        'member, 80 of 140 minutes within paid work',
        'withinPaidWork: none',
        '60 minutes: the first hour',
        within('none'),
        split,
      ],
      [
        'member, all within paid work',
        'withinPaidWork: 25 percent, nearest krona',
        '1/4 × 606.50 kr',
        within({ percent: 25, rounding: nearest }),
        row('ada', { withinPaidWork: true }),
      ],
    ] as const
    const rows = cases.map(([who, rule, , rules, attendance]) => {
      const { feeLines } = judgeFees(feeRulesWith({ fees: [errand(upplandsBro)], ...rules }), guidelineOf(), {
        visits: [visitOn('v', '04-10 15:00–17:20', [], { attendance: [...attendance] })],
      })
      const [part] = feeLines[0]?.parts ?? []
      const { numerator = 1, denominator = 1 } = part?.quantity ?? {}
      const rate = kronor(part?.rate ?? 0)
      const worked =
        part === undefined
          ? 'cannot tell'
          : part.kind === 'share'
            ? `${numerator}/${denominator} × ${rate}`
            : feeLines[0]?.paid === 60
              ? '60 minutes: the first hour'
              : said(feeLines[0])
      return [who, rule, worked, said(feeLines[0])]
    })
    expect(rows).toEqual(documentedRows('Shares'))
  })

  it('RAT-17 RAT-18 categories by the share of fixed fees and by named group', () => {
    const rules = feeRulesWith({
      fees: [errand(days)],
      categories: [
        {
          id: 'fixed',
          title: { sv: 'fast arvode', en: 'fixed fee' },
          clause: '§ 4',
          who: { fixedFees: { from: 40 } },
          excluded: [{ components: ['fee'], where: 'own-committee' }],
        },
        {
          id: 'assistants',
          title: { sv: 'biträden', en: 'assistants' },
          clause: '§ 5',
          who: { group: 'assistants' },
          rates: [{ kind: 'errand', rate: { ...days, halfDay: 40000, fullDay: 80000 } }],
        },
      ],
    })
    const fixed = (...shares: readonly (readonly [number, string])[]) => ({
      fixedFees: shares.map(([percent, committee]) => ({ percent, committee, from: '2023-01-01' })),
    })
    const cases: readonly (readonly [string, Partial<ReturnType<typeof aPerson>>])[] = [
      ['no fixed fee', {}],
      ['fixed fee of 40 percent for this committee', fixed([40, 'committee'])],
      ['fixed fee of 40 percent for another committee', fixed([40, 'other'])],
      ['fixed fees of 20 and 20 percent, one for this committee', fixed([20, 'committee'], [20, 'other'])],
      ['fixed fee of 39 percent for this committee', fixed([39, 'committee'])],
      ['in the group "assistants"', { feeGroups: [{ group: 'assistants', from: '2023-01-01' }] }],
    ]
    const rows = cases.map(([who, more]) => {
      const { feeLines } = judgeFees(rules, guidelineOf(), {
        persons: [{ ...aPerson('ada'), ...more }, ...town.persons.slice(1)],
        visits: [visitOn('v', '04-10 09:00–12:00')],
      })
      return [who, '3 hours', feeLines[0]?.outcome === 'not-payable' ? 'nothing' : said(feeLines[0])]
    })
    expect(rows).toEqual(documentedRows('Categories'))
  })
})
