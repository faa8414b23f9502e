import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { settingsOn } from './settings.ts'
import {
  anAppointment,
  aPerson,
  aReport,
  aUnit,
  aVisit,
  found,
  guidelineNamed,
  judgeBy,
  meetings,
  paid,
  reasons,
  said,
} from './testing/cast.ts'

const guideline = guidelineNamed('socialnamnden-kontaktpolitiker-soc')
const judge = judgeBy([guideline], [])
const settings = settingsOn([guideline], [], dayFromIso('2026-05-01'))

const consent = { consent: { on: '2023-01-10' } }
const base = {
  persons: [aPerson('cilla'), aPerson('david', 'opposition', 'substitute')],
  units: [aUnit('a', consent), aUnit('b', { ...consent, operatedBy: 'private' }), aUnit('c', consent)],
  appointments: ['cilla', 'david'].flatMap((person) => ['a', 'b', 'c'].map((unit) => anAppointment(person, unit))),
  meetings: [...meetings],
}
const three = [
  aVisit('v1', '2026-03-10', 'a', ['cilla']),
  aVisit('v2', '2026-04-10', 'b', ['cilla']),
  aVisit('v3', '2026-05-10', 'c', ['cilla']),
]

describe("the social committee's guideline (two operations each)", () => {
  it('SOC-01: members and substitutes can be appointed, and somebody without a seat cannot', () => {
    const evaluation = judge({
      ...base,
      persons: [...base.persons, { ...aPerson('erik'), seats: [] }],
      appointments: [anAppointment('cilla', 'a'), anAppointment('david', 'a'), anAppointment('erik', 'b')],
    })
    expect(said(evaluation, 'SOC-01', 'appointment.eligible')).toEqual([
      'satisfied holds-seat cilla-a',
      'satisfied holds-seat david-a',
      'breached no-seat erik-b',
    ])
  })

  it('SOC-01: an appointment from the term before is to be made anew, one changed during the term is fine', () => {
    const evaluation = judge({
      ...base,
      appointments: [
        anAppointment('cilla', 'a', { from: '2021-01-01' }),
        anAppointment('david', 'a', { from: '2025-05-01' }),
      ],
    })
    expect(said(evaluation, 'SOC-01', 'appointment.term')).toEqual([
      'breached earlier-term cilla-a',
      'satisfied this-term david-a',
    ])
  })

  it('SOC-02: two for each operation, in municipal or private hands, only where the manager has agreed', () => {
    const evaluation = judge({
      ...base,
      units: [...base.units, aUnit('d'), aUnit('e')],
      appointments: [...base.appointments, anAppointment('cilla', 'd')],
    })
    expect(said(evaluation, 'SOC-02', 'appointment.per-object')).toEqual([
      'satisfied enough a',
      'satisfied enough b',
      'satisfied enough c',
    ])
    expect(found(evaluation, 'SOC-02', 'appointment.consent').at(-1)).toMatchObject({
      outcome: 'breached',
      code: 'not-agreed',
      values: { unit: 'd' },
    })
    expect(found(evaluation, 'SOC-02', 'appointment.object').map((it) => it.outcome)).not.toContain('breached')
  })

  it('SOC-03: daily running, staff matters and party interests are excluded, and the committee is represented', () => {
    expect(settings?.conversation.excludedMatters.map((it) => it.id)).toEqual([
      'ongoing-operations',
      'staff',
      'party-politics',
    ])
    expect(settings?.conversation.principles).toMatchObject([{ id: 'represents-committee', basis: { rule: 'SOC-03' } }])
  })

  it('SOC-04: the visits are no quality follow-up; the summary has its own name and the quality report is preparation', () => {
    expect(settings?.use).toMatchObject({
      qualityFollowUp: { value: 'not-part', basis: { rule: 'SOC-04' } },
      qualityReportAsPreparation: { value: true },
      summary: { value: { name: { en: 'Contact visits of the year' } } },
    })
    expect(settings?.conversation.preparation.map((it) => it.id)).toContain('quality-report')
  })

  it('SOC-05: two visits to the same operation count as one of two', () => {
    const evaluation = judge({
      ...base,
      visits: [
        aVisit('v1', '2025-03-10', 'a', ['cilla', 'david']),
        aVisit('v2', '2025-04-10', 'a', ['cilla']),
        aVisit('v3', '2025-05-10', 'b', ['david']),
      ],
    })
    const of2025 = found(evaluation, 'SOC-05', 'visits.count').filter((it) => it.values.year === 2025)
    expect(of2025.map((it) => `${it.outcome} ${it.code} ${it.subject.id} ${it.values.done}`)).toEqual([
      'breached too-few cilla 1',
      'satisfied reached david 2',
    ])
  })

  it('SOC-05: one occasion at two operations counts for each', () => {
    const evaluation = judge({ ...base, visits: [aVisit('v1', '2026-03-10', ['a', 'b'], ['cilla'])] })
    expect(said(evaluation, 'SOC-05', 'visits.count')[0]).toBe('satisfied reached cilla')
  })

  it('SOC-05: a third visit needs a special circumstance with its reason', () => {
    const fourth = aVisit('v4', '2026-06-10', 'c', ['cilla'], { specialReason: 'Ny verksamhet öppnade' })
    const evaluation = judge({ ...base, visits: [...three, fourth] })
    expect(said(evaluation, 'SOC-05', 'visits.special-reason')).toEqual([
      'breached no-reason v3',
      'satisfied reason v4',
    ])
  })

  it('SOC-06: the politician books', () => {
    const evaluation = judge({
      ...base,
      visits: [
        aVisit('v1', '2026-03-10', 'a', ['cilla']),
        aVisit('v2', '2026-03-11', 'b', ['cilla'], { initiated: { by: 'manager', on: '2026-03-01' } }),
      ],
    })
    expect(said(evaluation, 'SOC-06', 'visits.initiator')).toEqual([
      'satisfied initiated v1',
      'breached other-initiator v2',
    ])
  })

  it("SOC-07: a visit apart from the relatives' council is no breach; where there is none, nothing is said", () => {
    const units = [aUnit('a', { ...consent, relativesCouncil: true }), aUnit('b', consent)]
    const visits = [
      aVisit('v1', '2026-03-10', 'a', ['cilla'], { withRelativesCouncil: true }),
      aVisit('v2', '2026-03-11', 'a', ['cilla']),
      aVisit('v3', '2026-03-12', 'b', ['cilla']),
    ]
    expect(
      said(judge({ ...base, units, visits, appointments: [] }), 'SOC-07', 'visits.with-relatives-council'),
    ).toEqual(['satisfied together v1', 'satisfied apart v2'])
  })

  it('SOC-08: not having read the mission description before the visit is a deviation', () => {
    const visits = [
      aVisit('v1', '2026-03-10', 'a', ['cilla'], { prepared: [{ person: 'cilla', on: '2026-03-09' }] }),
      aVisit('v2', '2026-03-11', 'b', ['cilla'], { prepared: [{ person: 'cilla', on: '2026-03-12' }] }),
    ]
    expect(said(judge({ ...base, visits }), 'SOC-08', 'conversation.preparation')).toEqual([
      'satisfied read v1',
      'deviates not-read v2',
    ])
  })

  it('SOC-09: meeting fee for up to four hours, and no report is asked for', () => {
    const evaluation = judge({
      ...base,
      visits: [aVisit('v1', '2026-03-10', 'a', ['cilla'], { start: '09:00', end: '14:00' })],
    })
    expect(evaluation.feeLines[0]).toMatchObject({
      outcome: 'payable',
      feeKind: 'meeting',
      attended: 300,
      paid: 240,
      amount: 34700 + 3 * 17300,
    })
  })

  it('SOC-10: the fee for a third visit waits for the chair, and the visit itself does not', () => {
    const evaluation = judge({ ...base, visits: three })
    expect(paid(evaluation)).toEqual(['v1 cilla payable 60650', 'v2 cilla payable 60650', 'v3 cilla needs-decision 0'])
    expect(reasons(evaluation.feeLines[2])).toContain('SOC-10 fee-to-decide')
    expect(settings?.fee.extraDecision).toMatchObject({ value: { about: 'fee', beyond: 2, decidedBy: 'chair' } })
  })

  it('SOC-10: the chair grants one fee and refuses another', () => {
    const decided = (id: string, visit: string, granted: boolean) => ({
      id,
      about: 'extra-fee' as const,
      person: 'cilla',
      visit,
      on: '2026-06-01',
      by: 'chair',
      granted,
    })
    const visits = [...three, aVisit('v4', '2026-06-10', 'a', ['cilla'])]
    const evaluation = judge({ ...base, visits, decisions: [decided('d1', 'v3', true), decided('d2', 'v4', false)] })
    expect(paid(evaluation).slice(2)).toEqual(['v3 cilla payable 60650', 'v4 cilla not-payable 0'])
  })

  it('SOC-11: a written report informs the committee and goes to the manager', () => {
    const evaluation = judge({ ...base, visits: three.slice(0, 1), reports: [aReport('v1', ['cilla'])] })
    expect(said(evaluation, 'SOC-11', 'report.form')).toEqual(['satisfied delivered v1'])
    expect(said(evaluation, 'SOC-11', 'report.recipients')).toEqual(['satisfied sent report-v1'])
    expect(settings?.report).toMatchObject({
      forms: { value: ['written'] },
      to: { value: { committee: 'information', manager: true } },
    })
  })

  it('SOC-12: a report that was not discussed at its meeting is a deviation, by the committee', () => {
    const reports = [aReport('v1', ['cilla'], { discussedAt: 'may' }), aReport('v2', ['cilla'])]
    const evaluation = judge({ ...base, visits: three.slice(0, 2), reports })
    expect(said(evaluation, 'SOC-12', 'report.discussion')).toEqual([
      'satisfied discussed report-v1',
      'deviates not-discussed report-v2',
    ])
    expect(found(evaluation, 'SOC-12', 'report.discussion')[1]?.bearer).toBe('committee')
  })

  it('SOC-13: whom the visit reached is shown, without blame for whom it did not', () => {
    const met = [
      { audience: 'operation', met: true },
      { audience: 'users', met: true },
      { audience: 'relatives', met: false },
    ]
    const [finding] = found(
      judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'a', ['cilla'], { met })] }),
      'SOC-13',
      'visits.audiences',
    )
    expect(finding).toMatchObject({
      outcome: 'satisfied',
      code: 'some-met',
      values: { reached: ['operation', 'users'], unmet: ['relatives'] },
    })
  })
})
