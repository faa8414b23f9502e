import { describe, expect, it } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { ore, sumOre } from '../../kernel/money.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { feeRulesSchema } from '../fee-rules.ts'
import {
  allFeeRules,
  anAppointment,
  aConfirmedClaim,
  aPerson,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  judgeBy,
  meetings,
  paid,
  reasons,
} from '../testing/cast.ts'
import { amountFor, amountForDay, type RateOf } from './amount.ts'
import { ratesOn } from './periods.ts'

const rateOf = (kind: string): RateOf => {
  const [rated] = ratesOn(allFeeRules, kind, dayFromIso('2026-05-01'))
  if (rated === undefined) throw new Error(`no rate for ${kind}`)
  return { rate: rated.rate, source: rated.rules.id, clause: rated.fee.clause }
}
const hourly = rateOf('meeting')
const daily = rateOf('errand')
const oreFor = (rated: RateOf, time: number) => {
  const amount = amountFor(rated, minutes(time))
  return amount.ok ? sumOre(amount.parts.map((it) => it.amount)) : amount.code
}
const withBoundary = (atBoundary: 'half' | 'full' | 'silent') =>
  ({ ...daily, rate: { ...daily.rate, atBoundary } }) as RateOf

describe('Upplands-Bro 2019: 347 kr for the first hour, then 173 kr per hour by begun half-hours', () => {
  it.each([
    [1, 34700, 'a begun first hour is a whole one'],
    [60, 34700, 'exactly the first hour'],
    [61, 43350, 'one begun half-hour: 347 + 86.50'],
    [90, 43350, 'one half-hour'],
    [91, 52000, 'two begun half-hours: 347 + 173'],
    [120, 52000, 'two hours'],
    [140, 60650, '15.00–17.20: 347 + 173 + 86.50'],
    [180, 69300, 'three hours: 347 + 2 × 173'],
    [240, 86600, 'four hours: 347 + 3 × 173'],
  ])('%i minutes give %i öre: %s', (time, expected) => {
    expect(oreFor(hourly, time)).toBe(expected)
  })
})

describe('half and full day, with the boundary at four hours', () => {
  it.each([
    ['half', 239, 62500],
    ['half', 240, 62500],
    ['half', 241, 125000],
    ['full', 239, 62500],
    ['full', 240, 125000],
    ['silent', 239, 62500],
    ['silent', 240, 'boundary-silent'],
    ['silent', 241, 125000],
  ] as const)('when exactly four hours are %s, %i minutes give %s', (side, time, expected) => {
    expect(oreFor(withBoundary(side), time)).toBe(expected)
  })

  it('a full day is paid as such however short, and only by rules that know days', () => {
    expect(amountForDay(daily, 'full', minutes(30))).toMatchObject({
      ok: true,
      parts: [{ kind: 'full-day', amount: 125000 }],
    })
    expect(amountForDay(hourly, 'full', minutes(30))).toEqual({ ok: false, code: 'form-mismatch' })
  })
})

describe('fee rules', () => {
  it('with a flat fee give the same for any time', () => {
    const flat: RateOf = { ...daily, rate: { form: 'flat', amount: ore(50000) } }
    expect([oreFor(flat, 10), oreFor(flat, 400)]).toEqual([50000, 50000])
  })

  it('with an hourly rate that half an hour cannot divide are refused', () => {
    const [rules] = allFeeRules
    const odd = {
      ...rules,
      validity: { from: '2019-01-01' },
      fees: [{ ...rules?.fees[0], rate: { form: 'first-hour-then-half-hours', firstHour: 34700, perHour: 17301 } }],
    }
    expect(feeRulesSchema.safeParse(odd).success).toBe(false)
  })
})

