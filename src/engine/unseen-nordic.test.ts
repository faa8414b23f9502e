import { describe, expect, it } from 'vitest'
import { said } from './testing/cast.ts'
import { judgeUnseen, lines, open } from './testing/unseen.ts'

describe('a Norwegian visiting scheme: two groups, unannounced visits in each quarter, a fee that is a part of another', () => {
  const evaluation = judgeUnseen('no-besoksordning', '2026-07-15')

  it('VIS-05 each group has a number for each quarter, and the one that runs is due', () => {
    expect(said(evaluation, 'N-3', 'visits.count')).toEqual([
      'satisfied reached nord',
      'satisfied reached syd',
      'satisfied reached nord',
      'breached too-few syd',
      'due remaining nord',
      'due remaining syd',
    ])
  })

  it('VIS-13 an unannounced visit that the unit was told of two days before breaks the rule', () => {
    expect(said(evaluation, 'N-3', 'visits.notice')).toEqual([
      'satisfied unannounced n1',
      'breached announced s1',
      'satisfied unannounced n2',
    ])
  })

  it('everything else that is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      'N-3 visits.count breached too-few syd',
      'N-3 visits.count due remaining nord',
      'N-3 visits.count due remaining syd',
      'N-3 visits.notice breached announced s1',
      'N-4 visits.attendance breached too-few-came s1',
      'N-4 visits.length deviates longer s1',
      'N-5 report.factual-check breached never-sent r-s1',
      'N-5 report.form due outstanding n2',
      'N-5 report.timing breached after-days s1',
      'N-5 report.timing breached missed-days n2',
    ])
  })

  it('0.15 percent of the mayor’s 1 086 400 kr is 1 630 kr; the chair who may visit all is paid too', () => {
    expect(lines(evaluation)).toEqual([
      'n1 ane besok payable 163000',
      'n1 bo besok payable 163000',
      's1 dag besok payable 163000',
      'n2 ane besok payable 163000',
      'n2 bo besok payable 163000',
      'n2 gro besok payable 163000',
      // 2.5 hours of 400 kr are 1 000 kr; 900 kr is the most for a day.
      'n1 ane lost-earnings payable 90000',
    ])
  })
})

describe('a Danish committee: pairs of majority and opposition, visits in each half-year, half and full days', () => {
  const evaluation = judgeUnseen('dk-tilsynsbesog', '2026-07-01')

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      'D-1 appointment.composition breached bloc-missing frihjem',
      'D-2 visits.attendance breached absent f1',
      'D-2 visits.count due remaining egely',
      'D-2 visits.count due remaining frihjem',
      'D-3 visits.initiator breached other-initiator f1',
      'D-3 visits.notice breached incomplete f1',
      'D-3 visits.notice breached short f1',
      'D-4 visits.audiences deviates unmet f1',
      'D-5 report.form breached other-writer e2',
      'D-5 report.form due outstanding f1',
      'D-5 report.recipients due others-wait r-e2',
      'D-5 report.timing due ahead f1',
    ])
  })

  it('a private home without an agreement lacks nothing', () => {
    expect(said(evaluation, 'D-1', 'appointment.per-object')).toEqual([
      'satisfied enough egely',
      'satisfied enough frihjem',
    ])
  })

  it('exactly four hours are the lower amount, a minute more the higher, and a day gives no more than 870 kr', () => {
    expect(lines(evaluation)).toEqual([
      'e1 mia diaet payable 43500',
      'e1 ole diaet payable 43500',
      'f1 mia diaet payable 87000',
      'e2 mia diaet not-payable 0',
      'e2 ole diaet payable 43500',
    ])
  })
})
