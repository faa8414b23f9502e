import { describe, expect, it } from 'vitest'
import { aClaim, feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, visitOn, why } from '../testing/fee-cast.ts'

type Fee = NonNullable<WrittenRules['fees']>[number]
type Claim = Parameters<typeof aClaim>[0]

const errand: Fee = {
  kind: 'errand',
  title: { sv: 'Förrättning', en: 'Errand' },
  clause: '§ 2',
  rate: { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' },
}
const by = (time: Fee['time'], claim: Claim, more: Partial<Fee> = {}) =>
  judgeFees(feeRulesWith({ fees: [{ ...errand, ...more, ...(time === undefined ? {} : { time }) }] }), guidelineOf(), {
    visits: [visitOn('a', '04-10 09:00–10:00')],
    claims: [aClaim({ visit: 'a', ...claim })],
  })
const times = { travelMinutes: 60, preparationMinutes: 30, afterWorkMinutes: 90 }
const journey = (distance: number) => ({ kilometres: distance * 2, from: 'home' as const, distance })

describe('time that counts', () => {
  it('RAT-10 each sort counts where it is named, by the claim, and the visit itself only where it is', () => {
    expect(fees(by(undefined, times))).toEqual(['a ada payable 200 kr'])
    expect(fees(by({ counts: ['meeting', 'preparation'] }, times))).toEqual(['a ada payable 300 kr'])
    expect(fees(by({ counts: ['meeting', 'after-work'] }, times))).toEqual(['a ada payable 500 kr'])
    expect(fees(by({ counts: ['preparation'] }, times))).toEqual(['a ada payable 100 kr'])
    expect(fees(by({ counts: ['meeting', 'preparation'] }, {}))).toEqual(['a ada payable 200 kr'])
  })

  it('RAT-10 the reason adds the time up', () => {
    const evaluation = by({ counts: ['meeting', 'travel'], travel: 'inside-cap', clause: '§ 6' }, times)
    expect(why(evaluation, 'a')).toContain('§ 6 time-counted')
    expect(sentence(evaluation, 'a', 'time-counted')).toBe(
      'Time that counts: 2 hours (the visit 1 hour, travel 1 hour, preparation 0 minutes, after-work 0 minutes).',
    )
  })

  it('RAT-11 travel counts from a distance: nearer not, just there it does, and without a distance it cannot be told', () => {
    const time = {
      counts: ['meeting' as const, 'travel' as const],
      travel: 'inside-cap' as const,
      travelFromKilometres: 40,
    }
    const at = (...distances: readonly number[]) => by(time, { travelMinutes: 60, journeys: distances.map(journey) })
    expect(fees(at(39))).toEqual(['a ada payable 200 kr'])
    expect(fees(at(40))).toEqual(['a ada payable 400 kr'])
    expect(fees(at(10, 45))).toEqual(['a ada payable 400 kr'])
    expect(fees(at())).toEqual(['a ada cannot-tell (400 kr)'])
    expect(at().feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([
      { what: 'fact', fact: 'claim.journeys' },
    ])
    expect(sentence(at(39), 'a', 'travel-near', 'sv')).toBe('Restid räknas från 40 kilometer; här är det 39.')
    expect(fees(by(time, {}))).toEqual(['a ada payable 200 kr'])
  })

  it('RAT-11 travel beyond the caps is beyond the day’s hours too, and within the day’s kronor', () => {
    const time = { counts: ['meeting' as const, 'travel' as const], travel: 'beyond-cap' as const }
    const travel = { travelMinutes: 60 }
    expect(fees(by(time, travel, { dailyCap: { minutes: 30 } }))).toEqual(['a ada payable 300 kr'])
    expect(fees(by(time, travel, { dailyCap: { minutes: 30, amount: 25000 } }))).toEqual(['a ada payable 250 kr'])
    expect(fees(by({ ...time, travel: 'silent' }, travel, { dailyCap: { minutes: 30 } }))).toEqual([
      'a ada cannot-tell (100 kr)',
    ])
    expect(fees(by({ ...time, travel: 'silent' }, travel, { dailyCap: { minutes: 120 } }))).toEqual([
      'a ada payable 400 kr',
    ])
  })
})

describe('amounts that cannot be told', () => {
  it('RAT-09 whole kronor without saying how: cannot be told where it matters, and told where it comes out whole', () => {
    const rounding = { to: 'krona', by: 'silent' } as const
    const rate = { form: 'hourly', perHour: 17350, counted: 'begun-half-hour', rounding } as const
    const visit = (hours: string) =>
      judgeFees(feeRulesWith({ fees: [{ ...errand, rate }] }), guidelineOf(), {
        visits: [visitOn('a', `04-10 ${hours}`)],
      })
    expect(fees(visit('09:00–10:00'))).toEqual(['a ada cannot-tell 0 kr'])
    expect(fees(visit('09:00–11:00'))).toEqual(['a ada payable 347 kr'])
    expect(why(visit('09:00–10:00'), 'a')).toContain('§ 2 rounding-silent')
    expect(sentence(visit('09:00–10:00'), 'a', 'rounding-silent')).toMatch(/without saying how/)
  })

  it('RAT-08 before the first value of a base the fee cannot be told, and from then on it is', () => {
    const values = [{ from: '2026-05-01', amount: 5000000 }]
    const rules = feeRulesWith({
      bases: [{ id: 'base', title: errand.title, per: 'year', source: 'Påhittat', values }],
      fees: [{ ...errand, rate: { form: 'flat', amount: { of: 'base', percent: 1 } } }],
    })
    const evaluation = judgeFees(rules, guidelineOf(), {
      visits: [visitOn('a', '04-30 09:00–10:00'), visitOn('b', '05-01 09:00–10:00')],
    })
    expect(fees(evaluation)).toEqual(['a ada cannot-tell 0 kr', 'b ada payable 500 kr'])
    expect(sentence(evaluation, 'a', 'amount-unknown', 'sv')).toBe(
      'Beloppet base har inget värde den dagen i arvodesreglerna.',
    )
  })

  it('RAT-07 half of 173 kr is 86.50 kr exactly', () => {
    const rules = feeRulesWith({
      amounts: [{ id: 'hour', title: errand.title, amount: 17300 }],
      fees: [{ ...errand, rate: { form: 'flat', amount: { of: 'hour', fraction: '1/2' } } }],
    })
    expect(fees(judgeFees(rules, guidelineOf(), { visits: [visitOn('a', '04-30 09:00–10:00')] }))).toEqual([
      'a ada payable 86,50 kr',
    ])
  })
})
