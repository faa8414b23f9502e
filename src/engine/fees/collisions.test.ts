import { describe, expect, it } from 'vitest'
import { feeRulesWith, type WrittenRules } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, visitOn, why, type WrittenRule } from '../testing/fee-cast.ts'

type Fee = NonNullable<WrittenRules['fees']>[number]

const errand: Fee = {
  kind: 'errand',
  title: { sv: 'Förrättning', en: 'Errand' },
  clause: '§ 2',
  rate: { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' },
}
const days: Fee['rate'] = {
  form: 'half-full-day',
  halfDay: 62500,
  fullDay: 125000,
  boundaryMinutes: 240,
  atBoundary: 'half',
}
const visits = [visitOn('a', '04-10 08:00–11:00')]
const decisions = (granted: boolean) => [
  { id: 'd', about: 'extra-fee' as const, person: 'ada', visit: 'a', on: '2026-05-01', by: 'bo', granted },
]

describe('RAT-31 the council’s fee rules and the committee’s guideline', () => {
  const lower = { ...errand, dailyCap: { minutes: 120, clause: '§ 3' } }
  const guideline = guidelineOf(['fee.cap-hours', { minutes: 240, meaning: 'cap' }])

  it('RAT-31 more hours in the guideline than the council gives in a day: both clauses are named and somebody decides', () => {
    const evaluation = judgeFees(feeRulesWith({ fees: [lower] }), guideline, { visits })
    expect(fees(evaluation)).toEqual(['a ada needs-decision (400 kr)'])
    expect(sentence(evaluation, 'a', 'council-lower')).toBe(
      'The guideline (Avsnitt 2) grants 4 hours, but the fee rules at most 2 hours. The fee rules prevail, and somebody needs to decide.',
    )
    expect(why(evaluation, 'a')).toEqual(
      expect.arrayContaining(['§ 3 council-lower', '§ 3 day-time-cut', 'Avsnitt 2 within-hours']),
    )
  })

  it('RAT-31 once it is decided the council’s amount is paid, or nothing', () => {
    const by = (granted: boolean) =>
      fees(judgeFees(feeRulesWith({ fees: [lower] }), guideline, { visits, decisions: decisions(granted) }))
    expect(by(true)).toEqual(['a ada payable 400 kr'])
    expect(by(false)).toEqual(['a ada not-payable 0 kr'])
  })

  it('RAT-31 hours that other visits of the day have used are no collision', () => {
    const day = [visitOn('a', '04-10 08:00–09:30'), visitOn('b', '04-10 10:00–12:00')]
    expect(fees(judgeFees(feeRulesWith({ fees: [lower] }), guideline, { visits: day }))).toEqual([
      'a ada payable 300 kr',
      'b ada payable 100 kr',
    ])
  })

  it('RAT-31 more hours in the year in the guideline than the council gives', () => {
    const rules = feeRulesWith({ fees: [{ ...errand, yearlyCap: { minutes: 120, clause: '§ 3' } }] })
    const by = (minutes: number) =>
      fees(judgeFees(rules, guidelineOf(['fee.year-hours', { minutes, forms: ['visit'] }]), { visits }))
    expect(by(480)).toEqual(['a ada needs-decision (400 kr)'])
    expect(by(120)).toEqual(['a ada payable 400 kr'])
  })

  it('RAT-31 a full day that the council caps lower in kronor', () => {
    const rules = feeRulesWith({ fees: [{ ...errand, rate: days, dailyCap: { amount: 100000, clause: '§ 3' } }] })
    const evaluation = judgeFees(rules, guidelineOf(['fee.day-equivalent', { day: 'full' }]), { visits })
    expect(fees(evaluation)).toEqual(['a ada needs-decision (1 000 kr)'])
    expect(sentence(evaluation, 'a', 'council-lower-amount', 'sv')).toBe(
      'Det som riktlinjen (Avsnitt 2) lovar är 1 250 kr, men arvodesreglerna ger högst 1 000 kr för en dag. Arvodesreglerna går före, och någon behöver besluta.',
    )
    expect(fees(judgeFees(rules, guidelineOf(['fee.day-equivalent', { day: 'half' }]), { visits }))).toEqual([
      'a ada payable 625 kr',
    ])
  })

  it('RAT-31 a kind of event that the council gives no fee: nothing is left to grant', () => {
    const rules = feeRulesWith({ fees: [{ ...errand, gives: ['costs'] }] })
    const evaluation = judgeFees(rules, guidelineOf(), { visits })
    expect(fees(evaluation)).toEqual(['a ada needs-decision 0 kr'])
    expect(sentence(evaluation, 'a', 'gives-no-fee')).toBe(
      'By the guideline (Avsnitt 1) the errand fee is paid, but the fee rules give no fee for such an occasion. The fee rules prevail, and somebody needs to decide.',
    )
    expect(fees(judgeFees(rules, guidelineOf(), { visits, decisions: decisions(true) }))).toEqual([
      'a ada not-payable 0 kr',
    ])
  })

  it('RAT-31 substitutes whom the guideline lets make a placement and the council does not pay', () => {
    const rules = feeRulesWith({ fees: [errand], substitutes: { clause: '§ 8', serving: 'none', notServing: 'none' } })
    const placement = (substitutes: string) =>
      guidelineOf(
        ['fee.kind', { fee: 'errand', forms: ['placement'] }],
        ['visits.placement', { yearlyMinutes: 480, countsAsVisit: 'no', substitutes }],
      )
    const made = [visitOn('a', '04-10 08:00–11:00', ['siv'], { form: 'placement' })]
    expect(fees(judgeFees(rules, placement('yes'), { visits: made }))).toEqual(['a siv needs-decision 0 kr'])
    expect(fees(judgeFees(rules, placement('no'), { visits: made }))).toEqual(['a siv not-payable 0 kr'])
  })
})

describe('two guidelines at once', () => {
  const own = guidelineOf(['fee.cap-hours', { minutes: 120, meaning: 'cap' }])
  const councils = (...rules: readonly WrittenRule[]) => ({
    ...guidelineOf(...rules),
    id: 'policy',
    issuer: { council: 'Fullmäktige', binds: 'all' as const },
  })

  it('that say different things of the fee need a decision, and then the committee’s own is followed', () => {
    const policy = councils(['fee.cap-hours', { minutes: 180, meaning: 'flat' }])
    const rules = feeRulesWith({ fees: [errand] })
    const evaluation = judgeFees(rules, [own, policy], { visits })
    expect(fees(evaluation)).toEqual(['a ada needs-decision (400 kr)'])
    expect(fees(judgeFees(rules, [own, policy], { visits, decisions: decisions(true) }))).toEqual([
      'a ada payable 400 kr',
    ])
    expect(fees(judgeFees(rules, [own, policy], { visits, decisions: decisions(false) }))).toEqual([
      'a ada not-payable 0 kr',
    ])
  })

  it('that differ about another form of visit stop nothing', () => {
    const policy = councils(['fee.kind', { fee: 'meeting', forms: ['study-day'] }])
    expect(fees(judgeFees(feeRulesWith({ fees: [errand] }), [own, policy], { visits }))).toEqual([
      'a ada payable 400 kr',
    ])
  })
})
