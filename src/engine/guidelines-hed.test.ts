import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { describeGuideline, explain } from './explain.ts'
import { indexProgramme } from './facts.ts'
import { newsOf } from './rules/role-keeps-informed.ts'
import { unreadBy } from './rules/report-read-by-others.ts'
import { settingsOn } from './settings.ts'
import {
  aConfirmedClaim,
  anAppointment,
  aPerson,
  aProgramme,
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

const guideline = guidelineNamed('hedemora-omsorgsnamnden-2026')
const interpretations = [interpretationsNamed('hedemora-omsorgsnamnden-2026', guideline)]
const judge = judgeBy([guideline], interpretations)
const judgeUnanswered = judgeBy([guideline], [])
const day = dayFromIso('2026-05-01')
const settings = settingsOn([guideline], interpretations, day)

const pair = {
  persons: [aPerson('astrid', 'majority'), aPerson('bo', 'opposition')],
  units: [aUnit('granen')],
  appointments: [anAppointment('astrid', 'granen'), anAppointment('bo', 'granen')],
  meetings: [...meetings],
}
const both = ['astrid', 'bo']
const reported = (visit: string) => ({
  reports: [aReport(visit, both)],
  claims: both.map((person) => aConfirmedClaim(visit, person)),
})

describe("Hedemora's guideline", () => {
  it('HED-01: who adopted it, when, from which day, its number, owner, revisions, no review day and its disposal are kept', () => {
    expect(guideline).toMatchObject({
      issuer: { municipality: 'Hedemora', committee: 'Omsorgsnämnden' },
      status: 'adopted',
      adoption: { on: dayFromIso('2026-03-04'), registrationNumber: 'ON042-23 700' },
      validity: { from: dayFromIso('2026-03-25') },
      document: {
        rule: 'HED-01',
        owner: 'Omsorgsnämnden',
        responsible: 'Nämndsekreterare',
        firstDecided: '2022',
        reviewBy: { when: 'none' },
        revisions: [{ on: dayFromIso('2026-03-04'), by: 'Nämndsekreterare' }],
        disposal: { en: 'When no longer current' },
      },
    })
  })

  it('HED-02: a care home, a home-care area and a department can be units with contact politicians; an area of several cannot', () => {
    const evaluation = judge({
      ...pair,
      areas: [{ id: 'west', name: 'Väster' }],
      units: [aUnit('granen'), aUnit('hemtjanst', { kind: 'home-care area' }), aUnit('ifo', { kind: 'department' })],
      appointments: [
        anAppointment('astrid', 'granen'),
        anAppointment('astrid', 'hemtjanst'),
        anAppointment('bo', 'ifo'),
        { id: 'bo-west', person: 'bo', area: 'west', from: '2026-01-01' },
      ],
    })
    expect(said(evaluation, 'HED-02', 'appointment.object')).toEqual([
      'satisfied fits astrid-granen',
      'satisfied fits astrid-hemtjanst',
      'satisfied fits bo-ifo',
      'breached other-object bo-west',
    ])
  })

  it('HED-03: a pair of one from the majority and one from the opposition is right', () => {
    const evaluation = judge(pair)
    expect(said(evaluation, 'HED-03', 'appointment.per-object')).toEqual(['satisfied enough granen'])
    expect(said(evaluation, 'HED-03', 'appointment.composition')).toEqual(['satisfied represented granen'])
  })

  it('HED-03: a pair with both from the majority is a breach that names the clause', () => {
    const evaluation = judge({ ...pair, persons: [aPerson('astrid'), aPerson('bo')] })
    const [finding] = found(evaluation, 'HED-03', 'appointment.composition')
    expect(finding).toMatchObject({
      outcome: 'breached',
      bearer: 'committee',
      clause: 'Verksamhetsbesök, stycke 1',
      values: { lacking: ['opposition'] },
    })
  })

  it('HED-03: a unit with only one contact politician lacks both a person and a bloc', () => {
    const evaluation = judge({ ...pair, appointments: [anAppointment('astrid', 'granen')] })
    expect(said(evaluation, 'HED-03', 'appointment.per-object')).toEqual(['breached too-few granen'])
    expect(said(evaluation, 'HED-03', 'appointment.composition')).toEqual(['breached bloc-missing granen'])
  })

  it('HED-04: a visit that only one of the two attended is a breach by the absent one alone', () => {
    const evaluation = judge({
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', both), aVisit('v2', '2026-09-10', 'granen', ['astrid'])],
    })
    expect(said(evaluation, 'HED-04', 'visits.attendance')).toEqual(['satisfied all-came v1', 'breached absent v2'])
    expect(found(evaluation, 'HED-04', 'visits.attendance')[1]).toMatchObject({
      values: { person: 'bo' },
      related: [
        { type: 'person', id: 'bo' },
        { type: 'unit', id: 'granen' },
      ],
    })
  })

  it('HED-05: one or two visits to the own unit are as expected, and none so far is due while the year lasts', () => {
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'])] })
    expect(said(evaluation, 'HED-05', 'visits.count')).toEqual(['satisfied reached astrid', 'due remaining bo'])
  })

  it('HED-05: more than two visits is a deviation and no breach', () => {
    const visits = ['2026-04-10', '2026-06-10', '2026-09-10'].map((on, index) =>
      aVisit(`v${index}`, on, 'granen', both),
    )
    expect(said(judge({ ...pair, visits }), 'HED-05', 'visits.count')).toEqual([
      'deviates too-many astrid',
      'deviates too-many bo',
    ])
  })

  it('HED-05: no visit in a whole year is a deviation; in the year when the guideline began it cannot be told', () => {
    expect(said(judge(pair, '2028-01-10'), 'HED-05', 'visits.count')).toEqual([
      'due remaining astrid',
      'due remaining bo',
    ])
    const visits = [
      aVisit('v1', '2026-02-10', 'granen', ['astrid'], { state: 'cancelled' }),
      aVisit('v2', '2027-02-10', 'granen', ['astrid']),
    ]
    expect(said(judge({ ...pair, visits }, '2028-01-10'), 'HED-05', 'visits.count')).toEqual([
      'cannot-tell part-year astrid',
      'cannot-tell part-year bo',
      'satisfied reached astrid',
      'deviates too-few bo',
      'due remaining astrid',
      'due remaining bo',
    ])
  })

  it('HED-06: the politician takes up and books the visit, and the manager plans it', () => {
    const visits = [
      aVisit('v1', '2026-04-10', 'granen', both),
      aVisit('v2', '2026-05-10', 'granen', both, {
        initiated: { by: 'manager', on: '2026-04-01' },
        planned: { by: 'politician', on: '2026-04-02' },
      }),
    ]
    const evaluation = judge({ ...pair, visits })
    expect(said(evaluation, 'HED-06', 'visits.initiator')).toEqual([
      'satisfied initiated v1',
      'breached other-initiator v2',
    ])
    expect(said(evaluation, 'HED-06', 'visits.planner')).toEqual(['satisfied planned v1', 'breached other-planner v2'])
    expect(settings?.visits).toMatchObject({
      initiator: { value: 'politician' },
      planner: { value: 'manager' },
      managerOnlyPlans: true,
    })
  })

  it('HED-07: three hours are within, a minute more is a deviation', () => {
    const visits = [
      aVisit('v1', '2026-04-10', 'granen', both, { start: '13:00', end: '16:00' }),
      aVisit('v2', '2026-05-10', 'granen', both, { start: '13:00', end: '16:01' }),
    ]
    expect(said(judge({ ...pair, visits }), 'HED-07', 'visits.length')).toEqual([
      'satisfied within v1',
      'deviates longer v2',
    ])
  })

  it('HED-08: an audience that was not met is a deviation with its explanation, though the clause binds to strive', () => {
    const met = [
      { audience: 'users', met: true },
      { audience: 'manager', met: true },
      { audience: 'staff', met: false, explanation: 'Alla var på utbildning' },
    ]
    const evaluation = judge({
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', both, { met }), aVisit('v2', '2026-05-10', 'granen', both)],
    })
    const [unmet, unknown] = found(evaluation, 'HED-08', 'visits.audiences')
    expect(unmet).toMatchObject({ outcome: 'deviates', values: { reached: ['users', 'manager'], unmet: ['staff'] } })
    expect(unmet && explain(unmet, 'sv')).toBe('Besöket nådde inte medarbetare. Förklaring: Alla var på utbildning')
    expect(unknown).toMatchObject({ outcome: 'cannot-tell', missing: [{ what: 'fact', fact: 'met' }] })
  })

  it('HED-09: topics are given for users, and for staff and manager, as help and not as demands', () => {
    const topics = settings?.conversation.topics ?? []
    expect(topics.filter((it) => it.audiences.includes('users')).map((it) => it.id)).toEqual([
      'safety',
      'well-being',
      'ideas',
    ])
    expect(topics.filter((it) => it.audiences.includes('manager')).map((it) => it.id)).toEqual([
      'mission',
      'goals',
      'support',
      'improvements',
    ])
    expect(topics[0]).toMatchObject({ binding: false, basis: { rule: 'HED-09', force: 'should' } })
  })

  it('HED-10: matters that interfere in operations are handed over to the manager', () => {
    expect(settings?.conversation.excludedMatters).toMatchObject([
      { id: 'interference', referTo: { sv: 'ansvarig chef' }, basis: { rule: 'HED-10' } },
    ])
  })

  it('HED-11: a written report goes to the committee and to the manager, and an oral one does not do', () => {
    const visits = ['v1', 'v2', 'v3'].map((id, index) => aVisit(id, `2026-04-1${index}`, 'granen', both))
    const reports = [aReport('v1', both), aReport('v2', both, { form: 'oral', oralAt: 'may' })]
    const evaluation = judge({ ...pair, visits, reports })
    expect(said(evaluation, 'HED-11', 'report.form')).toEqual([
      'satisfied delivered v1',
      'breached other-form v2',
      'due outstanding v3',
    ])
    expect(said(evaluation, 'HED-11', 'report.recipients')).toEqual([
      'satisfied sent report-v1',
      'satisfied sent report-v2',
    ])
    expect(settings?.report).toMatchObject({
      forms: { value: ['written'] },
      to: { value: { committee: 'notification', manager: true } },
    })
  })

  it('HED-11: a final report that waits for the meeting or the manager says so', () => {
    const { meeting: _meeting, toManager: _toManager, ...unsent } = aReport('v1', both)
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', both)], reports: [unsent] })
    expect(said(evaluation, 'HED-11', 'report.recipients')).toEqual(['due both-wait report-v1'])
  })

  it('HED-12: the reports feed an aggregated summary in the quality work', () => {
    expect(settings?.use).toMatchObject({
      qualityFollowUp: { value: 'part', basis: { rule: 'HED-12' } },
      summary: { value: { aggregated: true } },
    })
  })

  it('HED-13: the principles are shown before booking and before reporting', () => {
    expect(settings?.conversation.principles.map((it) => it.id)).toEqual([
      'whole-committee',
      'no-decisions',
      'no-promises',
    ])
    expect(settings?.conversation.principles[0]).toMatchObject({
      shownBefore: ['booking', 'reporting'],
      basis: { rule: 'HED-13', clause: 'Viktigt att tänka på, stycke 1' },
    })
  })

  it("HED-14: the others' reports that one has not read are counted and listed", () => {
    const written = {
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', both), aVisit('v2', '2026-05-10', 'granen', ['astrid'])],
      reports: [aReport('v1', both), aReport('v2', ['astrid'])],
    }
    expect(said(judge(written), 'HED-14', 'report.read-by-others')).toEqual([
      'satisfied all-read astrid',
      'due unread bo',
    ])
    expect(unreadBy({ programme: aProgramme(written) }, 'bo').map((it) => it.id)).toEqual(['report-v2'])
  })

  it('HED-15: 15.00–17.20 is paid 606.50 kr, first hour and three begun half-hours', () => {
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', both)], ...reported('v1') })
    expect(paid(evaluation)).toEqual(['v1 astrid payable 60650', 'v1 bo payable 60650'])
    expect(evaluation.feeLines[0]?.parts.map((it) => it.amount)).toEqual([34700, 25950])
  })

  it('HED-15: a visit of four hours is paid for three, where the committee has said that three is a cap', () => {
    const evaluation = judge({
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'], { start: '13:00', end: '17:00' })],
      ...reported('v1'),
    })
    expect(evaluation.feeLines[0]).toMatchObject({ attended: 240, paid: 180, amount: 69300 })
    expect(reasons(evaluation.feeLines[0])).toContain('HED-15 cut-to-hours')
  })

  it('HED-15: the third visit to a unit in a year is not paid, by start and not by order of entry', () => {
    const visits = ['2026-09-10', '2026-04-10', '2026-06-10'].map((on, index) =>
      aVisit(`v${index}`, on, 'granen', ['astrid']),
    )
    const reports = visits.map((visit) => aReport(visit.id, ['astrid']))
    const claims = visits.map((visit) => aConfirmedClaim(visit.id, 'astrid'))
    const evaluation = judge({ ...pair, visits, reports, claims })
    expect(paid(evaluation)).toEqual(['v1 astrid payable 60650', 'v2 astrid payable 60650', 'v0 astrid not-payable 0'])
    expect(reasons(evaluation.feeLines[2])).toContain('HED-15 cap-reached')
  })

  it('HED-15: a fee that the claimant refrains from is not paid, and leaves its place under the cap to the next visit', () => {
    const visits = ['2026-04-10', '2026-06-10', '2026-09-10'].map((on, index) =>
      aVisit(`v${index}`, on, 'granen', ['astrid']),
    )
    const reports = visits.map((visit) => aReport(visit.id, ['astrid']))
    const closed = { as: 'waived', on: '2026-04-20' } as const
    const claims = visits.map((visit) => aConfirmedClaim(visit.id, 'astrid', visit.id === 'v0' ? { closed } : {}))
    const evaluation = judge({ ...pair, visits, reports, claims })
    expect(paid(evaluation)).toEqual(['v0 astrid not-payable 0', 'v1 astrid payable 60650', 'v2 astrid payable 60650'])
    expect(reasons(evaluation.feeLines[0])).toEqual(['HED-15 waived'])
  })

  it('HED-15: until the committee has answered, kind of fee and meaning of three hours cannot be told', () => {
    const evaluation = judgeUnanswered({
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'])],
      ...reported('v1'),
    })
    expect(paid(evaluation)).toEqual(['v1 astrid cannot-tell 0'])
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([
      { what: 'answer', rule: 'HED-15', parameter: 'fee' },
      { what: 'answer', rule: 'HED-15', parameter: 'meaning' },
    ])
  })

  it('HED-15: a fee that rests on local answers names them', () => {
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'])], ...reported('v1') })
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.interpretations ?? [])).toEqual(['HED-A2', 'HED-A1'])
  })

  it('HED-16: without the report or the confirmed claim the fee waits, and says for what', () => {
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'])] })
    expect(paid(evaluation)).toEqual(['v1 astrid waiting 0'])
    expect(reasons(evaluation.feeLines[0])).toEqual(
      expect.arrayContaining(['HED-16 report-missing', 'HED-16 form-missing']),
    )
    expect(evaluation.feeLines[0]?.expected).toBe(60650)
  })

  it('HED-17: a unit without contact politicians has nobody to reach', () => {
    const evaluation = judge({ ...pair, units: [aUnit('granen'), aUnit('tallen')] })
    expect(said(evaluation, 'HED-17', 'role.reachability')).toEqual([
      'satisfied somebody granen',
      'breached nobody tallen',
    ])
    expect(settings?.role.reachableFor).toMatchObject({ value: ['users', 'relatives', 'staff'] })
  })

  it('HED-18: what is new since the last visit is at hand', () => {
    const written = {
      ...pair,
      visits: [aVisit('v1', '2026-04-10', 'granen', both), aVisit('v2', '2026-05-10', 'granen', ['astrid'])],
      reports: [aReport('v1', both), aReport('v2', ['astrid'], { final: '2026-05-12' })],
    }
    const today = dayFromIso('2026-06-01')
    const news = newsOf(indexProgramme(aProgramme(written), today), { person: 'bo', unit: 'granen', today })
    expect(news.since).toBe(dayFromIso('2026-04-10'))
    expect(news.visits.map((it) => it.id)).toEqual(['v2'])
    expect(news.reports.map((it) => it.id)).toEqual(['report-v2'])
    expect(settings?.role.keepsInformedOf).toMatchObject({ basis: { rule: 'HED-18' } })
  })

  it('is silent on no visit before it began: a visit in February cannot be judged', () => {
    const evaluation = judge({ ...pair, visits: [aVisit('v1', '2026-02-10', 'granen', ['astrid'])] })
    expect(evaluation.findings.filter((it) => it.rule === 'in-force')).toMatchObject([
      { outcome: 'cannot-tell', missing: [{ what: 'guideline' }] },
    ])
    expect(paid(evaluation)).toEqual(['v1 astrid cannot-tell 0'])
  })

  it('is read back with what is open and what is answered kept apart', () => {
    const open = describeGuideline(guideline, 'sv', day).filter((it) => it.silent.length > 0)
    expect(open.flatMap((it) => it.silent.map((asked) => asked.silence))).toEqual(['HED-Q1', 'HED-Q2'])
    const answered = describeGuideline(guideline, 'en', day, interpretations).flatMap((it) =>
      it.interpretations.map((given) => given.answer),
    )
    expect(answered).toEqual(['Meeting fee', 'A cap; a shorter visit is paid for its time'])
  })
})
