import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { FeeLine } from '../finding.ts'
import { aPerson } from '../testing/cast.ts'
import { aClaim, feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { documentedRows, guidelineOf, judgeFees, town, visitOn } from '../testing/fee-cast.ts'
import { resolverOn } from './amounts.ts'

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
const hourly = { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' } as const
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
const min = (time: number) => `${time} min`
const said = (line: FeeLine | undefined) =>
  line?.outcome === 'cannot-tell' ? 'cannot tell' : kronor(line?.amount ?? -1)
const at = (start: number, time: number) => {
  const clock = (it: number) => `${String(Math.floor(it / 60)).padStart(2, '0')}:${String(it % 60).padStart(2, '0')}`
  return `${clock(start)}–${clock(start + time)}`
}

describe('worked examples of docs/rules.md', () => {
  it('RAT-01 RAT-02 ways to count time: 176 kr per hour', () => {
    const nearestOre = { to: 'ore', by: 'nearest' } as const
    const counted = [
      ['minute, rounded to the nearest öre', 'minute', nearestOre],
      ['begun-quarter', 'begun-quarter', undefined],
      ['begun-half-hour', 'begun-half-hour', undefined],
      ['begun-hour', 'begun-hour', undefined],
      ['whole-half-hour', 'whole-half-hour', undefined],
      ['nearest-quarter', 'nearest-quarter', undefined],
      ['nearest-half-hour', 'nearest-half-hour', undefined],
    ] as const
    const rows = counted.map(([name, way, rounding]) => {
      const rules = feeRulesWith({
        fees: [errand({ form: 'hourly', perHour: 17600, counted: way, ...(rounding && { rounding }) })],
      })
      const given = [50, 80, 120].map((time) =>
        said(judgeFees(rules, guidelineOf(), { visits: [visitOn('v', `04-10 ${at(540, time)}`)] }).feeLines[0]),
      )
      return [name, ...given]
    })
    expect(rows).toEqual(documentedRows('Other ways to count time'))
  })

  it('RAT-07 RAT-08 RAT-09 parts of a base of 59 200 kr per year, 60 000 kr from 1 July', () => {
    const nearestKrona = { to: 'krona', by: 'nearest' } as const
    const amounts = [
      ['a', '1 percent', 'percent: 1', { of: 'base', percent: 1 }],
      [
        'b',
        'a twelfth, nearest krona',
        'per: month, krona nearest',
        { of: 'base', per: 'month', rounding: nearestKrona },
      ],
      [
        'c',
        '1.75 percent, nearest ten',
        'percent: 1.75, ten-kronor nearest',
        { of: 'base', percent: 1.75, rounding: { to: 'ten-kronor', by: 'nearest' } },
      ],
      [
        'd',
        '1.75 percent, down to hundreds',
        'percent: 1.75, hundred-kronor down',
        { of: 'base', percent: 1.75, rounding: { to: 'hundred-kronor', by: 'down' } },
      ],
      [
        'e',
        'a month rounded to kronor, then a tenth of it',
        'per: month, krona nearest; fraction: 1/10',
        { of: 'base', per: 'month', rounding: nearestKrona, steps: [{ fraction: '1/10' }] },
      ],
      [
        'f',
        'a month, then a tenth of it, rounded last',
        'per: month; fraction: 1/10, ore nearest',
        { of: 'base', per: 'month', steps: [{ fraction: '1/10', rounding: { to: 'ore', by: 'nearest' } }] },
      ],
      [
        'g',
        'a month, whole kronor without saying how',
        'per: month, krona silent',
        { of: 'base', per: 'month', rounding: { to: 'krona', by: 'silent' } },
      ],
      ['h', 'twice the first', 'of: the first amount, times: 2', { of: 'a', times: 2 }],
    ] as const
    const rules = feeRulesWith({
      bases: [
        {
          id: 'base',
          title,
          per: 'year',
          source: 'Påhittat',
          values: [
            { from: '2020-01-01', amount: 5920000 },
            { from: '2026-07-01', amount: 6000000 },
          ],
        },
      ],
      amounts: amounts.map(([id, , , amount]) => ({ id, title, amount })) as NonNullable<WrittenRules['amounts']>,
    })
    const on = (day: string, id: string) => {
      const resolved = resolverOn(rules, dayFromIso(day))({ of: id }, id)
      return resolved.ok ? kronor(resolved.ore) : 'cannot tell'
    }
    const rows = amounts.map(([id, name, written]) => [name, written, on('2026-06-30', id), on('2026-07-01', id)])
    expect(rows).toEqual(documentedRows('Amounts that are a part of others'))
  })

  it('RAT-10 RAT-11 time that counts, with three hours at most for a visit', () => {
    const counts = ['meeting', 'travel', 'preparation', 'after-work'] as const
    const times = [
      ['does not count', 150, 60, 0],
      ['inside-cap', 90, 60, 0],
      ['inside-cap', 150, 60, 0],
      ['inside-cap', 90, 60, 60],
      ['beyond-cap', 150, 60, 0],
      ['beyond-cap', 240, 60, 0],
      ['silent', 90, 60, 0],
      ['silent', 150, 60, 0],
    ] as const
    const rows = times.map(([travel, attended, travelMinutes, other]) => {
      const time = travel === 'does not count' ? { counts: ['meeting' as const] } : { counts: [...counts], travel }
      const { feeLines } = judgeFees(
        feeRulesWith({ fees: [errand(hourly, { time })] }),
        guidelineOf(['fee.cap-hours', { minutes: 180, meaning: 'cap' }]),
        {
          visits: [visitOn('v', `04-10 ${at(540, attended)}`)],
          claims: [aClaim({ travelMinutes, preparationMinutes: other / 2, afterWorkMinutes: other / 2 })],
        },
      )
      const [line] = feeLines
      const paid = line?.outcome === 'cannot-tell' ? 'cannot tell' : min(line?.paid ?? -1)
      return [travel, min(attended), min(travelMinutes), min(other), paid, said(line)]
    })
    expect(rows).toEqual(documentedRows('Time that counts'))
  })

  it('RAT-02 RAT-27 a day with caps in hours and in kronor, used up in order of start', () => {
    const rules = feeRulesWith({
      fees: [errand(hourly, { dailyCap: { minutes: 360, amount: 100000, clause: '§ 3' } })],
    })
    const guideline = guidelineOf(['fee.cap-hours', { minutes: 180, meaning: 'cap' }])
    const visits = [
      visitOn('a', '04-10 08:00–10:00'),
      visitOn('b', '04-10 11:00–15:00'),
      visitOn('c', '04-10 16:00–18:00'),
    ]
    const otherPaid = [
      { person: 'ada', day: '2026-04-10', start: '19:00', end: '21:00', kind: 'errand', amount: 40000 },
    ]
    const dayOf = (
      evaluation: ReturnType<typeof judgeFees>,
      sixHours: readonly number[],
      thousand: readonly number[],
    ) =>
      evaluation.feeLines.map((line, index) => {
        const left = [sixHours[index] ?? -1, thousand[index] ?? -1] as const
        const within = Math.min(line.attended, 180)
        const halfHours = Math.ceil(Math.min(within, left[0]) / 30)
        return [
          `${visits[index]?.start}–${visits[index]?.end}`.replaceAll(':', '.'),
          min(line.attended),
          min(within),
          min(left[0]),
          kronor(halfHours * 10000),
          kronor(left[1]),
          kronor(line.amount),
        ]
      })
    const [alone, withOther] = documentedTables()
    expect(
      dayOf(judgeFees(rules, guideline, { visits: visits.toReversed() }), [360, 240, 60], [100000, 60000, 0]),
    ).toEqual(alone)
    expect(dayOf(judgeFees(rules, guideline, { visits, otherPaid }), [240, 120, 20], [60000, 20000, 0])).toEqual(
      withOther,
    )
  })

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

  it('RAT-31 council and committee collide only where it matters', () => {
    const cap = (minutes: number, meaning: 'cap' | 'flat' = 'cap') => ['fee.cap-hours', { minutes, meaning }] as const
    const cases = [
      [
        'at most 4 hours',
        'at most 6 hours for a day',
        'both can be followed',
        [cap(240)],
        { dailyCap: { minutes: 360 } },
        180,
      ],
      [
        'at most 4 hours',
        'at most 2 hours for a day',
        'the guideline grants more than the council',
        [cap(240)],
        { dailyCap: { minutes: 120 } },
        180,
      ],
      [
        'at most 4 hours',
        'at most 2 hours for a day, and the visit lasts 1 hour',
        'the difference does not matter',
        [cap(240)],
        { dailyCap: { minutes: 120 } },
        60,
      ],
      [
        'no hours',
        'at most 2 hours for a day',
        'the guideline grants nothing',
        [],
        { dailyCap: { minutes: 120 } },
        180,
      ],
      [
        'always 4 hours',
        'at most 500 kr for a day',
        'what is promised is 800 kr',
        [cap(240, 'flat')],
        { dailyCap: { amount: 50000 } },
        180,
      ],
      [
        'the fee is paid',
        'such an event gives costs alone',
        'no fee is there to pay',
        [],
        { gives: ['costs' as const] },
        180,
      ],
    ] as const
    const rows = cases.map(([guideline, council, because, hours, more, time]) => {
      const { feeLines } = judgeFees(
        feeRulesWith({
          fees: [
            errand(hourly, { ...more, ...('gives' in more ? { gives: [...more.gives] } : {}) } as Partial<
              Fees[number]
            >),
          ],
        }),
        guidelineOf(...hours),
        { visits: [visitOn('v', `04-10 ${at(540, time)}`)] },
      )
      const [line] = feeLines
      const expected = line?.expected === undefined ? 'nothing' : kronor(line.expected)
      const outcome =
        line?.outcome === 'needs-decision' ? `needs decision, ${expected} expected` : `${line?.outcome}, ${said(line)}`
      return [guideline, council, outcome, because]
    })
    expect(rows).toEqual(documentedRows('When council and committee collide'))
  })
})

/** The two tables under the same heading. */
function documentedTables() {
  const rows = documentedRows('A day with caps in hours and in kronor')
  const other = documentedRows('A day with caps in hours and in kronor', 1)
  return [rows, other] as const
}
