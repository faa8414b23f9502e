import { describe, expect, test } from 'vitest'
import {
  aConfirmedClaim,
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
import { evaluate, factsUnder, type Guideline, type Interpretations } from '../../engine/index.ts'
import { dayFromIso, isoFromDay } from '../../kernel/date.ts'
import { coverageCsv } from './summaries.csv.ts'
import { dayThatSpeaksFor, summarise, summaryYears, yearFees } from './summaries.rules.ts'

type Written = Parameters<typeof aProgramme>[0]

const hedemora = guidelineNamed('hedemora-omsorgsnamnden-2026')
const hedemoraAnswers = [interpretationsNamed('hedemora-omsorgsnamnden-2026', hedemora)]
const social = guidelineNamed('socialnamnden-kontaktpolitiker-soc')

const today = dayFromIso('2026-10-06')

const pair: Written = {
  persons: [aPerson('anna', 'majority'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('anna', 'granen'), anAppointment('bo', 'granen')],
  meetings: [...meetings],
}

function yearOf(
  written: Written,
  guideline: Guideline = hedemora,
  interpretations: readonly Interpretations[] = hedemoraAnswers,
  audiences: readonly string[] = [],
) {
  const programme = aProgramme(written)
  const evaluation = evaluate({ guidelines: [guideline], interpretations, feeRules: allFeeRules, programme, today })
  const facts = factsUnder({ guidelines: [guideline], interpretations }, programme, today)
  return { programme, facts, evaluation, summary: summarise({ facts, evaluation, year: 2026, audiences }) }
}

const met = (audience: string, isMet = true) => ({ audience, met: isMet })
const invited = (person: string, answer?: 'accepted' | 'declined') => ({
  person,
  on: '2026-04-01',
  ...(answer && { answer, answeredOn: '2026-04-02' }),
})

describe('visits against the guideline', () => {
  test('HED-05: each politician has a row for the own unit, and who lacks visits stands first', () => {
    const { summary } = yearOf({ ...pair, visits: [aVisit('v1', '2026-04-15', 'granen', ['anna'])] })
    expect(summary.coverage).toMatchObject([
      { person: 'bo', unit: 'granen', done: 0, least: 1, most: 2, outcome: 'due' },
      { person: 'anna', unit: 'granen', done: 1, outcome: 'satisfied' },
    ])
  })

  test('SOC-05: in another committee each person has one row, whatever the unit', () => {
    const { summary } = yearOf(pair, social, [])
    expect(summary.coverage).toMatchObject([
      { person: 'anna', done: 0, least: 2 },
      { person: 'bo', done: 0, least: 2 },
    ])
    expect(summary.coverage.map(({ unit }) => unit)).toEqual([undefined, undefined])
  })

  test('a unit that nobody has visited is named', () => {
    const { summary } = yearOf({ ...pair, visits: [aVisit('v1', '2026-04-15', 'granen', ['anna'])] })
    expect(summary.visits).toMatchObject({ held: 1, units: 2, unitsVisited: 1, unitsWithout: ['tallen'] })
  })

  test('the rows can be taken out for a spreadsheet, in which a name is never read as a formula', () => {
    const { summary } = yearOf(pair)
    const names = ({ id }: { readonly id: string }) => (id === 'bo' ? '=Bo' : id)
    const csv = new TextDecoder().decode(coverageCsv(summary.coverage, 'sv', { names, terms: [] }))
    expect(csv.split('\r\n')).toMatchObject([
      'För vem;Genomförda;Bokade;Minst;Högst;Utfall;Avsnitt;I ord',
      expect.stringMatching(/^anna, granen;0;0;1;2;Återstår;/),
      expect.stringMatching(/^'=Bo, granen;0;0;1;2;Återstår;.*;'=Bo har 0/),
      '',
    ])
  })
})

describe('majority and opposition', () => {
  test('HED-03: invitations, answers and attendance are counted for each side', () => {
    const invitations = [invited('anna', 'accepted'), invited('bo', 'declined')]
    const { summary } = yearOf({ ...pair, visits: [aVisit('v1', '2026-04-15', 'granen', ['anna'], { invitations })] })
    expect(summary.balance).toEqual([
      { bloc: 'majority', persons: 1, invited: 1, accepted: 1, attended: 1 },
      { bloc: 'opposition', persons: 1, invited: 1, accepted: 0, attended: 0 },
    ])
  })

  test('everyone is counted where the guideline says that everyone is contact politician', () => {
    const rule = hedemora.rules.find(({ kind }) => kind === 'visits.length')
    if (rule === undefined) throw new Error('The guideline has no length of visit')
    const values = { seats: [], roles: [], everyone: true }
    const everyone: Guideline = { ...hedemora, rules: [{ ...rule, kind: 'appointment.eligible', values }] }
    const { summary } = yearOf({ ...pair, appointments: [] }, everyone, [])
    expect(summary.balance.map(({ persons }) => persons)).toEqual([1, 1])
    expect(yearOf({ ...pair, appointments: [] }).summary.balance.map(({ persons }) => persons)).toEqual([0, 0])
  })

  test('HED-04: it is shown at how many visits both sides were there', () => {
    const visits = [
      aVisit('v1', '2026-04-15', 'granen', ['anna', 'bo']),
      aVisit('v2', '2026-05-15', 'granen', ['anna']),
    ]
    expect(yearOf({ ...pair, visits }).summary.visits.bothBlocs).toBe(1)
  })
})

describe('reports', () => {
  test('HED-12: written and oral reports are counted, and visits without one are named', () => {
    const { summary } = yearOf({
      ...pair,
      visits: [
        aVisit('v1', '2026-04-15', 'granen', ['anna']),
        aVisit('v2', '2026-05-15', 'granen', ['anna']),
        aVisit('v3', '2026-06-01', 'granen', ['anna']),
      ],
      reports: [aReport('v1', ['anna']), { id: 'oral', visit: 'v2', form: 'oral', authors: ['anna'], oralAt: 'june' }],
    })
    expect(summary.reports).toEqual({ expected: 3, written: 1, oral: 1, missing: ['v3'] })
  })

  test('a draft is not counted as a report', () => {
    const draft = { id: 'draft', visit: 'v1', form: 'written' as const, authors: ['anna'] }
    const { summary } = yearOf({ ...pair, visits: [aVisit('v1', '2026-04-15', 'granen', ['anna'])], reports: [draft] })
    expect(summary.reports).toMatchObject({ written: 0, missing: ['v1'] })
  })
})

describe('whom the visits reached', () => {
  test('SOC-13: each kind of people is counted over the visits that noted it, also one that no visit reached', () => {
    const visits = [
      aVisit('v1', '2026-04-15', 'granen', ['anna'], { met: [met('users'), met('relatives', false)] }),
      aVisit('v2', '2026-05-15', 'granen', ['anna'], { met: [met('users')] }),
      aVisit('v3', '2026-06-15', 'granen', ['anna']),
    ]
    const { summary } = yearOf({ ...pair, visits }, social, [], ['users', 'relatives', 'operation'])
    expect(summary.reached).toEqual({
      visits: 3,
      notNoted: 1,
      audiences: [
        { audience: 'users', met: 2, noted: 2 },
        { audience: 'relatives', met: 0, noted: 2 },
        { audience: 'operation', met: 0, noted: 2 },
      ],
    })
  })
})

describe('breaches and deviations', () => {
  const visits = [
    aVisit('v1', '2026-04-15', 'granen', ['anna']),
    aVisit('v2', '2026-05-15', 'granen', ['anna'], { end: '19:30' }),
  ]

  test('are gathered by rule with bearer and clause, breaches first', () => {
    const { departures } = yearOf({ ...pair, units: [aUnit('granen')], visits }).summary
    expect(departures.map(({ rule, outcome, bearer, findings }) => [rule, outcome, bearer, findings.length])).toEqual([
      ['HED-04', 'breached', 'politician', 2],
      ['HED-07', 'deviates', 'manager', 1],
    ])
    expect(departures[0]?.clause).toBe('Verksamhetsbesök, stycke 1')
  })

  test('of another year are left out', () => {
    const { facts, evaluation } = yearOf({ ...pair, units: [aUnit('granen')], visits })
    expect(summarise({ facts, evaluation, year: 2025, audiences: [] }).departures).toEqual([])
  })
})

describe('fees', () => {
  test('HED-15: what is payable is summed by kind, and what has gone to payroll apart', () => {
    const exported = { exported: { on: '2026-05-30', amount: 60_650 } }
    const { programme, evaluation } = yearOf({
      ...pair,
      visits: [aVisit('v1', '2026-04-15', 'granen', ['anna', 'bo'])],
      reports: [aReport('v1', ['anna', 'bo'])],
      claims: [aConfirmedClaim('v1', 'anna', exported), { id: 'c2', visit: 'v1', person: 'bo' }],
    })
    expect(yearFees({ programme, evaluation, year: 2026 })).toEqual({
      kinds: [{ feeKind: 'meeting', count: 1, amount: 60_650 }],
      payable: 60_650,
      exported: 60_650,
      open: 1,
    })
  })
})

describe('which year', () => {
  test('those with visits and the running one can be chosen, the latest first', () => {
    const programme = aProgramme({ ...pair, visits: [aVisit('v1', '2024-04-15', 'granen', ['anna'])] })
    expect(summaryYears(programme, today)).toEqual([2026, 2024])
  })

  test.each([
    ['the running year by the guideline of today', 2026, '2026-10-06'],
    ['a past year by that of its last day', 2025, '2025-12-31'],
    ['a coming year by that of its first', 2027, '2027-01-01'],
  ])('%s', (_which, year, day) => {
    expect(isoFromDay(dayThatSpeaksFor(year, today))).toBe(day)
  })
})
