import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayFromIso } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { describeGuideline, explain } from './explain.ts'
import { type Guideline, kindOf } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { loadGuideline, loadInterpretations } from './load.ts'
import { ruleKinds } from './rules/index.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aReport,
  aUnit,
  aVisit,
  loaded,
  meetings,
} from './testing/cast.ts'
import { sampleOf, spokenPart } from './testing/samples.ts'

const today = dayFromIso('2026-12-01')
const languages = ['sv', 'en'] as const

/** Every kind of rule with each of its parameters that a source may leave open. */
const silent = ruleKinds.flatMap((kind) =>
  Object.entries(kind.values.shape).flatMap(([parameter, schema]) => {
    const spoken = spokenPart(schema)
    return spoken === undefined ? [] : [{ kind: kind.kind, parameter, spoken }]
  }),
)

const rule = (kind: string, values: unknown, id: string) => ({
  id,
  kind,
  force: 'must',
  bearer: 'committee',
  clause: 'Avsnitt 1',
  values,
})

/** A guideline that is silent on one parameter of one rule; caps and placements need a fee to be about. */
const silentOn = (kind: string, parameter: string, asked = true): string =>
  JSON.stringify({
    format: 'namndkontakt/guideline@1',
    id: 'silent',
    title: 'Tyst riktlinje',
    issuer: { committee: 'Provnämnden' },
    status: 'adopted',
    // Begun within a year, so that what holds in a part of one is asked too.
    validity: { from: '2025-07-01' },
    document: { reviewBy: { when: 'none' } },
    rules: [
      rule(kind, { ...(sampleOf(kindOf(kind).values) as object), [parameter]: 'silent' }, 'R'),
      ...(kind === 'fee.kind' ? [] : [rule('fee.kind', { fee: 'meeting', forms: ['visit', 'placement'] }, 'F')]),
    ],
    silences: asked ? [{ id: 'Q', rule: 'R', parameter, question: { sv: 'Vad gäller?', en: 'What holds?' } }] : [],
  })

const answered = (guideline: Guideline, answer: unknown, from = '2020-01-01'): Interpretations =>
  loaded(
    loadInterpretations(
      JSON.stringify({
        format: 'namndkontakt/interpretations@1',
        guideline: 'silent',
        answers: [{ id: 'A', silence: 'Q', answer, decidedBy: 'Provnämnden', on: '2020-01-01', from }],
      }),
      'answers.yaml',
      [guideline],
    ),
  )

/** Something for every rule to say something about. */
const programme = aProgramme({
  persons: [aPerson('ada'), aPerson('bo', 'opposition', 'substitute'), aPerson('cia')],
  period: { from: '2025-01-01' },
  units: [aUnit('u'), aUnit('private', { operatedBy: 'private' })],
  appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'u'), anAppointment('ada', 'private')],
  groups: [{ id: 'g', name: 'g', members: [{ person: 'ada', from: '2023-01-01' }], units: ['u'], from: '2023-01-01' }],
  meetings: [...meetings],
  visits: [
    aVisit('v', '2026-04-10', 'u', ['ada', 'bo'], { group: 'g' }),
    aVisit('w', '2026-08-10', 'u', ['ada', 'bo', 'cia']),
    aVisit('p', '2026-05-10', 'u', ['bo'], { form: 'placement', end: '23:00' }),
  ],
  reports: [aReport('v', ['ada'], { checked: { sentOn: '2026-04-19' }, proposals: [{ id: 'more-staff' }] })],
})

const judge = (guideline: Guideline, interpretations: readonly Interpretations[] = []) => {
  const { findings, feeLines } = evaluate({
    guidelines: [guideline],
    interpretations,
    feeRules: allFeeRules,
    programme,
    today,
  })
  return [...findings, ...feeLines.flatMap((line) => line.reasons)].filter((it) => it.rule === 'R')
}

