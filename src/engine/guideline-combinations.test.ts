import { describe, expect, it } from 'vitest'
import { loadGuideline } from './load.ts'
import { together } from './testing/appointing.ts'
import { mistakes } from './testing/mistakes.ts'

describe('rules that cannot all be followed', () => {
  const perUnit = (values: object) => ['appointment.per-object', { object: 'unit', least: 1, ...values }] as const
  const everyone = ['appointment.eligible', { everyone: true }] as const

  it('APP-09 two blocs, or all parties, for a unit with one person at most', () => {
    const blocs = ['appointment.composition', { blocs: ['majority', 'opposition'] }] as const
    expect(mistakes([blocs, perUnit({ most: 1 })])).toEqual([
      '10 R1 asks for 2 persons or more for a unit, and here a unit has at most 1; write most: 2, or ask for less in R1',
    ])
    expect(mistakes([blocs, perUnit({ most: 1 })], 'sv')).toEqual([
      '10 R1 kräver minst 2 personer för en enhet, men här har en enhet högst 1; skriv most: 2, eller kräv mindre i R1',
    ])
    expect(mistakes([['appointment.composition', { parties: 'all' }], perUnit({ most: 1 })])).toHaveLength(1)
    expect(mistakes([blocs, perUnit({ most: 2 })])).toEqual([])
  })

  it('APP-10 a pair where one is the most or three the least; one by one in groups', () => {
    const pair = ['appointment.form', { form: 'pair' }] as const
    expect(mistakes([pair, perUnit({ most: 1 })])).toEqual([
      '10 R1 appoints pairs, and here a unit has at most 1; write most: 2, or form: individual in R1',
    ])
    expect(mistakes([pair, perUnit({ least: 3 })])).toEqual([
      '10 R1 appoints pairs, and here a unit has at least 3; write least: 2, or take R1 away',
    ])
    expect(
      mistakes([
        ['appointment.form', { form: 'individual' }],
        ['groups.division', { groups: 2 }],
      ]),
    ).toEqual([
      '9 R2 divides the politicians into visiting groups, and here they are appointed one by one; write form: group, or take R2 away',
    ])
  })

  it('APP-03 everyone, and a number for each person, a limit for a unit, or pairs', () => {
    expect(mistakes([everyone, ['appointment.per-person', { most: 2 }]])).toEqual([
      '10 R1 makes everyone contact politician for all units, and here each has a number of them; take this rule away, or write everyone: false in R1',
    ])
    expect(mistakes([everyone, perUnit({ most: 2 })])[0]).toContain('take "most" away, or write everyone: false in R1')
    expect(mistakes([everyone, ['appointment.form', { form: 'pair' }]])[0]).toContain('they are appointed in pairs')
    expect(mistakes([everyone, perUnit({})])).toEqual([])
    expect(mistakes([['appointment.eligible', { everyone: true, roles: ['chair'] }]])).toEqual([
      '9 where everyone in the committee is contact politician nobody is appointed by role; take "roles" away, or write everyone: false',
    ])
  })

  it('APP-11 groups alone, without anything that divides into groups', () => {
    const groups = ['appointment.object', { object: 'group' }] as const
    expect(mistakes([groups])).toEqual([
      '9 contact politicians are appointed to visiting groups alone, and no rule divides them into groups; add a rule of the kind groups.division, or name another object',
    ])
    expect(mistakes([groups, ['groups.division', { groups: 2 }]])).toEqual([])
  })

  it('APP-07 a number for what nobody is appointed for', () => {
    const area = ['appointment.per-object', { object: 'area', least: 1 }] as const
    expect(mistakes([['appointment.object', { object: 'unit' }], area])).toEqual([
      '10 R1 appoints nobody for "area", and here each is to have at least 1; write object: unit, or add area to R1',
    ])
    expect(mistakes([['appointment.object', { object: ['unit', 'area'] }], area])).toEqual([])
    expect(mistakes([['appointment.object', { object: 'area' }], perUnit({})])).toEqual([])
  })

  it('APP-14 private providers in and out; APP-04 nobody left but those who stand outside', () => {
    const owners = (...operatedBy: readonly string[]) => ['appointment.object', { object: 'unit', operatedBy }] as const
    expect(mistakes([owners('municipality'), ['appointment.providers', { private: 'included' }]])).toEqual([
      '10 private providers are covered here, and R1 leaves them out; write the same in both, or take operatedBy away from R1',
    ])
    expect(mistakes([owners('private'), ['appointment.providers', { private: 'excluded' }]])).toHaveLength(1)
    expect(mistakes([owners('municipality'), ['appointment.providers', { private: 'excluded' }]])).toEqual([])
    expect(
      mistakes([
        ['appointment.eligible', { roles: ['chair'] }],
        ['appointment.exempt', { roles: ['chair'] }],
      ]),
    ).toEqual([
      '10 R1 appoints only holders of these roles, and here they get no appointment; take a role away here, or add seats to R1',
    ])
  })

  it('a dated change that makes them impossible is told once', () => {
    const change = { from: '2026-01-01', values: { most: 1 }, clause: 'Avsnitt 2' }
    const guideline = together('appointment.composition', { blocs: ['majority', 'opposition'] }, perUnit({ most: 2 }))
    const [blocs, number] = guideline.rules
    const text = JSON.stringify({
      ...guideline,
      validity: { from: '2020-01-01' },
      rules: [blocs, { ...number, changes: [change] }],
    })
    const loaded = loadGuideline(text, 'changed.json')
    expect(loaded.ok ? [] : loaded.problems.map((it) => it.message)).toEqual([
      'R asks for 2 persons or more for a unit, and here a unit has at most 1',
    ])
  })
})
