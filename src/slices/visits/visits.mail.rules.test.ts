import { describe, expect, test } from 'vitest'
import { instantFromMilliseconds } from '../../kernel/instant.ts'
import { recipientsOf, tidings, wasInCalendars } from './visits.mail.rules.ts'
import type { VisitEventRow } from './visits.store.ts'

type Happened = Pick<VisitEventRow, 'kind' | 'at' | 'personId' | 'concernsId'>

const happened = (
  kind: VisitEventRow['kind'],
  hour: number,
  personId: string | null,
  concernsId?: string,
): Happened => ({
  kind,
  at: instantFromMilliseconds(hour * 3_600_000),
  personId,
  concernsId: concernsId ?? null,
})
const invited = (personId: string, answer: 'accepted' | 'declined' | null = null) => ({ personId, answer })
const booked = {
  initiatedByPersonId: 'anna',
  timesOpen: false,
  invitations: [invited('anna', 'accepted'), invited('bengt'), invited('cecilia', 'declined')],
}
const called = { initiatedByPersonId: 'maria', timesOpen: false, invitations: [invited('anna'), invited('bengt')] }
const proposed = [happened('proposed', 1, 'anna')]
const at = { managerIds: ['maria', 'mats'], events: proposed }
const idsOf = (recipients: ReturnType<typeof recipientsOf>) => recipients.map(({ id }) => id)
const calendarsOf = (recipients: ReturnType<typeof recipientsOf>) =>
  Object.fromEntries(recipients.map(({ id, calendar }) => [id, calendar]))

describe('whom a mail goes to', () => {
  test('a proposal: the managers and those invited, each for the calendar too', () => {
    expect(recipientsOf('proposed', booked, at)).toEqual([
      { id: 'maria', as: 'manager', letter: 'proposed', calendar: 'invite' },
      { id: 'mats', as: 'manager', letter: 'proposed', calendar: 'invite' },
      { id: 'anna', as: 'invited', letter: 'proposed', calendar: 'invite' },
      { id: 'bengt', as: 'invited', letter: 'proposed', calendar: 'invite' },
    ])
  })

  test('a call: those invited, and the managers', () => {
    const events = [happened('booked', 1, 'maria')]
    expect(idsOf(recipientsOf('booked', called, { ...at, events }))).toEqual(['maria', 'mats', 'anna', 'bengt'])
  })

  test('an answer: the one who booked or called, never oneself', () => {
    const answered = { ...at, concernedId: 'anna' }
    expect(recipientsOf('answered', called, answered)).toEqual([{ id: 'maria', as: 'manager', letter: 'answered' }])
    expect(recipientsOf('answered', booked, { ...at, concernedId: 'bengt' })).toEqual([
      { id: 'anna', as: 'invited', letter: 'answered' },
    ])
    expect(recipientsOf('answered', booked, answered)).toEqual([])
  })

  test('a new place: all who are coming, with the entry anew; not for the sake of words the one who changed it', () => {
    const events = [...proposed, happened('place-changed', 2, 'maria')]
    expect(calendarsOf(recipientsOf('place-changed', booked, { ...at, events }))).toEqual({
      maria: 'invite',
      mats: 'invite',
      anna: 'invite',
      bengt: 'invite',
    })
  })

  test('a decision: the one it is about', () => {
    expect(idsOf(recipientsOf('extra-decided', booked, { ...at, concernedId: 'bengt' }))).toEqual(['bengt'])
  })

  test.each(tidings)('%s: one who has said no hears nothing of it', (tiding) => {
    expect(idsOf(recipientsOf(tiding, booked, { ...at, concernedId: 'bengt' }))).not.toContain('cecilia')
  })

  test('one who is manager and invited is told once', () => {
    expect(idsOf(recipientsOf('cancelled', { ...called, invitations: [invited('maria')] }, at))).toEqual([
      'maria',
      'mats',
    ])
  })

  test('whoever did it hears of it only for the sake of their calendar', () => {
    const opened = [happened('proposed', 1, 'anna'), happened('times-proposed', 1, 'anna')]
    const open = { ...booked, timesOpen: true, invitations: [invited('anna'), invited('bengt')] }
    expect(idsOf(recipientsOf('times-proposed', open, { ...at, events: opened }))).toEqual(['maria', 'mats', 'bengt'])
    const cancelled = [...proposed, happened('cancelled', 2, 'anna')]
    expect(calendarsOf(recipientsOf('cancelled', booked, { ...at, events: cancelled }))).toMatchObject({
      anna: 'invite',
    })
  })
})

describe('the entry in the calendar', () => {
  const opened = [happened('proposed', 1, 'anna'), happened('times-proposed', 1, 'anna')]

  test('is in none while the first times are open, and in all once one is chosen', () => {
    expect(wasInCalendars(opened)).toBe(false)
    expect(wasInCalendars([...opened, happened('time-chosen', 2, 'maria')])).toBe(true)
    expect(wasInCalendars(proposed)).toBe(true)
  })

  test('is not called off where it never was', () => {
    const events = [...opened, happened('cancelled', 2, 'anna')]
    expect(calendarsOf(recipientsOf('cancelled', called, { ...at, events }))).toEqual({
      maria: undefined,
      mats: undefined,
      bengt: undefined,
    })
  })

  test('follows a visit that is put off, and leaves the calendar of one whom the chosen time does not suit', () => {
    const postponed = [...proposed, happened('postponed', 2, 'maria'), happened('times-proposed', 2, 'maria')]
    const open = { ...called, timesOpen: true }
    expect(recipientsOf('times-proposed', open, { ...at, events: postponed })).toContainEqual({
      id: 'bengt',
      as: 'invited',
      letter: 'postponed',
      calendar: 'invite',
    })
    const chosen = [...postponed, happened('time-chosen', 3, 'maria')]
    expect(recipientsOf('time-chosen', booked, { ...at, events: chosen })).toContainEqual({
      id: 'cecilia',
      as: 'invited',
      letter: 'said-no',
      calendar: 'remove',
    })
  })

  test('leaves the calendar of one who says no, and comes back with a yes', () => {
    const no = [...proposed, happened('declined-invitation', 2, 'cecilia', 'cecilia')]
    const about = { ...at, concernedId: 'cecilia' }
    expect(calendarsOf(recipientsOf('answered', booked, { ...about, events: no }))).toMatchObject({ cecilia: 'remove' })
    const changed = { ...booked, invitations: [invited('cecilia', 'accepted')] }
    const yes = [...no, happened('accepted', 3, 'cecilia', 'cecilia')]
    expect(calendarsOf(recipientsOf('answered', changed, { ...about, events: yes }))).toMatchObject({
      cecilia: 'invite',
    })
  })

  test('of one who is taken off goes, and nobody else hears of it', () => {
    expect(recipientsOf('removed', booked, { ...at, concernedId: 'david' })).toEqual([
      { id: 'david', as: 'invited', letter: 'removed', calendar: 'remove' },
    ])
  })
})
