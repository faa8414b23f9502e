import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import type { Scope } from '../../platform/scope.ts'
import { isEmpty } from './reports.fields.rules.ts'
import { hasPersonalNumber } from './reports.guard.rules.ts'
import {
  authorsOf,
  maySeeReport,
  mayWriteReport,
  nextState,
  registrationNumber,
  reportersOf,
  reportStates,
  reportSteps,
  stateOf,
} from './reports.rules.ts'

const scopeOf = (personId: string, roles: Scope['roles'], managedUnitIds: readonly string[] = []): Scope => ({
  municipalityId: 'm',
  committeeId: 'c',
  personId,
  roles,
  managedUnitIds,
  language: 'sv',
  today: dayFromIso('2026-05-01'),
})

const draft = { state: 'draft', authorIds: ['anna', 'bo'], unitIds: ['solgarden'] } as const
const final = { ...draft, state: 'final' } as const

describe('who sees a report', () => {
  test.each([
    ['an author sees the draft', scopeOf('anna', ['politician']), draft, true],
    ['the secretary sees the draft', scopeOf('siv', ['secretary']), draft, true],
    ['another politician does not see the draft', scopeOf('carl', ['politician']), draft, false],
    ['the chair does not see the draft', scopeOf('olle', ['chair']), draft, false],
    ['the manager of the unit does not see the draft', scopeOf('mia', ['manager'], ['solgarden']), draft, false],
    ['every politician of the committee sees the final report', scopeOf('carl', ['politician']), final, true],
    ['the auditor sees the final report', scopeOf('rut', ['auditor']), final, true],
    ['the manager of the unit sees the final report', scopeOf('mia', ['manager'], ['solgarden']), final, true],
    ['the manager of another unit does not see it', scopeOf('max', ['manager'], ['kallan']), final, false],
  ])('%s', (_title, scope, report, expected) => {
    expect(maySeeReport(scope, report)).toBe(expected)
  })

  test('the secretary sees a draft but cannot write in it', () => {
    expect(mayWriteReport(scopeOf('siv', ['secretary']), draft)).toBe(false)
  })

  test('nobody writes in a final report', () => {
    expect(mayWriteReport(scopeOf('anna', ['politician']), final)).toBe(false)
  })
})

describe('who writes and who finishes', () => {
  const those = { attendees: ['anna', 'bo'], rapporteurId: 'rolf' }

  test('anyone who came may finish a joint report, so that a missing signature delays nothing', () => {
    expect(reportersOf('jointly', those)).toEqual(['anna', 'bo'])
  })

  test('SON-04: the group’s rapporteur alone finishes the report, and writes it together with those who came', () => {
    expect(reportersOf('rapporteur', those)).toEqual(['rolf'])
    expect(authorsOf('rapporteur', those)).toEqual(['anna', 'bo', 'rolf'])
  })

  test('a group that lacks a rapporteur is not locked out: those who came may finish', () => {
    expect(reportersOf('rapporteur', { attendees: ['anna'] })).toEqual(['anna'])
  })
})

describe('states', () => {
  test('a final report can be read and delivered, never saved, signed or finished again', () => {
    expect(reportSteps.filter((step) => nextState('final', step) !== undefined)).toEqual(['deliver', 'read'])
  })

  test('no step leads back to a draft', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reportStates), fc.array(fc.constantFrom(...reportSteps)), (start, steps) => {
        const end = steps.reduce((state, step) => nextState(state, step) ?? state, start)
        expect(start !== 'draft' && end === 'draft').toBe(false)
      }),
    )
  })

  test('a final report is delivered once it has gone to a manager', () => {
    expect(stateOf({ state: 'final', deliveries: 0 })).toBe('final')
    expect(stateOf({ state: 'final', deliveries: 1 })).toBe('delivered')
  })
})

test('the registration number is the running number of the year', () => {
  expect(registrationNumber(2026, 14)).toBe('KP 2026-014')
  expect(registrationNumber(2026, 1234)).toBe('KP 2026-1234')
})

describe('personal numbers', () => {
  test.each([
    ['with hyphen', 'Brukaren 811218-9876 berättade'],
    ['with century', '198112189876'],
    ['with century and hyphen', '19811218-9876'],
    ['for somebody above a hundred', '121212+1212'],
    ['a coordination number', '701063-2391'],
  ])('%s is found', (_title, text) => {
    expect(hasPersonalNumber(text)).toBe(true)
  })

  test.each([
    ['a wrong check digit', '811218-9875'],
    ['a telephone number with spaces', '0225-340 00 12'],
    ['a registration number', 'ON042-23 700'],
    ['a date', '2026-03-25'],
    ['a longer number', '98112189876123'],
  ])('%s is not taken for one', (_title, text) => {
    expect(hasPersonalNumber(text)).toBe(false)
  })
})

describe('what is written', () => {
  test('spaces are nothing', () => {
    expect(isEmpty({ texts: { a: '  ' }, proposals: [], questions: [''] })).toBe(true)
  })
})
