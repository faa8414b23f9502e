import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOre } from '../../kernel/money.ts'
import { aVisit } from '../testing/cast.ts'
import { aClaim, besides, feeRulesWith, judgeClaims, oneVisit } from '../testing/claim-cast.ts'

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
const journey = { kilometres: 24, from: 'home', distance: 12 } as const

describe('whatever is claimed', () => {
  const drawnCost = fc.record({
    kind: fc.constantFrom('child-minding', 'parking'),
    amount: fc.integer({ min: 1, max: 40000 }),
    receipt: fc.boolean(),
  })
  const drawnJourney = fc.record({
    kilometres: fc.integer({ min: 1, max: 80 }),
    distance: fc.integer({ min: 0, max: 40 }),
    from: fc.constantFrom('home' as const, 'workplace' as const),
    madeAnyway: fc.boolean(),
  })
  const drawnLoss = fc.record({
    as: fc.constantFrom('employee' as const, 'self-employed' as const),
    minutes: fc.integer({ min: 1, max: 300 }),
    amount: fc.integer({ min: 1, max: 60000 }),
    certificate: fc.boolean(),
    pension: fc.boolean(),
    holiday: fc.boolean(),
  })
  const drawn = fc.array(
    fc.record({
      start: fc.integer({ min: 6, max: 18 }),
      costs: fc.array(drawnCost, { maxLength: 3 }),
      journeys: fc.array(drawnJourney, { maxLength: 2 }),
      losses: fc.array(drawnLoss, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never
  const rules = feeRulesWith({
    mileage,
    costs: [{ ...childMinding, mostPerHour: 20000, mostPerOccasion: 25000, mostPerDay: 30000 }, parking],
    lostEarnings: {
      clause: '§ 6',
      employee: { hourlyMost: 35000, dailyMost: 60000, certificate: 'required' },
      selfEmployed: {
        bases: [{ code: 'surplus', title, divisor: 2080 }],
        hourlyMost: 35000,
        dailyMost: 50000,
        certificate: 'required',
      },
      mixed: { maximum: 'shared', dailyMost: 70000 },
      pension: { percent: 4.5, dailyMost: 2000 },
      holiday: { percent: 12 },
    },
  })
  const written = (draws: Drawn) => ({
    visits: draws.map((it, at) =>
      aVisit(`v${at}`, '2026-04-10', 'u', ['ada'], { start: `${String(it.start).padStart(2, '0')}:00`, end: '20:00' }),
    ),
    claims: draws.map((it, at) =>
      aClaim({
        id: `c${at}`,
        visit: `v${at}`,
        costs: it.costs,
        journeys: it.journeys,
        lostEarnings: it.losses.map(({ amount, ...loss }) =>
          loss.as === 'employee' ? { ...loss, perHour: amount } : { ...loss, yearlyIncome: amount * 2080 },
        ),
      }),
    ),
  })
  const holds = (property: (draws: Drawn) => boolean) =>
    expect(() => fc.assert(fc.property(drawn, property), { numRuns: 60, seed: 20260325 })).not.toThrow()

  it('the amount of a line is the sum of its parts, and nothing unless payable', () => {
    holds((draws) =>
      besides(judgeClaims(rules, written(draws))).every(
        (line) =>
          line.amount === sumOre(line.parts.map((it) => it.amount)) &&
          (line.outcome === 'payable' || line.amount === 0),
      ),
    )
  })

  it('a part is its quantity of its rate, to the nearest öre', () => {
    holds((draws) =>
      besides(judgeClaims(rules, written(draws))).every((line) =>
        line.parts.every(
          ({ quantity, rate, amount }) =>
            amount === Math.floor((rate * quantity.numerator) / quantity.denominator + 0.5 + 1e-9),
        ),
      ),
    )
  })

  it('no maximum of a day is passed, nor a ceiling of an occasion', () => {
    holds((draws) => {
      const paid = besides(judgeClaims(rules, written(draws)))
      const sum = (kind: string) => paid.filter((it) => it.feeKind === kind).reduce((total, it) => total + it.amount, 0)
      return (
        sum('child-minding') <= 30000 &&
        sum('lost-earnings') <= 70000 &&
        sum('lost-pension') <= 2000 &&
        paid.every((it) => it.feeKind !== 'child-minding' || it.amount <= 25000) &&
        paid.every((it) => it.feeKind !== 'parking' || it.amount <= 10000)
      )
    })
  })

  it('the order of entry changes no line', () => {
    holds((draws) => {
      const { visits, claims } = written(draws)
      const turned = claims.map((claim) => ({
        ...claim,
        costs: [...(claim.costs ?? [])].reverse(),
        lostEarnings: [...(claim.lostEarnings ?? [])].reverse(),
      }))
      const one = besides(judgeClaims(rules, { visits, claims }))
      const other = besides(judgeClaims(rules, { visits: [...visits].reverse(), claims: [...turned].reverse() }))
      const said = (all: typeof one) => JSON.stringify(all.map(({ reasons: _, ...line }) => line))
      return said(one) === said(other)
    })
  })

  it('a part of the whole is the same as in the whole', () => {
    const whole = judgeClaims(rules, { ...oneVisit, claims: [aClaim({ journeys: [journey] })] })
    for (const only of [{ visit: 'v' }, { person: 'ada' }])
      expect(judgeClaims(rules, { claims: [aClaim({ journeys: [journey] })] }, '2026-05-01', only).feeLines).toEqual(
        whole.feeLines,
      )
    expect(
      judgeClaims(rules, { claims: [aClaim({ journeys: [journey] })] }, '2026-05-01', { person: 'bo' }).feeLines,
    ).toEqual([])
  })
})
