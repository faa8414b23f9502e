import { describe, expect, it } from 'vitest'
import { feeRulesWith } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, town, visitOn, why, type WrittenRule } from '../testing/fee-cast.ts'

const title = { sv: 'Förrättning', en: 'Errand' }
const hourly = { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' } as const
const flat = feeRulesWith({
  fees: [{ kind: 'errand', title, clause: '§ 2', rate: { form: 'flat', amount: 50000 } }],
})
const byTheHour = feeRulesWith({ fees: [{ kind: 'errand', title, clause: '§ 2', rate: hourly }] })
const three = [visitOn('a', '04-10 13:00–15:00'), visitOn('b', '05-10 13:00–15:00'), visitOn('c', '06-10 13:00–15:00')]

describe('FEE-01 the kind of fee, by form of visit', () => {
  const errandFee = { kind: 'errand', title, clause: '§ 2', rate: { form: 'flat' as const, amount: 50000 } }
  const inspectionTitle = { sv: 'Inspektionsarvode', en: 'Inspection fee' }
  const rules = feeRulesWith({
    fees: [
      errandFee,
      { kind: 'inspection', title: inspectionTitle, clause: '§ 6', rate: { form: 'flat', amount: 90000 } },
    ],
  })
  const visits = [
    visitOn('a', '04-10 13:00–15:00'),
    visitOn('b', '04-11 13:00–15:00', ['ada'], { form: 'inspection' }),
    visitOn('c', '04-12 13:00–15:00', ['ada'], { form: 'study-day' }),
  ]

  it('FEE-01 RAT-06 each form has its kind, one of the municipality’s own too, and another form is not paid', () => {
    const guideline = guidelineOf(
      ['fee.kind', { fee: 'errand', forms: ['visit'] }],
      ['fee.kind', { fee: 'inspection', forms: ['inspection'] }],
    )
    const evaluation = judgeFees(rules, guideline, { visits })
    expect(fees(evaluation)).toEqual(['a ada payable 500 kr', 'b ada payable 900 kr', 'c ada not-payable 0 kr'])
    expect(evaluation.feeLines.map((it) => it.feeKind)).toEqual(['errand', 'inspection', 'errand'])
    expect(why(evaluation, 'c')).toEqual(['Avsnitt 1 form-not-paid'])
    expect(sentence(evaluation, 'b', 'counted')).toBe('The amount is counted as inspection by Provregler, for 2 hours.')
  })

  it('FEE-01 no fee is no fee, a kind that no fee rules have cannot be told, and neither can silence', () => {
    const of = (fee: string) =>
      fees(judgeFees(rules, guidelineOf(['fee.kind', { fee }]), { visits: visits.slice(0, 1) }))
    expect(of('none')).toEqual(['a ada not-payable 0 kr'])
    expect(of('meeting')).toEqual(['a ada cannot-tell 0 kr'])
    expect(of('silent')).toEqual(['a ada cannot-tell 0 kr'])
  })

  it('FEE-01 a visit made for the party is not paid where only the committee’s count, and says so', () => {
    const guideline = guidelineOf(['visits.capacity', { also: ['other-office'] }])
    const made = (capacity: 'committee' | 'other-office' | 'party') => [{ ...three[0], capacity }] as typeof three
    const outcome = (capacity: Parameters<typeof made>[0]) =>
      fees(judgeFees(flat, guideline, { visits: made(capacity) }))
    expect(outcome('committee')).toEqual(['a ada payable 500 kr'])
    expect(outcome('other-office')).toEqual(['a ada payable 500 kr'])
    expect(outcome('party')).toEqual(['a ada not-payable 0 kr'])
    expect(why(judgeFees(flat, guideline, { visits: made('party') }), 'a')).toEqual(['Avsnitt 2 outside'])
  })

  it('FEE-01 whoever visits without an appointment is paid as the guideline says', () => {
    const appointments = town.appointments.filter((it) => it.person !== 'ada')
    const outcome = (paid: string) =>
      fees(
        judgeFees(flat, guidelineOf(['visits.unappointed', { by: ['member'], paid }]), {
          appointments,
          visits: three.slice(0, 1),
        }),
      )
    expect(outcome('yes')).toEqual(['a ada payable 500 kr'])
    expect(outcome('no')).toEqual(['a ada not-payable 0 kr'])
    expect(outcome('silent')).toEqual(['a ada cannot-tell (500 kr)'])
    expect(fees(judgeFees(flat, guidelineOf(), { appointments, visits: three.slice(0, 1) }))).toEqual([
      'a ada not-payable 0 kr',
    ])
  })
})

describe('FEE-02 hours for each visit', () => {
  it.each([
    ['cap', 240, 'payable 600 kr'],
    ['cap', 60, 'payable 200 kr'],
    ['flat', 240, 'payable 600 kr'],
    ['flat', 60, 'payable 600 kr'],
    ['silent', 240, 'cannot-tell (800 kr)'],
  ])('FEE-02 three hours meant as %s: a visit of %i minutes is %s', (meaning, time, given) => {
    const end = time === 240 ? '13:00' : '10:00'
    const guideline = guidelineOf(['fee.cap-hours', { minutes: 180, meaning }])
    expect(fees(judgeFees(byTheHour, guideline, { visits: [visitOn('a', `04-10 09:00–${end}`)] }))).toEqual([
      `a ada ${given}`,
    ])
  })
})

describe('FEE-03 visits paid in a year', () => {
  const cap = (per: string, more: object = {}) => guidelineOf(['fee.cap-visits', { most: 1, per, ...more }])

  it('FEE-03 for each person: wherever they are made', () => {
    const visits = [three[0], { ...three[1], units: ['tallen'] }] as typeof three
    expect(fees(judgeFees(flat, cap('person'), { visits }))).toEqual(['a ada payable 500 kr', 'b ada not-payable 0 kr'])
    expect(fees(judgeFees(flat, cap('person-and-unit'), { visits }))).toEqual([
      'a ada payable 500 kr',
      'b ada payable 500 kr',
    ])
  })

  it('FEE-03 for each unit: all who came share the one place', () => {
    const visits = [visitOn('a', '04-10 13:00–15:00', ['ada', 'bo']), visitOn('b', '05-10 13:00–15:00', ['bo'])]
    expect(fees(judgeFees(flat, cap('unit'), { visits }))).toEqual([
      'a ada payable 500 kr',
      'a bo payable 500 kr',
      'b bo not-payable 0 kr',
    ])
  })

  it('FEE-03 for each group: one visit for the whole group, whichever of its units', () => {
    const groups = [
      {
        id: 'north',
        name: 'Nord',
        from: '2023-01-01',
        members: ['ada', 'bo'].map((person) => ({ person, from: '2023-01-01' })),
      },
      { id: 'south', name: 'Syd', from: '2023-01-01', members: [{ person: 'siv', from: '2023-01-01' }] },
    ]
    const visits = [
      visitOn('a', '04-10 13:00–15:00', ['ada'], { group: 'north' }),
      visitOn('b', '05-10 13:00–15:00', ['bo'], { group: 'north', units: ['tallen'] }),
      visitOn('c', '06-10 13:00–15:00', ['siv']),
    ]
    const evaluation = judgeFees(flat, cap('group'), { groups, visits })
    expect(fees(evaluation)).toEqual(['a ada payable 500 kr', 'b bo not-payable 0 kr', 'c siv payable 500 kr'])
    expect(sentence(evaluation, 'b', 'cap-reached')).toBe(
      'The cap is reached: 1 visit is already paid in 2026 (per visiting group).',
    )
  })

  it('FEE-03 for each group: a visit by somebody in none, or in two, cannot be told', () => {
    const evaluation = judgeFees(flat, cap('group'), { visits: three.slice(0, 1) })
    expect(fees(evaluation)).toEqual(['a ada cannot-tell (500 kr)'])
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([
      { what: 'fact', fact: 'visit.group' },
    ])
  })

  it('FEE-03 without saying for whom it cannot be told', () => {
    expect(fees(judgeFees(flat, cap('silent'), { visits: three.slice(0, 1) }))).toEqual(['a ada cannot-tell (500 kr)'])
  })
})

describe('FEE-04 hours paid in a year, by form', () => {
  const guideline = guidelineOf(
    ['fee.kind', { fee: 'errand', forms: ['visit', 'study-day'] }],
    ['fee.year-hours', { minutes: 240, forms: ['study-day'] }],
  )
  const day = (id: string, when: string) => visitOn(id, when, ['ada'], { form: 'study-day' })

  it('FEE-04 the last is cut to what is left, and then nothing is left; other forms are free', () => {
    const visits = [
      day('a', '04-10 09:00–12:00'),
      day('b', '05-10 09:00–12:00'),
      day('c', '06-10 09:00–10:00'),
      visitOn('d', '07-10 09:00–12:00'),
    ]
    const evaluation = judgeFees(byTheHour, guideline, { visits: visits.toReversed() })
    expect(fees(evaluation)).toEqual([
      'a ada payable 600 kr',
      'b ada payable 200 kr',
      'c ada not-payable 0 kr',
      'd ada payable 600 kr',
    ])
    expect(why(evaluation, 'b')).toContain('Avsnitt 2 year-hours-cut')
    expect(sentence(evaluation, 'c', 'year-hours-used')).toBe("The year's 4 hours are already paid in 2026.")
    expect(sentence(evaluation, 'b', 'year-hours-cut', 'sv')).toBe(
      'Av årets 4 timmar återstår 1 timme; bara de betalas.',
    )
  })

  it('FEE-04 is each person’s own, and begins anew with the year', () => {
    const visits = [
      visitOn('a', '04-10 09:00–13:00', ['ada', 'bo'], { form: 'study-day' }),
      { ...day('b', '01-01 09:00–13:00'), day: '2027-01-02' },
    ]
    expect(fees(judgeFees(byTheHour, guideline, { visits }, '2027-02-01'))).toEqual([
      'a ada payable 800 kr',
      'a bo payable 800 kr',
      'b ada payable 800 kr',
    ])
  })
})

describe('FEE-05 a visit is paid as half a day or a full day', () => {
  const days = feeRulesWith({
    fees: [
      {
        kind: 'errand',
        title,
        clause: '§ 2',
        rate: { form: 'half-full-day', halfDay: 62500, fullDay: 125000, boundaryMinutes: 240, atBoundary: 'silent' },
      },
    ],
  })

  it('FEE-05 RAT-03 whatever its length; without the rule exactly the boundary cannot be told', () => {
    const visits = [
      visitOn('a', '04-10 09:00–10:00'),
      visitOn('b', '05-10 09:00–13:00'),
      visitOn('c', '06-10 09:00–14:00'),
    ]
    const by = (...rules: readonly WrittenRule[]) => fees(judgeFees(days, guidelineOf(...rules), { visits }))
    expect(by(['fee.day-equivalent', { day: 'full' }])).toEqual([
      'a ada payable 1 250 kr',
      'b ada payable 1 250 kr',
      'c ada payable 1 250 kr',
    ])
    expect(by(['fee.day-equivalent', { day: 'half' }])).toEqual([
      'a ada payable 625 kr',
      'b ada payable 625 kr',
      'c ada payable 625 kr',
    ])
    expect(by()).toEqual(['a ada payable 625 kr', 'b ada cannot-tell 0 kr', 'c ada payable 1 250 kr'])
  })

  it('FEE-05 fee rules without an amount for a day cannot tell', () => {
    const evaluation = judgeFees(byTheHour, guidelineOf(['fee.day-equivalent', { day: 'full' }]), {
      visits: three.slice(0, 1),
    })
    expect(fees(evaluation)).toEqual(['a ada cannot-tell 0 kr'])
    expect(why(evaluation, 'a')).toContain('Avsnitt 1 form-mismatch')
  })
})
