import { describe, expect, test } from 'vitest'
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
} from '../../engine/testing/cast.ts'
import { evaluate, factsUnder, type Guideline, loadGuideline, settingsOn } from '../../engine/index.ts'
import { dayFromIso } from '../../kernel/date.ts'
import type { Role } from '../../kernel/permissions.ts'
import { appointedUnits } from './desk.rules.ts'
import { findingsAbout, glances, type Known, mayBook, maySeeUnit } from './units.rules.ts'

type Written = Parameters<typeof aProgramme>[0]

const today = dayFromIso('2026-04-20')
const hedemora = guidelineNamed('hedemora-omsorgsnamnden-2026')

const pair: Written = {
  persons: [aPerson('anna', 'majority'), aPerson('bo', 'opposition')],
  units: [aUnit('granen'), aUnit('tallen')],
  appointments: [anAppointment('anna', 'granen'), anAppointment('bo', 'granen')],
}

function known(written: Written, guideline = hedemora): Known {
  const programme = aProgramme(written)
  return {
    programme,
    today,
    facts: factsUnder({ guidelines: [guideline], interpretations: [] }, programme, today),
    evaluation: evaluate({ guidelines: [guideline], interpretations: [], feeRules: allFeeRules, programme, today }),
  }
}

const viewer = (role: Role, personId = 'x', managedUnitIds: readonly string[] = []) => ({
  roles: [role],
  personId,
  managedUnitIds,
})
const chair = viewer('chair')

/** Everyone in the committee is contact politician; nobody is appointed. */
const everyone = loaded(
  loadGuideline(
    `format: namndkontakt/guideline@1
id: alla
title: Alla
issuer: { committee: Nämnden }
status: adopted
adoption: { on: 2025-12-01 }
validity: { from: 2026-01-01 }
document: { reviewBy: { when: none } }
rules:
  - id: ALLA-1
    kind: appointment.eligible
    force: must
    bearer: committee
    clause: Stycke 1
    values: { everyone: true }
`,
    'alla.yaml',
  ),
)

describe('who represents the committee at a unit', () => {
  const contacts = (written: Written, guideline?: Guideline) =>
    Object.fromEntries(glances(chair, known(written, guideline)).map(({ unit, contacts: ids }) => [unit.id, ids]))

  test('those appointed to a set of units that it is in', () => {
    const { unit: _, ...set } = { ...anAppointment('anna', ''), units: ['granen', 'boken'] }
    const written = { ...pair, units: [aUnit('granen'), aUnit('tallen'), aUnit('boken')], appointments: [set] }
    expect(contacts(written)).toEqual({ granen: ['anna'], tallen: [], boken: ['anna'] })
  })

  test('those appointed to its locality or its kind', () => {
    const { unit: _, ...without } = anAppointment('anna', '')
    const units = [aUnit('granen', { locality: 'Norrby', kind: 'school' }), aUnit('tallen', { locality: 'Söderby' })]
    const appointments = [
      { ...without, locality: 'Söderby' },
      { ...without, id: 'bo', person: 'bo', service: 'school' },
    ]
    expect(contacts({ ...pair, units, appointments })).toEqual({ granen: ['bo'], tallen: ['anna'] })
  })

  test('everyone, where the guideline says that everyone is contact politician', () => {
    expect(contacts({ ...pair, appointments: [] }, everyone)).toEqual({
      granen: ['anna', 'bo'],
      tallen: ['anna', 'bo'],
    })
    expect(contacts({ ...pair, appointments: [] })).toEqual({ granen: [], tallen: [] })
  })

  test('and the desk knows the same units as theirs', () => {
    const { programme, facts } = known({ ...pair, appointments: [] }, everyone)
    expect(appointedUnits({ programme, facts, today }, 'bo').map(({ id }) => id)).toEqual(['granen', 'tallen'])
    const { unit: _, ...set } = { ...anAppointment('anna', ''), units: ['tallen'] }
    const own = known({ ...pair, appointments: [set] })
    expect(appointedUnits(own, 'anna').map(({ id }) => id)).toEqual(['tallen'])
    expect(appointedUnits(own, 'bo')).toEqual([])
  })
})

