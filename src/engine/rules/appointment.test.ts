import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../../kernel/date.ts'
import { evaluate } from '../evaluate.ts'
import type { Guideline } from '../guideline.ts'
import { aGroup, aRule, base, holding, reads, refused, said, says, today, together } from '../testing/appointing.ts'
import { allFeeRules, aPerson, aProgramme, aVisit } from '../testing/cast.ts'
import { mistakes } from '../testing/mistakes.ts'
import { oneRule } from '../testing/one-rule.ts'

const preparation = { materials: [{ id: 'plan', material: { sv: 'Plan', en: 'Plan' } }], noted: true }

describe('who can be appointed', () => {
  it('APP-01 members, substitutes, or both', () => {
    const members = oneRule('appointment.eligible', { seats: ['member'] })
    expect(said(members)).toEqual(['satisfied holds-seat ada-u', 'breached no-seat bo-u'])
    expect(said(oneRule('appointment.eligible', { seats: ['substitute'] }))).toEqual([
      'breached no-seat ada-u',
      'satisfied holds-seat bo-u',
    ])
    expect(said(oneRule('appointment.eligible', { seats: ['member', 'substitute'] }))).toEqual([
      'satisfied holds-seat ada-u',
      'satisfied holds-seat bo-u',
    ])
    expect(says(members)[1]).toMatchObject({
      sv: 'bo är utsedd men hör inte till dem som kan utses: ledamöter.',
      en: 'bo is appointed but is not among those who can be: members.',
    })
  })

  it('APP-02 holders of named roles, on the days when they hold them', () => {
    const guideline = oneRule(
      'appointment.eligible',
      { roles: ['group-leader', 'spokesperson'] },
      {},
      { terms: [{ id: 'spokesperson', sv: 'talespersonen', en: 'the spokesperson' }] },
    )
    const persons = [
      holding('ada', 'spokesperson'),
      holding('bo', 'group-leader', { until: '2025-01-01' }),
      aPerson('cia'),
    ]
    expect(says(guideline, { persons })).toMatchObject([
      {
        said: 'satisfied holds-role ada-u',
        sv: 'ada har en roll som ger rätt att utses: gruppledaren och talespersonen.',
      },
      {
        said: 'breached no-seat bo-u',
        en: 'bo is appointed but is not among those who can be: the group leader and the spokesperson.',
      },
    ])
    expect(refused(guideline, { persons, appointments: [] }, { unit: 'u' })).toEqual(['no-seat'])
    expect(refused(guideline, { persons, appointments: [] }, { unit: 'u', person: 'ada' })).toEqual([])
    expect(reads(guideline)).toEqual([
      'Till kontaktpolitiker utses gruppledaren och talespersonen.',
      'Appointed as contact politicians: the group leader and the spokesperson.',
    ])
  })

  it('APP-02 a role that nobody has given a name is a slip of the pen', () => {
    expect(mistakes([['appointment.eligible', { roles: ['spokeperson'] }]])[0]).toContain(
      'nobody knows what "spokeperson" is called',
    )
    expect(mistakes([['appointment.eligible', {}]])).toEqual([
      '9 nobody could be appointed; write seats: [member, substitute], name roles, or write everyone: true',
    ])
  })
})

describe('everyone', () => {
  const everyone = { everyone: true }
  const visits = [aVisit('v', '2026-04-10', 'w', ['cia']), aVisit('x', '2026-04-12', 'w', ['dan'])]
  const persons = [...base.persons, { ...aPerson('dan'), seats: [] }]

  it('APP-03 in the committee is contact politician without an appointment', () => {
    const guideline = oneRule('appointment.eligible', everyone)
    expect(says(guideline, { persons, appointments: [] })).toEqual([
      {
        said: 'satisfied everyone committee',
        sv: 'Alla i nämnden är kontaktpolitiker utan att någon utses: 3 personer.',
        en: 'Everyone in the committee is contact politician without being appointed: 3 persons.',
      },
    ])
    expect(said(guideline, { persons: [], appointments: [] })).toEqual(['cannot-tell seats-unknown committee'])
    expect(reads(guideline)[0]).toBe(
      'Alla med plats i nämnden är kontaktpolitiker för alla enheter, utan att någon utses.',
    )
  })

  it('APP-03 represents every unit, and only those with the seats that are named', () => {
    const among = (seats: object) =>
      together('appointment.composition', { blocs: ['majority', 'opposition'] }, [
        'appointment.eligible',
        { ...everyone, ...seats },
      ])
    expect(said(among({}), { appointments: [] })).toEqual(['satisfied represented u', 'satisfied represented w'])
    expect(said(among({ seats: ['member'] }), { appointments: [] })).toEqual([
      'breached bloc-missing u',
      'breached bloc-missing w',
    ])
  })

  it('APP-03 is paid for visits from the day when the guideline says so, and nobody else is', () => {
    const fee = aRule('F', 'fee.kind', { fee: 'meeting' })
    const lines = (eligible: object) =>
      evaluate({
        guidelines: [
          oneRule('appointment.eligible', {}, {}, { rules: [aRule('R', 'appointment.eligible', eligible), fee] }),
        ],
        interpretations: [],
        feeRules: allFeeRules,
        programme: aProgramme({ ...base, persons, appointments: [], visits }),
        today: dayFromIso(today),
      }).feeLines.map((it) => `${it.visit} ${it.person} ${it.outcome}`)
    expect(lines(everyone)).toEqual(['v cia payable', 'x dan not-payable'])
    expect(lines({ seats: ['member'] })).toEqual(['v cia not-payable', 'x dan not-payable'])
  })

  it('APP-03 changes with the days: before the change a visit was by nobody appointed', () => {
    const guideline = together('visits.attendance', { who: 'any' }, ['appointment.eligible', { seats: ['member'] }])
    const [attendance, eligible] = guideline.rules
    const changed = {
      ...guideline,
      rules: [
        attendance,
        {
          ...eligible,
          changes: [{ from: dayFromIso('2026-04-12'), values: everyone, clause: 'Avsnitt 2' }],
        },
      ],
    } as Guideline
    const held = [aVisit('v', '2026-04-10', 'w', ['cia']), aVisit('x', '2026-04-12', 'w', ['cia'])]
    expect(said(changed, { appointments: [], visits: held }).at(-1)).toBe('satisfied someone-came x')
    expect(said(changed, { appointments: [], visits: held })).not.toContain('satisfied someone-came v')
  })

  it('APP-03 a visit that lies ahead is only for the one who took it up, until others are invited', () => {
    const guideline = together('conversation.preparation', preparation, ['appointment.eligible', everyone])
    const ahead = aVisit('v', '2026-12-24', 'w', [], {
      state: 'booked',
      initiated: { by: 'politician', person: 'cia', on: '2026-11-01' },
    })
    expect(says(guideline, { appointments: [], visits: [ahead] })[0]?.sv).toBe('Läs in er inför besöket: cia.')
    const invitations = ['ada', 'cia'].map((person) => ({ person, on: '2026-11-02' }))
    expect(says(guideline, { appointments: [], visits: [{ ...ahead, invitations }] })[0]?.sv).toBe(
      'Läs in er inför besöket: ada och cia.',
    )
  })
})

