import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import { describeGuideline, explain } from '../explain.ts'
import { type Guideline, guidelineSchema } from '../guideline.ts'
import { loadProgramme } from '../load.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  loaded,
  meetings,
  said,
  textOf,
} from '../testing/cast.ts'
import { ruleKinds } from './index.ts'

const today = dayFromIso('2026-12-01')

/** A guideline of one rule, in force all the time. */
const only = (kind: string, values: Record<string, unknown>, more: Record<string, unknown> = {}): Guideline =>
  guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'one-rule',
    title: 'One rule',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    validity: { from: '2020-01-01' },
    document: { reviewBy: { when: 'none' } },
    rules: [{ id: 'R', kind, force: 'must', bearer: 'committee', clause: 'Avsnitt 1', values, ...more }],
  })
const judge = (guideline: Guideline, written: Parameters<typeof aProgramme>[0]) =>
  said(
    evaluate({
      guidelines: [guideline],
      interpretations: [],
      feeRules: allFeeRules,
      programme: aProgramme(written),
      today,
    }),
    'R',
    guideline.rules[0]?.kind ?? '',
  )

const persons = [aPerson('ada'), aPerson('bo', 'opposition', 'substitute'), aPerson('cia')]
const base = {
  persons,
  units: [aUnit('u')],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u')],
  meetings: [...meetings],
}
const visit = aVisit('v', '2026-04-10', 'u', ['ada'])

