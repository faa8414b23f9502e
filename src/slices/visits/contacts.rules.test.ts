import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/date.ts'
import { testDay } from '../../../tests/support/cast.ts'
import { dayFault, mayChangeContact, personalDataIn, readsAllContacts } from './contacts.rules.ts'

describe('what must not stand in a note', () => {
  test.each([
    ['Han är född 19650312-1234', ['personal-number']],
    ['650312 1234 ringde', ['personal-number']],
    ['6503121234', ['personal-number']],
    ['200701234567', ['personal-number']],
    ['samordningsnummer 650372-1234', ['personal-number']],
    ['Ring 070-123 45 67', ['telephone']],
    ['0225-340 00', ['telephone']],
    ['(08) 123 456 78', ['telephone']],
    ['+46 70 123 45 67', ['telephone']],
    ['0046701234567', ['telephone']],
    ['Skriv till eva.ek@exempel.se', ['email']],
    ['EVA@EXEMPEL.SE, 0701234567, 650312-1234', ['personal-number', 'telephone', 'email']],
  ])('%s', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds)
  })

  test.each([
    'Maten är kall på kvällen',
    'Det hände den 6 oktober 2026',
    'Det hände 06-10-2026',
    'Det hände 2026-10-06 kl. 15.00',
    'Mellan 08.00 och 09.30, rum 12',
    '4 500 000 kronor för 12 platser',
    'Lag 1998:204, 3 kap. 4 §',
    'Linje 7 går var 20:e minut @ hållplatsen',
  ])('%s is let through', (text) => {
    expect(personalDataIn(text)).toEqual([])
  })
})

test('a contact was on a day that has been, a year back at the most', () => {
  expect(dayFault(testDay, testDay)).toBeUndefined()
  expect(dayFault(addDays(testDay, 1), testDay)).toBe('contacts.day-ahead')
  expect(dayFault(addDays(testDay, -366), testDay)).toBeUndefined()
  expect(dayFault(addDays(testDay, -367), testDay)).toBe('contacts.day-old')
})

test('politicians read their own; secretary, chair, quality officer and auditor read all; managers none', () => {
  const reading = (['politician', 'secretary', 'chair', 'quality-officer', 'auditor', 'manager'] as const).map((role) =>
    readsAllContacts({ roles: [role] }),
  )
  expect(reading).toEqual([false, true, true, true, true, false])
})

test('only the own contact is changed, and only until a report has taken it up', () => {
  const anna = { personId: 'anna', roles: ['politician'] } as const
  expect(mayChangeContact(anna, { personId: 'anna', takenAt: null })).toBe(true)
  expect(mayChangeContact(anna, { personId: 'bengt', takenAt: null })).toBe(false)
  expect(mayChangeContact(anna, { personId: 'anna', takenAt: 1 })).toBe(false)
  expect(mayChangeContact({ personId: 'anna', roles: ['chair'] }, { personId: 'anna', takenAt: null })).toBe(false)
})