describe('the list of units', () => {
  test('SNB-03: says who represents the committee, and when they were last and are next there', () => {
    const visits = [
      aVisit('v1', '2026-02-01', 'granen', ['anna'], { state: 'reported' }),
      aVisit('v2', '2026-04-01', 'granen', ['anna']),
      aVisit('v3', '2026-05-01', 'granen', [], { state: 'booked' }),
      aVisit('v4', '2026-04-30', 'granen', [], { state: 'cancelled' }),
    ]
    const [granen] = glances(chair, known({ ...pair, visits }))
    expect(granen).toMatchObject({
      contacts: ['anna', 'bo'],
      last: { id: 'v2' },
      next: { id: 'v3' },
      visitsThisYear: 2,
    })
  })

  test('those appointed to its area are the unit’s too', () => {
    const shared: Written = {
      ...pair,
      areas: [{ id: 'kultur', name: 'Kultur' }],
      units: [aUnit('biblioteket', { area: 'kultur' })],
      appointments: [{ id: 'a1', person: 'anna', area: 'kultur', from: '2023-01-01' }],
    }
    expect(glances(chair, known(shared))).toMatchObject([{ contacts: ['anna'] }])
  })

  test('HED-17: a unit without contact politicians stands as not met, one with visits left as due', () => {
    expect(glances(chair, known(pair)).map(({ unit, outcome }) => [unit.id, outcome])).toEqual([
      ['granen', 'due'],
      ['tallen', 'breached'],
    ])
  })

  test('a closed unit is left out', () => {
    const closed = { ...pair, units: [aUnit('granen'), aUnit('tallen', { until: '2026-01-01' })] }
    expect(glances(chair, known(closed)).map(({ unit }) => unit.id)).toEqual(['granen'])
  })

  test('a manager sees the own units alone', () => {
    expect(glances(viewer('manager', 'chef', ['tallen']), known(pair)).map(({ unit }) => unit.id)).toEqual(['tallen'])
    expect(maySeeUnit(viewer('manager', 'chef', ['tallen']), 'granen')).toBe(false)
  })
})

describe('what the guideline says about a unit', () => {
  test('counts stand whether met or not; of the visits only what went another way', () => {
    const data = known({ ...pair, visits: [aVisit('v1', '2026-04-10', 'granen', ['anna'])] })
    const found = data.programme.units.slice(0, 1).flatMap((granen) => findingsAbout(granen, data))
    expect(found.map(({ rule, outcome, values }) => [rule, outcome, values.person])).toEqual(
      expect.arrayContaining([
        ['HED-04', 'breached', expect.anything()],
        ['HED-05', 'satisfied', 'anna'],
        ['HED-05', 'due', 'bo'],
      ]),
    )
  })
})

describe('who takes the first step to a visit', () => {
  const at = { unitId: 'granen', hasConsent: true, contacts: ['anna'], groupMembers: [] }
  const settingsOf = (name: string) => {
    const guideline = guidelineNamed(name)
    return settingsOn([guideline], [interpretationsNamed(name, guideline)], today)
  }
  const hed = settingsOf('hedemora-omsorgsnamnden-2026')
  const snb = settingsOf('socialnamnden-kontaktpolitiker-snb')

  test.each([
    ['HED-06: the unit’s politician books', hed, viewer('politician', 'anna'), true],
    ['HED-06: another unit’s politician does not', hed, viewer('politician', 'bo'), false],
    ['HED-06: the manager does not', hed, viewer('manager', 'chef', ['granen']), false],
    ['SNB-05: the manager calls', snb, viewer('manager', 'chef', ['granen']), true],
    ['SNB-05: the manager of another unit does not', snb, viewer('manager', 'chef', ['tallen']), false],
    ['SNB-05: the politician waits', snb, viewer('politician', 'anna'), false],
    ['the secretary registers for one who phones in', snb, viewer('secretary'), true],
    ['an auditor changes nothing', hed, viewer('auditor'), false],
    ['SON-01: nobody, where no guideline is in force', undefined, viewer('secretary'), false],
  ])('%s', (_who, settings, who, may) => {
    expect(mayBook(who, settings, at)).toBe(may)
  })

  test('SOC-02: nobody, where the manager has not agreed to receive contact politicians', () => {
    const soc = settingsOn([guidelineNamed('socialnamnden-kontaktpolitiker-soc')], [], today)
    const unasked = { ...at, hasConsent: false }
    expect([mayBook(viewer('secretary'), soc, at), mayBook(viewer('secretary'), soc, unasked)]).toEqual([true, false])
  })
})
