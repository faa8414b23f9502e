import { describe, expect, it } from 'vitest'
import {
  aConfirmedClaim,
  anAppointment,
  aPerson,
  aReport,
  aUnit,
  aVisit,
  guidelineNamed,
  interpretationsNamed,
  judgeBy,
  meetings,
  paid,
  said,
} from './testing/cast.ts'

function judgeNamed(name: string, answered = true) {
  const guideline = guidelineNamed(name)
  return judgeBy([guideline], answered ? [interpretationsNamed(name, guideline)] : [])
}

const hedemora = judgeNamed('hedemora-omsorgsnamnden-2026')
const both = ['astrid', 'bo']
const pair = {
  persons: [aPerson('astrid'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: both.flatMap((person) => ['granen', 'tallen'].map((unit) => anAppointment(person, unit))),
  meetings: [...meetings],
}
/** Appointed to one unit alone. */
const atGranen = { units: [aUnit('granen')], appointments: both.map((person) => anAppointment(person, 'granen')) }
const claimed = (who: readonly string[]) => ({
  reports: [aReport('v1', who)],
  claims: who.map((person) => aConfirmedClaim('v1', person)),
})

describe('one of a pair is ill or on leave', () => {
  it('HED-04: the absence is a breach by the absent one, and the one who came is paid the same', () => {
    const made = (who: readonly string[]) =>
      hedemora({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', who)], ...claimed(who) })
    expect(paid(made(both))).toEqual(['v1 astrid payable 60650', 'v1 bo payable 60650'])
    expect(paid(made(['astrid']))).toEqual(['v1 astrid payable 60650'])
    expect(said(made(['astrid']), 'HED-04', 'visits.attendance')).toEqual(['breached absent v1'])
  })

  it('HED-05: the visit counts for the one who came, as with both, and stays to be made for the one who did not', () => {
    const counted = (who: readonly string[]) =>
      said(
        hedemora({ ...pair, ...atGranen, visits: [aVisit('v1', '2026-04-10', 'granen', who)] }),
        'HED-05',
        'visits.count',
      )
    expect(counted(both)).toEqual(['satisfied reached astrid', 'satisfied reached bo'])
    expect(counted(['astrid'])).toEqual(['satisfied reached astrid', 'due remaining bo'])
  })

  it('HED-03: the pair is still a pair: an absence says nothing of who is appointed', () => {
    const evaluation = hedemora({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', ['astrid'])] })
    expect(said(evaluation, 'HED-03', 'appointment.composition')).toEqual([
      'satisfied represented granen',
      'satisfied represented tallen',
    ])
  })

  it('HED-04: a visit of two to which only another unit’s politician came is a breach by each of them, and pays nobody of them', () => {
    const evaluation = hedemora({
      ...pair,
      persons: [...pair.persons, aPerson('cilla', 'opposition', 'substitute')],
      visits: [aVisit('v1', '2026-04-10', 'granen', ['cilla'])],
      ...claimed(['cilla']),
    })
    expect(said(evaluation, 'HED-04', 'visits.attendance')).toEqual(['breached absent v1', 'breached absent v1'])
    expect(paid(evaluation).map((line) => line.split(' ')[1])).toEqual(['cilla'])
  })

  it.each([
    ['socialnamnden-kontaktpolitiker-soc', false],
    ['socialnamnden-kontaktpolitiker-snb', true],
    ['valfard-och-servicenamnden-2024', true],
  ] as const)('%s: no fee goes to the absent one, and that of the other is what it is with both', (name, answered) => {
    const judge = judgeNamed(name, answered)
    const consented = pair.units.map((unit) => ({ ...unit, consent: { on: '2023-01-10' } }))
    const made = (who: readonly string[]) =>
      paid(
        judge({
          ...pair,
          units: consented,
          visits: [aVisit('v1', '2026-04-10', 'granen', who, { initiated: { by: 'manager', on: '2026-02-01' } })],
          ...claimed(who),
        }),
      )
    const [alone, ...others] = made(['astrid'])
    expect(others).toEqual([])
    expect(alone).toMatch(/^v1 astrid /)
    expect(made(both)[0]).toBe(alone)
  })
})

describe('one visit to several units', () => {
  it('counts for each unit and is paid once', () => {
    const evaluation = hedemora({
      ...pair,
      visits: [aVisit('v1', '2026-04-10', ['granen', 'tallen'], both)],
      ...claimed(both),
    })
    expect(paid(evaluation)).toEqual(['v1 astrid payable 60650', 'v1 bo payable 60650'])
    // By person and unit: two persons, two units.
    expect(said(evaluation, 'HED-05', 'visits.count').map((it) => it.split(' ')[0])).toEqual(Array(4).fill('satisfied'))
  })

  it('HED-15: uses a place at each unit, so that a third visit to one of them is not paid', () => {
    const visits = [
      aVisit('v1', '2026-04-10', ['granen', 'tallen'], ['astrid']),
      aVisit('v2', '2026-05-10', 'tallen', ['astrid']),
      aVisit('v3', '2026-06-10', 'tallen', ['astrid']),
      aVisit('v4', '2026-06-11', 'granen', ['astrid']),
    ]
    const evaluation = hedemora({
      ...pair,
      visits,
      reports: visits.map(({ id }) => aReport(id, ['astrid'])),
      claims: visits.map(({ id }) => aConfirmedClaim(id, 'astrid')),
    })
    expect(paid(evaluation)).toEqual([
      'v1 astrid payable 60650',
      'v2 astrid payable 60650',
      'v3 astrid not-payable 0',
      'v4 astrid payable 60650',
    ])
  })

  it('is one breach by each who was absent, whichever of the units they are appointed to', () => {
    const evaluation = hedemora({
      ...pair,
      persons: [...pair.persons, aPerson('cilla', 'opposition')],
      appointments: [...pair.appointments, anAppointment('cilla', 'tallen')],
      visits: [aVisit('v1', '2026-04-10', ['granen', 'tallen'], ['astrid', 'bo'])],
    })
    expect(said(evaluation, 'HED-04', 'visits.attendance')).toEqual(['breached absent v1'])
  })
})
