import { describe, expect, test } from 'vitest'
import { recipientsOf, tidings } from './visits.mail.rules.ts'

const invited = (personId: string, answer: 'accepted' | 'declined' | null = null) => ({ personId, answer })
const booked = {
  initiatedByPersonId: 'anna',
  invitations: [invited('anna', 'accepted'), invited('bengt'), invited('cecilia', 'declined')],
}
const called = { initiatedByPersonId: 'maria', invitations: [invited('anna'), invited('bengt')] }
const at = { managerIds: ['maria', 'mats'] }
const idsOf = (recipients: ReturnType<typeof recipientsOf>) => recipients.map(({ id }) => id)

describe('whom a mail goes to', () => {
  test('a proposal: the managers, and those invited but the one who booked', () => {
    expect(recipientsOf('proposed', booked, at)).toEqual([
      { id: 'maria', as: 'manager' },
      { id: 'mats', as: 'manager' },
      { id: 'bengt', as: 'invited' },
    ])
  })

  test('a call: those invited, and the other managers', () => {
    expect(idsOf(recipientsOf('booked', called, at))).toEqual(['mats', 'anna', 'bengt'])
  })

  test('an answer: the one who booked or called, never oneself', () => {
    expect(recipientsOf('answered', called, { ...at, concernedId: 'anna' })).toEqual([{ id: 'maria', as: 'manager' }])
    expect(recipientsOf('answered', booked, { ...at, concernedId: 'bengt' })).toEqual([{ id: 'anna', as: 'invited' }])
    expect(recipientsOf('answered', booked, { ...at, concernedId: 'anna' })).toEqual([])
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
})
