import { describe, expect, it } from 'vitest'
import { said } from './testing/cast.ts'
import { judgeUnseen, lines, open } from './testing/unseen.ts'

describe('a British rota: every member may visit every home, each month, with unannounced visits beside', () => {
  const evaluation = judgeUnseen('uk-rota', '2026-03-10')

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      // February: Oak had no visit; Elm opened on the 16th, and the paper does not say how a part of a month counts.
      'U-1 visits.count breached too-few oak',
      'U-1 visits.count cannot-tell part-year elm',
      'U-1 visits.count due remaining oak',
      'U-2 visits.count due remaining elm',
      'U-2 visits.count due remaining oak',
      'U-3 visits.attendance breached manager-absent p2',
      'U-4 visits.audiences breached unmet p1',
      'U-5 report.form due outstanding e1',
      'U-5 report.form due outstanding p1',
      'U-5 report.form due outstanding p2',
      'U-5 report.recipients due committee-waits r-o1',
      'U-5 report.recipients due others-wait r-u1',
      'U-5 report.timing breached after-days u1',
      'U-5 report.timing breached missed-days e1',
      'U-5 report.timing due days-left p1',
      'U-5 report.timing due days-left p2',
      // 42 days before 14 April is 3 March: the visit of 2 March is free.
      'U-6 visits.blocked breached before-election p1',
      'U-6 visits.blocked breached before-election p2',
      'U-6 visits.quota breached beyond p2',
    ])
  })

  it('no fee is paid, and child care is: 260 kr for two hours are cut to 200 kr, and one without receipt waits', () => {
    expect(lines(evaluation)).toEqual([
      'o1 ada – not-payable 0',
      'u1 bob – not-payable 0',
      'e1 bob – not-payable 0',
      'p1 bob – not-payable 0',
      'p2 ada – not-payable 0',
      'o1 ada child-minding payable 20000',
      'u1 bob child-minding waiting 0',
    ])
  })
})

describe('a culture committee: appointed for kinds of operation, oral reports, the same questions everywhere', () => {
  const evaluation = judgeUnseen('se-kultur', '2026-10-20')

  it('what is not as it should be, and nothing more', () => {
    expect(open(evaluation)).toEqual([
      'K-1 appointment.per-object breached too-few kulturskola',
      'K-1 appointment.term breached too-long per-bibliotek',
      'K-2 visits.count due remaining eva',
      'K-3 visits.count deviates too-few kfn',
      'K-4 conversation.topics breached left-out b2',
      'K-4 conversation.topics cannot-tell not-told norra',
      'K-5 report.form breached other-form b3',
      'K-5 report.form due outstanding b4',
      'K-5 report.form due outstanding g1',
      'K-5 report.timing breached missed-meeting b3',
      'K-5 report.timing breached missed-meeting b4',
      'K-5 report.timing breached missed-meeting g1',
    ])
  })

  it('CON-02 oral reports tell their topics as written ones do', () => {
    expect(said(evaluation, 'K-4', 'conversation.topics')).toEqual([
      'satisfied taken-up b1',
      'breached left-out b2',
      'satisfied comparable centrum',
      'cannot-tell not-told norra',
    ])
  })

  it('one percent of 74 400 kr is 744 kr, also for a visit of six hours; the third visit and the joint one are not paid', () => {
    expect(lines(evaluation)).toEqual([
      'b1 eva dagarvode payable 74400',
      'b1 per dagarvode payable 74400',
      'b2 eva dagarvode payable 74400',
      'b3 per dagarvode payable 74400',
      'b4 per dagarvode not-payable 0',
      'g1 eva dagarvode not-payable 0',
      'g1 per dagarvode not-payable 0',
    ])
  })
})