describe('one rule at a time', () => {
  it('a unit can have too many contact politicians', () => {
    const appointments = [...base.appointments, anAppointment('cia', 'u')]
    expect(
      judge(only('appointment.per-object', { object: 'unit', least: 1, most: 2 }), { ...base, appointments }),
    ).toEqual(['breached too-many u'])
  })

  it('only members can be meant: a substitute then has no seat for it', () => {
    expect(judge(only('appointment.eligible', { seats: ['member'] }), base)).toEqual([
      'satisfied holds-seat ada-u',
      'breached no-seat bo-u',
    ])
  })

  it('only municipal units can be meant: a private one is then no object', () => {
    const written = { ...base, units: [aUnit('u', { operatedBy: 'private' })] }
    expect(judge(only('appointment.object', { object: 'unit', operatedBy: ['municipality'] }), written)).toEqual([
      'breached other-operator ada-u',
      'breached other-operator bo-u',
    ])
  })

  it('an employment that has ended, or one elsewhere, is no relation', () => {
    const relations = [
      { person: 'ada', unit: 'u', kind: 'employed' as const, from: '2020-01-01', until: '2025-01-01' },
      { person: 'bo', area: 'far', kind: 'employed' as const, from: '2020-01-01' },
    ]
    expect(
      judge(only('appointment.relations', { relation: 'employed', effect: 'refuse' }), { ...base, relations }),
    ).toEqual(['satisfied no-relation ada-u', 'satisfied no-relation bo-u'])
  })

  it('a term that is not known cannot be told', () => {
    expect(
      judge(only('appointment.term', { length: 'term', changesDuringTerm: true }), { ...base, term: undefined })[0],
    ).toBe('cannot-tell term-unknown ada-u')
    expect(judge(only('review', { every: 'term' }), { ...base, term: undefined })).toEqual([
      'cannot-tell term-unknown one-rule',
    ])
  })

  it('where any of those appointed is enough, one is enough and none is not', () => {
    const guideline = only('visits.attendance', { who: 'any' })
    expect(judge(guideline, { ...base, visits: [visit, aVisit('w', '2026-04-11', 'u', ['cia'])] })).toEqual([
      'satisfied someone-came v',
      'breached nobody-came w',
    ])
  })

  it('where each reports, the one who has not is awaited', () => {
    const visits = [aVisit('v', '2026-04-10', 'u', ['ada', 'bo'])]
    const guideline = only('report.form', { forms: ['written'], by: 'each' })
    expect(judge(guideline, { ...base, visits, reports: [aReport('v', ['ada'])] })).toEqual(['due some-outstanding v'])
    expect(
      judge(guideline, { ...base, visits, reports: [aReport('v', ['ada']), aReport('v', ['bo'], { id: 'second' })] }),
    ).toEqual(['satisfied delivered v'])
  })

  it('a meeting counted from the report waits for the report', () => {
    const guideline = only('report.timing', { by: 'next-meeting', countsFrom: 'report' })
    expect(judge(guideline, { ...base, visits: [visit] })).toEqual(['due report-first v'])
    expect(
      judge(guideline, {
        ...base,
        visits: [visit],
        reports: [aReport('v', ['ada'], { final: '2026-05-14', meeting: 'june' })],
      }),
    ).toEqual(['satisfied in-time v'])
    expect(judge(guideline, { ...base, meetings: [], visits: [visit], reports: [aReport('v', ['ada'])] })).toEqual([
      'cannot-tell no-meeting v',
    ])
  })

  it('a placement that is not for substitutes is a breach for a substitute', () => {
    const guideline = only('visits.placement', { yearlyMinutes: 480, countsAsVisit: 'no', substitutes: 'no' })
    expect(
      judge(guideline, { ...base, visits: [aVisit('p', '2026-04-10', 'u', ['bo'], { form: 'placement' })] }),
    ).toEqual(['breached not-for-substitutes p', 'satisfied within-year bo'])
  })

  it('three visits of all groups together are counted once', () => {
    const groups = ['one', 'two'].map((id) => ({
      id,
      name: id,
      members: [{ person: 'ada', from: '2023-01-01' }],
      from: '2023-01-01',
    }))
    const visits = [
      aVisit('v', '2026-04-10', 'u', ['ada'], { group: 'one' }),
      aVisit('w', '2026-05-10', 'u', ['ada'], { group: 'two' }),
    ]
    expect(judge(only('visits.count', { least: 2, most: 3, per: 'all-groups' }), { ...base, groups, visits })).toEqual([
      'satisfied reached committee',
    ])
  })

  it('visits per unit count everybody’s visits, and one occasion at two units for each', () => {
    const written = {
      ...base,
      units: [aUnit('u'), aUnit('w')],
      visits: [aVisit('v', '2026-04-10', ['u', 'w'], ['ada']), aVisit('x', '2026-05-10', 'u', ['bo'])],
    }
    expect(judge(only('visits.count', { least: 1, most: 1, per: 'unit' }, { force: 'should' }), written)).toEqual([
      'deviates too-many u',
      'satisfied reached w',
    ])
  })

  it('a may is never broken', () => {
    expect(judge(only('visits.length', { mostMinutes: 60 }, { force: 'may' }), { ...base, visits: [visit] })).toEqual([
      'satisfied longer v',
    ])
  })

  it('a value that changes on a day judges visits from that day on', () => {
    const guideline = only(
      'visits.length',
      { mostMinutes: 180 },
      { changes: [{ from: '2026-04-11', values: { mostMinutes: 60 }, clause: 'Avsnitt 2' }] },
    )
    const written = { ...base, visits: [visit, aVisit('w', '2026-04-11', 'u', ['ada'])] }
    const evaluation = evaluate({
      guidelines: [guideline],
      interpretations: [],
      feeRules: [],
      programme: aProgramme(written),
      today,
    })
    expect(evaluation.findings.map((it) => `${it.outcome} ${it.clause}`)).toEqual([
      'satisfied Avsnitt 1',
      'breached Avsnitt 2',
    ])
  })

  it('a minimum that changed within the year cannot be told', () => {
    const guideline = only(
      'visits.count',
      { least: 1, per: 'unit' },
      { changes: [{ from: '2025-07-01', values: { least: 2 }, clause: 'Avsnitt 2' }] },
    )
    const visits = [aVisit('v', '2025-04-10', 'u', ['ada'])]
    expect(judge(guideline, { ...base, visits })).toEqual(['cannot-tell part-year u', 'due remaining u'])
  })

  it('no fee is no fee, half a day is half a day', () => {
    const guideline = only('fee.kind', { fee: 'none' })
    const errand = only('fee.kind', { fee: 'errand' })
    const halfDay = { ...errand, rules: [...errand.rules, ...only('fee.day-equivalent', { day: 'half' }).rules] }
    const lines = (by: Guideline) =>
      evaluate({
        guidelines: [by],
        interpretations: [],
        feeRules: allFeeRules,
        programme: aProgramme({ ...base, visits: [visit] }),
        today,
      }).feeLines.map((it) => `${it.outcome} ${it.amount}`)
    expect(lines(guideline)).toEqual(['not-payable 0'])
    expect(lines(halfDay)).toEqual(['payable 62500'])
  })

  it('a cap per unit is shared by all who came to the same visit', () => {
    const fee = only('fee.kind', { fee: 'meeting' })
    const capped = { ...fee, rules: [...fee.rules, ...only('fee.cap-visits', { most: 1, per: 'unit' }).rules] }
    const visits = [aVisit('v', '2026-04-10', 'u', ['ada', 'bo']), aVisit('w', '2026-05-10', 'u', ['ada'])]
    const { feeLines } = evaluate({
      guidelines: [capped],
      interpretations: [],
      feeRules: allFeeRules,
      programme: aProgramme({ ...base, visits }),
      today,
    })
    expect(feeLines.map((it) => `${it.visit} ${it.person} ${it.outcome}`)).toEqual([
      'v ada payable',
      'v bo payable',
      'w ada not-payable',
    ])
  })

  it('a flat time is paid whole, however short the visit', () => {
    const fee = only('fee.kind', { fee: 'meeting' })
    const flat = { ...fee, rules: [...fee.rules, ...only('fee.cap-hours', { minutes: 180, meaning: 'flat' }).rules] }
    const { feeLines } = evaluate({
      guidelines: [flat],
      interpretations: [],
      feeRules: allFeeRules,
      programme: aProgramme({
        ...base,
        visits: [aVisit('v', '2026-04-10', 'u', ['ada'], { start: '09:00', end: '09:30' })],
      }),
      today,
    })
    expect(feeLines[0]).toMatchObject({ attended: 30, paid: 180, amount: 69300 })
  })
})

