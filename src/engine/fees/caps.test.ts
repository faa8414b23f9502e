import { describe, expect, it } from 'vitest'
import { aClaim, feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, town, visitOn, why } from '../testing/fee-cast.ts'

type Fee = NonNullable<WrittenRules['fees']>[number]
type Written = Parameters<typeof judgeFees>[2]

const errand: Fee = {
  kind: 'errand',
  title: { sv: 'Förrättning', en: 'Errand' },
  clause: '§ 2',
  rate: { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' },
}
const flat: Fee = { ...errand, rate: { form: 'flat', amount: 50000 } }
const with_ = (more: Partial<Fee>, base = errand) => feeRulesWith({ fees: [{ ...base, ...more }] })
const by = (more: Partial<Fee>, written: Written, base = errand) => judgeFees(with_(more, base), guidelineOf(), written)
const twoHours = [visitOn('a', '04-10 08:00–10:00'), visitOn('b', '04-10 11:00–13:00')]
const exported = (visit: string, amount: number) =>
  aClaim({ id: `c-${visit}`, visit, exported: { on: '2026-06-01', amount } })

describe('caps in a day and in a year', () => {
  it('RAT-02 hours of the day: cut, then used, and free again the next day', () => {
    const visits = [...twoHours, visitOn('c', '04-10 14:00–15:00'), visitOn('d', '04-11 08:00–10:00')]
    const evaluation = by({ dailyCap: { minutes: 180, clause: '§ 3' } }, { visits })
    expect(fees(evaluation)).toEqual([
      'a ada payable 400 kr',
      'b ada payable 200 kr',
      'c ada not-payable 0 kr',
      'd ada payable 400 kr',
    ])
    expect(why(evaluation, 'b')).toContain('§ 3 day-time-cut')
    expect(sentence(evaluation, 'c', 'day-time-used')).toBe(
      'At most 3 hours are paid for a day, and they are paid already.',
    )
  })

  it('RAT-02 kronor of the day: what is left is paid as one part', () => {
    const evaluation = by({ dailyCap: { amount: 65050 } }, { visits: twoHours })
    expect(fees(evaluation)).toEqual(['a ada payable 400 kr', 'b ada payable 250,50 kr'])
    expect(evaluation.feeLines[1]?.parts).toMatchObject([{ kind: 'day-limit', rate: 25050, amount: 25050 }])
    expect(sentence(evaluation, 'b', 'day-amount-cut', 'sv')).toBe(
      'Högst 650,50 kr betalas för en dag; av 400 kr återstår 250,50 kr.',
    )
  })

  it('RAT-02 hours and kronor of the year, other paid time of the kind and the year taken off first', () => {
    const otherPaid = [
      { person: 'ada', day: '2026-11-30', start: '08:00', end: '09:00', kind: 'errand', amount: 20000 },
      { person: 'ada', day: '2025-12-31', start: '08:00', end: '12:00', kind: 'errand', amount: 80000 },
      { person: 'ada', day: '2026-11-30', start: '10:00', end: '12:00', kind: 'meeting', amount: 40000 },
      { person: 'bo', day: '2026-11-30', start: '10:00', end: '12:00', kind: 'errand', amount: 40000 },
    ]
    expect(fees(by({ yearlyCap: { minutes: 240 } }, { visits: twoHours, otherPaid }))).toEqual([
      'a ada payable 400 kr',
      'b ada payable 200 kr',
    ])
    const money = by({ yearlyCap: { amount: 70000 } }, { visits: twoHours, otherPaid })
    expect(fees(money)).toEqual(['a ada payable 400 kr', 'b ada payable 100 kr'])
    expect(why(money, 'b')).toContain('§ 2 year-amount-cut')
  })

  it('RAT-02 the day and the year together: each takes what is paid in the end', () => {
    const visits = [...twoHours, visitOn('c', '04-11 08:00–10:00')]
    const evaluation = by({ dailyCap: { amount: 60000 }, yearlyCap: { amount: 90000 } }, { visits })
    expect(fees(evaluation)).toEqual(['a ada payable 400 kr', 'b ada payable 200 kr', 'c ada payable 300 kr'])
  })

  it('RAT-02 a cap whose amount has no value on the day cannot be told', () => {
    const dailyCap = { amount: { values: [{ from: '2026-05-01', amount: 60000 }] } }
    const visits = [visitOn('a', '04-10 08:00–10:00'), visitOn('b', '05-10 08:00–10:00')]
    expect(fees(by({ dailyCap }, { visits }))).toEqual(['a ada cannot-tell (400 kr)', 'b ada payable 400 kr'])
  })

  it('RAT-05 so many of a kind on a day, other paid time counted', () => {
    const visits = [...twoHours, visitOn('c', '04-10 14:00–15:00')]
    const evaluation = by({ perDay: { most: 2, clause: '§ 4' } }, { visits }, flat)
    expect(fees(evaluation)).toEqual(['a ada payable 500 kr', 'b ada payable 500 kr', 'c ada not-payable 0 kr'])
    expect(sentence(evaluation, 'c', 'day-count-reached')).toBe(
      'At most two fees of this kind (errand fee) are paid for a day, and so many are paid already.',
    )
    const otherPaid = [
      { person: 'ada', day: '2026-04-10', start: '19:00', end: '20:00', kind: 'errand', amount: 50000 },
    ]
    expect(fees(by({ perDay: { most: 2 } }, { visits, otherPaid }, flat))).toEqual([
      'a ada payable 500 kr',
      'b ada not-payable 0 kr',
      'c ada not-payable 0 kr',
    ])
  })

  it('RAT-05 kinds that the rules let together are both paid', () => {
    const rules = feeRulesWith({
      fees: [flat, { ...flat, kind: 'meeting' }],
      combinations: [{ kinds: ['meeting', 'errand'], paid: 'together', clause: '§ 7' }],
    })
    const guideline = guidelineOf(
      ['fee.kind', { fee: 'meeting', forms: ['visit'] }],
      ['fee.kind', { fee: 'errand', forms: ['study-day'] }],
    )
    const visits = [twoHours[0], visitOn('b', '04-10 11:00–13:00', ['ada'], { form: 'study-day' })] as typeof twoHours
    expect(fees(judgeFees(rules, guideline, { visits }))).toEqual(['a ada payable 500 kr', 'b ada payable 500 kr'])
  })

  it('RAT-05 the kind that loses leaves its place under the year’s cap to others', () => {
    const rules = feeRulesWith({
      fees: [flat, { ...flat, kind: 'meeting', rate: { form: 'flat', amount: 90000 } }],
      combinations: [{ kinds: ['meeting', 'errand'], paid: 'higher', clause: '§ 7' }],
    })
    const guideline = guidelineOf(
      ['fee.kind', { fee: 'errand', forms: ['visit'] }],
      ['fee.kind', { fee: 'meeting', forms: ['study-day'] }],
      ['fee.cap-visits', { most: 1, per: 'person' }],
    )
    const visits = [
      visitOn('a', '04-10 08:00–10:00'),
      visitOn('b', '04-10 11:00–13:00', ['ada'], { form: 'study-day' }),
      visitOn('c', '05-10 11:00–13:00'),
    ]
    const evaluation = judgeFees(rules, guideline, { visits })
    expect(fees(evaluation)).toEqual(['a ada not-payable 0 kr', 'b ada payable 900 kr', 'c ada payable 500 kr'])
    expect(sentence(evaluation, 'a', 'kept-higher')).toBe(
      'Meeting fee and errand fee are not paid on the same day. The higher is paid, which is meeting fee.',
    )
  })

  it('RAT-05 the higher that comes after the lower has gone out waits, and so does what has gone out', () => {
    const rules = feeRulesWith({
      fees: [flat, { ...flat, kind: 'meeting', rate: { form: 'flat', amount: 90000 } }],
      combinations: [{ kinds: ['meeting', 'errand'], paid: 'higher', clause: '§ 7' }],
    })
    const guideline = guidelineOf(
      ['fee.kind', { fee: 'errand', forms: ['visit'] }],
      ['fee.kind', { fee: 'meeting', forms: ['study-day'] }],
    )
    const visits = [
      visitOn('a', '04-10 08:00–10:00'),
      visitOn('b', '04-10 11:00–13:00', ['ada'], { form: 'study-day' }),
    ]
    const evaluation = judgeFees(rules, guideline, { visits, claims: [exported('a', 50000)] })
    expect(fees(evaluation)).toEqual(['a ada needs-decision 0 kr', 'b ada needs-decision (900 kr)'])
    expect(why(evaluation, 'b')).toContain('§ 7 other-kind-out')
  })
})

describe('RAT-05 kinds that do not go together, and other caps', () => {
  const flats = (errandAmount: number, meetingAmount: number) => [
    { ...flat, rate: { form: 'flat' as const, amount: errandAmount } },
    { ...flat, kind: 'meeting', rate: { form: 'flat' as const, amount: meetingAmount } },
  ]
  const rules = (paid: 'higher' | 'first', fees_: readonly Fee[]) =>
    feeRulesWith({ fees: [...fees_], combinations: [{ kinds: ['errand', 'meeting'], paid, clause: '§ 7' }] })
  const kinds = [
    ['fee.kind', { fee: 'errand', forms: ['visit'] }],
    ['fee.kind', { fee: 'meeting', forms: ['study-day'] }],
  ] as const
  const studyDay = { form: 'study-day' } as const

  it('RAT-05 RAT-28 a fee that has gone out and loses to a higher one holds its part of the year all the same', () => {
    const [errandFee, meeting] = flats(50000, 90000) as [Fee, Fee]
    const capped = rules('higher', [{ ...errandFee, yearlyCap: { amount: 50000 } }, meeting])
    const visits = [
      visitOn('a', '04-09 08:00–10:00'),
      visitOn('b', '04-10 08:00–10:00'),
      visitOn('c', '04-10 11:00–12:00', ['ada'], studyDay),
    ]
    const evaluation = judgeFees(capped, guidelineOf(...kinds), { visits, claims: [exported('b', 50000)] })
    expect(fees(evaluation)).toEqual([
      'a ada needs-decision (500 kr)',
      'b ada needs-decision 0 kr',
      'c ada needs-decision (900 kr)',
    ])
  })

  it('RAT-05 the place that one loses gives another a second kind, of which then only one is paid too', () => {
    const visits = [
      visitOn('a', '04-10 08:00–09:00', ['bo', 'siv'], studyDay),
      visitOn('b', '04-10 10:00–11:00', ['siv'], { units: ['tallen'] }),
      visitOn('c', '04-10 12:00–13:00', ['bo', 'siv'], { units: ['tallen'] }),
    ]
    const guideline = guidelineOf(...kinds, ['fee.cap-visits', { most: 1, per: 'unit' }])
    expect(fees(judgeFees(rules('first', flats(50000, 50000)), guideline, { visits }))).toEqual([
      'a bo payable 500 kr',
      'a siv payable 500 kr',
      'b siv not-payable 0 kr',
      'c bo not-payable 0 kr',
      'c siv not-payable 0 kr',
    ])
  })
})

describe('RAT-27 caps are used up by the start, then the id', () => {
  it('RAT-27 whatever the order of entry: the earlier of two is paid, and of two at once the one whose id comes first', () => {
    const visits = [
      visitOn('b', '04-10 08:00–10:00'),
      visitOn('a', '04-10 08:00–10:00'),
      visitOn('c', '04-10 07:00–07:30'),
    ]
    expect(fees(by({ dailyCap: { minutes: 150 } }, { visits }))).toEqual([
      'c ada payable 100 kr',
      'a ada payable 400 kr',
      'b ada not-payable 0 kr',
    ])
  })
})

describe('RAT-28 what is exported stands', () => {
  it('RAT-28 under a cap in kronor: what an earlier visit would be paid instead waits for a decision', () => {
    const claims = [exported('b', 40000)]
    const evaluation = by({ dailyCap: { amount: 40000, clause: '§ 3' } }, { visits: twoHours, claims })
    expect(fees(evaluation)).toEqual(['a ada needs-decision (400 kr)', 'b ada needs-decision 0 kr'])
    expect(why(evaluation, 'a')).toContain('§ 3 cap-held')
    expect(sentence(evaluation, 'a', 'cap-held')).toMatch(/takes what is left under the cap/)
  })

  it('RAT-28 under a cap in hours likewise, and where there is room for both nothing waits', () => {
    const claims = [exported('b', 40000)]
    expect(fees(by({ dailyCap: { minutes: 120 } }, { visits: twoHours, claims }))).toEqual([
      'a ada needs-decision (400 kr)',
      'b ada needs-decision 0 kr',
    ])
    expect(fees(by({ dailyCap: { minutes: 240 } }, { visits: twoHours, claims }))).toEqual([
      'a ada payable 400 kr',
      'b ada payable 400 kr',
    ])
  })

  it('RAT-28 a counter-row that took the fee back frees its share', () => {
    const claims = [exported('b', 0)]
    expect(fees(by({ dailyCap: { minutes: 120 } }, { visits: twoHours, claims }))).toEqual([
      'a ada payable 400 kr',
      'b ada not-payable 0 kr',
    ])
  })
})

describe('RAT-29 one occasion at several units', () => {
  it('RAT-29 is paid once, and takes a place at each of them', () => {
    const visits = [
      visitOn('a', '04-10 08:00–10:00', ['ada'], { units: ['granen', 'tallen'] }),
      visitOn('b', '05-10 08:00–10:00', ['bo']),
      visitOn('c', '06-10 08:00–10:00', ['bo'], { units: ['tallen'] }),
    ]
    const guideline = guidelineOf(['fee.cap-visits', { most: 1, per: 'unit' }])
    expect(fees(judgeFees(with_({}, flat), guideline, { visits }))).toEqual([
      'a ada payable 500 kr',
      'b bo not-payable 0 kr',
      'c bo not-payable 0 kr',
    ])
  })
})

describe('RAT-30 a successor', () => {
  it('RAT-30 begins with a cap of zero used; a cap of the unit goes on', () => {
    const appointments = town.appointments.map((it) =>
      it.person === 'ada' ? { ...it, until: '2026-05-01' } : it.person === 'bo' ? { ...it, from: '2026-05-01' } : it,
    )
    const visits = [visitOn('a', '04-10 08:00–10:00'), visitOn('b', '05-10 08:00–10:00', ['bo'])]
    const outcome = (per: string) =>
      fees(judgeFees(with_({}, flat), guidelineOf(['fee.cap-visits', { most: 1, per }]), { appointments, visits }))
    expect(outcome('person-and-unit')).toEqual(['a ada payable 500 kr', 'b bo payable 500 kr'])
    expect(outcome('unit')).toEqual(['a ada payable 500 kr', 'b bo not-payable 0 kr'])
  })

  it('RAT-30 has hours of the year of their own too', () => {
    const visits = [visitOn('a', '04-10 08:00–10:00'), visitOn('b', '05-10 08:00–10:00', ['bo'])]
    expect(fees(by({ yearlyCap: { minutes: 120 } }, { visits }))).toEqual([
      'a ada payable 400 kr',
      'b bo payable 400 kr',
    ])
  })
})
