import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { bookable } from './booking.ts'
import { inForce } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { explain, sourceTitles } from './explain.ts'
import type { Evaluation, Finding } from './finding.ts'
import type { Guideline } from './guideline.ts'
import { loadGuideline } from './load.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  paid,
  said,
} from './testing/cast.ts'
import { aGuideline, type WrittenRule } from './testing/guidelines.ts'

const ours = (...rules: readonly WrittenRule[]) => aGuideline('own', { committee: 'Provnämnden' }, rules)
const policy = (binds: 'all' | readonly string[], ...rules: readonly WrittenRule[]) =>
  aGuideline('policy', { council: 'Fullmäktige', binds }, rules)

const length = (id: string, mostMinutes: number) => ({ id, kind: 'visits.length', values: { mostMinutes } })
const count = (id: string, values: object, force = 'must') => ({ id, kind: 'visits.count', values, force })
const fee = (id: string, kind: string, values: object, force = 'must') => ({ id, kind: `fee.${kind}`, values, force })
const meetingFee = fee('K', 'kind', { fee: 'meeting' })

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('granen')],
  appointments: [anAppointment('ada', 'granen'), anAppointment('bo', 'granen')],
  visits: [aVisit('v1', '2026-04-10', 'granen', ['ada'])],
}
const judge = (
  guidelines: readonly Guideline[],
  written: Partial<Parameters<typeof aProgramme>[0]> = {},
  today = '2026-12-01',
) =>
  evaluate({
    guidelines,
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme({ ...base, ...written }),
    today: dayFromIso(today),
  })
const collisions = ({ findings }: Evaluation) => findings.filter((it) => it.kind === 'sources')
const sayings = (finding: Finding | undefined) =>
  finding === undefined ? [] : [explain(finding, 'sv'), explain(finding, 'en')]

describe("a council's policy beside the committee's own guideline", () => {
  const own = ours(length('A', 180))
  const visit = { visits: [aVisit('v1', '2026-04-10', 'granen', ['ada'], { start: '15:00', end: '17:30' })] }

  it('SRC-01 for all committees: both bind, each finding names its source, and one can be met while the other is broken', () => {
    const evaluation = judge([own, policy('all', length('P', 120))], visit)
    expect(evaluation.findings.filter((it) => it.kind === 'visits.length')).toMatchObject([
      { source: 'own', rule: 'A', outcome: 'satisfied' },
      { source: 'policy', rule: 'P', outcome: 'breached' },
    ])
  })

  it('SRC-01 for several or one of the committees: it binds those that it names, by name or id, and no other', () => {
    const sourcesUnder = (binds: readonly string[]) =>
      judge([own, policy(binds, length('P', 120))], visit)
        .findings.filter((it) => it.kind === 'visits.length')
        .map((it) => it.source)
    expect(sourcesUnder(['Barnnämnden', 'Provnämnden'])).toEqual(['own', 'policy'])
    expect(sourcesUnder(['committee'])).toEqual(['own', 'policy'])
    expect(sourcesUnder(['Barnnämnden'])).toEqual(['own'])
  })

  it('SRC-01 a value on which the policy is silent cannot be told, whatever the own guideline says', () => {
    const silent = aGuideline(
      'policy',
      { council: 'Fullmäktige', binds: 'all' },
      [count('P', { least: 1, per: 'silent' })],
      { silences: [{ id: 'P-Q', rule: 'P', parameter: 'per', question: { sv: 'Per vad?', en: 'Per what?' } }] },
    )
    const evaluation = judge([ours(count('A', { least: 1, per: 'person' })), silent])
    expect(said(evaluation, 'P', 'visits.count')).toEqual(['cannot-tell unanswered committee'])
    expect(said(evaluation, 'A', 'visits.count')[0]).toBe('satisfied reached ada')
  })

  it('SRC-01 of each issuer one version is in force, the own guideline first', () => {
    const later = aGuideline('policy-2', { council: 'Fullmäktige', binds: 'all' }, [length('P', 60)], {
      validity: { from: '2026-07-01' },
    })
    const all = [policy('all', length('P', 120)), later, own]
    const on = (day: string) => inForce(all, dayFromIso(day)).map((it) => it.id)
    expect(on('2026-06-30')).toEqual(['own', 'policy'])
    expect(on('2026-07-01')).toEqual(['own', 'policy-2'])
  })

  it('SRC-01 visits are paid until the lowest of both caps is reached', () => {
    const evaluation = judge(
      [
        ours(meetingFee, fee('C', 'cap-visits', { most: 3, per: 'person' })),
        policy('all', fee('P', 'cap-visits', { most: 1, per: 'person-and-unit' })),
      ],
      {
        units: [aUnit('granen'), aUnit('tallen')],
        visits: [
          aVisit('v1', '2026-04-10', 'granen', ['ada']),
          aVisit('v2', '2026-05-10', 'granen', ['ada']),
          aVisit('v3', '2026-06-10', 'tallen', ['ada']),
        ],
      },
    )
    expect(collisions(evaluation)).toEqual([])
    expect(paid(evaluation)).toEqual(['v1 ada payable 60650', 'v2 ada not-payable 0', 'v3 ada payable 60650'])
  })

  it("SRC-01 opens no booking while the committee's own guideline is a proposal, and does where it has none", () => {
    const proposal = guidelineNamed('social-och-omsorgsnamnden-forslag')
    const council = policy('all', length('P', 120))
    const day = dayFromIso('2026-06-01')
    expect(bookable([proposal, council], day)).toMatchObject({ code: 'engine.booking.only-proposal' })
    expect(bookable([council], day)).toMatchObject({ ok: true, value: { id: 'policy' } })
    expect(judge([proposal, council]).findings.map((it) => it.code)).toContain('not-adopted')
  })

  it('SRC-01 an issuer is a committee or a council that says whom it binds; anything else is told with its mend', () => {
    const text = (issuer: string) =>
      `format: namndkontakt/guideline@1\nid: p\ntitle: P\nissuer: ${issuer}\nstatus: proposal\ndocument: { reviewBy: { when: none } }\nrules:\n  - { id: P, kind: visits.length, force: must, bearer: committee, clause: P, values: { mostMinutes: 60 } }\n`
    const problem = (issuer: string) => {
      const loaded = loadGuideline(text(issuer), 'p.yaml')
      return loaded.ok ? 'none' : `${loaded.problems[0]?.line} ${loaded.problems[0]?.path}: ${loaded.problems[0]?.mend}`
    }
    expect(problem('{ council: Fullmäktige, binds: [Provnämnden] }')).toBe('none')
    expect(problem('{ council: Fullmäktige }')).toBe('4 issuer.binds: add binds: all, or a list of their names')
    expect(problem('{ committee: A, council: B, binds: all }')).toMatch(
      /^4 issuer.committee: keep committee, or council/,
    )
    expect(problem('{ committee: A, binds: all }')).toBe('4 issuer.binds: take binds away')
    expect(problem('{ municipality: A }')).toMatch(/^4 issuer.committee: add committee/)
  })

  it('SRC-01 the title of a source is said where several issuers bind, and not where one does', () => {
    const council = policy('all', length('P', 120))
    expect(sourceTitles([own, council])({ source: 'policy' })).toBe('Titeln på policy')
    expect(sourceTitles([own])({ source: 'own' })).toBeUndefined()
  })
})

