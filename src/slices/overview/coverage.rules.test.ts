import { describe, expect, test } from 'vitest'
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
  meetings,
} from '../../engine/testing/cast.ts'
import { evaluate, factsUnder } from '../../engine/index.ts'
import { type Day, dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { stepWords } from './coverage.page.ts'
import { coverageLines, coverageYears, isLacking } from './coverage.rules.ts'

const today = dayFromIso('2026-11-20')
const name = 'hedemora-omsorgsnamnden-2026'
const guidelines = [guidelineNamed(name)]
const interpretations = guidelines.map((it) => interpretationsNamed(name, it))
const invitations = [
  { person: 'anna', on: '2026-08-20', answer: 'accepted' as const, answeredOn: '2026-08-21' },
  { person: 'bo', on: '2026-08-20', answer: 'accepted' as const, answeredOn: '2026-08-25' },
]
const programme = aProgramme({
  persons: [aPerson('anna', 'majority'), aPerson('bo', 'opposition'), aPerson('cia', 'majority')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('anna', 'granen'), anAppointment('bo', 'granen'), anAppointment('cia', 'tallen')],
  meetings: [...meetings],
  visits: [
    aVisit('v1', '2026-09-10', 'granen', ['anna'], { state: 'reported', invitations }),
    aVisit('v2', '2026-10-01', 'tallen', [], { state: 'declined', invitations: [{ person: 'cia', on: '2026-09-01' }] }),
    aVisit('old', '2025-10-01', 'granen', ['anna', 'bo'], { state: 'held' }),
  ],
  reports: [aReport('v1', ['anna'], { final: '2026-09-15' })],
})
const known = {
  programme,
  evaluation: evaluate({ guidelines, interpretations, feeRules: allFeeRules, programme, today }),
  facts: factsUnder({ guidelines, interpretations }, programme, today),
  today,
}
const secretary = { personId: 'sara', roles: ['secretary'] as const, managedUnitIds: [] }
const iso = (day: Day | undefined) => (day === undefined ? undefined : isoFromDay(day))
const told = (
  subject: 'unit' | 'person' | 'group',
  year = 2026,
  viewer: Parameters<typeof coverageLines>[0] = secretary,
) =>
  coverageLines(viewer, known, { subject, year }).map(({ id, visits }) => [
    id,
    ...visits.map((it) => [
      it.visit,
      iso(it.invitedOn),
      `${it.answered}/${it.asked}`,
      iso(it.answeredOn),
      iso(it.doneOn),
      iso(it.reportedOn),
    ]),
  ])

describe('how far the year has come', () => {
  test('for each unit: when its visit was invited to, answered, done and reported', () => {
    expect(told('unit')).toEqual([
      ['granen', ['v1', '2026-08-20', '2/2', '2026-08-25', '2026-09-10', '2026-09-15']],
      ['tallen', ['v2', '2026-09-01', '0/1', undefined, undefined, undefined]],
    ])
  })

  test('for each person: the own asking and answer, and done only for one who came', () => {
    expect(told('person')).toEqual([
      ['anna', ['v1', '2026-08-20', '1/1', '2026-08-21', '2026-09-10', '2026-09-15']],
      ['bo', ['v1', '2026-08-20', '1/1', '2026-08-25', undefined, '2026-09-15']],
      ['cia', ['v2', '2026-09-01', '0/1', undefined, undefined, undefined]],
    ])
  })

  test('in words: when one came, that one did not, and that the visit was declined', () => {
    const done = coverageLines(secretary, known, { subject: 'person', year: 2026 }).flatMap(({ id, visits }) =>
      visits.map((steps) => [id, stepWords(steps, { subject: 'person', language: 'sv' }).done]),
    )
    expect(done).toEqual([
      ['anna', '10 september 2026'],
      ['bo', 'Kom inte'],
      ['cia', 'Avböjt'],
    ])
  })

  test('HED-05: what is due is the guideline’s own count, and one short of it is lacking', () => {
    const lines = coverageLines(secretary, known, { subject: 'person', year: 2026 })
    expect(lines.filter(isLacking).map(({ id }) => id)).toEqual(['bo', 'cia'])
    expect(lines.find(({ id }) => id === 'anna')?.rows).toMatchObject([{ done: 1, least: 1 }])
  })

  test('a manager sees the own units and no persons', () => {
    const manager = { personId: 'mia', roles: ['manager'] as const, managedUnitIds: ['tallen'] }
    expect(told('unit', 2026, manager).map(([id]) => id)).toEqual(['tallen'])
    expect(told('person', 2026, manager)).toEqual([])
  })

  test('an earlier year is told by itself', () => {
    expect(coverageYears(programme, today)).toEqual([2026, 2025])
    expect(told('unit', 2025)).toEqual([
      ['granen', ['old', undefined, '0/0', undefined, '2025-10-01', undefined]],
      ['tallen'],
    ])
  })
})