const guideline = guidelineNamed('hedemora-omsorgsnamnden-2026')
const interpretations = [interpretationsNamed('hedemora-omsorgsnamnden-2026', guideline)]
const judge = judgeBy([guideline], interpretations)
const days = ['2026-04-10', '2026-06-10', '2026-09-10']
const base = {
  persons: [aPerson('astrid'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('astrid', 'granen'), anAppointment('astrid', 'tallen')],
  meetings: [...meetings],
}
const three = days.map((on, index) => aVisit(`v${index + 1}`, on, 'granen', ['astrid']))
const reports = three.map((visit) => aReport(visit.id, ['astrid']))
const claims = three.map((visit) => aConfirmedClaim(visit.id, 'astrid'))
const exported = { exported: { on: '2026-10-01', amount: 60650 } }

describe('fees that have gone to payroll', () => {
  it('stand when the facts still give them', () => {
    const evaluation = judge({
      ...base,
      visits: three.slice(0, 1),
      reports: reports.slice(0, 1),
      claims: [aConfirmedClaim('v1', 'astrid', exported)],
    })
    expect(paid(evaluation)).toEqual(['v1 astrid payable 60650'])
    expect(reasons(evaluation.feeLines[0])).toContain('HED-15 exported')
  })

  it('become a decision when the attendance is corrected afterwards', () => {
    const shorter = aVisit('v1', '2026-04-10', 'granen', ['astrid'], { start: '15:00', end: '16:00' })
    const evaluation = judge({
      ...base,
      visits: [shorter],
      reports: reports.slice(0, 1),
      claims: [aConfirmedClaim('v1', 'astrid', exported)],
    })
    expect(evaluation.feeLines[0]).toMatchObject({ outcome: 'needs-decision', amount: 0, expected: 34700 })
    expect(reasons(evaluation.feeLines[0])).toContain('HED-15 exported-differs')
  })

  it('hold their place under the cap when an earlier visit is reported late: nothing is paid twice meanwhile', () => {
    const late = judge({
      ...base,
      visits: three,
      reports,
      claims: [
        aConfirmedClaim('v1', 'astrid'),
        aConfirmedClaim('v2', 'astrid', exported),
        aConfirmedClaim('v3', 'astrid', exported),
      ],
    })
    expect(paid(late)).toEqual(['v1 astrid needs-decision 0', 'v2 astrid payable 60650', 'v3 astrid needs-decision 0'])
    expect(reasons(late.feeLines[0])).toContain('HED-15 place-held')
  })
})

describe('the cap of two visits per unit and year', () => {
  it('is not used by a visit that waits for its report', () => {
    const evaluation = judge({ ...base, visits: three, reports: reports.slice(1), claims })
    expect(paid(evaluation)).toEqual(['v1 astrid waiting 0', 'v2 astrid payable 60650', 'v3 astrid payable 60650'])
  })

  it('is used at each of several units visited on one occasion, which is paid once', () => {
    const visits = [
      aVisit('v1', '2026-04-10', ['granen', 'tallen'], ['astrid']),
      aVisit('v2', '2026-06-10', 'granen', ['astrid']),
      aVisit('v3', '2026-09-10', 'granen', ['astrid']),
      aVisit('v4', '2026-09-11', 'tallen', ['astrid']),
    ]
    const evaluation = judge({
      ...base,
      visits,
      reports: visits.map((it) => aReport(it.id, ['astrid'])),
      claims: visits.map((it) => aConfirmedClaim(it.id, 'astrid')),
    })
    expect(paid(evaluation)).toEqual([
      'v1 astrid payable 60650',
      'v2 astrid payable 60650',
      'v3 astrid not-payable 0',
      'v4 astrid payable 60650',
    ])
  })

  it('begins anew with the calendar year', () => {
    const visits = [...three, aVisit('v4', '2027-01-01', 'granen', ['astrid'])]
    const evaluation = judge(
      {
        ...base,
        visits,
        reports: visits.map((it) => aReport(it.id, ['astrid'])),
        claims: visits.map((it) => aConfirmedClaim(it.id, 'astrid')),
      },
      '2027-06-01',
    )
    expect(paid(evaluation).slice(2)).toEqual(['v3 astrid not-payable 0', 'v4 astrid payable 60650'])
  })

  it('is a successor’s own: it starts at zero when the appointment passes on', () => {
    const visits = [...three.slice(0, 2), aVisit('v3', '2026-09-10', 'granen', ['bo'])]
    const appointments = [
      anAppointment('astrid', 'granen', { until: '2026-07-01' }),
      anAppointment('bo', 'granen', { from: '2026-07-01' }),
    ]
    const evaluation = judge({
      ...base,
      appointments,
      visits,
      reports: visits.map((it) => aReport(it.id, ['astrid'])),
      claims: visits.map((it) => aConfirmedClaim(it.id, 'bo')),
    })
    expect(paid(evaluation)).toEqual(['v1 astrid waiting 0', 'v2 astrid waiting 0', 'v3 bo payable 60650'])
  })
})

describe('who and what is paid', () => {
  it('somebody who is no contact politician is not paid, and the reason says so', () => {
    const evaluation = judge({ ...base, visits: [aVisit('v1', '2026-04-10', 'granen', ['bo'])] })
    expect(paid(evaluation)).toEqual(['v1 bo not-payable 0'])
    expect(reasons(evaluation.feeLines[0])).toEqual(['HED-15 not-contact-politician'])
  })

  it('an absent person has no line, and a booked visit none either', () => {
    const absent = aVisit('v1', '2026-04-10', 'granen', [])
    const booked = aVisit('v2', '2026-12-20', 'granen', ['astrid'], { state: 'booked' })
    expect(judge({ ...base, visits: [absent, booked] }).feeLines).toEqual([])
  })

  it('two fee rules with the same kind on the same day need a decision', () => {
    const doubled = judgeBy([guideline], interpretations, [...allFeeRules, ...allFeeRules])
    const evaluation = doubled({
      ...base,
      visits: three.slice(0, 1),
      reports: reports.slice(0, 1),
      claims: claims.slice(0, 1),
    })
    expect(paid(evaluation)).toEqual(['v1 astrid needs-decision 0'])
    expect(reasons(evaluation.feeLines[0])).toContain('HED-15 fee-rules-collide')
  })

  it('a guideline that does not even mention a fee cannot tell', () => {
    const mute = { ...guideline, rules: guideline.rules.filter((rule) => rule.kind !== 'fee.kind') }
    const evaluation = judgeBy([mute], [])({ ...base, visits: three.slice(0, 1) })
    expect(evaluation.feeLines[0]).toMatchObject({ outcome: 'cannot-tell', reasons: [{ code: 'fee-unmentioned' }] })
  })
})