/** Whether the finding waits for the committee to answer. */
const waits = (parameter: string) => (finding: ReturnType<typeof judge>[number]) =>
  finding.outcome === 'cannot-tell' &&
  (finding.missing ?? []).some((it) => it.what === 'answer' && it.rule === 'R' && it.parameter === parameter)

/** Every choice of a list, or one value where there are too many to go through. */
const answersOf = (spoken: z.ZodType): readonly unknown[] =>
  spoken instanceof z.ZodEnum ? spoken.options.filter((it) => it !== 'silent') : [sampleOf(spoken)]

describe('SRC-07 a point on which the source is silent, and a dated answer to it', () => {
  it('there are such points, and all of them can be asked about by name', () => {
    expect(silent.length).toBeGreaterThan(10)
    const nested = ruleKinds.flatMap((kind) => silencesWithin(kind.values).map((path) => `${kind.kind} ${path}`))
    expect(nested).toEqual([])
  })

  it.each(silent)('SRC-07 $kind silent on $parameter loads only with a question about it', ({ kind, parameter }) => {
    const unasked = loadGuideline(silentOn(kind, parameter, false), 'silent.yaml')
    expect(unasked).toMatchObject({
      ok: false,
      problems: [
        {
          path: `rules[0].values.${parameter}`,
          message: `R is silent on "${parameter}" but no question asks about it`,
          mend: 'add one under silences',
        },
      ],
    })
    const guideline = loaded(loadGuideline(silentOn(kind, parameter), 'silent.yaml'))
    for (const language of languages)
      expect(describeGuideline(guideline, language, today)[0]?.silent).toMatchObject([{ silence: 'Q', parameter }])
  })

  it.each(silent)(
    'SRC-07 $kind silent on $parameter cannot tell until it is answered',
    ({ kind, parameter, spoken }) => {
      const guideline = loaded(loadGuideline(silentOn(kind, parameter), 'silent.yaml'))
      const open = judge(guideline).filter(waits(parameter))
      expect(open.length).toBeGreaterThan(0)
      for (const language of languages)
        for (const finding of open) expect(explain(finding, language)).toMatch(/^\S.+\.$/)
      const named = answersOf(spoken).flatMap((answer) => {
        const interpretations = [answered(guideline, answer)]
        const told = judge(guideline, interpretations)
        expect(told.filter(waits(parameter))).toEqual([])
        expect(told.filter((it) => it.interpretations?.join() !== 'A')).toEqual([])
        const [described] = describeGuideline(guideline, 'sv', today, interpretations)
        expect(described?.silent).toEqual([])
        expect(described?.interpretations.map((it) => it.given.id)).toEqual(['A'])
        return told
      })
      expect(named.length).toBeGreaterThan(0)
    },
  )

  it('an answer holds from its day: what was before is still open', () => {
    const guideline = loaded(loadGuideline(silentOn('visits.attendance', 'who'), 'silent.yaml'))
    const findings = judge(guideline, [answered(guideline, 'all-appointed', '2026-05-01')])
    const codes = findings.filter((it) => it.subject.type === 'visit').map((it) => `${it.subject.id} ${it.outcome}`)
    expect(codes).toContain('v cannot-tell')
    expect(codes).toContain('w satisfied')
    expect(codes).not.toContain('w cannot-tell')
  })

  it('an answer that the rule cannot have, and silence as an answer, are refused', () => {
    const guideline = loaded(loadGuideline(silentOn('report.answer', 'days'), 'silent.yaml'))
    expect(() => answered(guideline, 'soon')).toThrow('"soon" is no answer to Q; write a value that the rule can have')
    expect(() => answered(guideline, 'silent')).toThrow('"silent" is no answer to Q')
  })
})

/** The paths below the first level at which a schema takes `silent`: no question could name them. */
function silencesWithin(schema: unknown, path = ''): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return silencesWithin(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return silencesWithin(schema.element, `${path}[]`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => silencesWithin(option, path))
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, part]) => {
    const at = path === '' ? key : `${path}.${key}`
    return [...(path !== '' && spokenPart(part) !== undefined ? [at] : []), ...silencesWithin(part, at)]
  })
}