const shipped = [
  ['hedemora-omsorgsnamnden-2026', 'hed-omsorgsnamnden', []],
  ['socialnamnden-kontaktpolitiker-soc', 'soc-socialnamnden', undefined],
  ['socialnamnden-kontaktpolitiker-snb', 'snb-socialnamnden', []],
  ['valfard-och-servicenamnden-2024', 'vsn-valfard-och-servicenamnden', []],
  [
    'social-och-omsorgsnamnden-forslag',
    'son-social-och-omsorgsnamnden',
    ['social-och-omsorgsnamnden-forslag-adoption'],
  ],
] as const

describe('the shipped files', () => {
  it.each(shipped)(
    '%s and its example give findings and fee lines that are all said in both languages',
    (id, example, more) => {
      const guideline = guidelineNamed(id)
      const interpretations = (more === undefined ? [] : [id, ...more]).map((name) =>
        interpretationsNamed(name, guideline),
      )
      const programme = loaded(loadProgramme(textOf(`examples/${example}.yaml`), `${example}.yaml`))
      const evaluation = evaluate({ guidelines: [guideline], interpretations, feeRules: allFeeRules, programme, today })
      const all = [...evaluation.findings, ...evaluation.feeLines.flatMap((line) => line.reasons)]
      const sentences = all.flatMap((finding) => [explain(finding, 'sv'), explain(finding, 'en')])
      expect(sentences.filter((it) => it.length < 10 || /undefined|NaN|\[object/.test(it))).toEqual([])
      expect(evaluation.findings.some((it) => it.outcome === 'satisfied')).toBe(true)
      expect(evaluation.findings.some((it) => it.outcome === 'breached')).toBe(true)
      expect(evaluation.feeLines.length).toBeGreaterThan(1)
    },
  )

  it.each(shipped)('%s is read back in both languages, every rule with a sentence', (id) => {
    const guideline = guidelineNamed(id)
    const texts = (['sv', 'en'] as const).flatMap((language) =>
      describeGuideline(guideline, language, today).map((it) => it.sentence),
    )
    expect(texts).toHaveLength(guideline.rules.length * 2)
    expect(texts.filter((it) => !/^[A-ZÅÄÖ].*[.”]$/.test(it))).toEqual([])
  })

  it('together use every kind of rule there is, but for those with tests of their own', () => {
    const used = new Set(shipped.flatMap(([id]) => guidelineNamed(id).rules.map((rule) => rule.kind)))
    const tests = ['', 'rules/', 'fees/'].flatMap((folder) =>
      readdirSync(new URL(`../${folder}`, import.meta.url))
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => textOf(`src/engine/${folder}${name}`)),
    )
    const untried = ruleKinds.filter(({ kind }) => !used.has(kind) && !tests.some((text) => text.includes(`'${kind}'`)))
    expect(untried.map((it) => it.kind)).toEqual([])
  })

  it('have the same sentences in Swedish and in English', () => {
    expect(ruleKinds.map((it) => Object.keys(it.sentences.en))).toEqual(
      ruleKinds.map((it) => Object.keys(it.sentences.sv)),
    )
  })
})
