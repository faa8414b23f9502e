import { describe, expect, it } from 'vitest'
import { dayFromIso, isoFromDay, weekdayOf } from '../kernel/date.ts'
import { evaluate } from './evaluate.ts'
import { programmeToText } from './export.ts'
import { type Guideline, guidelineSchema } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { loadProgramme } from './load.ts'
import type { Programme } from './programme.ts'
import { simulate } from './simulate.ts'
import { committeeOf, syntheticYear } from './synthetic.ts'
import {
  allFeeRules,
  anAppointment,
  aPerson,
  aProgramme,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  loaded,
} from './testing/cast.ts'

const guidelines = [
  ['hedemora-omsorgsnamnden-2026', true],
  ['socialnamnden-kontaktpolitiker-soc', false],
  ['socialnamnden-kontaktpolitiker-snb', true],
  ['valfard-och-servicenamnden-2024', true],
  ['social-och-omsorgsnamnden-forslag', true],
] as const

const yearOf = (id: string, answered: boolean, seed = 1) => {
  const guideline = guidelineNamed(id)
  const interpretations = answered ? [interpretationsNamed(id, guideline)] : []
  return {
    guideline,
    interpretations,
    programme: syntheticYear({
      guidelines: [guideline],
      interpretations,
      programme: committeeOf(guideline),
      year: 2025,
      seed,
    }),
  }
}

const judged = (guideline: Guideline, programme: Programme, interpretations: readonly Interpretations[] = []) => {
  const valid = { ...guideline, status: 'adopted' as const, validity: { from: dayFromIso('2020-01-01') } }
  return evaluate({
    guidelines: [valid],
    interpretations,
    feeRules: allFeeRules,
    programme,
    today: dayFromIso('2026-03-01'),
  })
}

describe('a made-up year', () => {
  it.each(guidelines)('under %s has visits within it, is marked, and loads as a file', (id, answered) => {
    const { programme } = yearOf(id, answered)
    expect(programme.synthetic).toBe(true)
    expect(programme.visits.length).toBeGreaterThan(1)
    expect(programme.visits.filter(({ day }) => !isoFromDay(day).startsWith('2025-') || weekdayOf(day) > 5)).toEqual([])
    expect(loaded(loadProgramme(programmeToText(programme, 'yaml'), id))).toEqual(programme)
  })

  it.each(guidelines)('under %s keeps most of its rules, and pays', (id, answered) => {
    const { guideline, interpretations, programme } = yearOf(id, answered)
    const { findings, feeLines } = judged(guideline, programme, interpretations)
    const count = (...outcomes: readonly string[]) => findings.filter((it) => outcomes.includes(it.outcome)).length
    expect(count('satisfied')).toBeGreaterThan(2 * count('breached', 'deviates'))
    expect(feeLines.length).toBeGreaterThan(1)
  })

  it('breaks rules of many kinds', () => {
    const broken = guidelines.flatMap(([id, answered]) => {
      const { guideline, interpretations, programme } = yearOf(id, answered)
      return judged(guideline, programme, interpretations).findings.filter(
        ({ outcome }) => outcome === 'breached' || outcome === 'deviates',
      )
    })
    expect(new Set(broken.map(({ kind }) => kind)).size).toBeGreaterThan(5)
  })

  it('is the same for the same seed, and another for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => yearOf('hedemora-omsorgsnamnden-2026', true, seed).programme)
    expect(again).toEqual(first)
    expect(other?.visits).not.toEqual(first?.visits)
  })
})

const version = (rules: readonly (readonly [string, Record<string, unknown>])[]): Guideline =>
  guidelineSchema.parse({
    format: 'namndkontakt/guideline@1',
    id: 'one',
    title: 'Riktlinje',
    issuer: { committee: 'Provnämnden' },
    status: 'proposal',
    document: { reviewBy: { when: 'none' } },
    rules: rules.map(([kind, values], at) => ({
      id: `R${at + 1}`,
      kind,
      force: 'must',
      bearer: 'committee',
      clause: '§ 1',
      values,
    })),
  })

/** How many of the counts of a year are reached by a made-up one, of all that there are. */
const reached = (guideline: Guideline, programme = committeeOf(guideline)) => {
  const year = syntheticYear({ guidelines: [guideline], programme, year: 2025 })
  const counts = judged(guideline, year).findings.filter(
    ({ kind, values }) => kind === 'visits.count' && values.year === 2025,
  )
  return { all: counts.length, reached: counts.filter(({ outcome }) => outcome === 'satisfied').length, year }
}

