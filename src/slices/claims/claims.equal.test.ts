import { describe, expect, test } from 'vitest'
import type { FeeLine, Finding } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import { anApp } from '../../../tests/support/app.ts'
import { aVisitWithClaims } from './a-visit-with-claims.ts'
import { type ComparedFee, equalPayOf } from './claims.equal.rules.ts'

const reason = (code: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'X-1',
  source: 'fees',
  kind: 'fee-rules.fee',
  clause: '§ 4',
  force: 'must',
  bearer: 'committee',
  outcome: 'satisfied',
  code,
  subject: { type: 'visit', id: 'visit' },
  values: {},
  ...more,
})

const aFee = (person: string, amount: number, more: Partial<FeeLine> = {}, clause = '§ 4'): ComparedFee => ({
  claimId: `claim ${person} ${amount}`,
  personId: person,
  form: 'visit',
  unitKinds: ['care home'],
  line: {
    visit: `visit ${person}`,
    person,
    day: dayFromIso('2026-05-04'),
    outcome: amount === 0 ? 'not-payable' : 'payable',
    feeKind: 'meeting',
    attended: minutes(120),
    paid: minutes(120),
    parts: [
      {
        kind: 'flat',
        minutes: minutes(120),
        quantity: { numerator: 1, denominator: 1 },
        rate: ore(amount),
        amount: ore(amount),
        source: 'fees',
        clause,
      },
    ].filter(() => amount > 0),
    amount: ore(amount),
    reasons: [],
    ...more,
  },
})

const shown = (fees: readonly ComparedFee[]) =>
  equalPayOf(fees).map(({ variants }) =>
    variants.map((it) => [
      it.amount,
      it.personIds.join(' '),
      [...it.reasons.map(({ code }) => code), ...it.rates.map((rate) => rate.clause)].join(' '),
      it.isExplained,
    ]),
  )

describe('the same assignment', () => {
  test('that gives everybody the same is one amount', () => {
    expect(shown([aFee('ada', 50000), aFee('bo', 50000)])).toEqual([[[50000, 'ada bo', '', true]]])
  })

  test('of another time, form or kind of unit is another assignment', () => {
    const [long, other] = [
      aFee('bo', 60000, { attended: minutes(180) }),
      { ...aFee('siv', 70000), unitKinds: ['school'] },
    ]
    expect(shown([aFee('ada', 50000), long, other, { ...other, form: 'placement' }])).toHaveLength(4)
  })

  test('another amount is explained by the reason that the usual one does not have', () => {
    const used = aFee('siv', 0, {
      reasons: [reason('basis-complete', { kind: 'fee.conditions' }), reason('year-amount-used')],
    })
    expect(shown([aFee('ada', 50000), aFee('bo', 50000), used])).toEqual([
      [
        [50000, 'ada bo', '', true],
        [0, 'siv', 'year-amount-used', true],
      ],
    ])
  })

  test('or by a rate that stands elsewhere', () => {
    expect(shown([aFee('ada', 50000), aFee('bo', 50000), aFee('siv', 52000, {}, '§ 4, from 1 July')])[0]?.[1]).toEqual([
      52000,
      'siv',
      '§ 4, from 1 July',
      true,
    ])
  })

  test('whom a reason is about explains nothing', () => {
    const rated = (person: string, amount: number) => {
      const line = aFee(person, amount, { reasons: [reason('substitute-share', { values: { person } })] })
      return { ...line, line: { ...line.line, parts: [] } }
    }
    expect(shown([rated('ada', 50000), rated('bo', 50000), rated('siv', 40000)])[0]?.[1]).toEqual([
      40000,
      'siv',
      '',
      false,
    ])
  })

  test('what is not clear yet is not compared', () => {
    expect(shown([aFee('ada', 50000), aFee('bo', 0, { outcome: 'waiting' })])).toEqual([[[50000, 'ada', '', true]]])
  })
})

describe('the page', () => {
  test('shows where the amounts differ with the clause, to those who read all claims and to no one else', async () => {
    const town = await anApp({
      guideline: 'socialnamnden-kontaktpolitiker-snb',
      feeRules: 'demo-half-full-day',
      answers: { 'SNB-Q1': 'person' },
    })
    const { anna, bengt } = town.cast.people
    const visits = [
      ['2026-04-07 13:00–15:00', [anna, bengt]],
      ['2026-05-04 13:00–15:00', [anna]],
    ] as const
    for (const [when, who] of visits)
      await aVisitWithClaims(town, town.cast.system(), { when, who, unitId: town.cast.units.solgarden })
    const answer = await town.get('secretary', '/arvoden/lika?ar=2026')
    const page = (await answer.text()).replace(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(answer.status).toBe(200)
    expect(page).toContain('2 personer, 2 arvoden')
    expect(page).toContain('Taket är nått: 1 besök är redan betalda under 2026 (per person).')
    expect(page).toContain('Ersättning, stycke 1')
    expect(page).not.toContain('Ingen regel förklarar skillnaden')
    expect((await town.get('anna', '/arvoden/lika')).status).toBe(403)
    expect(await (await town.get('secretary', '/arvoden/lika?ar=2020')).text()).toContain('Inga arvoden att jämföra')
  })
})
