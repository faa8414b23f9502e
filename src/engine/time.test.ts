import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import type { Evaluation } from './finding.ts'
import type { Guideline } from './guideline.ts'
import { loadGuideline } from './load.ts'
import { allFeeRules, anAppointment, aPerson, aProgramme, aUnit, aVisit, paid, said } from './testing/cast.ts'
import { aGuideline, type WrittenRule } from './testing/guidelines.ts'

const own = { committee: 'Provnämnden' }
const version = (id: string, from: string, rules: readonly WrittenRule[], more: Record<string, unknown> = {}) =>
  aGuideline(id, own, rules, { validity: { from }, ...more })
const rule = (kind: string, values: object, more: Partial<WrittenRule> = {}): WrittenRule => ({
  id: 'R',
  kind,
  values,
  ...more,
})
const length = (mostMinutes: number, more: Partial<WrittenRule> = {}) => rule('visits.length', { mostMinutes }, more)
const meetingFee: WrittenRule = { id: 'K', kind: 'fee.kind', values: { fee: 'meeting' } }
const cap = (most: number, per = 'person'): WrittenRule => ({ id: 'C', kind: 'fee.cap-visits', values: { most, per } })

const base = {
  persons: [aPerson('ada'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('ada', 'granen'), anAppointment('bo', 'tallen')],
}
const visitsOn = (...days: readonly string[]) =>
  days.map((day, index) => aVisit(`v${index + 1}`, day, 'granen', ['ada'], { start: '15:00', end: '17:30' }))
const judge = (
  guidelines: readonly Guideline[],
  written: Partial<Parameters<typeof aProgramme>[0]> = {},
  today = '2027-03-01',
) =>
  evaluate({
    guidelines,
    interpretations: [],
    feeRules: allFeeRules,
    programme: aProgramme({ ...base, ...written }),
    today: dayFromIso(today),
  })
const inWords = (evaluation: Evaluation, kind: string, language: 'sv' | 'en') =>
  evaluation.findings.filter((it) => it.kind === kind).map((it) => explain(it, language))

describe('a value that changes on a day', () => {
  const changing = version('v', '2020-01-01', [
    length(180, { changes: [{ from: '2026-07-01', values: { mostMinutes: 120 }, clause: 'v § R, från juli' }] }),
  ])

  it('SRC-03 is met on the last day of the one value and broken on the first of the other, by its own clause', () => {
    const evaluation = judge([changing], { visits: visitsOn('2026-06-30', '2026-07-01') })
    expect(said(evaluation, 'R', 'visits.length')).toEqual(['satisfied within v1', 'breached longer v2'])
    expect(evaluation.findings.filter((it) => it.kind === 'visits.length').map((it) => it.clause)).toEqual([
      'v § R',
      'v § R, från juli',
    ])
    expect(inWords(evaluation, 'visits.length', 'sv')[1]).toBe(
      'Besöket tar 2 timmar och 30 minuter, längre än 2 timmar.',
    )
    expect(inWords(evaluation, 'visits.length', 'en')[1]).toBe(
      'The visit takes 2 hours and 30 minutes, longer than 2 hours.',
    )
  })

  it('SRC-03 a minimum that changed within the year cannot be told, and can in the years before and after', () => {
    const counting = version('v', '2020-01-01', [
      rule(
        'visits.count',
        { least: 1, per: 'unit' },
        { changes: [{ from: '2026-07-01', values: { least: 2 }, clause: 'v § R, från juli' }] },
      ),
    ])
    const evaluation = judge(
      [counting],
      { period: { from: '2025-01-01' }, units: [aUnit('granen')], visits: visitsOn('2025-04-01', '2026-04-01') },
      '2028-01-01',
    )
    expect(said(evaluation, 'R', 'visits.count')).toEqual([
      'satisfied reached granen',
      'cannot-tell part-year granen',
      'breached too-few granen',
      'due remaining granen',
    ])
  })
})

describe('versions that replace each other within a year', () => {
  it('SRC-04 a visit is judged by the version of its own day', () => {
    const versions = [version('old', '2020-01-01', [length(180)]), version('new', '2026-07-01', [length(120)])]
    const evaluation = judge(versions, { visits: visitsOn('2026-06-30', '2026-07-01') })
    expect(evaluation.findings.filter((it) => it.kind === 'visits.length')).toMatchObject([
      { source: 'old', outcome: 'satisfied' },
      { source: 'new', outcome: 'breached' },
    ])
  })

  const april = '2026-04-10'
  const may = '2026-05-10'
  const august = '2026-08-10'
  const paidUnder = (old: readonly WrittenRule[], next: readonly WrittenRule[], ...days: readonly string[]) =>
    paid(
      judge([version('old', '2020-01-01', [meetingFee, ...old]), version('new', '2026-07-01', [meetingFee, ...next])], {
        visits: visitsOn(...days),
      }),
    ).map((line) => line.split(' ').slice(0, 3).join(' '))

  it.each([
    ['the same cap', [cap(2)], [cap(2)], 'not-payable'],
    ['a lower cap', [cap(3)], [cap(2)], 'not-payable'],
    ['a higher cap', [cap(2)], [cap(3)], 'payable'],
    ['a cap where there was none', [], [cap(2)], 'not-payable'],
    ['a cap that counts for something else', [cap(5)], [cap(2, 'unit')], 'not-payable'],
    ['no cap any more', [cap(2)], [], 'payable'],
  ])('SRC-04 what was used of the cap under the old version counts under the new: %s', (_, old, next, third) => {
    expect(paidUnder(old, next, april, may, august)).toEqual(['v1 ada payable', 'v2 ada payable', `v3 ada ${third}`])
  })

  it('SRC-04 a new calendar year begins with nothing used, whichever version holds', () => {
    expect(paidUnder([cap(1)], [cap(1)], april, august, '2027-01-02')).toEqual([
      'v1 ada payable',
      'v2 ada not-payable',
      'v3 ada payable',
    ])
  })

  it('SRC-04 hours of the year go on from one version to the next, and begin to be counted before there is a cap', () => {
    const hours = (minutes: number): WrittenRule => ({
      id: 'H',
      kind: 'fee.year-hours',
      values: { minutes, forms: ['visit'] },
    })
    const minutesPaid = (old: readonly WrittenRule[], next: readonly WrittenRule[]) =>
      judge([version('old', '2020-01-01', [meetingFee, ...old]), version('new', '2026-07-01', [meetingFee, ...next])], {
        visits: visitsOn(april, may, august),
      }).feeLines.map((it) => it.paid)
    expect(minutesPaid([hours(400)], [hours(400)])).toEqual([150, 150, 100])
    expect(minutesPaid([], [hours(400)])).toEqual([150, 150, 100])
    expect(minutesPaid([hours(200)], [])).toEqual([150, 50, 150])
  })

  it('SRC-04 the same minimum in both versions was meant for the whole year; another was not', () => {
    const outcome = (next: number) => {
      const counting = (least: number) => rule('visits.count', { least, per: 'unit' })
      const versions = [version('old', '2020-01-01', [counting(2)]), version('new', '2026-07-01', [counting(next)])]
      return said(
        judge(versions, { units: [aUnit('granen')], visits: visitsOn(april) }, '2027-01-01'),
        'R',
        'visits.count',
      )[0]
    }
    expect(outcome(2)).toBe('breached too-few granen')
    expect(outcome(3)).toBe('cannot-tell part-year granen')
  })

  it("SRC-04 the same words of a council's policy do not make the committee's rule hold all year", () => {
    const least = rule('visits.count', { least: 1, per: 'unit' })
    const council = aGuideline('policy', { council: 'Fullmäktige', binds: 'all' }, [least])
    const late = version('late', '2026-07-01', [least])
    const evaluation = judge(
      [council, late],
      { period: { from: '2026-01-01' }, units: [aUnit('granen')] },
      '2027-01-01',
    )
    const of2026 = evaluation.findings.filter((it) => it.kind === 'visits.count' && it.values.year === 2026)
    expect(of2026.map((it) => `${it.source} ${it.code}`).sort()).toEqual(['late part-year', 'policy too-few'])
  })
})

describe('a trial', () => {
  const trial = (more: Record<string, unknown> = {}, rules: readonly WrittenRule[] = [length(180)]) =>
    aGuideline('trial', own, rules, {
      validity: { from: '2026-01-01', until: '2026-07-01', trial: {} },
      document: { reviewBy: { when: 'after-trial' } },
      ...more,
    })
  const reviews = [{ on: '2026-06-15', outcome: 'Försöket blir kvar.' }]
  const saidOf = (guideline: Guideline, today: string) => {
    const evaluation = judge([guideline], {}, today)
    const found = evaluation.findings.filter((it) => it.kind === 'review')
    return found.map((it) => `${it.outcome}: ${explain(it, 'sv')} ${explain(it, 'en')}`)
  }

  it('SRC-05 is to be evaluated before its end', () => {
    expect(saidOf(trial(), '2026-06-30')).toEqual([
      'due: Försöket ska utvärderas innan det tar slut, 1 juli 2026. The trial is to be evaluated before it ends, 1 July 2026.',
    ])
  })

  it('SRC-05 that has ended without an evaluation is said to have, though nothing of it is in force', () => {
    expect(saidOf(trial(), '2026-07-01')).toEqual([
      'breached: Försöket tog slut 1 juli 2026 utan att ha utvärderats. The trial ended on 1 July 2026 without having been evaluated.',
    ])
  })

  it('SRC-05 that was evaluated is, before its end and after', () => {
    const evaluated = trial({ document: { reviewBy: { when: 'after-trial' }, reviews } })
    const made = [
      'satisfied: Riktlinjen följdes upp 15 juni 2026: Försöket blir kvar. The guideline was followed up on 15 June 2026: Försöket blir kvar.',
    ]
    expect(saidOf(evaluated, '2026-06-20')).toEqual(made)
    expect(saidOf(evaluated, '2026-08-01')).toEqual(made)
    expect(saidOf(evaluated, '2026-06-14')[0]).toMatch(/^due/)
  })

  it('SRC-05 can be evaluated by a day of its own, also after its end', () => {
    const later = trial({ validity: { from: '2026-01-01', until: '2026-07-01', trial: { evaluateBy: '2026-09-30' } } })
    expect(saidOf(later, '2026-09-30')[0]).toMatch(/^due: Riktlinjen ska följas upp senast 30 september 2026/)
    expect(saidOf(later, '2026-10-01')[0]).toMatch(
      /^breached: Riktlinjen skulle ha följts upp senast 30 september 2026/,
    )
  })

  it('SRC-05 is reminded of once, by the rule where the file has one', () => {
    const ruled = trial({}, [length(180), { id: 'U', kind: 'review', values: { every: 'trial-end' } }])
    const ids = (today: string) =>
      judge([ruled], {}, today).findings.flatMap((it) => (it.kind === 'review' ? [`${it.rule} ${it.code}`] : []))
    expect(ids('2026-06-30')).toEqual(['U trial-ends'])
    expect(ids('2026-07-01')).toEqual(['U trial-ended'])
  })

  it('SRC-05 without an end, or evaluated before it begins, is told with its mend', () => {
    const problem = (validity: string, when = 'none') => {
      const text = `format: namndkontakt/guideline@1\nid: p\ntitle: P\nissuer: { committee: A }\nstatus: adopted\nvalidity: ${validity}\ndocument: { reviewBy: { when: ${when} } }\nrules:\n  - { id: P, kind: visits.length, force: must, bearer: committee, clause: P, values: { mostMinutes: 60 } }\n`
      const loaded = loadGuideline(text, 'p.yaml')
      return loaded.ok ? 'none' : `${loaded.problems[0]?.line} ${loaded.problems[0]?.path}: ${loaded.problems[0]?.mend}`
    }
    expect(problem('{ from: 2026-01-01, until: 2026-07-01, trial: {} }', 'after-trial')).toBe('none')
    expect(problem('{ from: 2026-01-01, trial: {} }')).toMatch(/^6 validity.trial: add until: YYYY-MM-DD/)
    expect(problem('{ from: 2026-01-01, until: 2026-07-01, trial: { evaluateBy: 2025-12-01 } }')).toBe(
      '6 validity.trial.evaluateBy: write a day after "from"',
    )
    expect(problem('{ from: 2026-01-01 }', 'after-trial')).toMatch(/^7 document.reviewBy.when: add validity/)
  })
})

describe('a document that says when it is to be reviewed', () => {
  const document = (reviewBy: object, reviews: readonly object[] = []) =>
    aGuideline('doc', own, [length(180)], { document: { reviewBy, reviews } })
  const codes = (guideline: Guideline, today: string) =>
    judge([guideline], {}, today).findings.flatMap((it) => (it.kind === 'review' ? [`${it.outcome} ${it.code}`] : []))

  it('SRC-05 is due and then overdue, by a day or in the term, though no rule says so', () => {
    expect(codes(document({ when: 'date', on: '2026-05-01' }), '2026-05-01')).toEqual(['due due-by'])
    expect(codes(document({ when: 'date', on: '2026-05-01' }), '2026-05-02')).toEqual(['breached overdue'])
    expect(codes(document({ when: 'once-per-term' }), '2026-12-31')).toEqual(['due ahead'])
    expect(codes(document({ when: 'once-per-term' }), '2027-01-01')).toEqual(['breached not-reviewed'])
  })

  it('SRC-05 is reviewed once a review is noted, and asks for nothing where it says none', () => {
    const reviews = [{ on: '2025-03-01', outcome: 'Inga ändringar.' }]
    expect(codes(document({ when: 'once-per-term' }, reviews), '2026-05-01')).toEqual(['satisfied reviewed'])
    expect(codes(document({ when: 'none' }), '2026-05-01')).toEqual([])
  })
})
