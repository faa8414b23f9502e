import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { bookable } from './booking.ts'
import { evaluate } from './evaluate.ts'
import { settingsOn } from './settings.ts'
import {
  allFeeRules,
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
  said,
} from './testing/cast.ts'

const proposal = guidelineNamed('social-och-omsorgsnamnden-forslag')
const answers = interpretationsNamed('social-och-omsorgsnamnden-forslag', proposal)
const adoption = interpretationsNamed('social-och-omsorgsnamnden-forslag-adoption', proposal)
const adopted = [answers, adoption]
const judge = judgeBy([proposal], adopted)
const day = dayFromIso('2026-05-01')
const settings = settingsOn([proposal], adopted, day)

const names = ['jonna', 'karl', 'lisa', 'malte', 'nora', 'olle']
const persons = names.map((name, index) => aPerson(name, index % 2 === 0 ? 'majority' : 'opposition'))
const aGroup = (id: string, members: readonly string[], rapporteur?: string) => ({
  id,
  name: id,
  members: members.map((person) => ({ person, from: '2026-01-15' })),
  from: '2026-01-15',
  ...(rapporteur === undefined ? {} : { rapporteur }),
})
const base = {
  persons,
  units: [aUnit('u1'), aUnit('u2')],
  groups: [
    aGroup('ett', ['jonna', 'karl'], 'jonna'),
    aGroup('tva', ['lisa', 'malte'], 'malte'),
    aGroup('tre', ['nora', 'olle'], 'nora'),
  ],
  meetings: [...meetings],
}
const byGroup = { group: 'ett', initiated: { by: 'manager' as const, on: '2026-02-01' } }

