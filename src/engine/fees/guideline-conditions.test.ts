import { describe, expect, it } from 'vitest'
import { aReport } from '../testing/cast.ts'
import { aClaim, feeRulesWith } from '../testing/claim-cast.ts'
import { fees, guidelineOf, judgeFees, sentence, visitOn, why } from '../testing/fee-cast.ts'

const title = { sv: 'Förrättning', en: 'Errand' }
const flat = feeRulesWith({
  fees: [{ kind: 'errand', title, clause: '§ 2', rate: { form: 'flat', amount: 50000 } }],
})
const three = [visitOn('a', '04-10 13:00–15:00'), visitOn('b', '05-10 13:00–15:00'), visitOn('c', '06-10 13:00–15:00')]
const decision = (visit: string, granted: boolean, about: 'extra-fee' | 'extra-visit' = 'extra-fee') => ({
  id: `d-${visit}-${about}`,
  about,
  person: 'ada',
  visit,
  on: '2026-06-20',
  by: 'bo',
  granted,
})

describe('FEE-06 payment conditions, only those that a clause names', () => {
  const given = (requires: readonly string[], more: Parameters<typeof judgeFees>[2] = {}) =>
    judgeFees(flat, guidelineOf(['fee.conditions', { requires }]), { visits: three.slice(0, 1), ...more })

  it('FEE-06 a report and a confirmed claim form are waited for', () => {
    expect(fees(given(['report', 'fee-form']))).toEqual(['a ada waiting (500 kr)'])
    expect(why(given(['report', 'fee-form']), 'a')).toEqual(
      expect.arrayContaining(['Avsnitt 2 report-missing', 'Avsnitt 2 form-missing']),
    )
    const there = {
      reports: [aReport('a', ['ada'], { meeting: undefined })],
      claims: [aClaim({ visit: 'a', confirmed: '2026-04-20' })],
    }
    expect(fees(given(['report', 'fee-form'], there))).toEqual(['a ada payable 500 kr'])
  })

  it('FEE-06 a report within thirty days: in time, late, awaited, and too late to await', () => {
    const by = (final: string | undefined, today = '2026-12-31') =>
      judgeFees(
        flat,
        guidelineOf(['fee.conditions', { requires: ['report'], reportWithinDays: 30 }]),
        {
          visits: three.slice(0, 1),
          reports: final === undefined ? [] : [aReport('a', ['ada'], { final, meeting: undefined })],
        },
        today,
      )
    expect(fees(by('2026-05-10'))).toEqual(['a ada payable 500 kr'])
    expect(fees(by('2026-05-11'))).toEqual(['a ada not-payable 0 kr'])
    expect(sentence(by('2026-05-11'), 'a', 'report-late', 'sv')).toBe(
      'Rapporten skulle ha kommit senast 10 maj 2026 för att arvodet skulle betalas, och den kom 11 maj 2026.',
    )
    expect(fees(by(undefined, '2026-05-10'))).toEqual(['a ada waiting (500 kr)'])
    expect(fees(by(undefined, '2026-05-11'))).toEqual(['a ada not-payable 0 kr'])
    expect(why(by(undefined, '2026-05-11'), 'a')).toContain('Avsnitt 2 report-late')
  })

  it('FEE-06 without an invitation nothing is paid, and with one it is', () => {
    expect(fees(given(['invitation']))).toEqual(['a ada not-payable 0 kr'])
    expect(sentence(given(['invitation']), 'a', 'invitation-missing')).toMatch(/no invitation/)
    const invitations = [{ person: 'ada', on: '2026-03-01' }]
    expect(fees(given(['invitation'], { visits: [{ ...three[0], invitations }] as typeof three }))).toEqual([
      'a ada payable 500 kr',
    ])
  })

  it('FEE-06 a decision is waited for, granted or refused', () => {
    expect(fees(given(['decision']))).toEqual(['a ada needs-decision (500 kr)'])
    expect(fees(given(['decision'], { decisions: [decision('a', true, 'extra-visit')] }))).toEqual([
      'a ada payable 500 kr',
    ])
    expect(fees(given(['decision'], { decisions: [decision('a', false)] }))).toEqual(['a ada not-payable 0 kr'])
  })

  it('FEE-06 where no clause names them, neither report nor invitation stops the fee', () => {
    expect(fees(judgeFees(flat, guidelineOf(), { visits: three.slice(0, 1) }))).toEqual(['a ada payable 500 kr'])
  })
})

describe('FEE-07 beyond the cap', () => {
  const visits = three
  const by = (beyond: unknown, decisions: Parameters<typeof judgeFees>[2]['decisions'] = []) =>
    judgeFees(flat, guidelineOf(['fee.cap-visits', { most: 1, per: 'person', beyond }]), { visits, decisions })

  it('FEE-07 nothing is paid, where nothing else is said', () => {
    expect(fees(by('nothing'))).toEqual(['a ada payable 500 kr', 'b ada not-payable 0 kr', 'c ada not-payable 0 kr'])
  })

  it('FEE-07 somebody decides: until then it waits, a yes is paid and takes no place, a no is not paid', () => {
    const beyond = { decidedBy: 'chair' }
    expect(fees(by(beyond))).toEqual([
      'a ada payable 500 kr',
      'b ada needs-decision (500 kr)',
      'c ada needs-decision (500 kr)',
    ])
    const decided = by(beyond, [decision('b', true), decision('c', false)])
    expect(fees(decided)).toEqual(['a ada payable 500 kr', 'b ada payable 500 kr', 'c ada not-payable 0 kr'])
    expect(sentence(by(beyond), 'b', 'beyond-to-decide')).toBe(
      'The cap is reached: 1 visit is already paid in 2026. About the fee for this one the chair decides.',
    )
    expect(sentence(decided, 'c', 'beyond-refused', 'sv')).toBe('Taket är nått, och arvodet avslogs 20 juni 2026.')
  })

  it('FEE-07 the fee for more than so many visits made takes a decision by whoever the guideline names', () => {
    const guideline = guidelineOf(['fee.extra-fee-decision', { beyond: 2, decidedBy: 'secretary' }])
    expect(fees(judgeFees(flat, guideline, { visits }))).toEqual([
      'a ada payable 500 kr',
      'b ada payable 500 kr',
      'c ada needs-decision (500 kr)',
    ])
    expect(fees(judgeFees(flat, guideline, { visits, decisions: [decision('c', true)] })).at(-1)).toBe(
      'c ada payable 500 kr',
    )
    expect(fees(judgeFees(flat, guideline, { visits, decisions: [decision('c', false)] })).at(-1)).toBe(
      'c ada not-payable 0 kr',
    )
  })
})
