import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { callInstead, checkLeave, type Leave, leaveOn } from './leave.rules.ts'

const day = dayFromIso
const leave = (personId: string, from: string, until: string | null, standInId: string | null = null): Leave => ({
  personId,
  standInId,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
})

describe('who is on leave', () => {
  const leaves = [leave('anna', '2026-10-01', '2026-11-01')]
  test.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s: %s', (on, away) => {
    expect(leaveOn(leaves, 'anna', day(on)) !== undefined).toBe(away)
  })

  test('a leave without an end holds on', () => {
    expect(leaveOn([leave('anna', '2026-10-01', null)], 'anna', day('2031-01-01'))).toBeDefined()
  })
})

describe('who is invited instead', () => {
  const on = day('2026-10-20')
  test('nobody changes when nobody is on leave', () => {
    expect(callInstead(['anna', 'bengt'], [], on)).toEqual([{ personId: 'anna' }, { personId: 'bengt' }])
  })

  test('the one who serves meanwhile comes in the place of the one on leave', () => {
    expect(callInstead(['anna', 'bengt'], [leave('anna', '2026-10-01', null, 'david')], on)).toEqual([
      { personId: 'bengt' },
      { personId: 'david', standsInForId: 'anna' },
    ])
  })

  test('with nobody to serve, one fewer is invited', () => {
    expect(callInstead(['anna', 'bengt'], [leave('anna', '2026-10-01', null)], on)).toEqual([{ personId: 'bengt' }])
  })

  test('one who is invited already stands in for nobody, and one stands in for one only', () => {
    const both = [leave('anna', '2026-10-01', null, 'bengt')]
    expect(callInstead(['anna', 'bengt'], both, on)).toEqual([{ personId: 'bengt' }])
    const same = [leave('anna', '2026-10-01', null, 'david'), leave('bengt', '2026-10-01', null, 'david')]
    expect(callInstead(['anna', 'bengt'], same, on)).toEqual([{ personId: 'david', standsInForId: 'anna' }])
  })

  test('a stand-in who is on leave too is not invited', () => {
    const leaves = [leave('anna', '2026-10-01', null, 'david'), leave('david', '2026-10-20', '2026-10-21')]
    expect(callInstead(['anna'], leaves, on)).toEqual([])
    expect(callInstead(['anna'], leaves, day('2026-10-21'))).toEqual([{ personId: 'david', standsInForId: 'anna' }])
  })
})

describe('what cannot be registered', () => {
  const today = day('2026-10-06')
  const asked = (more: object = {}) => ({
    personId: 'anna',
    standInId: undefined,
    from: day('2026-10-10'),
    through: day('2026-10-20'),
    ...more,
  })
  test.each([
    ['the end before the start', asked({ through: day('2026-10-09') }), [], 'leave.through-before-from'],
    ['a time that has been', asked({ from: day('2026-09-01'), through: day('2026-10-05') }), [], 'leave.past'],
    ['a mistyped year', asked({ from: day('2062-10-10'), through: undefined }), [], 'leave.too-far'],
    ['oneself as stand-in', asked({ standInId: 'anna' }), [], 'leave.of-oneself'],
    ['a leave upon a leave', asked(), [leave('anna', '2026-10-20', null)], 'leave.known'],
    [
      'a stand-in on leave',
      asked({ standInId: 'david' }),
      [leave('david', '2026-10-01', '2026-10-11')],
      'leave.stand-in-away',
    ],
  ])('%s', (_title, input, known, code) => {
    expect(checkLeave(input, known, today)?.code).toBe(code)
  })

  test('a leave beside another is possible', () => {
    expect(checkLeave(asked(), [leave('anna', '2026-10-21', null)], today)).toBeUndefined()
    expect(checkLeave(asked(), [leave('anna', '2026-09-01', '2026-10-10')], today)).toBeUndefined()
  })
})
