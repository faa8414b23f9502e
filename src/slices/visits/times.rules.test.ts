import { describe, expect, test } from 'vitest'
import { minutes } from '../../kernel/clock-time.ts'
import { addDays, type Day, dayFromIso } from '../../kernel/date.ts'
import { timesShownInStockholm } from '../../kernel/instant.ts'
import {
  bestTime,
  checkAsked,
  checkClock,
  checkTimes,
  mayAnswerTimes,
  mayChooseTime,
  mayJoin,
  type TimeAnswer,
  unitsAgree,
} from './times.rules.ts'

const today = dayFromIso('2026-10-06')
const now = { day: today, time: minutes(720) }
const at = (day: Day, start = 780, end = start + 60) => ({ day, start: minutes(start), end: minutes(end) })
const viewer = (personId: string, roles: readonly ('politician' | 'manager' | 'secretary')[] = ['politician']) => ({
  personId,
  roles,
  managedUnitIds: roles.includes('manager') ? ['unit'] : [],
})

describe('a time that clocks show once', () => {
  const spring = dayFromIso('2027-03-28')
  const autumn = dayFromIso('2026-10-25')
  test.each([
    [spring, 119, 1],
    [spring, 120, 0],
    [spring, 179, 0],
    [spring, 180, 1],
    [autumn, 119, 1],
    [autumn, 120, 2],
    [autumn, 179, 2],
    [autumn, 180, 1],
    [addDays(autumn, 1), 150, 1],
    [today, 1440, 1],
  ])('day %i at minute %i is shown %i times', (day, time, count) => {
    expect(timesShownInStockholm(day, minutes(time))).toBe(count)
  })

  test('a visit through the night of the change can begin before it and end after', () => {
    expect(checkClock(at(autumn, 60, 240))).toBeUndefined()
    expect(checkClock(at(autumn, 150, 240))).toMatchObject({ code: 'visits.clock-changes', field: 'start' })
    expect(checkClock(at(spring, 60, 150))).toMatchObject({ code: 'visits.clock-changes', field: 'end' })
  })
})

describe('times that are proposed', () => {
  const tomorrow = addDays(today, 1)
  test.each([
    ['this very minute is still ahead', at(today, 720), undefined],
    ['a minute ago has been', at(today, 719), 'visits.in-the-past'],
    ['yesterday has been', at(addDays(today, -1)), 'visits.in-the-past'],
    ['two years is near enough', at(addDays(today, 730)), undefined],
    ['a day more is too far', at(addDays(today, 731)), 'visits.too-far'],
  ])('%s', (_, time, code) => {
    expect(checkTimes([{ index: 0, ...time }], now)?.code).toBe(code)
  })

  test('the same time twice is told at the later of the fields; another hour of the day is another time', () => {
    const first = { index: 0, ...at(tomorrow) }
    expect(checkTimes([first, { index: 3, ...at(tomorrow) }], now)).toMatchObject({
      code: 'visits.same-time',
      field: 'day4',
    })
    expect(checkTimes([first, { index: 1, ...at(tomorrow, 900) }], now)).toBeUndefined()
  })
})

describe('the time that suits best', () => {
  const answered = (day: Day, ...said: readonly TimeAnswer[]) => ({
    ...at(day),
    answers: said.map((answer) => ({ answer })),
  })
  const [first, second, third] = [addDays(today, 1), addDays(today, 2), addDays(today, 3)] as const

  test('has most yes, then most if need be, then comes first', () => {
    const times = [
      answered(first, 'yes', 'no', 'if-need-be'),
      answered(second, 'yes', 'yes', 'no'),
      answered(third, 'yes', 'yes', 'if-need-be'),
    ]
    expect(bestTime(times, now)?.day).toBe(third)
    expect(bestTime(times.slice(0, 2), now)?.day).toBe(second)
    expect(bestTime([answered(second, 'yes'), answered(first, 'yes'), answered(third, 'no')], now)?.day).toBe(first)
  })

  test('is none while all suit alike, and none that has been', () => {
    expect(bestTime([answered(first, 'yes'), answered(second, 'yes')], now)).toBeUndefined()
    const passed = answered(addDays(today, -1), 'yes', 'yes')
    expect(bestTime([passed, answered(first, 'yes'), answered(second, 'no')], now)?.day).toBe(first)
  })
})

describe('who may', () => {
  const visit = { unitIds: ['unit'], invitedIds: ['anna', 'bengt'], initiatedByPersonId: 'anna' }

  test('each answers for oneself, the secretary for those who are asked', () => {
    const asked = { askedIds: ['anna', 'chief'] }
    expect(mayAnswerTimes(viewer('anna'), asked, 'anna')).toBe(true)
    expect(mayAnswerTimes(viewer('anna'), asked, 'chief')).toBe(false)
    expect(mayAnswerTimes(viewer('desk', ['secretary']), asked, 'chief')).toBe(true)
    expect(mayAnswerTimes(viewer('desk', ['secretary']), asked, 'desk')).toBe(false)
  })

  test('the manager, the one who began it and the secretary choose', () => {
    expect(mayChooseTime(viewer('anna'), visit)).toBe(true)
    expect(mayChooseTime(viewer('bengt'), visit)).toBe(false)
    expect(mayChooseTime(viewer('chief', ['manager']), visit)).toBe(true)
    expect(mayChooseTime(viewer('desk', ['secretary']), visit)).toBe(true)
  })

  test('every unit agrees by a manager of its own', () => {
    const managers = [
      { id: 'chief', unitId: 'unit' },
      { id: 'other', unitId: 'beside' },
    ]
    const said = (personId: string, answer: TimeAnswer) => ({ personId, answer })
    const anna = viewer('anna')
    expect(unitsAgree(anna, ['unit'], managers, [said('chief', 'if-need-be')])).toBe(true)
    expect(unitsAgree(anna, ['unit'], managers, [said('chief', 'no'), said('other', 'yes')])).toBe(false)
    expect(unitsAgree(anna, ['unit', 'beside'], managers, [said('chief', 'yes')])).toBe(false)
    expect(unitsAgree(viewer('chief', ['manager']), ['unit', 'beside'], managers, [said('other', 'yes')])).toBe(true)
  })

  test('those who would come along make a visit a joint one, and nobody who has nothing to do with it', () => {
    const joining = { ...visit, others: ['cecilia'] }
    expect(['anna', 'cecilia', 'david'].map((id) => mayJoin(viewer(id), joining))).toEqual([true, true, false])
  })

  test('an answer holds for what one is asked now', () => {
    expect(checkAsked({ sequence: 1, timesOpen: false }, 0)).toMatchObject({ code: 'visits.old-invitation' })
    expect(checkAsked({ sequence: 1, timesOpen: true }, 1)).toMatchObject({ code: 'visits.answer-times' })
    expect(checkAsked({ sequence: 1, timesOpen: false }, 1)).toBeUndefined()
  })
})