describe('two sources that cannot both be followed', () => {
  it('SRC-02 at least two visits by one and at most one by the other: one finding names both rules, clauses and sources', () => {
    const evaluation = judge([
      ours(count('A', { least: 0, most: 1, per: 'person' })),
      policy('all', count('P', { least: 2, per: 'person' })),
    ])
    expect(collisions(evaluation)).toMatchObject([
      {
        outcome: 'needs-decision',
        rule: 'A',
        source: 'own',
        clause: 'own § A',
        subject: { type: 'guideline', id: 'own' },
        related: [{ type: 'guideline', id: 'policy' }],
        values: {
          of: 'visits.count',
          firstTitle: 'Titeln på own',
          firstValues: expect.arrayContaining(['most: 1']),
          second: 'P',
          secondSource: 'policy',
          secondClause: 'policy § P',
          secondValues: expect.arrayContaining(['least: 2']),
        },
      },
    ])
    const [swedish, english] = sayings(collisions(evaluation)[0])
    expect(swedish).toMatch(
      /kan inte följas båda. Titeln på own \(own § A\): ”.*Titeln på policy \(policy § P\): ”.*besluta/,
    )
    expect(english).toMatch(
      /cannot both be followed. Titeln på own \(own § A\): “.*Titeln på policy \(policy § P\): “.*decide/,
    )
  })

  it.each([
    [
      'the counts can both be reached',
      count('A', { least: 1, per: 'person' }),
      count('P', { least: 2, per: 'person' }),
    ],
    [
      'they count for different things',
      count('A', { least: 0, most: 1, per: 'person' }),
      count('P', { least: 2, per: 'unit' }),
    ],
    ['the shorter of two lengths meets both', length('A', 60), length('P', 120)],
    ['one of them only permits', { ...notice('A', 'manager'), force: 'may' }, notice('P', 'politician')],
  ])('SRC-02 nothing collides where %s', (_, one, other) => {
    expect(collisions(judge([ours(one), policy('all', other)]))).toEqual([])
  })

  it('SRC-02 rules of which only one can hold collide where their values differ', () => {
    const [found] = collisions(judge([ours(notice('A', 'manager')), policy('all', notice('P', 'politician'))]))
    expect(found).toMatchObject({ outcome: 'needs-decision', values: { of: 'visits.initiator', parameters: ['by'] } })
  })

  it('SRC-02 two rules of one and the same guideline are no collision of sources', () => {
    const own = ours(count('A', { least: 0, most: 1, per: 'unit' }), count('B', { least: 1, per: 'person' }))
    expect(collisions(judge([own, policy('all', length('P', 60))]))).toEqual([])
  })

  it('SRC-02 they collide only while both are in force', () => {
    const ended = aGuideline(
      'policy',
      { council: 'Fullmäktige', binds: 'all' },
      [count('P', { least: 2, per: 'person' })],
      {
        validity: { from: '2020-01-01', until: '2026-10-01' },
      },
    )
    const own = ours(count('A', { least: 0, most: 1, per: 'person' }))
    expect(collisions(judge([own, ended], {}, '2026-09-30'))).toHaveLength(1)
    expect(collisions(judge([own, ended], {}, '2026-10-01'))).toEqual([])
  })
})

