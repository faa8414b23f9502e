import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { hasLeft, type Standing } from './standing.rules.ts'

const day = dayFromIso
const held = (until: string | null, from = '2023-01-01') => ({
  personId: 'anna',
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
})
const toUnit = (until: string | null, unitId = 'solgarden', from?: string) => ({
  ...held(until, from),
  unitId,
  areaId: null,
})
const nothing: Standing = { seats: [], appointments: [], members: [], leaves: [] }
const invited = {
  personId: 'anna',
  day: day('2026-11-10'),
  units: [{ id: 'solgarden', areaId: 'kultur' }],
  groupId: undefined,
  standsIn: false,
}

describe('who has left what they were invited for', () => {
  test('nobody whose seat and appointment hold on the day', () => {
    const standing = { ...nothing, seats: [held(null)], appointments: [toUnit('2026-11-11')] }
    expect(hasLeft(standing, invited)).toBeUndefined()
  })

  test('whoever’s seat has ended by the day, also one who stands in', () => {
    const standing = { ...nothing, seats: [held('2026-11-10')], appointments: [toUnit(null)] }
    expect(hasLeft(standing, invited)).toBe('seat')
    expect(hasLeft(standing, { ...invited, standsIn: true })).toBe('seat')
  })

  test('whoever’s appointment to the unit has ended, unless they come in another’s place', () => {
    const standing = { ...nothing, seats: [held(null)], appointments: [toUnit('2026-11-01')] }
    expect(hasLeft(standing, invited)).toBe('appointment')
    expect(hasLeft(standing, { ...invited, standsIn: true })).toBeUndefined()
  })

  test('nobody who was appointed anew, to the unit or to its area', () => {
    const again = { ...nothing, appointments: [toUnit('2026-11-01'), toUnit(null, 'solgarden', '2026-11-01')] }
    expect(hasLeft(again, invited)).toBeUndefined()
    const toArea = { ...held(null, '2026-11-01'), unitId: null, areaId: 'kultur' }
    expect(hasLeft({ ...nothing, appointments: [toUnit('2026-11-01'), toArea] }, invited)).toBeUndefined()
  })

  test('an appointment elsewhere neither keeps one here nor makes one leave', () => {
    const moved = { ...nothing, appointments: [toUnit('2026-11-01'), toUnit(null, 'bjorken')] }
    expect(hasLeft(moved, invited)).toBe('appointment')
    expect(hasLeft({ ...nothing, appointments: [toUnit('2026-11-01', 'bjorken')] }, invited)).toBeUndefined()
  })

  test('a group’s member who is no longer one', () => {
    const standing = { ...nothing, members: [{ ...held('2026-11-01'), groupId: 'grupp' }] }
    expect(hasLeft(standing, { ...invited, groupId: 'grupp' })).toBe('appointment')
    expect(hasLeft(standing, invited)).toBeUndefined()
  })

  test('an appointment that has not begun makes nobody leave', () => {
    expect(hasLeft({ ...nothing, appointments: [toUnit(null, 'solgarden', '2027-01-01')] }, invited)).toBeUndefined()
  })
})