describe("the social and care committee's proposal", () => {
  it('SON-01: nothing can be booked under a proposal, and the refusal names the clause', () => {
    expect(bookable([proposal], day)).toMatchObject({
      ok: false,
      code: 'engine.booking.only-proposal',
      facts: { rule: 'SON-01', clause: 'Förslag till beslut, punkt 1' },
    })
    expect(bookable([proposal], day, adopted)).toMatchObject({ ok: true, value: { status: 'adopted' } })
    expect(bookable([proposal], dayFromIso('2026-01-14'), adopted)).toMatchObject({ ok: false })
  })

  it('SON-01: a visit under the proposal cannot be judged, yet the proposal can be tried out', () => {
    const written = { ...base, visits: [aVisit('v1', '2026-03-10', 'u1', ['jonna', 'karl'], byGroup)] }
    const asProposal = judgeBy([proposal], [answers])(written)
    expect(asProposal.findings.map((it) => `${it.rule} ${it.outcome}`)).toEqual([
      'in-force cannot-tell',
      'SON-01 needs-decision',
    ])
    const tried = evaluate({
      guidelines: [proposal],
      interpretations: [answers],
      feeRules: allFeeRules,
      programme: aProgramme(written),
      today: day,
      tryProposals: true,
    })
    expect(said(tried, 'SON-02', 'groups.division')).toContain('satisfied divided committee')
  })

  it('SON-02: three groups, each with majority and opposition, and everyone in one', () => {
    expect(said(judge(base), 'SON-02', 'groups.division')).toEqual([
      'satisfied divided committee',
      'satisfied mixed ett',
      'satisfied mixed tva',
      'satisfied mixed tre',
    ])
  })

  it('SON-02: two groups, one without opposition, and somebody left out are breaches', () => {
    const groups = [aGroup('ett', ['jonna', 'lisa'], 'jonna'), aGroup('tva', ['karl', 'malte', 'nora'], 'karl')]
    expect(said(judge({ ...base, groups }), 'SON-02', 'groups.division')).toEqual([
      'breached other-number committee',
      'breached in-no-group olle',
      'breached bloc-missing ett',
      'satisfied mixed tva',
    ])
  })

  it('SON-03: two to three visits by each group, as the committee has answered', () => {
    const visits = [
      aVisit('v1', '2026-03-10', 'u1', ['jonna', 'karl'], byGroup),
      aVisit('v2', '2026-04-10', 'u2', ['jonna', 'karl'], byGroup),
    ]
    const counted = found(judge({ ...base, visits }), 'SON-03', 'visits.count')
    expect(counted.map((it) => `${it.outcome} ${it.code} ${it.subject.id}`)).toEqual([
      'satisfied reached ett',
      'due remaining tva',
      'due remaining tre',
    ])
    expect(counted[0]).toMatchObject({ interpretations: ['SON-A3'], bearer: 'group' })
  })

  it('SON-03: unanswered, count, initiator and attendance cannot be told', () => {
    const evaluation = judgeBy(
      [proposal],
      [adoption],
    )({ ...base, visits: [aVisit('v1', '2026-03-10', 'u1', ['jonna'], byGroup)] })
    const open = evaluation.findings.filter((it) => it.rule === 'SON-03').map((it) => it.missing?.[0])
    expect(open).toEqual([
      { what: 'answer', rule: 'SON-03', parameter: 'by' },
      { what: 'answer', rule: 'SON-03', parameter: 'who' },
      { what: 'answer', rule: 'SON-03', parameter: 'per' },
    ])
    expect(settingsOn([proposal], [adoption], day)?.visits).toMatchObject({
      initiator: { value: 'silent', silence: 'SON-Q1' },
      mustAttend: { value: 'silent', silence: 'SON-Q2' },
    })
  })

  it('SON-03: the whole group is to come, and an absent member is named', () => {
    const evaluation = judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'u1', ['jonna'], byGroup)] })
    expect(found(evaluation, 'SON-03', 'visits.attendance')).toMatchObject([
      { outcome: 'breached', values: { person: 'karl' } },
    ])
  })

  it('SON-04: each group has a rapporteur, and it is the rapporteur who reports', () => {
    const visits = [
      aVisit('v1', '2026-03-10', 'u1', ['jonna', 'karl'], byGroup),
      aVisit('v2', '2026-04-10', 'u2', ['jonna', 'karl'], byGroup),
      aVisit('v3', '2026-05-10', 'u2', ['jonna', 'karl'], byGroup),
    ]
    const reports = [aReport('v1', ['jonna']), aReport('v2', ['karl'])]
    const groups = [...base.groups.slice(0, 2), aGroup('tre', ['nora', 'olle'])]
    expect(said(judge({ ...base, groups, visits, reports }), 'SON-04', 'groups.rapporteur')).toEqual([
      'satisfied reported v1',
      'breached other-reporter v2',
      'due report-due v3',
      'satisfied named ett',
      'satisfied named tva',
      'breached not-named tre',
    ])
    expect(settings?.report.by).toMatchObject({ value: 'rapporteur', basis: { rule: 'SON-04' } })
  })

  it('SON-05: objectivity, impartiality and the committee, not the party', () => {
    expect(settings?.conversation.principles.map((it) => it.id)).toEqual(['objective', 'represents-committee'])
    expect(settings?.conversation.principles[0]).toMatchObject({
      shownBefore: ['booking', 'reporting'],
      basis: { rule: 'SON-05' },
    })
  })

  it('SON-06: what was found is summed up as learning', () => {
    expect(settings?.use.summary).toMatchObject({
      value: { name: { en: "Lessons of the year's visits" } },
      basis: { rule: 'SON-06' },
    })
  })

  it('states no fee: the line cannot be told and names the answer that is missing', () => {
    const evaluation = judge({ ...base, visits: [aVisit('v1', '2026-03-10', 'u1', ['jonna'], byGroup)] })
    expect(paid(evaluation)).toEqual(['v1 jonna cannot-tell 0'])
    expect(evaluation.feeLines[0]?.reasons.flatMap((it) => it.missing ?? [])).toEqual([
      { what: 'answer', rule: 'SON-ARVODE', parameter: 'fee' },
    ])
  })

  it('is paid from the day on which the committee has answered', () => {
    const answered = {
      ...answers,
      answers: [
        ...answers.answers,
        {
          id: 'SON-A4',
          silence: 'SON-Q4',
          answer: 'meeting',
          decidedBy: 'Nämnden',
          on: day,
          from: dayFromIso('2026-04-01'),
        },
      ],
    }
    const visits = [
      aVisit('v1', '2026-03-31', 'u1', ['jonna'], byGroup),
      aVisit('v2', '2026-04-01', 'u1', ['jonna'], byGroup),
    ]
    expect(paid(judgeBy([proposal], [answered, adoption])({ ...base, visits }))).toEqual([
      'v1 jonna cannot-tell 0',
      'v2 jonna payable 60650',
    ])
  })
})
