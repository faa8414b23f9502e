import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { describeGuideline, explain } from './explain.ts'
import { settingsOn } from './settings.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aReport,
  aUnit,
  aVisit,
  found,
  guidelineNamed,
  interpretationsNamed,
  judgeBy,
  meetings,
  paid,
  reasons,
  said,
} from './testing/cast.ts'

const guideline = guidelineNamed('socialnamnden-kontaktpolitiker-snb')
const interpretations = [interpretationsNamed('socialnamnden-kontaktpolitiker-snb', guideline)]
const judge = judgeBy([guideline], interpretations)
const judgeUnanswered = judgeBy([guideline], [])
const settings = settingsOn([guideline], interpretations, dayFromIso('2026-05-01'))

const base = {
  persons: [aPerson('frida'), aPerson('gustav', 'opposition', 'substitute')],
  units: [aUnit('solen'), aUnit('manen')],
  appointments: [anAppointment('frida', 'solen'), anAppointment('gustav', 'manen')],
  meetings: [...meetings],
}
const called = { initiated: { by: 'manager' as const, on: '2026-02-01' } }
const placement = { ...called, form: 'placement' as const }

describe("the social committee's guideline (the manager calls)", () => {
  it('the committee and its decisions are represented, whatever one thinks oneself', () => {
    expect(settings?.conversation.principles).toMatchObject([
      { id: 'represents-committee', basis: { rule: 'SNB-SYFTE', clause: 'Syfte, stycke 1' } },
    ])
  })

  it("SNB-01: users' views, thoughts and questions are collected, outside visits too", () => {
    expect(settings?.role.duties).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          duty: 'collects-views',
          alsoOutsideVisits: true,
          basis: expect.objectContaining({ rule: 'SNB-01' }),
        }),
      ]),
    )
    expect(settings?.conversation.topics.map((it) => it.id)).toEqual(['views', 'reflections', 'current-questions'])
  })

  it('SNB-02: staff and work environment are referred to the nearest manager or the management', () => {
    const matters = settings?.conversation.excludedMatters.filter((it) => it.basis.rule === 'SNB-02')
    expect(matters?.map((it) => it.id)).toEqual(['staff', 'work-environment'])
    expect(matters?.[0]?.referTo.en).toBe("the nearest manager or the administration's management")
  })

  it('SNB-03: a unit that nobody represents has no known face', () => {
    const evaluation = judge({ ...base, units: [...base.units, aUnit('stjarnan')] })
    expect(said(evaluation, 'SNB-03', 'role.known-face')).toEqual([
      'satisfied known solen',
      'satisfied known manen',
      'breached no-face stjarnan',
    ])
    expect(settings?.role.knownFaceFor).toMatchObject({ value: ['users', 'relatives', 'interest-organisations'] })
  })

  it('SNB-04: a written and an oral report are as good', () => {
    const visits = [
      aVisit('v1', '2026-03-10', 'solen', ['frida'], called),
      aVisit('v2', '2026-03-11', 'manen', ['gustav'], called),
    ]
    const { final: _final, meeting: _meeting, ...oral } = aReport('v2', ['gustav'], { form: 'oral', oralAt: 'may' })
    const evaluation = judge({ ...base, visits, reports: [aReport('v1', ['frida']), oral] })
    expect(said(evaluation, 'SNB-04', 'report.form')).toEqual(['satisfied delivered v1', 'satisfied delivered v2'])
    expect(said(evaluation, 'SNB-04', 'report.recipients')).toEqual([
      'satisfied sent report-v1',
      'satisfied sent report-v2',
    ])
  })

  it('SNB-05: a unit whose manager has not called during the year is a breach by the manager, and due while the year lasts', () => {
    const visits = [
      aVisit('v1', '2025-03-10', 'solen', ['frida'], called),
      aVisit('v2', '2025-04-10', 'manen', ['gustav']),
    ]
    const calls = found(judge({ ...base, visits }), 'SNB-05', 'visits.count')
    expect(calls.map((it) => `${it.values.year} ${it.outcome} ${it.subject.id} ${it.bearer}`)).toEqual([
      '2025 satisfied solen manager',
      '2025 breached manen manager',
      '2026 due solen manager',
      '2026 due manen manager',
    ])
  })

  it('SNB-05: a call that was declined is a call', () => {
    const evaluation = judge({
      ...base,
      visits: [aVisit('v1', '2026-03-10', 'solen', [], { ...called, state: 'declined' })],
    })
    expect(said(evaluation, 'SNB-05', 'visits.count')[0]).toBe('satisfied reached solen')
  })

  it('SNB-05: what is counted is said to be the calls of the manager, not visits', () => {
    const visits = [aVisit('v1', '2026-03-10', 'solen', [], { ...called, state: 'declined' })]
    const [finding] = found(judge({ ...base, visits }), 'SNB-05', 'visits.count').filter(
      ({ outcome }) => outcome === 'satisfied',
    )
    expect(finding && explain(finding, 'sv', ({ id }) => id)).toBe(
      'Chefen för solen har kallat till 1 besök under 2026; riktlinjen säger 1–2.',
    )
  })

  it('SNB-05: it is the manager who calls, and a visit that somebody else takes up is no breach by the manager', () => {
    const evaluation = judge({
      ...base,
      visits: [aVisit('v1', '2026-03-10', 'solen', ['frida'], called), aVisit('v2', '2026-03-11', 'manen', ['gustav'])],
    })
    expect(said(evaluation, 'SNB-05', 'visits.initiator')).toEqual(['satisfied initiated v1', 'satisfied by-other v2'])
  })

  it('SNB-06: eight hours of placement in a year are possible, more is a breach', () => {
    const visits = [
      aVisit('p1', '2026-03-10', 'solen', ['frida'], { ...placement, start: '08:00', end: '14:00' }),
      aVisit('p2', '2026-04-10', 'solen', ['frida'], { ...placement, start: '08:00', end: '12:00' }),
      aVisit('p3', '2026-04-11', 'manen', ['gustav'], { ...placement, start: '08:00', end: '16:00' }),
    ]
    const evaluation = judge({ ...base, visits })
    expect(said(evaluation, 'SNB-06', 'visits.placement')).toEqual([
      'breached over-year frida',
      'satisfied within-year gustav',
    ])
    expect(paid(evaluation)).toEqual(['p1 frida payable 125000', 'p2 frida payable 62500', 'p3 gustav payable 125000'])
    expect(evaluation.feeLines[1]).toMatchObject({ attended: 240, paid: 120 })
  })

  it('SNB-06: for a substitute, and as the paid visit, the source is silent and the committee is asked', () => {
    const evaluation = judgeUnanswered({
      ...base,
      visits: [aVisit('p1', '2026-03-10', 'manen', ['gustav'], placement)],
    })
    expect(said(evaluation, 'SNB-06', 'visits.placement')).toContain('cannot-tell substitutes-unanswered p1')
    expect(evaluation.feeLines[0]?.outcome).toBe('cannot-tell')
    expect(reasons(evaluation.feeLines[0])).toEqual([
      'SNB-06 counts-unanswered',
      'SNB-06 substitutes-unanswered',
      'SNB-13 as-day',
      'SNB-13 counted-day',
      'SNB-13 unanswered',
    ])
  })

  it("SNB-07: users' and relatives' meetings can be invited to, and are not the paid visit", () => {
    const evaluation = judge({
      ...base,
      visits: [aVisit('m1', '2026-03-10', 'solen', ['frida'], { ...called, form: 'users-meeting' })],
    })
    expect(said(evaluation, 'SNB-07', 'visits.invitations')).toEqual(['satisfied possible m1'])
    expect(reasons(evaluation.feeLines[0])).toContain('SNB-13 form-not-paid')
  })

  it('SNB-08: the manager plans the content and chooses the forum', () => {
    const { planned: _planned, ...unplanned } = aVisit('v2', '2026-03-11', 'manen', ['gustav'], called)
    const evaluation = judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'solen', ['frida'], called), unplanned] })
    expect(said(evaluation, 'SNB-08', 'visits.planner')).toEqual(['satisfied planned v1', 'breached not-planned v2'])
    expect(settings?.visits.managerChoosesForum).toMatchObject({ value: true })
  })

  it('SNB-09: a visit not agreed beforehand, or to a unit not assigned, is a breach', () => {
    const { confirmed: _confirmed, ...unconfirmed } = aVisit('v2', '2026-03-11', 'manen', ['frida'], called)
    const evaluation = judge({
      ...base,
      visits: [
        aVisit('v1', '2026-03-10', 'solen', ['frida'], called),
        unconfirmed,
        { ...unconfirmed, id: 'v3', day: '2026-12-10', state: 'booked', attendance: [] },
      ],
    })
    expect(said(evaluation, 'SNB-09', 'visits.anchored')).toEqual([
      'satisfied agreed v1',
      'breached not-agreed v2',
      'breached not-own-unit v2',
      'due to-agree v3',
    ])
  })

  it('SNB-10: problems in the daily work go to the head of social services and not into the information', () => {
    expect(settings?.conversation.excludedMatters.find((it) => it.basis.rule === 'SNB-10')).toMatchObject({
      id: 'ongoing-operations',
      referTo: { sv: 'socialchefen' },
    })
  })

  it('SNB-11: a guide says whom to turn to in which question', () => {
    expect(settings?.conversation.referralGuide).toHaveLength(4)
    expect(settings?.conversation.referralGuide[0]).toMatchObject({
      turnTo: { en: 'the operation itself' },
      basis: { rule: 'SNB-11' },
    })
  })

  it('SNB-12: the reminder of secrecy is shown and the text checked', () => {
    expect(settings?.conversation.secrecy).toMatchObject({ value: { checkText: true }, basis: { rule: 'SNB-12' } })
  })

  it('SNB-13: one visit a year is paid as a full day of errand, however short; the next is not', () => {
    const visits = [
      aVisit('v1', '2026-03-10', 'solen', ['frida'], called),
      aVisit('v2', '2026-04-10', 'solen', ['frida'], called),
    ]
    const evaluation = judge({ ...base, visits })
    expect(paid(evaluation)).toEqual(['v1 frida payable 125000', 'v2 frida not-payable 0'])
    expect(evaluation.feeLines[0]).toMatchObject({ feeKind: 'errand', parts: [{ kind: 'full-day' }] })
    expect(reasons(evaluation.feeLines[1])).toContain('SNB-13 cap-reached')
  })

  it('SNB-13: per person or per unit is asked, and until then the fee cannot be told', () => {
    const evaluation = judgeUnanswered({ ...base, visits: [aVisit('v1', '2026-03-10', 'solen', ['frida'], called)] })
    expect(paid(evaluation)).toEqual(['v1 frida cannot-tell 0'])
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([
      { what: 'answer', rule: 'SNB-13', parameter: 'per' },
    ])
  })

  it('SNB-13: with fee rules that have no amount for a day the fee cannot be told', () => {
    const hourly = allFeeRules.map((rules) => ({
      ...rules,
      fees: rules.fees.map((fee) => ({
        ...fee,
        kind: fee.kind === 'meeting' ? ('errand' as const) : ('meeting' as const),
      })),
    }))
    const evaluation = judgeBy(
      [guideline],
      interpretations,
      hourly,
    )({ ...base, visits: [aVisit('v1', '2026-03-10', 'solen', ['frida'], called)] })
    expect(paid(evaluation)).toEqual(['v1 frida cannot-tell 0'])
    expect(reasons(evaluation.feeLines[0])).toContain('SNB-13 form-mismatch')
  })

  it('SNB-13: without fee rules in force the fee cannot be told', () => {
    const evaluation = judgeBy(
      [guideline],
      interpretations,
      [],
    )({ ...base, visits: [aVisit('v1', '2026-03-10', 'solen', ['frida'], called)] })
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([{ what: 'fee-rules' }])
  })

  it("SNB-14: the contact politician explains the politician's role and tells about the committee's work", () => {
    expect(describeGuideline(guideline, 'en', dayFromIso('2026-05-01')).find((it) => it.id === 'SNB-14')).toMatchObject(
      { force: 'must', bearer: 'politician', sentence: expect.stringContaining("politician's role") },
    )
  })
})
