import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visitStates } from '../../engine/programme.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import {
  attempt,
  capacityOf,
  type Concerned,
  firstState,
  mayAnswerFor,
  mayCancel,
  mayDecideFor,
  mayNoteAttendance,
  mayPlan,
  maySee,
  nextState,
  transitions,
  type Viewer,
  visitActions,
} from './visits.rules.ts'

const someDay = dayFromIso('2026-05-12')
const dayBefore = dayFromIso('2026-05-11')
const dayAfter = dayFromIso('2026-05-13')
const visit = { day: someDay, start: minutes(13 * 60), state: 'booked' as const }
const at = (day: typeof someDay, hour: number) => ({ day, time: minutes(hour * 60) })

const politician: Viewer = { personId: 'anna', roles: ['politician'], managedUnitIds: [] }
const otherPolitician: Viewer = { personId: 'bo', roles: ['politician'], managedUnitIds: [] }
const manager: Viewer = { personId: 'maria', roles: ['manager'], managedUnitIds: ['solgarden'] }
const otherManager: Viewer = { personId: 'mats', roles: ['manager'], managedUnitIds: ['bjorken'] }
const secretary: Viewer = { personId: 'sara', roles: ['secretary'], managedUnitIds: [] }
const chair: Viewer = { personId: 'olle', roles: ['chair', 'politician'], managedUnitIds: [] }
const auditor: Viewer = { personId: 'rut', roles: ['auditor'], managedUnitIds: [] }
const feeOfficer: Viewer = { personId: 'filip', roles: ['fee-officer'], managedUnitIds: [] }
const background: Viewer = { roles: [], managedUnitIds: [] }
const booked: Concerned = { unitIds: ['solgarden'], invitedIds: ['anna'], initiatedBy: 'politician' }
const called: Concerned = { ...booked, initiatedBy: 'manager' }

describe('a visit goes from state to state', () => {
  test('no transition outside the table happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...visitStates),
        fc.array(fc.constantFrom(...visitActions), { maxLength: 12 }),
        (from, actions) => {
          const end = actions.reduce((state, action) => {
            const next = nextState(state, action)
            expect(next.ok).toBe(transitions[state][action] !== undefined)
            return next.ok ? next.value : state
          }, from)
          expect(visitStates).toContain(end)
        },
      ),
    )
  })

  test('what has ended stays ended, whatever is tried', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('declined', 'cancelled', 'missed'),
        fc.constantFrom(...visitActions),
        (state, action) => {
          expect(nextState(state, action)).toMatchObject({ ok: false, code: 'visits.not-possible' })
        },
      ),
    )
  })

  test('a held visit can never be cancelled', () => {
    expect(nextState('held', 'cancel').ok).toBe(false)
    expect(nextState('reported', 'cancel').ok).toBe(false)
  })

  test('the proposal of a politician waits for the manager, the invitation of a manager is booked', () => {
    expect(firstState({ byManager: false, afterwards: false })).toBe('proposed')
    expect(firstState({ byManager: true, afterwards: false })).toBe('booked')
    expect(firstState({ byManager: false, afterwards: true })).toBe('booked')
  })
})

describe('what is done to a visit has its time', () => {
  test.each([
    ['attendance the day before', 'hold', at(dayBefore, 15), 'visits.not-begun'],
    ['attendance on the day, before the start', 'hold', at(someDay, 12), 'visits.not-begun'],
    ['a visit that never came about, before its start', 'miss', at(someDay, 12), 'visits.not-begun'],
    ['a cancellation once it has begun', 'cancel', at(someDay, 13), 'visits.already-begun'],
    ['a programme the day after', 'plan', at(dayAfter, 8), 'visits.already-over'],
  ] as const)('%s is refused', (_, action, now, code) => {
    expect(attempt(action, visit, now)).toMatchObject({ ok: false, code })
  })

  test.each([
    ['attendance from the start', 'hold', at(someDay, 13), 'held'],
    ['attendance the day after', 'hold', at(dayAfter, 8), 'held'],
    ['a cancellation in the last hour', 'cancel', at(someDay, 12), 'cancelled'],
    ['a programme on the day itself', 'plan', at(someDay, 14), 'booked'],
  ] as const)('%s is taken', (_, action, now, state) => {
    expect(attempt(action, visit, now)).toEqual({ ok: true, value: state })
  })
})

