import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { canAppoint } from './appointing.ts'
import { settingsOn } from './settings.ts'
import {
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

const guideline = guidelineNamed('valfard-och-servicenamnden-2024')
const interpretations = [interpretationsNamed('valfard-och-servicenamnden-2024', guideline)]
const judge = judgeBy([guideline], interpretations)
const settings = settingsOn([guideline], interpretations, dayFromIso('2026-05-01'))

const areas = ['Kost', 'Arbetsmarknad', 'Komvux', 'Turism', 'Kultur', 'Fritid'].map((name) => ({
  id: name.toLowerCase(),
  name,
}))
const to = (person: string, area: string) => ({ id: `${person}-${area}`, person, area, from: '2024-02-01' })
const base = {
  persons: [aPerson('hanna'), aPerson('ivar', 'opposition', 'substitute')],
  areas,
  units: [aUnit('biblioteket', { area: 'kultur' }), aUnit('badhuset', { area: 'fritid' })],
  appointments: [to('hanna', 'kultur'), to('ivar', 'kultur'), to('hanna', 'fritid')],
  meetings: [...meetings],
}
const invited = { initiated: { by: 'manager' as const, on: '2026-02-01' } }
const three = ['2026-03-10', '2026-04-10', '2026-05-10'].map((on, index) =>
  aVisit(`v${index + 1}`, on, 'badhuset', ['hanna'], invited),
)
const relation = (kind: 'employed' | 'relative-employed') => ({
  person: 'hanna',
  area: 'kultur',
  kind,
  from: '2020-01-01',
})
const asked = (relations: readonly ReturnType<typeof relation>[]) =>
  canAppoint({
    guidelines: [guideline],
    interpretations,
    programme: aProgramme({ ...base, relations: [...relations], appointments: [] }),
    person: 'hanna',
    area: 'kultur',
    from: dayFromIso('2026-05-01'),
    today: dayFromIso('2026-05-01'),
  })

describe("the welfare and service committee's guideline", () => {
  it('VSN-01: each of the six areas has at least one contact politician, a member or a substitute', () => {
    const evaluation = judge(base)
    expect(said(evaluation, 'VSN-01', 'appointment.per-object')).toEqual([
      'breached too-few kost',
      'breached too-few arbetsmarknad',
      'breached too-few komvux',
      'breached too-few turism',
      'satisfied enough kultur',
      'satisfied enough fritid',
    ])
    expect(said(evaluation, 'VSN-01', 'appointment.eligible')).toEqual([
      'satisfied holds-seat hanna-kultur',
      'satisfied holds-seat ivar-kultur',
      'satisfied holds-seat hanna-fritid',
    ])
  })

  it('VSN-01: an area that is not listed is a breach', () => {
    const evaluation = judge({
      ...base,
      areas: [...areas, { id: 'gator', name: 'Gator' }],
      appointments: [to('hanna', 'gator')],
    })
    expect(said(evaluation, 'VSN-01', 'appointment.object')).toEqual(['breached not-listed hanna-gator'])
  })

  it('VSN-02: who is employed in the operation is refused', () => {
    const answer = asked([relation('employed')])
    expect(answer.allowed).toBe(false)
    expect(answer.refusals).toMatchObject([{ rule: 'VSN-02', code: 'refused', clause: 'Avgränsningar, stycke 1' }])
  })

  it('VSN-03: who has a close relative employed can be appointed, with the deviation noted', () => {
    const answer = asked([relation('relative-employed')])
    expect(answer).toMatchObject({
      allowed: true,
      refusals: [],
      notes: [{ rule: 'VSN-03', outcome: 'deviates', code: 'noted' }],
    })
    expect(asked([])).toEqual({ allowed: true, refusals: [], notes: [] })
  })

  it('VSN-04: the operation invites, and a visit that somebody else takes up is no breach by the operation', () => {
    const evaluation = judge({
      ...base,
      visits: [
        aVisit('v1', '2026-03-10', 'badhuset', ['hanna'], invited),
        aVisit('v2', '2026-03-11', 'badhuset', ['hanna']),
      ],
    })
    expect(said(evaluation, 'VSN-04', 'visits.initiator')).toEqual(['satisfied initiated v1', 'satisfied by-other v2'])
  })

  it('VSN-05: separate visits by two of the same operation are noticed, a joint one is not', () => {
    const apart = judge({
      ...base,
      visits: [
        aVisit('v1', '2026-03-10', 'biblioteket', ['hanna'], invited),
        aVisit('v2', '2026-04-10', 'biblioteket', ['ivar'], invited),
      ],
    })
    expect(said(apart, 'VSN-05', 'visits.coordination')).toEqual(['satisfied together v1', 'deviates apart v2'])
    const joint = judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'biblioteket', ['hanna', 'ivar'], invited)] })
    expect(said(joint, 'VSN-05', 'visits.coordination')).toEqual(['satisfied together v1'])
  })

  it('VSN-06: preparation is asked for, and the topics are examples', () => {
    expect(settings?.conversation.preparation).toMatchObject([
      { id: 'read-up', noted: false, basis: { rule: 'VSN-06', force: 'should' } },
    ])
    expect(settings?.conversation.topics.map((it) => it.id)).toEqual([
      'committee-news',
      'unit-news',
      'units-own',
      'strengths',
      'challenges',
    ])
    expect(settings?.conversation.topics[0]).toMatchObject({ binding: false, basis: { force: 'may' } })
  })

  it('VSN-07: the report goes with the next meeting after the visit; a later one is a breach', () => {
    const reports = [aReport('v1', ['hanna'], { meeting: 'april' }), aReport('v2', ['hanna'], { meeting: 'may' })]
    expect(said(judge({ ...base, visits: three, reports }, '2026-05-12'), 'VSN-07', 'report.timing')).toEqual([
      'satisfied in-time v1',
      'breached later v2',
      'due ahead v3',
    ])
    expect(said(judge({ ...base, visits: three, reports }), 'VSN-07', 'report.timing').at(-1)).toBe(
      'breached missed v3',
    )
  })

  it('VSN-07: what the next meeting counts from is asked until the committee has answered', () => {
    const [finding] = found(judgeBy([guideline], [])({ ...base, visits: three.slice(0, 1) }), 'VSN-07', 'report.timing')
    expect(finding).toMatchObject({
      outcome: 'cannot-tell',
      missing: [{ what: 'answer', rule: 'VSN-07', parameter: 'countsFrom' }],
    })
  })

  it('VSN-08: an oral summary that was not given at the meeting is a deviation', () => {
    const reports = [
      aReport('v1', ['hanna'], { meeting: 'april', oralAt: 'april' }),
      aReport('v2', ['hanna'], { meeting: 'april' }),
    ]
    expect(said(judge({ ...base, visits: three.slice(0, 2), reports }), 'VSN-08', 'report.oral-summary')).toEqual([
      'satisfied given report-v1',
      'deviates not-given report-v2',
    ])
  })

  it('VSN-09: meeting fee without condition of a report, for one or two visits a year', () => {
    const evaluation = judge({ ...base, visits: three.slice(0, 2) })
    expect(paid(evaluation)).toEqual(['v1 hanna payable 60650', 'v2 hanna payable 60650'])
    expect(said(evaluation, 'VSN-09', 'visits.count')).toEqual(['satisfied reached hanna', 'due remaining ivar'])
  })

  it("VSN-09: a third visit takes the chair's decision before it", () => {
    const decision = {
      id: 'd1',
      about: 'extra-visit' as const,
      person: 'hanna',
      visit: 'v3',
      on: '2026-05-01',
      by: 'chair',
      granted: true,
    }
    const codes = (decisions: readonly (typeof decision)[]) =>
      said(judge({ ...base, visits: three, decisions: [...decisions] }), 'VSN-09', 'visits.extra-decision')
    expect(codes([])).toEqual(['breached undecided v3'])
    expect(codes([decision])).toEqual(['satisfied decided v3'])
    expect(codes([{ ...decision, on: '2026-05-20' }])).toEqual(['breached late v3'])
    expect(codes([{ ...decision, granted: false }])).toEqual(['breached refused v3'])
  })

  it('VSN-09: the fee for a third visit without a decision is neither paid nor refused unasked', () => {
    const evaluation = judge({ ...base, visits: three })
    expect(paid(evaluation).at(-1)).toBe('v3 hanna needs-decision 0')
    expect(reasons(evaluation.feeLines[2])).toContain('VSN-09 undecided')
  })

  it('VSN-09: a booked third visit needs its decision', () => {
    const visits = [
      ...three.slice(0, 2),
      aVisit('v3', '2026-12-10', 'badhuset', [], {
        ...invited,
        state: 'booked',
        invitations: [{ person: 'hanna', on: '2026-11-01' }],
      }),
    ]
    expect(said(judge({ ...base, visits }), 'VSN-09', 'visits.extra-decision')).toEqual(['needs-decision to-decide v3'])
  })

  it('VSN-10: the guideline is to be followed up before the term ends, and a follow-up is kept', () => {
    expect(said(judge(base), 'VSN-10', 'review')).toEqual([`due ahead ${guideline.id}`])
    expect(said(judge(base, '2027-02-01'), 'VSN-10', 'review')).toEqual([`breached not-reviewed ${guideline.id}`])
    const reviewed = {
      ...guideline,
      document: { ...guideline.document, reviews: [{ on: dayFromIso('2026-10-01'), outcome: 'Oförändrad' }] },
    }
    expect(found(judgeBy([reviewed], [])(base), 'VSN-10', 'review')).toMatchObject([
      { outcome: 'satisfied', values: { result: 'Oförändrad' } },
    ])
  })

  it('VSN-11: the committee is represented; link and ambassador', () => {
    expect(settings?.conversation.principles).toMatchObject([{ id: 'represents-committee', basis: { rule: 'VSN-11' } }])
    expect(settings?.role.duties).toMatchObject([{ duty: 'link', basis: { rule: 'VSN-11' } }])
  })

  it('VSN-12: a visit that met staff and no users deviates', () => {
    const met = [
      { audience: 'staff', met: true },
      { audience: 'users', met: false },
    ]
    expect(
      said(
        judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'badhuset', ['hanna'], { ...invited, met })] }),
        'VSN-12',
        'visits.audiences',
      ),
    ).toEqual(['deviates unmet v1'])
  })
})
