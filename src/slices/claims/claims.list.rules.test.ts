import { describe, expect, test } from 'vitest'
import { ore } from '../../kernel/money.ts'
import { chosenClaims, type Listed, sumsByState, waitsFor } from './claims.list.rules.ts'

const claim = (changes: Partial<Listed> = {}): Listed => ({
  state: 'checked',
  amount: ore(60_650),
  waits: 'approver',
  differs: false,
  stopped: false,
  unitIds: ['solgarden'],
  ...changes,
})

describe('for whom a claim waits', () => {
  test.each([
    ['checked', 'approver'],
    ['approved', 'payroll'],
    ['exported', 'payment'],
    ['returned', 'claimant'],
    ['paid', 'nobody'],
  ] as const)('%s waits for %s', (state, whom) => {
    expect(waitsFor(state, undefined)).toBe(whom)
  })
})

describe('the list', () => {
  test('has what waits for the reader first, and keeps the order otherwise', () => {
    const [first, second, third] = [claim({ waits: 'payroll' }), claim(), claim({ waits: 'payment' })]
    expect(chosenClaims([first, second, third], {}, ['approver'])).toEqual([second, first, third])
  })

  test('is narrowed by unit, by whom it waits for and by what is the matter', () => {
    const all = [claim(), claim({ unitIds: ['bjorken'], stopped: true }), claim({ differs: true, waits: 'payment' })]
    expect(chosenClaims(all, { unitId: 'bjorken' }, [])).toEqual([all[1]])
    expect(chosenClaims(all, { waits: 'payment' }, [])).toEqual([all[2]])
    expect(chosenClaims(all, { only: 'stopped' }, [])).toEqual([all[1]])
    expect(chosenClaims(all, { only: 'differs' }, [])).toEqual([all[2]])
  })

  test('adds up each state', () => {
    expect(sumsByState([claim(), claim(), claim({ state: 'paid' })])).toEqual([
      { state: 'checked', count: 2, amount: 121_300 },
      { state: 'paid', count: 1, amount: 60_650 },
    ])
  })
})