describe('a fee that rests on colliding sources', () => {
  const reasonsOf = (evaluation: Evaluation) =>
    evaluation.feeLines[0]?.reasons.filter((it) => it.kind === 'sources') ?? []
  const held = { reports: [aReport('v1', ['ada'])] }

  it.each([
    ['kinds of fee', [fee('A', 'kind', { fee: 'meeting' })], [fee('P', 'kind', { fee: 'errand' })]],
    [
      'hours',
      [meetingFee, fee('A', 'cap-hours', { minutes: 60, meaning: 'cap' })],
      [fee('P', 'cap-hours', { minutes: 120, meaning: 'cap' })],
    ],
    [
      'days',
      [fee('K', 'kind', { fee: 'errand' }), fee('A', 'day-equivalent', { day: 'half' })],
      [fee('P', 'day-equivalent', { day: 'full' })],
    ],
  ])('SRC-02 different %s: the line waits for a decision, and both rules are named', (_, own, other) => {
    const evaluation = judge([ours(...own), policy('all', ...other)], held)
    expect(paid(evaluation)).toEqual(['v1 ada needs-decision 0'])
    const [reason, ...more] = reasonsOf(evaluation)
    expect(more).toEqual([])
    expect(reason).toMatchObject({ rule: 'A', outcome: 'needs-decision', values: { second: 'P' } })
    expect(sayings(reason)[0]).toContain('Någon behöver besluta')
    expect(sayings(reason)[1]).toContain('Somebody needs to decide')
  })

  it('SRC-02 different caps in hours do not matter to a visit that neither of them cuts', () => {
    const hours = (id: string, minutes: number) => fee(id, 'cap-hours', { minutes, meaning: 'cap' })
    const line = (minutes: number) =>
      paid(judge([ours(meetingFee, hours('A', minutes)), policy('all', hours('P', 240))], held))
    expect(line(140)).toEqual(['v1 ada payable 60650'])
    expect(line(139)).toEqual(['v1 ada needs-decision 0'])
  })

  it('SRC-02 the same kind of fee by both sources is paid as if one had said it', () => {
    const evaluation = judge([ours(meetingFee), policy('all', fee('P', 'kind', { fee: 'meeting' }))], held)
    expect(paid(evaluation)).toEqual(['v1 ada payable 60650'])
  })

  it('SRC-02 kinds of fee for different forms of visit do not meet', () => {
    const evaluation = judge(
      [ours(meetingFee), policy('all', fee('P', 'kind', { fee: 'errand', forms: ['placement'] }))],
      held,
    )
    expect(paid(evaluation)).toEqual(['v1 ada payable 60650'])
  })

  it('SRC-02 who decides about more visits is a question only for a visit beyond the number', () => {
    const decision = (id: string, decidedBy: string) => fee(id, 'extra-fee-decision', { beyond: 1, decidedBy })
    const evaluation = judge([ours(meetingFee, decision('A', 'chair')), policy('all', decision('P', 'committee'))], {
      visits: [aVisit('v1', '2026-04-10', 'granen', ['ada']), aVisit('v2', '2026-05-10', 'granen', ['ada'])],
    })
    expect(paid(evaluation)).toEqual(['v1 ada payable 60650', 'v2 ada needs-decision 0'])
  })
})

function notice(id: string, by: string): WrittenRule {
  return { id, kind: 'visits.initiator', values: { by } }
}