describe('roles that stand outside', () => {
  const guideline = oneRule('appointment.exempt', { roles: ['chair'], mayVisitAll: true })
  const persons = [holding('ada', 'chair'), aPerson('bo', 'opposition'), aPerson('cia')]

  it('APP-04 are in no group and have no appointment', () => {
    expect(says(guideline, { persons, groups: [aGroup('g', ['ada', 'bo'])] })).toEqual([
      {
        said: 'breached in-a-group ada',
        sv: 'ada ingår i g men har en roll som inte ingår i någon besöksgrupp: ordföranden.',
        en: 'ada belongs to g but holds a role that is in no visiting group: the chair.',
      },
      {
        said: 'breached appointed ada-u',
        sv: 'ada har ett uppdrag men har en roll som står utanför: ordföranden.',
        en: 'ada has an appointment but holds a role that stands outside: the chair.',
      },
    ])
    expect(says(guideline, { persons, appointments: [] })).toMatchObject([
      { said: 'satisfied may-visit-all ada', sv: 'ada ingår inte i någon besöksgrupp och får besöka alla enheter.' },
    ])
    expect(refused(guideline, { persons, appointments: [] }, { person: 'ada', unit: 'u' })).toEqual(['appointed'])
    expect(said(oneRule('appointment.exempt', { roles: ['chair'] }), { persons, appointments: [] })).toEqual([
      'satisfied stands-outside ada',
    ])
  })

  it('APP-04 are missed in no group, and are not among everyone', () => {
    const groups = [aGroup('g', ['bo', 'cia'])]
    const divided = (...others: readonly (readonly [string, object])[]) =>
      said(together('groups.division', { groups: 1 }, ...others), { persons, groups, appointments: [] })
    expect(divided()).toContain('breached in-no-group ada')
    expect(divided(['appointment.exempt', { roles: ['chair'] }])).toEqual([
      'satisfied divided committee',
      'satisfied mixed g',
    ])
    const everyone = together('appointment.eligible', { everyone: true }, ['appointment.exempt', { roles: ['chair'] }])
    expect(says(everyone, { persons, appointments: [] })[0]?.en).toContain('2 persons')
  })

  it('APP-04 visit any unit where they may visit all, and others only their own', () => {
    const anchored = ['visits.anchored', { with: 'manager', assignedUnitOnly: true }] as const
    const visits = [aVisit('v', '2026-04-10', 'w', ['ada', 'cia'])]
    const strangers = (mayVisitAll: boolean) =>
      says(together(...anchored, ['appointment.exempt', { roles: ['chair'], mayVisitAll }]), { persons, visits })
        .filter((it) => it.said.includes('not-own-unit'))
        .map((it) => it.en)
    expect(strangers(true)).toEqual(['cia is not assigned to the visited unit.'])
    expect(strangers(false)).toHaveLength(2)
  })

  it('APP-04 are paid for visits where they may visit all, and otherwise not', () => {
    const lines = (mayVisitAll: boolean) =>
      evaluate({
        guidelines: [
          together('appointment.exempt', { roles: ['chair'], mayVisitAll }, ['fee.kind', { fee: 'meeting' }]),
        ],
        interpretations: [],
        feeRules: allFeeRules,
        programme: aProgramme({
          ...base,
          persons,
          appointments: [],
          visits: [aVisit('v', '2026-04-10', 'w', ['ada'])],
        }),
        today: dayFromIso(today),
      }).feeLines.map((it) => it.outcome)
    expect(lines(true)).toEqual(['payable'])
    expect(lines(false)).toEqual(['not-payable'])
  })
})