describe('the number of visits in a made-up year', () => {
  it.each([
    ['each person', { least: 2, per: 'person', distinctUnits: true }],
    ['each person and unit', { least: 2, per: 'person-and-unit' }],
    ['each unit', { least: 3, per: 'unit' }],
    ['the committee', { least: 10, per: 'committee' }],
    ['each unit and month', { least: 1, per: 'unit', period: 'month' }],
    ['each unit, in hours', { least: 6, per: 'unit', counts: 'hours' }],
    ['each unit, in half days', { least: 2, per: 'unit', counts: 'half-days', halfDayMinutes: 240 }],
    ['each unit, in a series of its own', { least: 2, per: 'unit', form: 'study-day', series: 'kvallsbesok' }],
  ] as const)('is what the guideline asks for %s, but for some that are missed', (_what, values) => {
    const guideline = guidelineSchema.parse({
      ...JSON.parse(JSON.stringify(version([['visits.count', { least: 1, per: 'unit' }]]))),
      rules: [{ id: 'R1', kind: 'visits.count', force: 'must', bearer: 'committee', clause: '§ 1', values }],
      terms: [{ id: 'kvallsbesok', sv: 'kvällsbesök', en: 'evening visits' }],
    })
    const { all, reached: done } = reached(guideline)
    expect(all).toBeGreaterThan(0)
    expect(done / all).toBeGreaterThan(0.5)
  })

  it('grows with what the guideline asks for', () => {
    const visits = (least: number) => reached(version([['visits.count', { least, per: 'unit' }]])).year.visits.length
    expect(visits(4)).toBeGreaterThan(visits(1) * 2)
  })

  it('is made by the groups where the guideline divides the committee into groups', () => {
    const guideline = version([
      ['groups.division', { groups: 3, blocs: ['majority', 'opposition'] }],
      ['visits.count', { least: 2, per: 'group' }],
    ])
    const { all, reached: done, year } = reached(guideline)
    expect(all).toBe(3)
    expect(done).toBeGreaterThan(0)
    expect(year.groups.map(({ members }) => members.length >= 2)).toEqual([true, true, true])
    expect(new Set(year.visits.map(({ group }) => group)).size).toBe(3)
  })

  it('falls short in some places, so that rules have something to find', () => {
    const { all, reached: done } = reached(version([['visits.count', { least: 4, per: 'unit' }]]))
    expect(done).toBeLessThan(all)
  })
})

describe('what a programme has already', () => {
  const own = aProgramme({
    persons: [aPerson('ada'), aPerson('bo', 'opposition')],
    units: [aUnit('u'), aUnit('w')],
    appointments: [anAppointment('ada', 'u'), anAppointment('bo', 'w')],
    visits: [aVisit('real', '2025-03-03', 'u', ['ada'])],
  })
  const year = syntheticYear({
    guidelines: [version([['visits.count', { least: 2, per: 'unit' }]])],
    programme: own,
    year: 2025,
  })

  it('is used: units, persons and appointments', () => {
    expect({ units: year.units, persons: year.persons, appointments: year.appointments }).toEqual({
      units: own.units,
      persons: own.persons,
      appointments: own.appointments,
    })
    const atU = year.visits.filter(({ units }) => units.includes('u'))
    expect(atU.length).toBeGreaterThan(0)
    expect(atU.flatMap(({ attendance }) => attendance.map(({ person }) => person))).not.toContain('bo')
  })

  it('leaves out the visits that have been made: none of them is in the made-up year', () => {
    expect(year.visits.map(({ id }) => id)).not.toContain('real')
    expect(year.visits.every(({ id }) => id.startsWith('synthetic-'))).toBe(true)
  })
})

describe('trying a proposal on a made-up year', () => {
  it('tells that the year is made up, and what the proposal would take', () => {
    const [one, two] = [1, 3].map((least) => version([['visits.count', { least, per: 'unit' }]])) as [
      Guideline,
      Guideline,
    ]
    const programme = syntheticYear({ guidelines: [one], programme: committeeOf(one), year: 2025 })
    const before = { guidelines: [one], interpretations: [], feeRules: allFeeRules }
    const tried = simulate({ before, after: { guidelines: [two] }, programme, today: dayFromIso('2026-03-01') })
    expect(tried.synthetic).toBe(1)
    expect(tried.total.visitsOwed.after).toBeGreaterThan(6)
  })
})