describe('who sees a visit', () => {
  test.each([
    ['a politician', otherPolitician, true],
    ['the secretary', secretary, true],
    ['the chair', chair, true],
    ['an auditor', auditor, true],
    ['a fee officer', feeOfficer, true],
    ['background work', background, true],
    ['the manager of the unit', manager, true],
    ['the manager of another unit', otherManager, false],
  ] as const)('%s: %j', (_, viewer, sees) => {
    expect(maySee(viewer, booked)).toBe(sees)
  })
})

describe('who may do what', () => {
  test('HED-06: the manager plans, and the secretary for one who phones in, never the politician', () => {
    expect(mayPlan(manager, booked)).toBe(true)
    expect(mayPlan(secretary, booked)).toBe(true)
    expect(mayPlan(politician, booked)).toBe(false)
    expect(mayPlan(otherManager, booked)).toBe(false)
  })

  test('one answers for oneself; only the secretary for somebody else', () => {
    expect(mayAnswerFor(politician, booked, 'anna')).toBe(true)
    expect(mayAnswerFor(otherPolitician, booked, 'anna')).toBe(false)
    expect(mayAnswerFor(secretary, booked, 'anna')).toBe(true)
    expect(mayAnswerFor(secretary, booked, 'bo')).toBe(false)
  })

  test('attendance is noted by those invited, the manager and the secretary', () => {
    expect(mayNoteAttendance(politician, booked)).toBe(true)
    expect(mayNoteAttendance(manager, booked)).toBe(true)
    expect(mayNoteAttendance(secretary, booked)).toBe(true)
    expect(mayNoteAttendance(otherPolitician, booked)).toBe(false)
    expect(mayNoteAttendance(auditor, booked)).toBe(false)
  })

  test('a politician cancels what a politician booked, and answers no to what a manager called', () => {
    expect(mayCancel(politician, booked)).toBe(true)
    expect(mayCancel(politician, called)).toBe(false)
    expect(mayCancel(manager, called)).toBe(true)
    expect(mayCancel(otherManager, called)).toBe(false)
  })

  test('the chair decides, but never in the own matter', () => {
    expect(mayDecideFor(chair, 'anna')).toBe(true)
    expect(mayDecideFor(chair, 'olle')).toBe(false)
    expect(mayDecideFor(politician, 'bo')).toBe(false)
  })
})

describe('as what a person initiates', () => {
  const nobody = {
    personId: 'x',
    isManagerOfAll: false,
    isPolitician: false,
    isContact: false,
    isChair: false,
    isSecretary: false,
  }
  const contact = { ...nobody, isContact: true }
  const unitManager = { ...nobody, isManagerOfAll: true }
  const committeeSecretary = { ...nobody, isSecretary: true }

  test.each([
    ['HED-06: the politician books', contact, ['politician'], false, 'politician'],
    ['SOC-06: the politician books', contact, ['politician'], false, 'politician'],
    ['HED-06: the manager does not book', unitManager, ['politician'], false, undefined],
    ['SNB-05: the manager calls', unitManager, ['manager'], false, 'manager'],
    ['SNB-05: the politician does not call', contact, ['manager'], false, undefined],
    ['VSN-04: the operation invites, through its manager', unitManager, ['administration'], false, 'administration'],
    [
      'VSN-04: the operation invites, through the administration',
      committeeSecretary,
      ['administration'],
      false,
      'administration',
    ],
    ['a group initiates through its members', contact, ['group'], true, 'group'],
    ['a group does not initiate where there is none', contact, ['group'], false, undefined],
    ['the first of several that fits', unitManager, ['politician', 'manager'], false, 'manager'],
  ] as const)('%s', (_, candidate, allowed, byGroup, expected) => {
    expect(capacityOf(candidate, allowed, byGroup)).toBe(expected)
  })
})
