import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import type { FeeLine } from '../finding.ts'
import { aClaim, feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { documentedRows, guidelineOf, judgeFees, visitOn } from '../testing/fee-cast.ts'
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
